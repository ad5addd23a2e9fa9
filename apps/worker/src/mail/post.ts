import nodemailer from 'nodemailer';
import type { Instant } from '../../../../libs/domain/src/calendar/types.js';
import type { RenderedMail } from '../../../../libs/domain/src/notification/render.js';

/** One mail on its way to one address. */
export interface Envelope {
  readonly to: string;
  readonly messageId: string;
  readonly mail: RenderedMail;
  /** The Clock's instant: what the reader sees as the date. */
  readonly date: Instant;
  /** Where one click stops such mails (RFC 8058). */
  readonly leaveUrl?: string | undefined;
}

/**
 * What became of it. `refused`: the server said "never" to this mail. `later`: it said "later", or could not be reached;
 * `mayHaveGone` when the connection broke off with the mail under way, so that it may have arrived after all.
 */
export type Delivery =
  | { readonly is: 'sent' }
  | { readonly is: 'refused'; readonly error: string }
  | { readonly is: 'later'; readonly error: string; readonly mayHaveGone: boolean };

/** How many connections to the mail server at once. */
export const connections = 5;

/** The way to the mail server: a pool of connections. Close it when the worker stops. */
export class Post {
  private readonly transport;

  constructor({ url, from }: { url: string; from: string }) {
    this.transport = nodemailer.createTransport({
      url,
      pool: true,
      maxConnections: connections,
      // The pool would send again by itself what broke off, behind the back of the table that counts it.
      maxRequeues: 0,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    }, { from, headers: { 'Auto-Submitted': 'auto-generated' } });
  }

  /** Sends one mail; a failure is an answer, never an exception. */
  async send({ to, messageId, mail, date, leaveUrl }: Envelope): Promise<Delivery> {
    try {
      await this.transport.sendMail({ to: { name: '', address: to }, messageId, date: new Date(date), subject: mail.subject, text: mail.text, html: mail.html, ...(leaveUrl === undefined ? {} : { headers: oneClick(leaveUrl) }) });
      return { is: 'sent' };
    } catch (error) {
      return deliveryOf(error as SmtpError);
    }
  }

  close(): void {
    this.transport.close();
  }
}

/** Mail readers show a button of their own for it. */
function oneClick(leaveUrl: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${leaveUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** What nodemailer adds to its errors. */
type SmtpError = Error & { code?: string; syscall?: string; responseCode?: number };

/** Errors of a server that did not come as far as this mail. */
const beforeTheMail = ['EDNS', 'EAUTH', 'ENOAUTH', 'ETLS', 'EPROTOCOL'];

function deliveryOf(error: SmtpError): Delivery {
  const text = `${error.code ?? error.name}: ${error.message}`.slice(0, 500);
  // A 5xx to the connection or to our own sign-in says nothing about this mail: only the envelope's and the content's do.
  const ofThisMail = error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
  if (ofThisMail && (error.responseCode === undefined || error.responseCode >= 500)) return { is: 'refused', error: text };
  const surelyNot = error.responseCode !== undefined || error.syscall === 'connect' || beforeTheMail.includes(error.code ?? '');
  return { is: 'later', error: text, mayHaveGone: !surelyNot };
}
