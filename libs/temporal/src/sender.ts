import {
  isGrpcServiceError, ServiceError, WithStartWorkflowOperation, WorkflowNotFoundError, WorkflowUpdateFailedError, WorkflowUpdateRPCTimeoutOrCancelledError, type Client,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Act } from '../../domain/src/procedure/act.js';
import type { Outcome, RefusedOutcome } from '../../domain/src/procedure/record.js';
import { kindOf } from '../../domain/src/procedure/subject.js';
import { actOf, releaseCommand, settleRefusal, type CommandRow } from '../../persistence/src/procedure/commands.js';
import { subjectById } from '../../persistence/src/procedure/standing.queries.js';
import type { Database } from '../../persistence/src/database.js';
import { taskQueues, updates, type FileStart } from '../../../workflows/procedure/procedure.messages.js';
import { takesAfterEnd } from './begin-again.js';
import { fileStart } from './file-start.js';

/** Every procedure's workflow takes the same start. */
type Procedural = (start: FileStart) => Promise<void>;

/** Told a failure that nobody foresaw, and the command that met it. */
export type Unexpected = (error: unknown, command: string) => void;

/** How long one attempt may take, in real milliseconds; what is not known by then is asked again by the relay. */
const ATTEMPT_MS = 5_000;

/** Asks procedures for the acts that were received, the same way from the API and from the relay. */
export class CommandSender {
  /** @param unexpected hears of failures that are neither Temporal being away nor a run that closed: somebody must look */
  constructor(private readonly client: Client, private readonly db: Database, private readonly unexpected: Unexpected) {}

  /**
   * Asks once. Undefined: not known (Temporal is down, slow, or the run closed under the act): the command waits for the relay.
   * The update's id is the command's, so that asking twice is asking once.
   */
  async send(command: CommandRow): Promise<Outcome | undefined> {
    if (command.outcome) return command.outcome;
    try {
      return await this.client.withDeadline(Date.now() + ATTEMPT_MS, () => this.ask(command));
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal) return settleRefusal(this.db, command.id, refusal);
      // Accepted, then closed; not found; or no answer: only the database knows what became of it. The act is kept in any case.
      if (!isAbsence(error)) this.unexpected(error, command.id);
      return (await releaseCommand(this.db, command.id))?.outcome ?? undefined;
    }
  }

  private async ask(command: CommandRow): Promise<Outcome> {
    const outcome = await this.update(command);
    return outcome.is === 'refused' ? settleRefusal(this.db, command.id, outcome) : outcome;
  }

  private async update(command: CommandRow): Promise<Outcome> {
    const options = { args: [actOf(command)] as [Act], updateId: command.id };
    try {
      if (command.startsWith === null) return await this.client.workflow.getHandle(command.subjectId).executeUpdate<Outcome, [Act]>(updates.act, options);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
    return this.updateWithStart(command, options);
  }

  /** Begins the procedure with the act, or begins it again from its journal: Temporal no longer knows it, or it had ended and takes this act all the same. */
  private async updateWithStart(command: CommandRow, options: { args: [Act]; updateId: string }): Promise<Outcome> {
    const row = await subjectById(this.db, command.subjectId);
    if (row?.ended && !takesAfterEnd(row, actOf(command))) return { is: 'refused', code: 'step-over', params: { status: row.status } };
    const schemeId = row?.schemeId ?? command.startsWith;
    if (schemeId === null) return { is: 'refused', code: 'not-found', params: {} };
    const startWorkflowOperation = new WithStartWorkflowOperation<Procedural>(kindOf(command.subjectId), {
      workflowId: command.subjectId, taskQueue: taskQueues.procedures, workflowIdConflictPolicy: 'USE_EXISTING',
      args: [await fileStart(this.db, command.subjectId, schemeId)],
    });
    return this.client.workflow.executeUpdateWithStart<Procedural, Outcome, [Act]>(updates.act, { ...options, startWorkflowOperation });
  }
}

/** Temporal is away or slow, or the run closed under the act: what asking again will mend. */
function isAbsence(error: unknown): boolean {
  return error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || error instanceof WorkflowNotFoundError || error instanceof ServiceError || isGrpcServiceError(error)
    || (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure && error.cause.type === 'AcceptedUpdateCompletedWorkflow');
}

/** A refusal by the workflow's first filter comes as a failure that names itself. */
function refusalIn(error: unknown): RefusedOutcome | undefined {
  if (!(error instanceof WorkflowUpdateFailedError)) return undefined;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure) || cause.type !== 'Refused') return undefined;
  const refused = cause.details?.[0] as { code: string; params?: RefusedOutcome['params'] } | undefined;
  return { is: 'refused', code: refused?.code ?? cause.message, params: refused?.params ?? {} };
}
