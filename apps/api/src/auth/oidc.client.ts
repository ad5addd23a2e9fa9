import { Inject, Injectable, Logger } from '@nestjs/common';
import * as oidc from 'openid-client';
import type { Config } from '../../../../libs/config/src/config.js';
import { CONFIG } from '../environment/tokens.js';
import { Problem } from '../http/problem.js';

/** What one sign-in has to remember until the provider calls back. */
export interface Attempt { readonly state: string; readonly nonce: string; readonly verifier: string; readonly returnTo: string }

/** The person as the provider describes them. */
export interface Claims { readonly issuer: string; readonly subject: string; readonly email: string; readonly name: string; readonly locale: 'fr' | 'en' }

/** Authorization code flow with PKCE against the configured provider, found by discovery at the first use. */
@Injectable()
export class OidcClient {
  private readonly logger = new Logger('Oidc');
  private provider: Promise<oidc.Configuration> | undefined;
  private readonly redirectUri: string;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.redirectUri = `${config.api.publicUrl}/api/auth/callback`;
  }

  /** @param prompt `login`: the provider asks again who it is, whoever is signed in there */
  async begin(returnTo: string, locale: 'fr' | 'en', prompt?: 'login'): Promise<{ url: string; attempt: Attempt }> {
    const provider = await this.discover();
    const attempt: Attempt = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), returnTo };
    const url = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: this.redirectUri, scope: 'openid email profile', state: attempt.state, nonce: attempt.nonce, ui_locales: locale,
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier), code_challenge_method: 'S256',
      ...(prompt === undefined ? {} : { prompt }),
    });
    return { url: url.href, attempt };
  }

  /** @param query what the provider appended to the callback, `?` included */
  async finish(query: string, attempt: Attempt): Promise<Claims> {
    const provider = await this.discover();
    let claims: Record<string, unknown>;
    try {
      const tokens = await oidc.authorizationCodeGrant(provider, new URL(this.redirectUri + query), {
        expectedState: attempt.state, expectedNonce: attempt.nonce, pkceCodeVerifier: attempt.verifier, idTokenExpected: true,
      });
      const identity = tokens.claims();
      if (!identity) throw new Error('no id token');
      claims = typeof identity['email'] === 'string' && identity['email_verified'] !== undefined ? identity : { ...identity, ...(await oidc.fetchUserInfo(provider, tokens.access_token, identity.sub)) };
    } catch (error) {
      this.logger.warn({ reason: error instanceof Error ? error.constructor.name : 'unknown', code: (error as { code?: unknown }).code }, 'Sign-in failed');
      throw new Problem(400, 'sign-in-failed');
    }
    return readClaims(claims, this.config.oidc.emailsTrusted);
  }

  /** Where the browser goes to end the provider's session too; the portal itself when the provider has no such page. */
  async signOutUrl(): Promise<string> {
    const provider = await this.discover();
    if (!provider.serverMetadata().end_session_endpoint) return `${this.config.api.publicUrl}/`;
    return oidc.buildEndSessionUrl(provider, { post_logout_redirect_uri: `${this.config.api.publicUrl}/` }).href;
  }

  private async discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.config.oidc;
    const url = new URL(issuer);
    // Only a provider on this machine may speak plain http (the embedded one); any other must be https.
    const local = url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
    this.provider ??= oidc.discovery(url, clientId, clientSecret, undefined, { timeout: 10, ...(local ? { execute: [oidc.allowInsecureRequests] } : {}) });
    try {
      return await this.provider;
    } catch (error) {
      this.provider = undefined;
      this.logger.error({ reason: error instanceof Error ? error.message : 'unknown' }, 'The identity provider cannot be reached');
      throw new Problem(503, 'identity-unavailable');
    }
  }
}

/**
 * An address finds the person whom somebody made known by it, with their roles: one that the provider did not verify proves nothing.
 * @param trusted the provider says nothing of verification and is known to verify
 */
export function readClaims(claims: Record<string, unknown>, trusted: boolean): Claims {
  const text = (name: string) => (typeof claims[name] === 'string' ? claims[name].replace(/[\p{Cc}\p{Cf}]/gu, ' ').trim() : '');
  const verified = claims['email_verified'];
  if (verified !== true && !(trusted && verified === undefined)) throw new Problem(403, 'email-unverified');
  if (text('email') === '') throw new Problem(400, 'sign-in-failed');
  const name = text('name') || [text('given_name'), text('family_name') || text('usual_name')].filter((part) => part !== '').join(' ') || text('email');
  return { issuer: text('iss'), subject: text('sub'), email: text('email'), name, locale: text('locale').startsWith('en') ? 'en' : 'fr' };
}
