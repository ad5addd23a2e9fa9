import type { CivilDate } from '../calendar/types.js';
import type { Entry } from '../procedure/entry.js';
import { optionalText, textFact } from '../procedure/facts.js';
import { type Amendment, evolveAmendments } from './amendment.data.js';
import { blankStanding, evolveStanding, type LabelStanding } from './standing.js';

/** What a label remembers besides its status. */
export interface AwardData extends LabelStanding {
  /** Subject ids of the application it rests on and of its call. */
  readonly application: string;
  readonly call: string;
  readonly pole: string;
  /** The legal person that carries the pole on the day of the award. */
  readonly structure: string;
  /** First and last day, as decided. */
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate;
  readonly decidedOn: CivilDate;
  /** Subject id of the label that this one renews. */
  readonly previous: string | null;
  /** Public number, drawn at the award. */
  readonly number: string;
  readonly signedOn: CivilDate | null;
  readonly countersignedOn: CivilDate | null;
  readonly activatedOn: CivilDate | null;
  /** The contract's last day, once the award has lapsed by it. */
  readonly lapsedOn: CivilDate | null;
  readonly renewalUnderAppraisal: boolean;
  /** Subject id of the label that renews this one. */
  readonly successor: string | null;
  /** Whether that label's contract is still to be signed, is signed, or never was. */
  readonly successorState: 'awarded' | 'active' | 'lapsed' | null;
  /** Last day of the label that this one renews. */
  readonly previousEndsOn: CivilDate | null;
  /** Hash of the text that the first party signed; null while nobody has, and of a contract that was signed before texts were kept. */
  readonly contractText: string | null;
  /** Person id of the case officer that was named with an imported label; others have that of their application. */
  readonly officer: string | null;
  /** The day on which a label that was awarded elsewhere came here; null for one that was awarded here. */
  readonly importedOn: CivilDate | null;
  /** What was to change in the contract since, the first first. */
  readonly amendments: readonly Amendment[];
}

export const blankAward: AwardData = {
  application: '', call: '', pole: '', structure: '', startsOn: '', endsOn: '', decidedOn: '', previous: null, number: '',
  signedOn: null, countersignedOn: null, activatedOn: null, lapsedOn: null, renewalUnderAppraisal: false, successor: null, successorState: null, previousEndsOn: null,
  ...blankStanding,
  contractText: null, officer: null, importedOn: null, amendments: [],
};

/** Folds one entry into the data. */
export function evolveAward(data: AwardData, entry: Pick<Entry, 'type' | 'facts' | 'on' | 'content'>): AwardData {
  const { facts } = entry;
  const text = (name: string): string => textFact(facts, name);
  switch (entry.type) {
    case 'granted':
      return {
        ...data, application: text('application'), call: text('call'), pole: text('pole'), structure: text('structure'), startsOn: text('startsOn'),
        endsOn: text('endsOn'), decidedOn: text('decidedOn'), number: text('number'), previous: optionalText(facts, 'previous'),
        previousEndsOn: optionalText(facts, 'previousEndsOn'),
      };
    case 'imported':
      return {
        ...data, call: text('call'), pole: text('pole'), structure: text('structure'), startsOn: text('startsOn'), endsOn: text('endsOn'), decidedOn: text('decidedOn'),
        number: text('number'), activatedOn: text('startsOn'), officer: optionalText(facts, 'officer'), importedOn: entry.on,
      };
    case 'contract-signed':
      return { ...data, signedOn: entry.on, contractText: data.contractText ?? optionalText(facts, 'text') };
    case 'contract-countersigned':
      return { ...data, countersignedOn: entry.on, contractText: data.contractText ?? optionalText(facts, 'text') };
    case 'amendment-proposed':
    case 'amendment-signed':
    case 'amendment-in-force':
    case 'amendment-dropped':
    case 'amendment-reopened':
    case 'amendment-lapsed':
      return { ...data, amendments: evolveAmendments(data.amendments, entry) };
    case 'activated':
      return { ...data, activatedOn: entry.on, lapsedOn: null };
    case 'lapsed':
      return { ...data, lapsedOn: entry.on };
    case 'reopened-in-time':
      return { ...data, lapsedOn: null };
    case 'successor-reopened':
      return { ...data, successor: text('by'), successorState: 'awarded' };
    case 'renewal-under-appraisal':
      return { ...data, renewalUnderAppraisal: true };
    case 'renewal-given-up':
      return { ...data, renewalUnderAppraisal: false };
    case 'succeeded':
      return { ...data, renewalUnderAppraisal: false, successor: text('by'), successorState: data.successorState ?? 'awarded' };
    case 'successor-active':
      return { ...data, successor: text('by'), successorState: 'active' };
    case 'successor-lapsed':
      return { ...data, successor: text('by'), successorState: 'lapsed' };
    case 'extended':
      return { ...data, ...evolveStanding(data, entry), endsOn: text('endsOn') };
    default:
      return { ...data, ...evolveStanding(data, entry) };
  }
}
