import type { CivilDate, Instant } from '../../../../../libs/domain/src/calendar/types.js';
import type { Scheme } from '../../../../../libs/domain/src/scheme/shape/scheme.js';
import type { Whole } from '../../../../../libs/persistence/src/procedure/whole.queries.js';
import type { Mailed } from '../play.js';
import { inTime, labelsEnd, numbers, renewalsLapse, silence } from './dates.js';
import { readLives } from './journals.js';
import { remindedOfRenewal, toldTooLate, toldTwice } from './notices.js';

/** What a rehearsal is held against. */
export interface Evidence {
  readonly whole: Whole;
  readonly mails: readonly Mailed[];
  readonly scheme: Scheme;
  readonly end: Instant;
  readonly today: CivilDate;
}

/** What happened against the rules, in sentences; empty when all is well. */
export function violationsOf({ whole, mails, scheme, end, today }: Evidence): string[] {
  const { lives, violations } = readLives(whole.subjects);
  return [
    ...violations,
    ...whole.unsettled,
    ...toldTwice(whole.notifications, mails),
    ...toldTooLate(whole.notifications, lives),
    ...remindedOfRenewal(lives, whole.notifications, scheme, end),
    ...inTime(lives),
    ...silence(lives, end, scheme.zone),
    ...labelsEnd(lives, scheme, today),
    ...renewalsLapse(lives),
    ...numbers(lives),
  ];
}
