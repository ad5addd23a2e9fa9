/** Where each server listens; plain data, so that a test process can receive it from the process that started them. */
export interface ServerAddresses {
  readonly dataDir: string;
  readonly logsDir: string;
  readonly temporal: { readonly address: string; readonly uiUrl?: string };
  readonly postgres: { readonly host: string; readonly port: number; readonly user: string; readonly password: string };
  readonly smtp: { readonly url: string; readonly pageUrl: string };
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };
  readonly secrets: { readonly session: string; readonly payloadKey: string };
}

/** Says one line to the person who waits. */
export type Say = (line: string) => void;

/** A failure that the person at the keyboard can repair: the message says what happened and what to do. */
export class StackError extends Error {
  override readonly name = 'StackError';
}
