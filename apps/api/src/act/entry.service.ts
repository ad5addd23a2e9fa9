import { Inject, Injectable } from '@nestjs/common';
import { civilDateOf } from '../../../../libs/domain/src/calendar/instants.js';
import type { CivilDate } from '../../../../libs/domain/src/calendar/types.js';
import { possibleSince } from '../../../../libs/domain/src/procedure/possible-since.js';
import { procedures } from '../../../../libs/domain/src/procedures.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { findAttachment } from '../../../../libs/persistence/src/application/attachment.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { PeopleQueries } from '../../../../libs/persistence/src/people/people.queries.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import type { SubjectRow } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { stepsOf } from '../../../../libs/persistence/src/procedure/written.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { type Caller, hasRole } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { Problem } from '../http/problem.js';
import type { EnteredDto } from './entered.dto.js';
import { RightsService } from './rights.service.js';

/** An entered act, checked. */
export interface Entered extends EnteredDto {
  /** The civil day of the entering. */
  readonly enteredOn: CivilDate;
}

/** Whose act it is on a subject: the caller's own, or somebody's for whom the secretariat enters it. */
export interface Actor {
  readonly row: SubjectRow;
  readonly as: 'applicant' | 'expert';
  /** The person whose powers count. */
  readonly personId: string;
  /** The day on which these powers count; today when undefined. */
  readonly on: CivilDate | undefined;
  /** For `ActService.take`; undefined for one's own act. */
  readonly entered: Entered | undefined;
}

/** What an entered act is checked against. */
interface Against {
  readonly scheme: Scheme;
  /** Key of the application to which the scan belongs. */
  readonly application: string;
  /** Whose act it is by its nature: an applicant's channels are the scheme's. */
  readonly as: 'applicant' | 'expert' | 'committee';
  /** Scores and votes: never without a signed paper. */
  readonly signed?: boolean;
  /** The scan is asked for when the act itself is entered. */
  readonly paperLater?: boolean;
}

/** Which act it is, by its name in the subject's table, and what paper it needs. */
interface HowEntered extends Pick<Against, 'signed' | 'paperLater'> {
  readonly act?: string;
}

/** The one place where it is decided for whom the secretariat may enter an act. */
@Injectable()
export class EntryService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly rights: RightsService) {}

  /**
   * The person behind an act of an applicant or expert.
   * @throws Problem as `RightsService.seeAs` for one's own act. For an entered one: 403 for who is not of the secretariat; 409 `not-their-act`
   * for a person who could not take it, and as `check` and `checkSince`
   */
  async actor(caller: Caller, subjectId: string, as: 'applicant' | 'expert', entered: EnteredDto | undefined, { signed = false, paperLater = false, act }: HowEntered = {}): Promise<Actor> {
    if (!entered) {
      const row = as === 'expert' ? await this.rights.seeAsAssignee(caller, subjectId) : (await this.rights.seeAs(caller, subjectId, as)).row;
      return { row, as, personId: caller.personId, on: undefined, entered: undefined };
    }
    const { row } = await this.rights.seeAs(caller, subjectId, 'secretariat');
    const checked = await this.check(caller, entered, { scheme: await schemeById(this.db, row.schemeId), application: subjectId.split('/')[1] ?? '', as, signed, paperLater });
    if (!(await this.couldAct(row, as, entered))) throw new Problem(409, 'not-their-act');
    await this.checkSince(row, act, entered.on);
    return { row, as, personId: entered.for, on: entered.on, entered: checked };
  }

  /**
   * Whether an act may be entered at all; whether it is that person's act is the caller's to check.
   * @throws Problem 403; 409 `channel-not-accepted`, `date-in-the-future`; 422 `scan-missing`, `attachment-unknown`
   */
  async check(caller: Caller, entered: EnteredDto, { scheme, application, as, signed = false, paperLater = false }: Against): Promise<Entered> {
    if (!hasRole(caller, 'secretariat')) throw new Problem(403, 'forbidden', { roles: 'secretariat' });
    const { channel, on, scan } = entered;
    const { channels } = scheme.application;
    if (as === 'applicant' && !(channels as readonly string[]).includes(channel)) throw new Problem(409, 'channel-not-accepted', { channel, channels: channels.join(', ') });
    const enteredOn = civilDateOf(await clockNow(this.db), scheme.zone);
    if (on > enteredOn) throw new Problem(409, 'date-in-the-future', { to: on });
    if (scan === undefined && !paperLater && (signed || channel === 'post')) throw new Problem(422, 'scan-missing');
    if (scan !== undefined && (await findAttachment(this.db, application, scan))?.purpose !== 'scan') throw new Problem(422, 'attachment-unknown');
    return { ...entered, enteredOn };
  }

  /**
   * Nobody answers what was not asked yet: an act is not entered by a day before the one on which it became possible, or before its subject began.
   * @param act its name in the subject's table, where it is an act of that subject
   * @throws Problem 409 `dated-too-early`
   */
  async checkSince(row: SubjectRow, act: string | undefined, on: CivilDate): Promise<void> {
    const steps = await stepsOf(this.db, row.id);
    const since = act === undefined ? undefined : possibleSince(procedures[row.kind], steps, act);
    const earliest = since ?? steps[0]?.on;
    if (earliest !== undefined && on < earliest) throw new Problem(409, 'dated-too-early', { on, earliest }, undefined, { earliest });
  }

  private async couldAct(row: SubjectRow, as: 'applicant' | 'expert', entered: EnteredDto): Promise<boolean> {
    return as === 'expert' ? row.assigneeId === entered.for : row.poleId !== null && this.belonged(entered, row.poleId);
  }

  /** Whether the person belonged to the pole on the day of the act. */
  async belonged({ for: person, on }: EnteredDto, pole: string): Promise<boolean> {
    return (await new PeopleQueries(this.db).membershipOf(person, pole, on)).length > 0;
  }
}
