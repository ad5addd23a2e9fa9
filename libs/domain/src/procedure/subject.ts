/** The kinds of procedure, one workflow type each. */
export const subjectKinds = ['call', 'application', 'appraisal', 'award', 'monitoring', 'renewal', 'session', 'appeal', 'survey', 'financing', 'change'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** A subject's id is `<kind>/<uuid>` (an appraisal's `appraisal/<application uuid>/<n>`, a survey's `survey/<label uuid>/<period>`): also its workflow's id, and free of personal data. */
export type SubjectId = string;

export function kindOf(subject: SubjectId): SubjectKind {
  const kind = subject.slice(0, subject.indexOf('/'));
  if (!(subjectKinds as readonly string[]).includes(kind)) throw new RangeError(`Not a subject: ${subject}`);
  return kind as SubjectKind;
}

/** The part after the kind. */
export function keyOf(subject: SubjectId): string {
  return subject.slice(subject.indexOf('/') + 1);
}
