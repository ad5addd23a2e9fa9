import { Inject, Injectable } from '@nestjs/common';
import type { RecordAnswer, RecordRequest, RefusedOutcome } from '../../../../libs/domain/src/procedure/record.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { settleMessage } from '../../../../libs/persistence/src/procedure/messages.js';
import { record } from '../../../../libs/persistence/src/procedure/record.js';
import type { ProcedureActivities } from '../../../../workflows/activities.js';
import { DATABASE } from '../environment/tokens.js';

/** What the procedures' workflows ask for, on the task queue `procedures`. */
@Injectable()
export class ProcedureActivitiesService implements ProcedureActivities {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  record = (request: RecordRequest): Promise<RecordAnswer> => record(this.db, request);

  refuseMessage = ({ message, outcome }: { message: string; outcome: RefusedOutcome }): Promise<void> => settleMessage(this.db, Number(message), outcome);
}
