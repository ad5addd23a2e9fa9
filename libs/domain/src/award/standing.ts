import type { CivilDate } from '../calendar/types.js';
import type { Facts } from '../procedure/act.js';
import type { Entry } from '../procedure/entry.js';
import { optionalText, textFact } from '../procedure/facts.js';

/** A notice before a suspension or a withdrawal, and what came of it [CRPA L121-1, L122-1]. */
export interface ServedNotice {
  readonly intent: 'suspension' | 'withdrawal';
  readonly servedOn: CivilDate;
  /** When the holder first gave observations. */
  readonly observedOn: CivilDate | null;
  /** The time for observations is over. */
  readonly heard: boolean;
}

/** A decision that moved the label's last day. */
export interface Extension {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly decidedOn: CivilDate;
  /** The label had expired when it was decided: between the two dates no label was in force. */
  readonly afterExpiry: boolean;
  /** Whether it adds a report, and an instalment. */
  readonly report: boolean;
  readonly instalment: boolean;
}

/** A change of the holder that was accepted while the label stood. */
export interface HolderChange {
  /** Subject id. */
  readonly change: string;
  readonly what: string;
  readonly on: CivilDate;
}

/** What becomes of a label once it is in force, beside its status. */
export interface LabelStanding {
  /** The notice that waits for what the authority does; null when there is none. */
  readonly notice: ServedNotice | null;
  readonly suspendedOn: CivilDate | null;
  /** Last day, of a label that ended before the day decided for it. */
  readonly endedOn: CivilDate | null;
  readonly endCause: EndCause | null;
  /** Last day announced by a holder that gives the label up later. */
  readonly renouncedFor: CivilDate | null;
  readonly extensions: readonly Extension[];
  readonly changes: readonly HolderChange[];
  /** The pole into which the holder was merged. */
  readonly transferredTo: string | null;
}

/** Why a label ends before its last day. */
export type EndCause = 'withdrawn' | 'renounced' | 'terminated' | 'transferred';

export const blankStanding: LabelStanding = {
  notice: null, suspendedOn: null, endedOn: null, endCause: null, renouncedFor: null, extensions: [], changes: [], transferredTo: null,
};

/** Folds one entry; undefined for one that says nothing of this. */
export function evolveStanding(standing: LabelStanding, { type, facts, on }: Pick<Entry, 'type' | 'facts' | 'on'>): Partial<LabelStanding> | undefined {
  switch (type) {
    case 'notice-served':
      return { notice: { intent: facts['intent'] === 'withdrawal' ? 'withdrawal' : 'suspension', servedOn: on, observedOn: null, heard: false } };
    case 'observations-given':
      return withNotice(standing, { observedOn: standing.notice?.observedOn ?? on });
    case 'observations-time-over':
      return withNotice(standing, { heard: true });
    case 'notice-dropped':
      return { notice: null };
    case 'suspended':
      return { notice: null, suspendedOn: on };
    case 'reinstated':
      return { notice: null, suspendedOn: null };
    case 'renunciation-announced':
      return { renouncedFor: textFact(facts, 'on') };
    case 'withdrawn':
    case 'suspension-limit-reached':
      return { endCause: 'withdrawn', endedOn: on };
    case 'renounced':
      return { endCause: 'renounced', endedOn: optionalText(facts, 'on') ?? on };
    case 'terminated':
      return { endCause: 'terminated', endedOn: optionalText(facts, 'on') ?? on };
    case 'transferred':
      return { endCause: 'transferred', endedOn: optionalText(facts, 'on') ?? on, transferredTo: optionalText(facts, 'to') };
    case 'particulars-changed':
      return { changes: [...standing.changes, { change: textFact(facts, 'change'), what: textFact(facts, 'what'), on }] };
    case 'extended':
      // A notice ends with the label: one that is extended after its end is in force, and nothing is announced on it.
      return { extensions: [...standing.extensions, extensionIn(facts)], ...(facts['afterExpiry'] === true ? { notice: null } : {}) };
    default:
      return undefined;
  }
}

function withNotice({ notice }: LabelStanding, change: Partial<ServedNotice>): Partial<LabelStanding> {
  return { notice: notice && { ...notice, ...change } };
}

function extensionIn(facts: Facts): Extension {
  return {
    from: textFact(facts, 'from'), to: textFact(facts, 'endsOn'), decidedOn: textFact(facts, 'decidedOn'),
    afterExpiry: facts['afterExpiry'] === true, report: facts['report'] === true, instalment: facts['instalment'] === true,
  };
}
