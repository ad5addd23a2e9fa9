import type { SubjectKind } from '../procedure/subject.js';

/**
 * What an act asks before it is somebody's task, where the status alone does not say it: the table says what may be done, not
 * whether it still has to be. Paths are SQL/JSON paths into the subject's data.
 */
export interface Condition {
  readonly kind: SubjectKind;
  readonly act: string;
  /** In this status alone; in all when absent. */
  readonly status?: string;
  /** A right that nobody is asked to use. */
  readonly offered?: true;
  /** Done already when something is there. */
  readonly unless?: string;
  /** Not yet its turn until something is there. */
  readonly when?: string;
  /** Asked only while there are fewer of these than the figure in the scheme, also a path. */
  readonly fewer?: { readonly of: string; readonly than: string };
}

export const conditions: readonly Condition[] = [
  { kind: 'application', act: 'withdraw', offered: true },
  { kind: 'application', act: 'staff', status: 'under_appraisal', fewer: { of: '$.appraisals[*] ? (@.state != "lost")', than: '$.panel.experts' } },
  { kind: 'application', act: 'sign', unless: '$.decision ? (@ != null)' },
  { kind: 'application', act: 'notify', when: '$.decision ? (@ != null)' },
  { kind: 'appraisal', act: 'replace', offered: true },
  { kind: 'award', act: 'signContract', unless: '$.signedOn ? (@ != null)' },
  { kind: 'award', act: 'countersignContract', unless: '$.countersignedOn ? (@ != null)' },
  { kind: 'call', act: 'create', unless: '$.scheme ? (@ != null)' },
];

/** Deadlines of a right: nobody is asked to contest a decision. */
export const ofRights: readonly { readonly kind: SubjectKind; readonly deadline: string }[] = [
  { kind: 'application', deadline: 'appeal-limit' },
  { kind: 'application', deadline: 'silence-appeal-limit' },
];
