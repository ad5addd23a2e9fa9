import { Inject, Injectable } from '@nestjs/common';
import type { AppealData } from '../../../../libs/domain/src/appeal/appeal.data.js';
import { lastDecider } from '../../../../libs/persistence/src/appeal/appeal.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import type { SubjectRow } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { lastContent } from '../../../../libs/persistence/src/procedure/subject.columns.js';
import { DATABASE } from '../environment/tokens.js';

/** The entry by which a decision was made; silence is nobody's. */
const made: Partial<Record<AppealData['against'], string>> = { refusal: 'decision-signed', inadmissibility: 'declared-inadmissible' };

/** Who made the decision that an appeal contests, by the application's journal: they neither examine the appeal nor decide it. */
@Injectable()
export class FirstDeciders {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** By the last decision before the appeal: a file that it reopened has another one since. */
  async of({ data, openedAt }: SubjectRow): Promise<{ id: string; name: string | null }[]> {
    const { application, against } = data as unknown as AppealData;
    const entry = made[against];
    const decider = entry === undefined ? undefined : await lastDecider(this.db, application, entry, openedAt);
    return decider ? [decider] : [];
  }

  /** Whether the same name stands under the contested decision. */
  async isSignatory({ application, against }: AppealData, { firstName, surname }: Signatory): Promise<boolean> {
    if (against !== 'refusal') return false;
    const first = (await lastContent(this.db, application, 'decision-signed'))?.body?.['signatory'] as Signatory | undefined;
    return first !== undefined && plain(first) === plain({ firstName, surname });
  }
}

interface Signatory {
  readonly firstName: string;
  readonly surname: string;
}

/** A name without accents, case or spaces. */
function plain({ firstName, surname }: Signatory): string {
  return `${firstName}|${surname}`.normalize('NFD').replaceAll(/[\p{M}\s-]/gu, '').toLowerCase();
}
