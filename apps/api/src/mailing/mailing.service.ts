import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../../libs/config/src/config.js';
import { civilDateOf } from '../../../../libs/domain/src/calendar/instants.js';
import { mailingPlaceholders, type MailingText, placeholderFaults } from '../../../../libs/domain/src/mailing/mailing-text.js';
import { renderNotice } from '../../../../libs/domain/src/notification/render.js';
import type { Locale, Template } from '../../../../libs/domain/src/notification/template.js';
import { threadTexts } from '../../../../libs/domain/src/notification/texts/thread.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { confirmMailing, copyFor, prepareMailing, testMailing } from '../../../../libs/persistence/src/mailing/mailing.commands.js';
import {
  type Addressee, addressees, findMailing, listMailings, mailingCounts, mailingFiles, type MailingRecord, reached, wouldReach,
} from '../../../../libs/persistence/src/mailing/mailing.queries.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import type { Caller } from '../auth/caller.js';
import { CONFIG, DATABASE } from '../environment/tokens.js';
import { faultAt, type FieldFault } from '../http/field-fault.js';
import { decodeCursor, type Page, pageOf, type PageQuery } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { filesOf } from './mailing-list.js';
import type { MailingDto, MailingFileDto, MailingFileQueryDto, MailingSummaryDto, NewMailingDto } from './mailing.dto.js';

/** Mailings are written in Paris, whatever the scheme of a file: the day of sending is the secretariat's. */
const zone = 'Europe/Paris';
const template = threadTexts['mailing.message'] as Template;

/** Writing once to a filtered list: prepared, looked at, tested, confirmed; sent by the outbox like every other mail. */
@Injectable()
export class MailingService {
  constructor(@Inject(DATABASE) private readonly db: Database, @Inject(CONFIG) private readonly config: Config) {}

  /** Keeps text and list; nobody is told. */
  async prepare(caller: Caller, { list, subject, text }: NewMailingDto): Promise<MailingDto> {
    const faults = [...faultsIn('/subject', subject), ...faultsIn('/text', text)];
    if (faults.length > 0) throw new Problem(422, 'invalid', {}, faults);
    const files = await filesOf(this.db, list);
    if (files.length === 0) throw new Problem(409, 'list-empty');
    const id = await prepareMailing(this.db, { list, subject: plainText(subject), text: plainText(text), files: files.map(({ subjectId }) => subjectId), by: caller.personId });
    return this.show(id);
  }

  async list({ limit, cursor }: PageQuery): Promise<Page<MailingSummaryDto>> {
    const rows = await listMailings(this.db, { before: decodeCursor(cursor, 'instant', 'id'), limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.preparedAt.toISOString(), row.id], summary);
  }

  async show(id: string): Promise<MailingDto> {
    const row = await this.find(id);
    const [first] = await this.filesFrom(id, 1);
    const { sent = 0, failed = 0, suppressed = 0, ...waiting } = await mailingCounts(this.db, id);
    const underWay = Object.values(waiting).reduce((sum, n) => sum + n, 0);
    return { ...summary(row), text: row.text, sample: first ? await this.sample(row, first) : null, counts: { underWay, sent, failed: failed + suppressed } };
  }

  /** The files of the preview with those who are told; after the confirmation, what became of each copy. */
  async files(id: string, { state, limit, cursor }: MailingFileQueryDto): Promise<Page<MailingFileDto>> {
    const { confirmedAt } = await this.find(id);
    const [after] = decodeCursor(cursor, 'text') ?? [];
    const rows = await addressees(this.db, await mailingFiles(this.db, id, { state, after, limit: limit + 1 }));
    const { items, next } = pageOf(rows, limit, ({ subjectId }) => [subjectId], (row) => row);
    return {
      next,
      items: await Promise.all(items.map(async ({ subjectId, poleId, poleName }) => ({
        file: subjectId, pole: poleName, recipients: confirmedAt ? await reached(this.db, id, subjectId) : await wouldReach(this.db, poleId),
      }))),
    };
  }

  /** Sends the first file’s copy to the caller. */
  async test(caller: Caller, id: string): Promise<void> {
    const row = await this.find(id);
    const [addressee] = await this.filesFrom(id, 1);
    if (!addressee) throw new Problem(409, 'list-empty');
    const { title, text } = copyFor(row, addressee, await this.today());
    await testMailing(this.db, { id, personId: caller.personId, addressee, facts: { title: { fr: `[Essai] ${title.fr}`, en: `[Test] ${title.en}` }, text } });
  }

  /** Sends it, if the list is still the one that was seen; once, however often it is asked. */
  async confirm(caller: Caller, id: string, seen: number): Promise<MailingDto> {
    const { list, files, confirmedAt } = await this.find(id);
    if (confirmedAt === null && seen !== files) throw new Problem(409, 'count-differs', { typed: seen, files });
    const confirmation = await confirmMailing(this.db, { id, seen, by: caller.personId, today: await this.today() }, (tx) => filesOf(tx, list));
    if (confirmation.is === 'changed') throw new Problem(409, 'list-changed', { was: confirmation.was, now: confirmation.now });
    return this.show(id);
  }

  private async sample(row: MailingRecord, addressee: Addressee): Promise<MailingDto['sample']> {
    const facts = copyFor(row, addressee, await this.today());
    const about = { taskUrl: `${this.config.api.publicUrl}/tasks/${addressee.subjectId}`, reference: addressee.subjectId, pole: addressee.poleName };
    const mail = (locale: Locale) => {
      const { subject, text, html } = renderNotice(template, locale, facts, about);
      return { subject, text, html };
    };
    return { file: addressee.subjectId, fr: mail('fr'), en: mail('en') };
  }

  private async filesFrom(id: string, limit: number): Promise<Addressee[]> {
    return addressees(this.db, await mailingFiles(this.db, id, { limit }));
  }

  private async today(): Promise<string> {
    return civilDateOf(await clockNow(this.db), zone);
  }

  private async find(id: string): Promise<MailingRecord> {
    const found = await findMailing(this.db, id);
    if (!found) throw new Problem(404, 'not-found');
    return found;
  }
}

function faultsIn(pointer: string, text: MailingText): FieldFault[] {
  const known = mailingPlaceholders.join(', ');
  return (['fr', 'en'] as const).flatMap((locale) => placeholderFaults(text[locale] ?? '').map(({ found, line, column }) => faultAt(`${pointer}/${locale}`, 'placeholder-unknown', { found, line, column, known })));
}

function plainText({ fr, en }: { fr: string; en?: string | undefined }): MailingText {
  return en === undefined ? { fr } : { fr, en };
}

function summary(row: MailingRecord): MailingSummaryDto {
  return {
    id: row.id, status: row.confirmedAt ? 'sent' : 'prepared', list: row.list, subject: row.subject, files: row.files, recipients: row.recipients,
    preparedBy: { id: row.preparedBy, name: row.preparedByName }, preparedAt: row.preparedAt.toISOString(),
    confirmedBy: row.confirmedBy === null ? null : { id: row.confirmedBy, name: row.confirmedByName ?? '' }, confirmedAt: row.confirmedAt?.toISOString() ?? null,
  };
}
