/**
 * The header that names a download (RFC 6266): a plain name for old clients beside the encoded one. Quotes, line ends and marks
 * of direction never reach the plain name; the encoded one has lost the unseen marks.
 */
export function attachmentDisposition(name: string): string {
  const seen = name.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim() || 'document';
  const plain = seen.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-.]+/, '').slice(-120);
  const encoded = encodeURIComponent(seen.replace(/[/\\]/g, '-').slice(-150)).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain || 'document'}"; filename*=UTF-8''${encoded}`;
}
