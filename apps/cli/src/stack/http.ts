import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { loopback } from './ports.js';

/** Listens on the loopback; closing also ends the connections that clients keep open. */
export async function listen(port: number, handler: RequestListener): Promise<{ server: Server; close(): Promise<void> }> {
  const server = createServer(handler);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, resolve);
  });
  return {
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function send(response: ServerResponse, status: number, type: string, body: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers });
  response.end(body);
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, 'application/json', JSON.stringify(value, null, 2));
}

/** The body of a small request; longer than 64 KiB is refused. */
export async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    body += chunk.toString('utf8');
    if (body.length > 65_536) throw new Error('The request is too long.');
  }
  return body;
}

/** Refuses requests that a foreign page sends through the reader's browser (rebinding, cross-site forms). */
export function isLocal(request: IncomingMessage): boolean {
  const name = (request.headers.host ?? '').replace(/:\d+$/, '');
  const site = request.headers['sec-fetch-site'];
  return ['127.0.0.1', 'localhost'].includes(name) && (request.method === 'GET' || site !== 'cross-site');
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The frame of our small pages. */
export function page(title: string, body: string): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><style>
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.4rem}a,button{color:#2a4fbd}a:hover{text-decoration-thickness:2px}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.45rem .6rem;border-bottom:1px solid #8885;vertical-align:top}.quiet{color:#777;font-size:.9rem}
button{font:inherit;display:block;width:100%;text-align:left;padding:.6rem .8rem;margin:.4rem 0;border:1px solid #8886;border-radius:.4rem;background:transparent;cursor:pointer}
button:hover,button:focus-visible{border-color:#2a4fbd;outline:2px solid #2a4fbd}pre{white-space:pre-wrap;border:1px solid #8885;padding:1rem;border-radius:.4rem}
iframe{width:100%;height:32rem;border:1px solid #8885;border-radius:.4rem;background:#fff}@media(prefers-color-scheme:dark){a,button{color:#9db4ff}}
</style></head><body>${body}</body></html>`;
}
