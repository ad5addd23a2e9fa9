import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { isLocal, listen, readBody, send, sendJson } from './http.js';
import { listPage, messagePage } from './mail-page.js';
import { MailStore } from './mail-store.js';
import { loopback } from './ports.js';
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * How the catcher behaves. `refuse` answers `code` (451 unless told: try later) to every mail;
 * `drop-after-data` keeps the mail and cuts the line without answering, so that the sender can't know.
 */
export type Behaviour = { readonly mode: 'accept' | 'drop-after-data' } | { readonly mode: 'refuse'; readonly code?: number };

export interface SmtpCatcher {
  readonly url: string;
  readonly pageUrl: string;
  readonly mails: MailStore;
  behave(behaviour: Behaviour): void;
  stop(): Promise<void>;
}

/** Catches every mail, shows it at `pageUrl`, and answers tests at `pageUrl`/api/messages. */
export async function startSmtp(options: { dataDir: string; port: number; pagePort: number }): Promise<SmtpCatcher> {
  const mails = new MailStore(join(options.dataDir, 'mail'));
  let behaviour: Behaviour = { mode: 'accept' };

  const refusal = (): Error | undefined =>
    behaviour.mode === 'refuse' ? Object.assign(new Error('Refused, as asked'), { responseCode: behaviour.code ?? 451 }) : undefined;

  const receive = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> => {
    const mail = await simpleParser(stream);
    mails.add({
      messageId: mail.messageId ?? '',
      to: session.envelope.rcptTo.map((recipient) => recipient.address.toLowerCase()),
      from: mail.from?.text ?? '',
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      html: mail.html || '',
      ...(mail.date ? { date: mail.date.toISOString() } : {}),
    });
  };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onMailFrom: (_address, _session, done) => done(refusal()),
    onData: (stream, session, done) => {
      receive(stream, session).then(
        () => {
          if (behaviour.mode !== 'drop-after-data') return done();
          for (const connection of server.connections) (connection as { _socket: { destroy(): void } })._socket.destroy();
        },
        (error: Error) => done(error),
      );
    },
  });
  // A client that hangs up is no concern of ours.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(options.port, loopback, resolve);
  });

  const behave = (next: Behaviour): void => void (behaviour = next);
  const web = await listen(options.pagePort, (request, response) => {
    answer(request, response, mails, behave).catch((error: Error) => sendJson(response, 400, { detail: error.message }));
  });
  return {
    url: `smtp://${loopback}:${options.port}`,
    pageUrl: `http://${loopback}:${options.pagePort}`,
    mails,
    behave,
    stop: async () => {
      await Promise.all([web.close(), new Promise<void>((resolve) => server.close(() => resolve()))]);
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, mails: MailStore, behave: (next: Behaviour) => void): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://local');
  const filter = Object.fromEntries(url.searchParams) as { to?: string; since?: string };
  if (!isLocal(request)) return sendJson(response, 403, { detail: 'Open this page at http://127.0.0.1.' });
  switch (`${request.method} ${url.pathname}`) {
    case 'GET /':
      return send(response, 200, 'text/html', listPage(mails.find(filter), filter.to));
    case 'GET /api/messages':
      return sendJson(response, 200, mails.find(filter));
    case 'DELETE /api/messages':
      mails.clear();
      return sendJson(response, 200, {});
    case 'POST /api/behaviour':
      behave(JSON.parse(await readBody(request)) as Behaviour);
      return sendJson(response, 200, {});
    default:
      return sendMessage(request, response, url.pathname, mails);
  }
}

/** /messages/<id>, and /messages/<id>/html for the frame in it. */
function sendMessage(request: IncomingMessage, response: ServerResponse, path: string, mails: MailStore): void {
  const [, id, html] = /^\/messages\/(\d+)(\/html)?$/.exec(path) ?? [];
  const mail = id === undefined ? undefined : mails.get(id);
  if (mail === undefined || request.method !== 'GET') return send(response, 404, 'text/plain', 'Message introuvable.');
  if (html === undefined) return send(response, 200, 'text/html', messagePage(mail));
  return send(response, 200, 'text/html', mail.html, { 'content-security-policy': "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src data:" });
}
