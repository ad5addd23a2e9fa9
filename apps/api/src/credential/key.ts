/** A key that signs credentials, as its file holds it. */
export interface CredentialKey {
  /** Part of the address under which it is published. */
  readonly kid: string;
  /** ISO 8601, real time. */
  readonly createdAt: string;
  readonly publicKeyMultibase: string;
  /** Null once another key signs in its place. */
  readonly secretKeyMultibase: string | null;
  /** Set when it may have leaked: it is published no more, so that what it signed is refused. */
  readonly withdrawnAt: string | null;
}
