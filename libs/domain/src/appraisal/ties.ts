import { plus } from '../calendar/civil-date.js';
import type { CivilDate, CivilPeriod, IsoDuration } from '../calendar/types.js';

/** Where an expert works or worked. Dates are open where they are null. */
export interface Employer {
  readonly siren: string;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

export const interestKinds = ['mandate', 'shareholding', 'family', 'collaboration', 'competition', 'other'] as const;
export type InterestKind = (typeof interestKinds)[number];

/** An interest that an expert declared, in a legal person or in a pole. */
export interface Interest {
  readonly kind: InterestKind;
  readonly siren: string | null;
  readonly pole: string | null;
  /** Until when; null while it lasts. */
  readonly to: CivilDate | null;
}

/** An expert as the ranking sees one. Ids and codes: no name takes part in it. */
export interface Candidate {
  /** A person. */
  readonly id: string;
  readonly themes: readonly string[];
  readonly regions: readonly string[];
  readonly employers: readonly Employer[];
  readonly interests: readonly Interest[];
  readonly absences: readonly CivilPeriod[];
  /** Files of the call that the expert has now, and the most that the expert takes. */
  readonly load: number;
  readonly maximum: number;
  /** Belongs, or has belonged since the call opened, to the file's pole; to another pole that applies in the call. */
  readonly member: boolean;
  readonly memberOfRival: boolean;
  /** Earlier appraisals of files of the same pole. */
  readonly appraisedBefore: number;
}

/** A file as the ranking sees it. */
export interface FileToStaff {
  /** Subject id. */
  readonly application: string;
  readonly pole: string;
  readonly themes: readonly string[];
  readonly region: string;
  /** SIRENs of the structure that carries the pole, and of the partners that the file names. */
  readonly carrier: string;
  readonly partners: readonly string[];
  /** When the appraisal is expected to take place. */
  readonly period: CivilPeriod;
  /** Experts who have the file; who declared a conflict on it. */
  readonly named: readonly string[];
  readonly recused: readonly string[];
  /** Experts who had the file and lost it otherwise: declined, never answered, were replaced. */
  readonly gone: readonly string[];
  /** To whom the applicant objects. */
  readonly objected: readonly string[];
  /** How many experts it still needs; with nobody named yet, all of them or none. */
  readonly wanted: number;
}

export type ConflictCode = 'carrier' | 'partner' | 'interest' | 'member' | 'member-of-rival' | 'recused' | 'objected' | 'gone' | 'named-already';

/** Why an expert may not have a file. */
export interface Conflict {
  readonly code: ConflictCode;
  readonly siren?: string;
  readonly kind?: InterestKind;
}

/** A tie that has been over for long enough: told, but no obstacle. */
export interface OldTie {
  readonly siren?: string;
  readonly to: CivilDate;
}

/** What ties an expert to a file. A tie that ended less than `coolingOff` before the appraisal still counts (CRPA L100-2: impartiality). */
export function tiesOf(file: FileToStaff, expert: Candidate, coolingOff: IsoDuration): { conflicts: Conflict[]; old: OldTie[] } {
  const since = plus(file.period.from, `-${coolingOff}`);
  const counts = (to: CivilDate | null): boolean => to === null || to >= since;
  const employers = expert.employers.filter(({ siren }) => tied(file, siren));
  const interests = expert.interests.filter(({ siren, pole }) => pole === file.pole || (siren !== null && tied(file, siren)));
  return {
    conflicts: [
      ...employers.filter(({ to }) => counts(to)).map(({ siren }): Conflict => ({ code: siren === file.carrier ? 'carrier' : 'partner', siren })),
      ...interests.filter(({ to }) => counts(to)).map(({ kind, siren }): Conflict => ({ code: 'interest', kind, ...(siren === null ? {} : { siren }) })),
      ...onFile(file, expert),
    ],
    old: [...employers, ...interests].flatMap(({ siren, to }) => (to === null || counts(to) ? [] : [{ to, ...(siren === null ? {} : { siren }) }])),
  };
}

function tied(file: FileToStaff, siren: string): boolean {
  return siren === file.carrier || file.partners.includes(siren);
}

function onFile(file: FileToStaff, { id, member, memberOfRival }: Candidate): Conflict[] {
  return [
    ...(member ? [{ code: 'member' } as const] : []),
    ...(memberOfRival && !member ? [{ code: 'member-of-rival' } as const] : []),
    ...(file.recused.includes(id) ? [{ code: 'recused' } as const] : []),
    ...(file.objected.includes(id) ? [{ code: 'objected' } as const] : []),
    ...(file.gone.includes(id) ? [{ code: 'gone' } as const] : []),
    ...(file.named.includes(id) ? [{ code: 'named-already' } as const] : []),
  ];
}
