import { Inject, Injectable } from '@nestjs/common';
import type { ApplicationData } from '../../../../libs/domain/src/application/application.data.js';
import { appraisalOf } from '../../../../libs/domain/src/application/panel.js';
import { statusForApplicant } from '../../../../libs/domain/src/application/shown-status.js';
import { allowedActs } from '../../../../libs/domain/src/procedure/decide.js';
import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import { keyOf } from '../../../../libs/domain/src/procedure/subject.js';
import { procedures } from '../../../../libs/domain/src/procedures.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { isRevealedTo } from '../../../../libs/persistence/src/appraisal/appraisal.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { standingOf, type SubjectRow } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { writtenEntries } from '../../../../libs/persistence/src/procedure/written.queries.js';
import { lastContent } from '../../../../libs/persistence/src/procedure/subject.columns.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import type { Locale } from '../http/locale.js';
import { Problem } from '../http/problem.js';
import { ApplicationReader } from './application.reader.js';
import { worksOnFiles } from './application.view.js';
import type { AppraisalResultDto, ConsensusReportDto, ResultDto } from './result.dto.js';
import { type Comments, resultForApplicant, resultView } from './result.view.js';
import { consensusReport } from './written.view.js';

const actsOnResult: readonly string[] = ['nameRapporteur', 'recordConsensus', 'reply'];

/** Shows the consolidated appraisal by the rights of the reader. */
@Injectable()
export class ResultService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly reader: ApplicationReader) {}

  /** @throws Problem 404 where the caller may not read the result, or there is none yet */
  async show(caller: Caller, id: string, locale: Locale): Promise<AppraisalResultDto> {
    const { row, roles } = await this.reader.read(caller, id);
    const sees = row && (await this.asWhom(caller, row, roles));
    const result = row && sees && (await this.resultFor(row, sees, locale));
    if (!row || !result) throw new Problem(404, 'not-found');
    const { rapporteur } = dataOf(row);
    const own = roles.filter((role) => role !== 'expert' || rapporteur === caller.personId);
    const allowed = own.flatMap((role) => allowedActs(procedures.application, standingOf(row), role)).filter((act) => actsOnResult.includes(act));
    return {
      application: id, status: sees === 'applicant' ? statusForApplicant(row.status) : row.status, result,
      consensus: sees === 'applicant' ? null : await this.consensus(row), dueOn: dueOn(row), allowedActions: [...new Set(allowed)],
    };
  }

  /** The result as the file's page shows it to these roles; null where there is none for them. */
  async of(row: SubjectRow, roles: readonly Role[], locale: Locale): Promise<ResultDto | null> {
    return this.resultFor(row, worksOnFiles(roles) ? 'staff' : 'applicant', locale);
  }

  private async consensus({ id }: SubjectRow): Promise<ConsensusReportDto | null> {
    return (await writtenEntries(this.db, id, ['consensus-recorded'])).map(consensusReport).at(-1) ?? null;
  }

  private async asWhom(caller: Caller, { id }: SubjectRow, roles: readonly Role[]): Promise<'staff' | 'applicant' | undefined> {
    if (worksOnFiles(roles)) return 'staff';
    if (roles.includes('applicant')) return 'applicant';
    // An expert of the panel, now that all is revealed: not one who was lost on the way.
    return (await isRevealedTo(this.db, caller.personId, id)) ? 'staff' : undefined;
  }

  private async resultFor(row: SubjectRow, sees: 'staff' | 'applicant', locale: Locale): Promise<ResultDto | null> {
    const { result } = dataOf(row);
    if (!result) return null;
    const scheme = await schemeById(this.db, row.schemeId);
    if (sees === 'applicant' && !isOpenToApplicant(row, scheme)) return null;
    const comments = await this.comments(row, result.totals.map(({ n }) => n));
    return (sees === 'applicant' ? resultForApplicant : resultView)(result, { scheme, comments, locale });
  }

  private async comments({ id }: SubjectRow, appraisals: readonly number[]): Promise<Map<number, Comments>> {
    const said = await Promise.all(appraisals.map(async (n) => [n, (await lastContent(this.db, appraisalOf(keyOf(id), n), 'scores-submitted'))?.body?.['comments']] as const));
    return new Map(said.map(([n, comments]) => [n, (comments ?? {}) as Comments]));
  }
}

/** From the moment of the right of reply on; without one, as the scheme says, with the notified decision. */
function isOpenToApplicant(row: SubjectRow, { panel }: Scheme): boolean {
  const { notifiedOn } = dataOf(row);
  if (panel.rightOfReply && row.status !== 'consensus') return true;
  return notifiedOn !== null && panel.resultForApplicant !== 'never';
}

function dueOn({ deadlines }: SubjectRow): string | null {
  return deadlines.find((d) => ['consensus-due', 'reply-due'].includes(d.kind) && d.mark === '')?.on ?? null;
}

function dataOf({ data }: SubjectRow): ApplicationData {
  return data as unknown as ApplicationData;
}
