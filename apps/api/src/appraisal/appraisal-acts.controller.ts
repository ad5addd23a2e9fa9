import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { civilDateOf } from '../../../../libs/domain/src/calendar/instants.js';
import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import { optionalText } from '../../../../libs/domain/src/procedure/facts.js';
import { isReplaced } from '../../../../libs/persistence/src/appraisal/replaced.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { undertakingOf } from '../../../../libs/persistence/src/panel/undertaking.queries.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { ActView } from '../act/act.dto.js';
import { ActService, type Asked } from '../act/act.service.js';
import type { EnteredDto } from '../act/entered.dto.js';
import { EntryService } from '../act/entry.service.js';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { RightsService } from '../act/rights.service.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { Problem, type ProblemCode } from '../http/problem.js';
import { absenceFacts } from '../panel/absence-facts.js';
import { AppraisalParam, HasAppraisal } from './appraisal-id.js';
import { AcceptanceDto, AppraisalRefusalDto, DeclarationDto, DueDateAnswerDto, DueDateWishDto, ReplacementDto, ScoresDto, VisitDto } from './appraisal.dto.js';
import { checkScores, commentedIn } from './scores.js';

type Said = Pick<Asked, 'act' | 'facts' | 'content' | 'request' | 'key'>;

/** Acts on an appraisal. An expert whose part is over is refused by the procedure, and the attempt is kept. */
@ApiTags('appraisals')
@Controller('appraisals/:id')
@Access('expert')
export class AppraisalActsController {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly acts: ActService, private readonly rights: RightsService, private readonly entries: EntryService) {}

  @ApiOperation({ summary: 'Declares whether the expert has a conflict of interest.', description: 'Without one the application can be read; with one the appraisal ends.' })
  @Post('declaration') @Access('expert', 'secretariat') @HasAppraisal() @ApiCreatedResponse({ type: ActView })
  declare(@CurrentCaller() caller: Caller, @AppraisalParam() id: string, @Body() body: DeclarationDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    const { conflict, conflictKind, details } = body;
    return this.take(caller, id, 'expert', { act: 'declare', facts: { conflict, ...(conflictKind ? { conflictKind } : {}) }, ...words({ details }), key }, body.entered);
  }

  @ApiOperation({ summary: 'Takes the task, after the undertaking of this call.', description: 'Declared absences lengthen the time to score.' })
  @Post('acceptance') @Access('expert', 'secretariat') @HasAppraisal() @ApiCreatedResponse({ type: ActView })
  async accept(@CurrentCaller() caller: Caller, @AppraisalParam() id: string, @Body() body: AcceptanceDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    const { row: { callId, schemeId }, personId } = await this.entries.actor(caller, id, 'expert', body.entered);
    const today = civilDateOf(await clockNow(this.db), (await schemeById(this.db, schemeId)).zone);
    const given = await undertakingOf(this.db, personId, callId ?? '');
    const absences = (await absenceFacts(this.db, [personId], today))[personId];
    const facts = { undertaking: given?.id ?? null, ...(absences ? { absences } : {}) };
    return this.take(caller, id, 'expert', { act: 'accept', facts, request: { comment: body.comment }, ...words({ comment: body.comment }), key }, body.entered);
  }

  @ApiOperation({ summary: 'Asks for another due date, before accepting or while scoring.' })
  @Post('due-date-proposal') @Access('expert', 'secretariat') @HasAppraisal() @ApiCreatedResponse({ type: ActView })
  proposeDueDate(@CurrentCaller() caller: Caller, @AppraisalParam() id: string, @Body() { on, reason, entered }: DueDateWishDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.take(caller, id, 'expert', { act: 'proposeDueDate', facts: { on }, content: { reason }, key }, entered);
  }

  @ApiOperation({ summary: 'Answers the expert: the proposed date is accepted, or the due date stands.' })
  @Post('due-date-answer') @Access('secretariat') @HasAppraisal() @ApiCreatedResponse({ type: ActView })
  answerDueDate(@CurrentCaller() caller: Caller, @AppraisalParam() id: string, @Body() { accepted, reason }: DueDateAnswerDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.take(caller, id, 'secretariat', { act: 'answerDueDate', facts: { accepted }, ...words({ reason }), key });
  }

  @ApiOperation({ summary: 'The expert refuses the task; the secretariat names another one.' })
  @Post('refusal') @Access('expert', 'secretariat') @HasAppraisal() @ApiCreatedResponse({ type: ActView })
  decline(@CurrentCaller() caller: Caller, @AppraisalParam() id: string, @Body() { reason, entered }: AppraisalRefusalDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.take(caller, id, 'expert', { act: 'decline', ...words({ reason }), key }, entered);
  }

  @ApiOperation({ summary: 'Records the visit to the applicant, where the scheme wants one; scores come after it.' })
  @Post('visit') @Access('expert', 'secretariat') @HasAppraisal() @ApiCreatedResponse({ type: ActView })
  recordVisit(@CurrentCaller() caller: Caller, @AppraisalParam() id: string, @Body() { visitedOn, account, entered }: VisitDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.take(caller, id, 'expert', { act: 'recordVisit', facts: visitedOn === undefined ? {} : { visitedOn }, ...words({ account }), key }, entered);
  }

  @ApiOperation({ summary: 'Hands in the scores: final, and sealed until every expert’s are in.', description: 'Entered for an expert they need the scan of a signed paper.' })
  @Post('scores') @Access('expert', 'secretariat') @HasAppraisal() @ApiCreatedResponse({ type: ActView })
  async submit(@CurrentCaller() caller: Caller, @AppraisalParam() id: string, @Body() { marks, comments, entered }: ScoresDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    const { row: { schemeId } } = await this.entries.actor(caller, id, 'expert', entered, { signed: true });
    checkScores((await schemeById(this.db, schemeId)).grid, { marks, comments });
    return this.take(caller, id, 'expert', { act: 'submitScores', facts: { marks, commented: commentedIn(comments) }, ...words({ comments }), key }, entered);
  }

  @ApiOperation({ summary: 'Takes the appraisal from its expert; the secretariat then names another one on the application.' })
  @Post('replacement') @Access('secretariat') @HasAppraisal() @ApiCreatedResponse({ type: ActView })
  replace(@CurrentCaller() caller: Caller, @AppraisalParam() id: string, @Body() { reason, keepDeadline, dueOn }: ReplacementDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    const facts = { ...(keepDeadline === true ? { keepDeadline } : {}), ...(dueOn === undefined ? {} : { dueOn }) };
    return this.take(caller, id, 'secretariat', { act: 'replace', facts, content: { reason }, key });
  }

  private async take(caller: Caller, id: string, role: Role, said: Said, entered?: EnteredDto): Promise<ActView> {
    if (entered) return this.enter(caller, id, said, entered);
    const subject = role === 'expert' ? (await this.rights.seeAsAssignee(caller, id)).id : (await this.rights.seeAs(caller, id, role)).row.id;
    try {
      return await this.acts.take(caller, { subject, as: role, ...said });
    } catch (error) {
      throw closedTo(role, error);
    }
  }

  /** Enters an expert's act. One that was in time, and comes after silence had counted as a refusal, finds the place taken or free. */
  private async enter(caller: Caller, id: string, said: Said, dto: EnteredDto): Promise<ActView> {
    const { row, entered } = await this.entries.actor(caller, id, 'expert', dto, { signed: said.act === 'submitScores', act: said.act });
    const request = said.request ?? { facts: said.facts ?? {}, content: said.content ?? null };
    const facts = row.status === 'no_show' ? { ...said.facts, replaced: await isReplaced(this.db, row) } : { ...said.facts };
    return this.acts.take(caller, { subject: row.id, as: 'expert', ...said, facts, request, entered });
  }
}

/** How an appraisal was lost, as its expert is told who comes back to it. */
const closings: { readonly [status: string]: ProblemCode } = {
  replaced: 'replaced', declined: 'appraisal-declined', recused: 'appraisal-recused', no_show: 'appraisal-closed', cancelled: 'appraisal-cancelled',
};

/** Whoever no longer has the appraisal is told why, instead of the name of a status. */
function closedTo(role: Role, error: unknown): unknown {
  if (role !== 'expert' || !(error instanceof Problem)) return error;
  // Online the answer comes today, and the limit has passed.
  if (error.code === 'answer-late' || error.code === 'scores-late') return new Problem(409, 'appraisal-closed', {}, undefined, error.extra);
  if (error.code !== 'step-over' && error.code !== 'not-now') return error;
  const code = closings[optionalText(error.params, 'status') ?? ''];
  return code === undefined ? error : new Problem(409, code, {}, undefined, error.extra);
}

/** Free text is content; an act without any has none. */
function words(texts: Record<string, unknown>): Pick<Said, 'content'> {
  const given = Object.entries(texts).filter(([, text]) => text !== undefined && text !== null);
  return given.length > 0 ? { content: Object.fromEntries(given) } : {};
}
