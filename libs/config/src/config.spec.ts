import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig, settingNames } from './config.js';

const key = Buffer.alloc(32, 7).toString('base64');
const good = {
  ESTAMPILLE_DATABASE_URL: 'postgresql://me:secret@127.0.0.1:5432/estampille',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  SMTP_URL: 'smtp://127.0.0.1:1025',
  MAIL_FROM: 'Estampille <label@example.org>',
  OIDC_ISSUER: 'http://127.0.0.1:9000',
  OIDC_CLIENT_ID: 'estampille',
  OIDC_CLIENT_SECRET: 'shh',
  API_PORT: '8080',
  PUBLIC_URL: 'http://127.0.0.1:8080/',
  FILES_DIR: '/var/lib/estampille/files',
  SESSION_SECRET: 'x'.repeat(32),
  PAYLOAD_KEYS: `k2:${key},k1:${key}`,
};

function refusal(change: Record<string, string | undefined>): ConfigError {
  try {
    loadConfig({ ...good, ...change });
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('The configuration was accepted.');
}

describe('loadConfig', () => {
  it('reads a whole configuration, with its defaults', () => {
    expect(loadConfig(good)).toEqual({
      databaseUrl: good.ESTAMPILLE_DATABASE_URL,
      temporal: { address: '127.0.0.1:7233', namespace: 'estampille', tls: false },
      smtp: { url: good.SMTP_URL, from: good.MAIL_FROM },
      oidc: { issuer: good.OIDC_ISSUER, clientId: 'estampille', clientSecret: 'shh', emailsTrusted: false },
      api: { host: '127.0.0.1', port: 8080, publicUrl: 'http://127.0.0.1:8080', requestsPerMinute: 3000, trustedProxies: [] },
      filesDir: good.FILES_DIR,
      credentialKeysDir: '/var/lib/estampille/credential-keys',
      schemesDir: 'schemes',
      sessionSecret: good.SESSION_SECRET,
      payloadKeys: [`k2:${key}`, `k1:${key}`],
      clock: { mode: 'real', offsetMs: 0 },
      logLevel: 'info',
    });
  });

  it.each([
    ['ESTAMPILLE_DATABASE_URL', undefined],
    ['ESTAMPILLE_DATABASE_URL', 'mysql://x/y'],
    ['TEMPORAL_ADDRESS', 'http://localhost:7233'],
    ['TEMPORAL_TLS', 'yes'],
    ['SMTP_URL', 'localhost'],
    ['MAIL_FROM', '  '],
    ['OIDC_ISSUER', 'sso'],
    ['API_PORT', '80 80'],
    ['API_PORT', '70000'],
    ['PUBLIC_URL', '/here'],
    ['SESSION_SECRET', 'short'],
    ['PAYLOAD_KEYS', 'k1:abc'],
    ['PAYLOAD_KEYS', `k1:${key},k1:${key}`],
    ['CREDENTIAL_KEYS_DIR', '/var/lib/estampille/files/credential-keys'],
    ['CREDENTIAL_KEYS_DIR', '/var/lib/estampille/files/'],
    ['TRUSTED_PROXIES', 'true'],
    ['TRUSTED_PROXIES', '10.0.0.1/33'],
    ['CLOCK_MODE', 'fast'],
    ['CLOCK_OFFSET_MS', '5'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses a wrong %s (%s) by its name', (name, value) => {
    const error = refusal({ [name]: value });
    expect(error.faults.map((fault) => fault.name)).toEqual([name]);
    expect(error.message).toContain(name);
  });

  it('reads the addresses of proxies', () => {
    expect(loadConfig({ ...good, TRUSTED_PROXIES: '10.0.0.5, 172.16.0.0/12,::1' }).api.trustedProxies).toEqual(['10.0.0.5', '172.16.0.0/12', '::1']);
  });

  it('names every fault at once and never repeats a URL, which may hold a password', () => {
    const error = refusal({ ESTAMPILLE_DATABASE_URL: 'ftp://me:hunter2@host', API_PORT: 'x' });
    expect(error.faults).toHaveLength(2);
    expect(error.message).not.toContain('hunter2');
  });
});

describe('.env.example', () => {
  it('describes each setting, and nothing else', () => {
    const lines = readFileSync('.env.example', 'utf8').split('\n');
    const named = lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => line.split('=')[0]);
    expect(named).toEqual([...settingNames]);
  });
});
