/**
 * What an act asks before it is somebody's task, where the status alone does not say it: the table says what may be done, not
 * whether it still has to be. Paths are SQL/JSON paths into the subject's data.
 */
export interface Condition {
  /** `<kind>.<act>`, or `<kind>.<act>@<status>`. */
  readonly act: string;
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
  { act: 'application.withdraw', offered: true },
  { act: 'application.staff@under_appraisal', fewer: { of: '$.appraisals[*] ? (@.state != "lost")', than: '$.panel.experts' } },
  { act: 'application.sign', unless: '$.decision ? (@ != null)' },
  { act: 'application.notify', when: '$.decision ? (@ != null)' },
  { act: 'appraisal.replace', offered: true },
  { act: 'award.signContract', unless: '$.signedOn ? (@ != null)' },
  { act: 'award.countersignContract', unless: '$.countersignedOn ? (@ != null)' },
  { act: 'call.create', unless: '$.scheme ? (@ != null)' },
];

/** Deadlines of a right, `<kind>.<deadline>`: nobody is asked to contest a decision. */
export const ofRights: readonly string[] = ['application.appeal-limit', 'application.silence-appeal-limit'];
