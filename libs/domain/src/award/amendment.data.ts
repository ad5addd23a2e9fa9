import type { CivilDate } from '../calendar/types.js';
import type { Entry } from '../procedure/entry.js';
import { textFact } from '../procedure/facts.js';

export type AmendmentState = 'proposed' | 'in-force' | 'dropped' | 'lapsed';

/** A change of the contract that both parties sign. */
export interface Amendment {
  /** From 1, whatever became of those before. */
  readonly n: number;
  readonly state: AmendmentState;
  readonly proposedOn: CivilDate;
  /** The content that holds its text, and the hash by which both sign the same. */
  readonly content: string;
  readonly text: string;
  readonly signedOn: CivilDate | null;
  readonly countersignedOn: CivilDate | null;
  /** When it came into force, was dropped or lapsed. */
  readonly settledOn: CivilDate | null;
  /** The version of the contract that it made: the first contract is version 1. Null until it is in force. */
  readonly version: number | null;
}

type Written = Pick<Entry, 'type' | 'facts' | 'on' | 'content'>;

/** Folds an entry about an amendment. */
export function evolveAmendments(amendments: readonly Amendment[], entry: Omit<Written, 'content'> & Partial<Pick<Entry, 'content'>>): readonly Amendment[] {
  const { type, facts, on } = entry;
  const { n } = facts;
  if (type === 'amendment-proposed') {
    const text = { content: entry.content?.id ?? '', text: entry.content?.hash ?? '' };
    return [...amendments, { n: amendments.length + 1, state: 'proposed', proposedOn: on, ...text, signedOn: null, countersignedOn: null, settledOn: null, version: null }];
  }
  return amendments.map((one) => (one.n === n ? changed(one, type, textFact(facts, 'party'), on, amendments) : one));
}

function changed(one: Amendment, type: string, party: string, on: CivilDate, all: readonly Amendment[]): Amendment {
  switch (type) {
    case 'amendment-signed':
      return party === 'authority' ? { ...one, countersignedOn: on } : { ...one, signedOn: on };
    case 'amendment-in-force':
      return { ...one, state: 'in-force', settledOn: on, version: versionOf(all) + 1 };
    case 'amendment-reopened':
      return { ...one, state: 'proposed', settledOn: null };
    case 'amendment-dropped':
      return { ...one, state: 'dropped', settledOn: on };
    default:
      return { ...one, state: 'lapsed', settledOn: on };
  }
}

/** The version of the contract that is in force: 1 for the one that both signed first. */
export function versionOf(amendments: readonly Amendment[]): number {
  return 1 + amendments.filter((one) => one.state === 'in-force').length;
}

/** The one that waits for its signatures. */
export function openAmendment(amendments: readonly Amendment[]): Amendment | undefined {
  return amendments.find((one) => one.state === 'proposed');
}
