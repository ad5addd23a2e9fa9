import type { CivilDate } from '../calendar/types.js';
import type { Entry } from '../procedure/entry.js';
import { optionalText, textFact } from '../procedure/facts.js';
import { extendedBy, type Extension } from './extension.js';

/** What a call's journal adds up to. Its title is content of its first entry. */
export interface CallData {
  /** Code of the scheme; null before the call is created. */
  readonly scheme: string | null;
  readonly version: number;
  /** First day on which files may be submitted. */
  readonly opensOn: CivilDate;
  /** Last day on which files may be submitted. */
  readonly closesOn: CivilDate;
  /** Persons: the case officer and the deputy of the call's files. */
  readonly officer: string | null;
  readonly deputy: string | null;
  /** Nothing is notified before the results are published, on this day; null without an embargo. */
  readonly embargoUntil: CivilDate | null;
  readonly publishedOn: CivilDate | null;
  /** Of each pole the last one granted; absent in what an older build folded. */
  readonly extensions?: readonly Extension[];
}

export const noCall: CallData = { scheme: null, version: 0, opensOn: '', closesOn: '', officer: null, deputy: null, embargoUntil: null, publishedOn: null, extensions: [] };

export function evolveCall(data: CallData, entry: Entry): CallData {
  const { facts } = entry;
  switch (entry.type) {
    case 'created':
      return {
        ...data,
        scheme: textFact(facts, 'scheme'),
        version: Number(facts['version']),
        opensOn: textFact(facts, 'opensOn'),
        closesOn: textFact(facts, 'closesOn'),
        officer: optionalText(facts, 'officer'),
        deputy: optionalText(facts, 'deputy'),
      };
    case 'deadline-moved':
      if (facts['kind'] === 'publication') return { ...data, embargoUntil: textFact(facts, 'to') };
      return facts['kind'] === 'closing' ? { ...data, closesOn: textFact(facts, 'to') } : data;
    case 'embargo-set':
      return { ...data, embargoUntil: textFact(facts, 'on') };
    case 'extension-granted':
      return { ...data, extensions: extendedBy(data, { pole: textFact(facts, 'pole'), to: textFact(facts, 'to'), remindOn: facts['remindOn'] as readonly string[] }) };
    case 'call-reopened':
      return { ...data, closesOn: textFact(facts, 'closesOn') };
    case 'published':
      return { ...data, publishedOn: entry.on };
    default:
      return data;
  }
}
