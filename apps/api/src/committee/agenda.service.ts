import { Inject, Injectable } from '@nestjs/common';
import type { ApplicationFile } from '../../../../libs/domain/src/application/application.notices.js';
import { belowGrid } from '../../../../libs/domain/src/application/grid.rules.js';
import type { AgendaFile, Member } from '../../../../libs/domain/src/committee/session.data.js';
import { termsOf } from '../../../../libs/domain/src/scheme/terms.js';
import { seatsOf } from '../../../../libs/persistence/src/committee/member.queries.js';
import { tiesTo } from '../../../../libs/persistence/src/committee/recusal.queries.js';
import { type FileRecord, filesOf, filesWaiting } from '../../../../libs/persistence/src/committee/session.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { DATABASE } from '../environment/tokens.js';
import { Problem } from '../http/problem.js';

/** What an agenda takes of files, and whom it calls for them. */
export interface Agenda {
  readonly files: readonly Omit<AgendaFile, 'motions' | 'question' | 'result'>[];
  readonly members: readonly Member[];
}

/** What the database knows before a session is convened or its agenda extended. */
@Injectable()
export class AgendaService {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /**
   * The files, each with those who have no part in it, and the members: the permanent ones and those of the files' themes.
   * @param asked ids of applications
   * @param call id of a call whose waiting files all come
   * @throws Problem 422 `not-in-committee` for a file that does not wait for the committee of this scheme, 409 `on-agenda` for one that another session has
   */
  async of(scheme: string, asked: readonly string[], call?: string): Promise<Agenda> {
    const ids = [...new Set(asked)].map((id) => `application/${id}`);
    const named = await filesOf(this.db, ids);
    const unknown = ids.filter((id) => !named.some((one) => one.id === id));
    if (unknown.length > 0) throw elsewhere(unknown);
    const waiting = call === undefined ? [] : await filesWaiting(this.db, `call/${call}`);
    const records = [...named, ...waiting.filter(({ id }) => !ids.includes(id))];
    for (const record of records) this.check(record, scheme);
    const themes = new Set(records.flatMap((record) => record.pole.themes));
    const seats = (await seatsOf(this.db, scheme)).filter((seat) => seat.themes === null || seat.themes.some((theme) => themes.has(theme)));
    const members = seats.map((seat): Member => ({ person: seat.person.id, themes: seat.themes, chair: seat.chair, voting: seat.voting }));
    const ties = await tiesTo(this.db, records.map(({ id }) => id), members.map(({ person }) => person));
    const files = await Promise.all(records.map(async (record) => ({
      application: record.id, pole: record.pole.id, themes: record.pole.themes, awardable: await this.isAwardable(record),
      recusals: ties.filter(({ application }) => application === record.id).map(({ person, cause }) => ({ person, cause })),
    })));
    return { files, members };
  }

  private check({ id, status, schemeId, data }: FileRecord, scheme: string): void {
    if (status !== 'in_committee' || schemeId.slice(0, schemeId.lastIndexOf('@')) !== scheme) throw elsewhere([id]);
    if (data.agenda) throw new Problem(409, 'on-agenda', { on: data.agenda.on });
  }

  /** By the terms with which the file began. */
  private async isAwardable({ id, status, seq, schemeId, data }: FileRecord): Promise<boolean> {
    const terms = termsOf(await schemeById(this.db, schemeId)).application;
    const file: ApplicationFile = { subject: id, status, seq, data, deadlines: [] };
    return belowGrid(file, terms) === undefined;
  }
}

function elsewhere(ids: readonly string[]): Problem {
  const files = ids.map((id) => id.slice('application/'.length));
  return new Problem(422, 'not-in-committee', { files: files.join(', ') }, undefined, { files });
}
