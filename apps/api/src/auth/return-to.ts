/** A path of this site to come back to; anything else (another host, `//host`, a backslash trick) becomes '/'. */
export function localPath(returnTo: unknown, publicUrl: string): string {
  if (typeof returnTo !== 'string' || !returnTo.startsWith('/') || /[\\\u0000-\u001f]/.test(returnTo) || returnTo.length > 500) return '/';
  const target = URL.canParse(returnTo, publicUrl) ? new URL(returnTo, publicUrl) : undefined;
  if (!target || target.origin !== new URL(publicUrl).origin) return '/';
  const path = `${target.pathname}${target.search}${target.hash}`;
  return path.startsWith('//') ? '/' : path;
}
