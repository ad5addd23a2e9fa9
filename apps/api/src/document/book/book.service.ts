import { Inject, Injectable } from '@nestjs/common';
import { civilDateOf } from '../../../../../libs/domain/src/calendar/instants.js';
import { writtenDate } from '../../../../../libs/domain/src/notification/dates.js';
import { questionsOf } from '../../../../../libs/domain/src/scheme/questions.js';
import type { Database } from '../../../../../libs/persistence/src/database.js';
import { clockNow } from '../../../../../libs/persistence/src/procedure/clock.queries.js';
import type { Caller } from '../../auth/caller.js';
import { DATABASE } from '../../environment/tokens.js';
import type { Locale } from '../../http/locale.js';
import type { BoundFile } from '../binding/bound.js';
import { BinderService } from '../binding/binder.service.js';
import type { Made } from '../document.js';
import type { Block, Fact } from '../pdf/model.js';
import { wordOf } from '../words.js';
import { answerBlocks, type NumberedFile } from './answers.blocks.js';
import { bookTexts } from './book.texts.js';
import { appraisalBlocks, handlingBlocks, messageBlocks, timelineBlocks } from './file.blocks.js';
import { FileReader, type FileRead } from './file.reader.js';

/** One PDF of a file, by the rights of its reader. */
@Injectable()
export class BookService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly files: FileReader, private readonly binder: BinderService) {}

  /** @throws Problem as `FileReader.read`; 429 `document-under-way`, 503 `too-many-documents` */
  async ofFile(caller: Caller, id: string, locale: Locale): Promise<Made> {
    const file = await this.files.read(caller, id, locale);
    const say = bookTexts[locale];
    const now = await clockNow(this.db);
    const on = writtenDate(civilDateOf(now, file.scheme.zone), locale);
    const title = `${file.pole.name} – ${file.callTitle}`;
    const made = await this.binder.bind(caller.personId, {
      locale,
      source: {
        locale, title, author: file.scheme.secretariat.name[locale], createdAt: now,
        running: { head: file.pole.name, aside: file.callTitle, foot: say.foot(caller.name, on) }, ...(file.draft ? { mark: say.draftMark } : {}),
        cover: {
          sender: [file.scheme.authority.name[locale], file.scheme.secretariat.name[locale]], kicker: file.draft ? say.draftKicker : say.kicker, title: file.pole.name, subtitle: file.scheme.name[locale],
          facts: [...summaryFacts(file, locale), [say.madeFor, readerOf(caller, locale)], [say.madeOn, on]], notice: [say.notice], colophon: colophon(file, locale),
        },
        blocks: [{ is: 'contents', title: say.contents }, ...fileBlocks(file, locale)],
      },
      files: boundFiles(file, locale),
    });
    return { ...made, name: `${file.pole.name}-${file.callTitle}.pdf`, subject: `application/${id}` };
  }
}

/** The caller's name, and in what capacity they read. */
export function readerOf({ name, roles }: Caller, locale: Locale): string {
  return `${name} (${roles.map((role) => wordOf(role, locale)).join(', ')})`;
}

/** What the first page, or the summary in a committee's book, says of a file. */
export function summaryFacts({ callTitle, dossier, pole, scheme }: FileRead, locale: Locale): Fact[] {
  const say = bookTexts[locale];
  const { carrier, themes, territory } = pole;
  const { kind, receivedOn } = (dossier?.data ?? {}) as { kind?: string; receivedOn?: string };
  const form = scheme.structureTypes.find(({ code }) => code === carrier.legalForm)?.label[locale] ?? carrier.legalForm;
  return [
    [say.call, callTitle],
    ...(dossier ? [[say.status, wordOf(dossier.status, locale)] as const] : []),
    ...(kind ? [[say.kind, wordOf(kind, locale)] as const] : []),
    ...(receivedOn ? [[say.receivedOn, writtenDate(receivedOn, locale)] as const] : []),
    [say.structure, `${carrier.name}, ${form} (SIREN ${carrier.siren.replace(/(\d{3})(?=\d)/g, '$1\u00a0')})`],
    [say.territory, territory],
    [say.themes, themes.map((code) => scheme.themes.find((one) => one.code === code)?.label[locale] ?? code).join(', ')],
  ];
}

/** Everything of a file that is text. */
export function fileBlocks(file: FileRead, locale: Locale): Block[] {
  const { dossier, scheme, answers, messages, appraisals } = file;
  return [
    ...(answers ? [{ is: 'heading', level: 1, text: bookTexts[locale].answers } as const, ...answerBlocks(scheme, answers, numbered(file), locale)] : []),
    ...(dossier ? handlingBlocks(dossier, scheme, locale) : []),
    ...appraisalBlocks({ appraisals, result: dossier?.result ?? null, consensus: dossier?.consensus ?? null }, scheme, locale),
    ...messageBlocks(messages, locale),
    ...(dossier ? timelineBlocks(dossier.timeline, locale) : []),
  ];
}

/** Ids and hashes by which the file is known again. */
function colophon({ id, schemeId, submitted }: FileRead, locale: Locale): Fact[] {
  const say = bookTexts[locale];
  return [[say.reference, id], ...(submitted ? [[say.version, `${submitted.version}, ${say.hash} ${submitted.hash}`] as const] : []), [say.scheme, schemeId]];
}

function numbered({ files }: FileRead): NumberedFile[] {
  return files.map(({ row }, i) => ({ n: i + 1, name: row.name, question: row.purpose === 'answer' ? row.question : null }));
}

function boundFiles({ files, scheme }: FileRead, locale: Locale): BoundFile[] {
  const say = bookTexts[locale];
  const questions = new Map(questionsOf(scheme.application.form).map(({ question }) => [question.code, question.label[locale]]));
  return files.map(({ row, path }) => ({
    key: row.id, path, name: row.name, type: row.type, size: row.size, sha256: row.sha256,
    facts: [
      [say.purpose, say.purposes[row.purpose] ?? row.purpose], ...(row.question === null ? [] : [[say.question, questions.get(row.question) ?? row.question] as const]),
      [say.givenOn, writtenDate(civilDateOf(row.uploadedAt.toISOString(), scheme.zone), locale)],
    ],
  }));
}
