import type { CookieSerializeOptions } from '@fastify/cookie';
import type { Config } from '../../../../libs/config/src/config.js';

/** True when people reach the API by https; cookies are then `Secure` and bound to the host. */
export function isSecure(config: Config): boolean {
  return config.api.publicUrl.startsWith('https:');
}

export function sessionCookie(config: Config): string {
  return isSecure(config) ? '__Host-estampille' : 'estampille';
}

export const attemptCookie = 'estampille-sign-in';

export function cookieOptions(config: Config, maxAgeSeconds: number, path = '/'): CookieSerializeOptions {
  return { httpOnly: true, sameSite: 'lax', secure: isSecure(config), path, maxAge: maxAgeSeconds };
}
