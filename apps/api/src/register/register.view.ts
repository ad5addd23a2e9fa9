import { isPublicChange, type KnownPeriod, lastTold, lifeUntil, publicLife } from '../../../../libs/domain/src/award/public-life.js';
import type { RegisterSource } from '../../../../libs/persistence/src/award/register.queries.js';
import type { RegisterHistoryDto, RegisterLabelDto } from './register.dto.js';

/** A label as the register shows it. */
export function labelOf({ number, scheme, status, on, startsOn, endsOn, renewalUnderAppraisal, renews, renewedBy, pole, structure }: RegisterSource): RegisterLabelDto {
  return { number, scheme, status, on, startsOn, endsOn, renewalUnderAppraisal, renews, renewedBy, pole, structure };
}

/**
 * When what the public is told of a label was last changed; ISO 8601. Nothing else that is recorded of it may be guessed from this: neither a
 * notice, nor observations, nor an amendment.
 */
export function lastToldAt({ startsOn, firstEndsOn, entries, decidedOn }: RegisterSource): string {
  return lastTold({ startsOn, endsOn: firstEndsOn }, entries)?.recordedAt ?? `${decidedOn}T00:00:00.000Z`;
}

/** The periods of a label up to today. */
export function periodsOf({ startsOn, firstEndsOn, entries, today, suspensionLimit }: RegisterSource): KnownPeriod[] {
  return lifeUntil(publicLife({ startsOn, endsOn: firstEndsOn }, entries), today, suspensionLimit);
}

/** What became of a label. Why it was suspended or withdrawn is not public. */
export function lifeOf(label: RegisterSource): RegisterHistoryDto {
  const { number, decidedOn, entries, changes, renews, renewedBy } = label;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    number, decidedOn, renews, renewedBy,
    periods: periodsOf(label),
    changes: entries.filter(({ type, facts }) => type === 'particulars-changed' && isPublicChange(facts['what'])).map(({ facts, on }) => {
      const recorded = changes.find(({ change }) => change === facts['change']);
      return { on: recorded?.on ?? on, what: text(facts['what']), before: recorded?.before ?? null, after: recorded?.after ?? null };
    }),
    extensions: entries.filter(({ type }) => type === 'extended').map(({ facts, on, recordedOn }) => ({ decidedOn: text(facts['decidedOn']) || on, recordedOn, endsOn: text(facts['endsOn']) })),
  };
}
