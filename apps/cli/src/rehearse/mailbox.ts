import { slugOf } from './firms.js';

/** One mail as the catcher's page lists it. */
interface Mail {
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly messageId: string;
  readonly receivedAt: string;
  readonly text: string;
}

/** A mail of this rehearsal, with the Clock's instant at which it was found. */
export interface Found {
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
}

/** The mail of one rehearsal: addresses of a domain of its own on a shared catcher. */
export class Mailbox {
  private last = { id: '', receivedAt: new Date(0).toISOString() };

  constructor(private readonly pageUrl: string, private readonly domain: string) {}

  /** What has come since the last time. */
  async fresh(): Promise<Found[]> {
    const response = await fetch(`${this.pageUrl}/api/messages?since=${encodeURIComponent(this.last.receivedAt)}`);
    const mails = ((await response.json()) as Mail[]).filter((mail) => mail.id > this.last.id);
    this.last = mails.at(-1) ?? this.last;
    return mails.flatMap((mail) => mail.to.filter((to) => [`@${this.domain}`, `.${this.domain}`, `-${slugOf(this.domain)}.example`].some((end) => to.endsWith(end))).map((to) => ({ to, subject: mail.subject, messageId: mail.messageId, text: mail.text })));
  }
}
