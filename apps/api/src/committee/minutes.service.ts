import { Inject, Injectable } from '@nestjs/common';
import { minutesOf, type MinutesNames } from '../../../../libs/domain/src/committee/minutes-of.js';
import type { Minutes } from '../../../../libs/domain/src/committee/minutes.js';
import type { SessionData } from '../../../../libs/domain/src/committee/session.data.js';
import { textFact } from '../../../../libs/domain/src/procedure/facts.js';
import { capacitiesOf } from '../../../../libs/persistence/src/committee/member.queries.js';
import { filesOf } from '../../../../libs/persistence/src/committee/session.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import type { SubjectRow } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { contentsOf, writtenEntries, type WrittenEntry } from '../../../../libs/persistence/src/procedure/written.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { RightsService } from '../act/rights.service.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { Problem } from '../http/problem.js';
import { whereOf } from './session.service.js';

/** Once the members have sat, or could not for want of a quorum. */
const drafted: readonly string[] = ['inquorate', 'deliberated'];
/** Minutes as the members read them: from their circulation on. */
const circulated: readonly string[] = ['minutes_circulated', 'minutes_adopted'];

/** Makes the minutes of a session; the PDF is made of the same. */
@Injectable()
export class MinutesService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly rights: RightsService) {}

  /**
   * @param id the session's uuid
   * @throws Problem 404 for whom the session does not exist, 409 `no-minutes-yet` before it has deliberated, and for members before circulation
   */
  async of(caller: Caller, id: string): Promise<Minutes> {
    const { row, roles } = await this.rights.see(caller, `session/${id}`);
    const memberOnly = roles.every((role) => role === 'committee');
    if (!circulated.includes(row.status) && (memberOnly || !drafted.includes(row.status))) throw new Problem(409, 'no-minutes-yet');
    return this.make(row);
  }

  private async make(row: SubjectRow): Promise<Minutes> {
    const data = row.data as unknown as SessionData;
    const said = await writtenEntries(this.db, row.id, ['opened', 'file-left', 'minutes-annotated', 'remark-made']);
    const left = leftDuring(said);
    const people = [...data.members, ...data.files.flatMap(({ recusals }) => recusals)].map(({ person }) => person);
    const [capacities, files, written, where, scheme] = await Promise.all([
      capacitiesOf(this.db, data.scheme, [...new Set(people)]), filesOf(this.db, [...data.files.map(({ application }) => application), ...left]),
      contentsOf(this.db, data.files.flatMap(({ motions }) => motions.flatMap(({ content }) => (content ? [content.id] : [])))), whereOf(this.db, row.id), schemeById(this.db, row.schemeId),
    ]);
    return minutesOf({ subject: row.id, status: row.status, data }, {
      label: scheme.name.fr, ...where, people: capacities, poles: Object.fromEntries(files.map(({ id, pole }) => [id, pole.name])), left, written,
      ...notes(said),
    });
  }
}

/** Files that left once the session had opened: the minutes name them. */
function leftDuring(said: readonly WrittenEntry[]): string[] {
  const opened = said.findIndex(({ type }) => type === 'opened');
  return said.slice(opened + 1).filter(({ type, facts }) => type === 'file-left' && facts['after'] !== true).map(({ facts }) => textFact(facts, 'application'));
}

/** The secretary's last notes, and every member's remark. */
function notes(said: readonly WrittenEntry[]): Pick<MinutesNames, 'remark' | 'remarksOn' | 'remarks'> {
  const last = said.filter(({ type }) => type === 'minutes-annotated').at(-1)?.body;
  const onFiles = (last?.['files'] ?? []) as readonly { application: string; text: string }[];
  return {
    remark: typeof last?.['remark'] === 'string' ? last['remark'] : '',
    remarksOn: Object.fromEntries(onFiles.map(({ application, text }) => [`application/${application}`, text])),
    remarks: said.filter(({ type }) => type === 'remark-made').map(({ facts, on, body }) => ({ person: textFact(facts, 'person'), on, text: typeof body?.['text'] === 'string' ? body['text'] : '' })),
  };
}
