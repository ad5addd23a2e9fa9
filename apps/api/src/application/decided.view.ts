import type { CivilDate } from '../../../../libs/domain/src/calendar/types.js';
import { groundsIn, sent } from '../../../../libs/domain/src/application/prepared.js';
import { dueOf } from '../../../../libs/domain/src/procedure/deadline.js';
import { optionalText, textFact } from '../../../../libs/domain/src/procedure/facts.js';
import type { WrittenEntry } from '../../../../libs/persistence/src/procedure/written.queries.js';
import type { SignatoryDto } from './application.act.dto.js';
import type { ClosedWithoutActionDto, DecisionNotificationDto, DeferralDto, FollowedConditionDto, PreparedDecisionDto } from './decision.dto.js';
import type { StatedReasonsDto } from './reasons.dto.js';
import type { ApplicationDossierDto, SignedDecisionDto } from './written.dto.js';

/** Entries of a decision, from its preparation to what follows it. */
export const decidedTypes = [
  'decision-proposed', 'sent-for-signature', 'decision-deferred', 'decision-signed', 'award-notified', 'conditional-award-notified', 'refusal-notified', 'decision-read',
  'condition-met', 'closed-without-action', 'reopened',
] as const;
/** Entries that tell the applicant of a decision. */
export const notifications: readonly string[] = ['award-notified', 'conditional-award-notified', 'refusal-notified'];

export type Decided = Pick<ApplicationDossierDto, 'decision' | 'preparedDecision' | 'deferrals' | 'notification' | 'conditions' | 'closing'>;

export const nothingDecided: Decided = { decision: null, preparedDecision: null, deferrals: [], notification: null, conditions: [], closing: null };

/** Whoever works on the file reads all of a decision, an applicant what was notified. `readBy`: the name of who first opened it. */
export interface DecisionReader {
  readonly inside: boolean;
  readonly notified: boolean;
  readonly readBy?: string | null;
  /** The conditions as they stand: dates may have moved. */
  readonly conditions?: readonly { readonly n: number; readonly dueOn: CivilDate; readonly metOn: CivilDate | null }[];
}

/** The decision of an application, for this reader. A file that an appeal reopened has no decision until the next one. */
export function decidedFor(all: readonly WrittenEntry[], { inside, notified, readBy = null, conditions = [] }: DecisionReader): Decided {
  const entries = all.slice(all.findLastIndex((e) => e.type === 'reopened') + 1);
  const last = (...types: string[]): WrittenEntry | undefined => entries.findLast((e) => types.includes(e.type));
  const signed = inside || notified ? last('decision-signed') : undefined;
  const told = last(...notifications);
  const closed = last('closed-without-action');
  return {
    decision: signed ? decision(signed) : null,
    preparedDecision: inside ? prepared(last('decision-proposed', 'sent-for-signature', 'decision-deferred')) : null,
    deferrals: inside ? entries.filter((e) => e.type === 'decision-deferred').map(deferral) : [],
    notification: told ? notification(told, last('decision-read'), inside ? { readBy } : undefined) : null,
    conditions: signed ? conditions.map((one) => followed(one, signed, entries)) : [],
    closing: closed ? closing(closed) : null,
  };
}

/** The documents of decisions that were signed and then notified, withdrawn ones included: what else was uploaded meanwhile is nobody's decision. */
export function notifiedDocuments(entries: readonly Pick<WrittenEntry, 'type' | 'facts'>[]): ReadonlySet<string> {
  const told = new Set<string>();
  let signed: string | null = null;
  for (const { type, facts } of entries) {
    if (type === 'decision-signed') signed = optionalText(facts, 'document');
    else if (notifications.includes(type) && signed !== null) told.add(signed);
  }
  return told;
}

function decision({ facts, body }: WrittenEntry): SignedDecisionDto {
  return {
    outcome: textFact(facts, 'outcome'), signedOn: textFact(facts, 'signedOn'), signatory: (body?.['signatory'] ?? null) as SignatoryDto | null,
    grounds: groundsIn(facts), reasons: statedReasons(body), document: optionalText(facts, 'document'),
  };
}

/** Only while it is the last word: a new proposal or a deferral forgets it. */
function prepared(entry: WrittenEntry | undefined): PreparedDecisionDto | null {
  if (entry?.type !== 'sent-for-signature') return null;
  const { outcome, startsOn = null, endsOn = null, grounds = [], conditions = [] } = sent(entry.facts, entry.body);
  return { sentOn: textFact(entry.facts, 'sentOn'), outcome, startsOn, endsOn, grounds: [...grounds], reasons: statedReasons(entry.body), conditions: conditions.map((one) => ({ ...one })) };
}

function deferral({ facts, body }: WrittenEntry): DeferralDto {
  return { signedOn: textFact(facts, 'signedOn'), reasons: statedReasons(body) };
}

function notification({ facts, body, armed }: WrittenEntry, read: WrittenEntry | undefined, inside: { readBy: string | null } | undefined): DecisionNotificationDto {
  return {
    notifiedOn: textFact(facts, 'notifiedOn'), channel: textFact(facts, 'channel'), appealUntil: dueOf(armed, 'appeal-limit')?.on ?? null,
    proof: inside ? optionalText(body ?? {}, 'proof') : null, document: inside ? optionalText(facts, 'document') : null, accuse_lecture: inside && read ? { on: read.on, by: inside.readBy } : null,
  };
}

function followed({ n, dueOn, metOn }: NonNullable<DecisionReader['conditions']>[number], signed: WrittenEntry, entries: readonly WrittenEntry[]): FollowedConditionDto {
  const texts = Array.isArray(signed.body?.['conditions']) ? (signed.body['conditions'] as { text?: unknown }[]) : [];
  const text = texts[n - 1]?.text;
  const met = entries.find((e) => e.type === 'condition-met' && e.facts['n'] === n);
  return { n, dueOn, text: typeof text === 'string' ? text : null, metOn, comment: met ? optionalText(met.body ?? {}, 'comment') : null, document: met ? optionalText(met.facts, 'document') : null };
}

function closing({ on, body }: WrittenEntry): ClosedWithoutActionDto {
  return { on, reasons: statedReasons(body) };
}

/** Reasons in law and in fact, as they were written; null once erased. */
export function statedReasons(body: WrittenEntry['body']): StatedReasonsDto | null {
  const [inLaw, inFact] = [optionalText(body ?? {}, 'reasonsInLaw'), optionalText(body ?? {}, 'reasonsInFact')];
  return inLaw === null && inFact === null ? null : { inLaw: inLaw ?? '', inFact: inFact ?? '' };
}
