import { describe, expect, it } from '@jest/globals';
import { readClaims } from './oidc.client.js';

const claims = { iss: 'https://id.example.org', sub: 's', email: 'a@example.org', name: 'A\u202eB' };

describe('claims of the provider', () => {
  it('need an address that it verified', () => {
    expect(readClaims({ ...claims, email_verified: true }, false)).toEqual({ issuer: claims.iss, subject: 's', email: 'a@example.org', name: 'A B', locale: 'fr' });
    for (const verified of [false, undefined, 'true', 1]) {
      expect(() => readClaims({ ...claims, email_verified: verified }, false)).toThrow(expect.objectContaining({ status: 403, code: 'email-unverified' }));
    }
  });

  it('may leave that out when the provider is trusted, but not deny it', () => {
    expect(readClaims(claims, true).email).toBe('a@example.org');
    expect(() => readClaims({ ...claims, email_verified: false }, true)).toThrow(expect.objectContaining({ code: 'email-unverified' }));
  });
});
