/** The name as given, encoded (RFC 6266), beside a plain one for old clients. */
export function disposition(name: string, type: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="document.${type}"; filename*=UTF-8''${encoded}`;
}
