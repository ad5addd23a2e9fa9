import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { privateFolder } from './private-folder.js';

/** One caught mail. `to` holds the addresses of the envelope, in lower case; `date` is the mail's own (the Clock's instant), `receivedAt` is real time. */
export interface CaughtMail {
  readonly id: string;
  readonly messageId: string;
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Absent in mails that were kept before it was. */
  readonly date?: string;
  readonly receivedAt: string;
}

/** Caught mails, one file each, oldest first. */
export class MailStore {
  private mails: CaughtMail[];
  private next: number;

  constructor(private readonly folder: string) {
    privateFolder(folder);
    const files = readdirSync(folder).filter((name) => name.endsWith('.json')).sort();
    this.mails = files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as CaughtMail);
    this.next = Number(this.mails.at(-1)?.id ?? 0) + 1;
  }

  add(mail: Omit<CaughtMail, 'id' | 'receivedAt'>): void {
    const id = String(this.next++).padStart(7, '0');
    const kept: CaughtMail = { id, ...mail, receivedAt: new Date().toISOString() };
    const file = join(this.folder, `${id}.json`);
    writeFileSync(`${file}.partial`, JSON.stringify(kept, null, 2));
    renameSync(`${file}.partial`, file);
    this.mails.push(kept);
  }

  get(id: string): CaughtMail | undefined {
    return this.mails.find((mail) => mail.id === id);
  }

  /** Mails to one address, received at or after an instant (ISO 8601). */
  find({ to, since }: { to?: string; since?: string } = {}): readonly CaughtMail[] {
    const wanted = to?.toLowerCase();
    return this.mails.filter((mail) => (wanted === undefined || mail.to.includes(wanted)) && (since === undefined || mail.receivedAt >= since));
  }

  clear(): void {
    for (const mail of this.mails) rmSync(join(this.folder, `${mail.id}.json`), { force: true });
    this.mails = [];
  }
}
