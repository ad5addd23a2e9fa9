import { Injectable } from '@nestjs/common';
import type { ApplicationData } from '../../../../libs/domain/src/application/application.data.js';
import { ActReceived } from '../act/act-received.js';
import { ActService } from '../act/act.service.js';
import { ownKey } from '../act/own-key.js';
import type { Caller } from '../auth/caller.js';
import { Problem } from '../http/problem.js';
import type { Read } from './application.reader.js';
import { worksOnFiles } from './application.view.js';

/** Records when one of the applicant's people first opens the notified decision, whichever page shows it. */
@Injectable()
export class DecisionReadingService {
  constructor(private readonly acts: ActService) {}

  /** Once: later readings, and those of the staff, leave no trace. The page is shown whatever becomes of it. */
  async record(caller: Caller, { row, roles }: Pick<Read, 'row' | 'roles'>): Promise<void> {
    const { notifiedOn, read, decision } = (row?.data ?? {}) as unknown as Partial<ApplicationData>;
    if (!row || !roles.includes('applicant') || worksOnFiles(roles) || !notifiedOn || !decision || read) return;
    try {
      await this.acts.take(caller, { subject: row.id, act: 'readDecision', as: 'applicant', key: ownKey('decision-read', row.id, notifiedOn) });
    } catch (error) {
      // Somebody else of the pole was quicker, or the procedure is away: it is kept, and taken later.
      if (!(error instanceof Problem) && !(error instanceof ActReceived)) throw error;
    }
  }
}
