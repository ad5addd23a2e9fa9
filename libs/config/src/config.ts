import { isIP } from 'node:net';
import { dirname, join, relative, sep } from 'node:path';
import { SettingsReader } from './reader.js';

export { ConfigError } from './reader.js';

export const clockModes = ['real', 'offset', 'stepped'] as const;
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Everything that differs from one installation to another. Read once, at the start of each process. */
export interface Config {
  readonly databaseUrl: string;
  readonly temporal: {
    /** host:port */
    readonly address: string;
    readonly namespace: string;
    readonly tls: boolean;
    readonly apiKey?: string;
  };
  readonly smtp: { readonly url: string; readonly from: string };
  readonly oidc: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    /** The provider verifies e-mail addresses but sends no `email_verified`. */
    readonly emailsTrusted: boolean;
  };
  /** `publicUrl` is what people type and mails link to; it never ends with a slash. */
  readonly api: {
    readonly host: string;
    readonly port: number;
    readonly publicUrl: string;
    /** Accepted from one person, or from one address without sign-in. */
    readonly requestsPerMinute: number;
    /** Addresses or networks of the proxies whose X-Forwarded-For is believed; empty for none. */
    readonly trustedProxies: readonly string[];
  };
  /** Folder of the attachments. */
  readonly filesDir: string;
  /** Folder of the keys that sign credentials; the api's alone. */
  readonly credentialKeysDir: string;
  /** Folder of the scheme files. */
  readonly schemesDir: string;
  readonly sessionSecret: string;
  /** `id:base64 of 32 bytes`; the first one encrypts, the others still decrypt. */
  readonly payloadKeys: readonly string[];
  readonly clock: { readonly mode: (typeof clockModes)[number]; readonly offsetMs: number };
  readonly logLevel: (typeof logLevels)[number];
}

/** The only names that are read from the environment by api and worker; .env.example describes each one. */
export const settingNames = [
  'ESTAMPILLE_DATABASE_URL',
  'TEMPORAL_ADDRESS',
  'TEMPORAL_NAMESPACE',
  'TEMPORAL_TLS',
  'TEMPORAL_API_KEY',
  'SMTP_URL',
  'MAIL_FROM',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_EMAILS_TRUSTED',
  'API_HOST',
  'API_PORT',
  'PUBLIC_URL',
  'REQUESTS_PER_MINUTE',
  'TRUSTED_PROXIES',
  'FILES_DIR',
  'CREDENTIAL_KEYS_DIR',
  'SCHEMES_DIR',
  'SESSION_SECRET',
  'PAYLOAD_KEYS',
  'CLOCK_MODE',
  'CLOCK_OFFSET_MS',
  'LOG_LEVEL',
] as const;

/**
 * Reads and checks the whole configuration.
 * @throws ConfigError naming every wrong setting and what to write instead
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const read = new SettingsReader(env);
  const apiKey = read.optional('TEMPORAL_API_KEY');
  const mode = read.choice('CLOCK_MODE', clockModes, 'real');
  const config: Config = {
    databaseUrl: read.url('ESTAMPILLE_DATABASE_URL', ['postgresql:', 'postgres:']),
    temporal: {
      address: temporalAddress(read),
      namespace: read.text('TEMPORAL_NAMESPACE', 'estampille'),
      tls: read.flag('TEMPORAL_TLS', false),
      ...(apiKey === undefined ? {} : { apiKey }),
    },
    smtp: { url: read.url('SMTP_URL', ['smtp:', 'smtps:']), from: read.text('MAIL_FROM') },
    oidc: {
      issuer: read.url('OIDC_ISSUER', ['https:', 'http:']),
      clientId: read.text('OIDC_CLIENT_ID'),
      clientSecret: read.text('OIDC_CLIENT_SECRET'),
      emailsTrusted: read.flag('OIDC_EMAILS_TRUSTED', false),
    },
    api: {
      host: read.text('API_HOST', '127.0.0.1'),
      port: read.integer('API_PORT', { min: 1, max: 65535 }),
      publicUrl: read.url('PUBLIC_URL', ['https:', 'http:']).replace(/\/+$/, ''),
      requestsPerMinute: read.integer('REQUESTS_PER_MINUTE', { min: 1, max: 100_000_000, fallback: 3000 }),
      trustedProxies: trustedProxies(read),
    },
    filesDir: read.text('FILES_DIR'),
    credentialKeysDir: credentialKeysDir(read),
    schemesDir: read.text('SCHEMES_DIR', 'schemes'),
    sessionSecret: read.secret('SESSION_SECRET', 32),
    payloadKeys: payloadKeys(read),
    clock: { mode, offsetMs: clockOffset(read, mode) },
    logLevel: read.choice('LOG_LEVEL', logLevels, 'info'),
  };
  read.finish();
  return config;
}

/** Beside the attachments, never among them: who copies or serves those must not come upon keys. */
function credentialKeysDir(read: SettingsReader): string {
  const files = read.optional('FILES_DIR') ?? '';
  const keys = read.optional('CREDENTIAL_KEYS_DIR') ?? join(dirname(files), 'credential-keys');
  const [first] = relative(files, keys).split(sep);
  return files !== '' && first !== '..' ? read.refuse('CREDENTIAL_KEYS_DIR', 'lies in FILES_DIR; name a folder beside it, which only the api reads', keys) : keys;
}

function temporalAddress(read: SettingsReader): string {
  const value = read.text('TEMPORAL_ADDRESS');
  if (value === '' || /^[^\s/]+:\d{1,5}$/.test(value)) return value;
  return read.refuse('TEMPORAL_ADDRESS', `is “${value}”; write host:port, for example 127.0.0.1:7233`, value);
}

function trustedProxies(read: SettingsReader): readonly string[] {
  const listed = (read.optional('TRUSTED_PROXIES') ?? '').split(',').map((one) => one.trim()).filter((one) => one !== '');
  const known = listed.every((one) => {
    const [address = '', bits, more] = one.split('/');
    const version = isIP(address);
    return version !== 0 && more === undefined && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)));
  });
  return known ? listed : read.refuse('TRUSTED_PROXIES', 'is not a list of addresses; write IP addresses or networks separated by commas, for example 10.0.0.5,172.16.0.0/12', []);
}

function payloadKeys(read: SettingsReader): readonly string[] {
  const keys = read.text('PAYLOAD_KEYS').split(',').map((key) => key.trim()).filter((key) => key !== '');
  const wellFormed = keys.every((key) => {
    const [, encoded] = /^[\w-]+:([A-Za-z0-9+/]{43}=)$/.exec(key) ?? [];
    return encoded !== undefined;
  });
  const ids = new Set(keys.map((key) => key.split(':')[0]));
  if (keys.length > 0 && (!wellFormed || ids.size !== keys.length)) {
    return read.refuse('PAYLOAD_KEYS', 'is not a list of id:key; write distinct ids, each with 32 bytes in base64 (openssl rand -base64 32), separated by commas', []);
  }
  return keys;
}

const farthestOffsetMs = 100 * 366 * 86_400_000;

function clockOffset(read: SettingsReader, mode: Config['clock']['mode']): number {
  const offsetMs = read.integer('CLOCK_OFFSET_MS', { min: -farthestOffsetMs, max: farthestOffsetMs, fallback: 0 });
  if (offsetMs !== 0 && mode === 'real') {
    return read.refuse('CLOCK_OFFSET_MS', 'is set while CLOCK_MODE is real; remove it, or set CLOCK_MODE=offset', 0);
  }
  return offsetMs;
}
