import { Inject, Injectable } from '@nestjs/common';
import type { ScoreDraftRow } from '../../../../libs/persistence/src/appraisal/score-draft.queries.js';
import { saveScoreDraft } from '../../../../libs/persistence/src/appraisal/score-draft.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import type { Seen } from '../act/rights.service.js';
import { DATABASE } from '../environment/tokens.js';
import { Problem } from '../http/problem.js';
import type { ScoreDraftDto, ScoreDraftInputDto } from './appraisal.dto.js';
import { checkScores } from './scores.js';

/** Saves marks and comments as they are typed. */
@Injectable()
export class ScoreDraftService {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /**
   * @param row the appraisal, whose expert the caller is
   * @throws Problem 422 `invalid`, 409 `not-now` when there is nothing to score, 409 `stale-scores`
   */
  async save({ row }: Seen, expertId: string, { marks, comments, version }: ScoreDraftInputDto): Promise<ScoreDraftDto> {
    checkScores((await schemeById(this.db, row.schemeId)).grid, { marks, comments });
    const saved = await saveScoreDraft(this.db, { subjectId: row.id, expertId, marks, comments: comments ?? {}, seen: version ?? undefined });
    if (saved.is === 'closed') throw new Problem(409, 'not-now', { subject: 'appraisal', status: row.status });
    if (saved.is === 'stale') throw new Problem(409, 'stale-scores', {}, undefined, { version: saved.version });
    return draftView(saved.row);
  }
}

export function draftView({ marks, comments, version, savedAt }: ScoreDraftRow): ScoreDraftDto {
  return { marks, comments, version, savedAt: savedAt.toISOString() };
}
