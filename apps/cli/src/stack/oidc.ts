import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import Provider from 'oidc-provider';
import { escapeHtml, listen, page, readBody, send } from './http.js';
import { demoAccounts } from './oidc-accounts.js';
import { OidcMemory } from './oidc-memory.js';
import { loopback } from './ports.js';

export const oidcClientId = 'estampille';

export interface OidcServer {
  readonly issuer: string;
  stop(): Promise<void>;
}

/** An OpenID Connect provider whose accounts are those of the demonstration: a click signs in. For this machine only. */
export async function startOidc(options: { dataDir: string; port: number; clientSecret: string }): Promise<OidcServer> {
  const issuer = `http://${loopback}:${options.port}`;
  const provider = new Provider(issuer, {
    adapter: OidcMemory,
    jwks: { keys: [await signingKey(options.dataDir)] },
    cookies: { keys: [options.clientSecret] },
    clients: [
      {
        client_id: oidcClientId,
        client_secret: options.clientSecret,
        redirect_uris: [`http://${loopback}/api/auth/callback`],
        post_logout_redirect_uris: [`http://${loopback}/`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'given_name', 'family_name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
    },
    renderError,
    ttl: { Session: 86_400, Interaction: 3600, Grant: 86_400, AccessToken: 3600, IdToken: 3600 },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, sub) => {
      const found = demoAccounts.find((account) => account.sub === sub);
      if (found === undefined) return undefined;
      const claims = {
        sub, email: found.email, email_verified: true,
        given_name: found.givenName, family_name: found.familyName, name: `${found.givenName} ${found.familyName}`,
      };
      return { accountId: sub, claims: () => claims };
    },
    // Nobody is asked for consent: the application and the provider belong together here.
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client?.clientId ?? '',
        accountId: context.oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  allowAnyLoopbackPort(provider);
  const callback = provider.callback();
  const web = await listen(options.port, (request, response) => {
    const interaction = /^\/interaction\/[\w-]+$/.test(request.url ?? '');
    if (!interaction) return void callback(request, response);
    signIn(provider, request, response).catch(() =>
      send(response, 400, 'text/html', page('Connexion expirée', '<h1>Connexion expirée</h1><p>Revenez à l’application et connectez-vous de nouveau.</p>')),
    );
  });
  return { issuer, stop: web.close };
}

/** The application's port is chosen at each start, and tests run several applications: the path is what counts. */
function allowAnyLoopbackPort(provider: Provider): void {
  const isOurs = (path: RegExp) => (value: string) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    return url !== undefined && url.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname) && path.test(url.pathname);
  };
  const client = provider.Client.prototype as { redirectUriAllowed(value: string): boolean; postLogoutRedirectUriAllowed(value: string): boolean };
  client.redirectUriAllowed = isOurs(/^\/api\/auth\/callback$/);
  client.postLogoutRedirectUriAllowed = isOurs(/^\//);
}

async function signIn(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { uid } = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') return send(response, 200, 'text/html', accountsPage(uid));
  const sub = new URLSearchParams(await readBody(request)).get('account') ?? '';
  await provider.interactionFinished(request, response, { login: { accountId: sub } }, { mergeWithLastSubmission: false });
}

function accountsPage(uid: string): string {
  const buttons = demoAccounts.map(
    (account) =>
      `<button name="account" value="${account.sub}"><strong>${escapeHtml(`${account.givenName} ${account.familyName}`)}</strong> · ${escapeHtml(account.about)}<br><span class="quiet">${account.email}</span></button>`,
  );
  return page(
    'Se connecter',
    `<h1>Se connecter à Estampille</h1><p>Démonstration : choisissez qui vous êtes. Aucun mot de passe.</p><form method="post" action="/interaction/${uid}">${buttons.join('')}</form>`,
  );
}

function logoutSource(context: { body: unknown }, form: string): void {
  context.body = page('Se déconnecter', `<h1>Se déconnecter ?</h1>${form}<button form="op.logoutForm" name="logout" value="yes" autofocus>Oui, me déconnecter</button><button form="op.logoutForm">Non, rester connecté</button>`);
}

function renderError(context: { type: string; body: unknown }, out: { error: string; error_description?: string }): void {
  context.type = 'html';
  context.body = page('Connexion impossible', `<h1>Connexion impossible</h1><p>Revenez à l’application et connectez-vous de nouveau.</p><p class="quiet">${escapeHtml(`${out.error} ${out.error_description ?? ''}`)}</p>`);
}

function postLogoutSuccessSource(context: { body: unknown }): void {
  context.body = page('Déconnecté', '<h1>Vous êtes déconnecté.</h1>');
}

/** Kept in the data folder: a session survives a restart of the provider. */
async function signingKey(dataDir: string): Promise<JWK> {
  const file = join(dataDir, 'oidc-key.json');
  if (!existsSync(file)) {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    writeFileSync(file, JSON.stringify({ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: 'local' }), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as JWK;
}
