import { Inject, Injectable } from '@nestjs/common';
import { civilDateOf } from '../../../../../libs/domain/src/calendar/instants.js';
import { writtenDate } from '../../../../../libs/domain/src/notification/dates.js';
import type { Database } from '../../../../../libs/persistence/src/database.js';
import { clockNow } from '../../../../../libs/persistence/src/procedure/clock.queries.js';
import { schemeById } from '../../../../../libs/persistence/src/scheme/scheme.queries.js';
import type { Caller } from '../../auth/caller.js';
import { MinutesService } from '../../committee/minutes.service.js';
import { SessionService } from '../../committee/session.service.js';
import type { SessionDto } from '../../committee/session.dto.js';
import { DATABASE } from '../../environment/tokens.js';
import type { Locale } from '../../http/locale.js';
import { Problem } from '../../http/problem.js';
import { BinderService } from '../binding/binder.service.js';
import { fileBlocks, readerOf, summaryFacts } from '../book/book.service.js';
import { bookTexts } from '../book/book.texts.js';
import { FileReader } from '../book/file.reader.js';
import type { Made } from '../document.js';
import type { Block } from '../pdf/model.js';
import { renderPdf } from '../pdf/render.js';
import { minutesSource } from './minutes.source.js';

const phrases = {
  fr: {
    kicker: 'Dossiers de séance', title: (on: string) => `Séance du ${on}`, agenda: 'Ordre du jour', held: 'Le', place: 'Lieu', remote: 'À distance', chair: 'Présidence', files: 'Dossiers',
    n: 'N°', pole: 'Pôle', themes: 'Thèmes', note: 'Observation', closed: 'Vous vous êtes déporté : le dossier ne figure pas ici.', gone: 'Ce dossier n’est plus devant le comité.', notAwardable: 'Note inférieure au seuil',
    notice: 'Les pièces jointes se consultent dans chaque dossier en ligne.',
  },
  en: {
    kicker: 'Files of the session', title: (on: string) => `Session of ${on}`, agenda: 'Agenda', held: 'On', place: 'Place', remote: 'Remotely', chair: 'Chair', files: 'Files',
    n: 'No.', pole: 'Centre', themes: 'Themes', note: 'Remark', closed: 'You are recused: the file is not here.', gone: 'This file is no longer before the committee.', notAwardable: 'Below the threshold',
    notice: 'The attachments can be read in each file online.',
  },
} as const;

/** The documents of a session of the committee. */
@Injectable()
export class SessionDocumentService {
  constructor(
    @Inject(DATABASE) private readonly db: Database, private readonly sessions: SessionService, private readonly minutes: MinutesService, private readonly files: FileReader, private readonly binder: BinderService,
  ) {}

  /** Agenda and files, without those that are closed to the reader. @throws Problem 404 as the session's page */
  async book(caller: Caller, id: string, locale: Locale): Promise<Made> {
    const session = await this.sessions.show(caller, id);
    const scheme = await schemeById(this.db, session.scheme);
    const now = await clockNow(this.db);
    const { on = '', time = '' } = session.data as { on?: string; time?: string };
    const say = phrases[locale];
    const title = say.title(writtenDate(on, locale));
    const made = writtenDate(civilDateOf(now, scheme.zone), locale);
    const book = bookTexts[locale];
    const bound = await this.binder.bind(caller.personId, {
      locale, files: [],
      source: {
        locale, title, author: scheme.secretariat.name[locale], createdAt: now, running: { head: title, aside: say.kicker, foot: book.foot(caller.name, made) },
        cover: {
          sender: [scheme.authority.name[locale], scheme.secretariat.name[locale]], kicker: say.kicker, title, subtitle: scheme.name[locale],
          facts: [
            [say.held, `${writtenDate(on, locale)}${time === '' ? '' : `, ${time}`}`], ...(session.place === '' ? [] : [[say.place, session.place] as const]), ...(session.remoteAddress === '' ? [] : [[say.remote, session.remoteAddress] as const]),
            [say.chair, session.members.filter(({ chair }) => chair).map(({ name }) => name).join(', ') || book.none], [say.files, String(session.files.length)], [book.madeFor, readerOf(caller, locale)], [book.madeOn, made],
          ],
          notice: [say.notice, book.notice], colophon: [[book.reference, id], [book.scheme, session.scheme]],
        },
        blocks: [{ is: 'contents', title: book.contents }, ...(await this.agenda(caller, session, locale))],
      },
    });
    return { ...bound, name: `${title}.pdf`, subject: `session/${id}` };
  }

  private async agenda(caller: Caller, { files }: SessionDto, locale: Locale): Promise<Block[]> {
    const say = phrases[locale];
    const remarks: string[] = [];
    const parts: Block[] = [];
    // One after the other: a session may have thirty files.
    for (const [i, { application, pole, closedToMe, awardable }] of files.entries()) {
      const file = closedToMe ? undefined : await this.files.read(caller, application, locale).catch(unlessHidden);
      remarks.push(closedToMe ? say.closed : file ? (awardable ? '' : say.notAwardable) : say.gone);
      if (!file) continue;
      parts.push({ is: 'heading', level: 1, text: `${i + 1}. ${pole.name}` }, { is: 'facts', rows: summaryFacts(file, locale) }, ...fileBlocks(file, locale).map(lower));
    }
    return [
      { is: 'heading', level: 1, text: say.agenda },
      { is: 'table', columns: [{ title: say.n, width: 0.5 }, { title: say.pole, width: 4 }, { title: say.note, width: 3.5 }], rows: files.map(({ pole }, i) => [String(i + 1), pole.name, remarks[i] ?? '']) },
      ...parts,
    ];
  }

  /** In French. @throws Problem as the minutes' page */
  async minutesOf(caller: Caller, id: string): Promise<Made> {
    const minutes = await this.minutes.of(caller, id);
    const { scheme } = await this.sessions.show(caller, id);
    const { secretariat } = await schemeById(this.db, scheme);
    const { bytes, pages } = await renderPdf(minutesSource(minutes, { createdAt: await clockNow(this.db), author: secretariat.name.fr, reader: caller.name }));
    return { bytes, pages, name: `${minutes.title}.pdf`, subject: `session/${id}` };
  }
}

/** A part of a file is a chapter in the book of many files, and its own chapters are not in the contents. */
function lower(block: Block): Block {
  if (block.is !== 'heading' || block.level === 3) return block;
  return { ...block, level: 2, starts: false, unlisted: block.level === 2 };
}

/** A file that the reader may not read (any more) is named and not shown. */
function unlessHidden(error: unknown): undefined {
  if (error instanceof Problem && (error.status === 404 || error.status === 403)) return undefined;
  throw error;
}
