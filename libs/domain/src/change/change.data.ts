import type { CivilDate } from '../calendar/types.js';
import type { ContentRef } from '../procedure/act.js';
import type { Entry } from '../procedure/entry.js';
import { optionalText, textFact } from '../procedure/facts.js';
import { actorOf } from '../financing/financing.data.js';
import { lightKinds, type ChangeKind } from './change.kinds.js';

/** What a change remembers besides its status. Names and addresses are content. */
export interface ChangeData {
  /** Subject ids of the label and of its call. */
  readonly award: string;
  readonly call: string | null;
  readonly pole: string;
  readonly what: ChangeKind;
  /** The secretariat decides alone. */
  readonly light: boolean;
  /** First day of the new situation; of a closure or merger, the label's last day. */
  readonly effectiveOn: CivilDate;
  readonly requestedOn: CivilDate;
  /** Of a renaming: the pole's public name, or the name of the structure that carries it. */
  readonly of: 'pole' | 'structure';
  /** Of a move or a new carrier: where the pole is from then on. */
  readonly siret: string | null;
  /** Of a merger: the pole that absorbs this one. */
  readonly into: string | null;
  /** Person id of who sent the request: the holder, or who entered it for the holder. */
  readonly requestedBy: string | null;
  /** What was written with the request: what the records say from the day of effect. */
  readonly request: ContentRef | null;
  readonly proposed: 'accept' | 'refuse' | null;
  readonly decidedOn: CivilDate | null;
  /** The labels that hear of it: those of the pole that stood when it was accepted. */
  readonly awards: readonly string[];
  readonly effectedOn: CivilDate | null;
}

export const blankChange: ChangeData = {
  award: '', call: null, pole: '', what: 'rename', light: false, effectiveOn: '', requestedOn: '', of: 'pole', siret: null, into: null, requestedBy: null, request: null,
  proposed: null, decidedOn: null, awards: [], effectedOn: null,
};

/** Folds one entry into the data. */
export function evolveChange(data: ChangeData, { type, facts, on, content, source }: Entry): ChangeData {
  const what = textFact(facts, 'what') as ChangeKind;
  switch (type) {
    case 'change-requested':
      return {
        ...data, award: textFact(facts, 'award'), call: optionalText(facts, 'call'), pole: textFact(facts, 'pole'), what, light: lightKinds.includes(what),
        effectiveOn: textFact(facts, 'effectiveOn'), requestedOn: on, of: facts['of'] === 'structure' ? 'structure' : 'pole',
        siret: optionalText(facts, 'siret'), into: optionalText(facts, 'into'), request: content ?? null, requestedBy: actorOf(source),
      };
    case 'change-proposed':
      return { ...data, proposed: facts['outcome'] === 'refuse' ? 'refuse' : 'accept' };
    case 'change-accepted':
      return { ...data, decidedOn: on, awards: Array.isArray(facts['awards']) ? facts['awards'].map(String) : [data.award] };
    case 'change-refused':
      return { ...data, decidedOn: on };
    case 'change-effected':
      return { ...data, effectedOn: on };
    default:
      return data;
  }
}
