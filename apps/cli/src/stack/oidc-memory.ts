import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly until: number;
}

/** What the provider remembers, for as long as it runs: signing in again after a restart costs one click. One object per kind of record. */
export class OidcMemory implements Adapter {
  private static readonly records = new Map<string, Kept>();

  constructor(private readonly kind: string) {}

  private key(id: string): string {
    return `${this.kind}:${id}`;
  }

  private first(matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [key, { payload, until }] of OidcMemory.records) {
      if (key.startsWith(`${this.kind}:`) && until > Date.now() && matches(payload)) return payload;
    }
    return undefined;
  }

  private forgetExpired(): void {
    for (const [key, { until }] of OidcMemory.records) if (until <= Date.now()) OidcMemory.records.delete(key);
  }

  upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<undefined> {
    if (OidcMemory.records.size > 5000) this.forgetExpired();
    OidcMemory.records.set(this.key(id), { payload, until: Date.now() + expiresIn * 1000 });
    return Promise.resolve(undefined);
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    const kept = OidcMemory.records.get(this.key(id));
    return Promise.resolve(kept !== undefined && kept.until > Date.now() ? kept.payload : undefined);
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(this.first((payload) => payload.uid === uid));
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(this.first((payload) => payload.userCode === userCode));
  }

  async consume(id: string): Promise<undefined> {
    const payload = await this.find(id);
    if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
    return undefined;
  }

  destroy(id: string): Promise<undefined> {
    OidcMemory.records.delete(this.key(id));
    return Promise.resolve(undefined);
  }

  revokeByGrantId(grantId: string): Promise<undefined> {
    // Of this kind only: whoever signs in as somebody else ends a grant that the sign-in under way (an Interaction) still names.
    for (const [key, { payload }] of OidcMemory.records) if (key.startsWith(`${this.kind}:`) && payload.grantId === grantId) OidcMemory.records.delete(key);
    return Promise.resolve(undefined);
  }
}
