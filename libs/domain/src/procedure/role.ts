/** What a person may be in a procedure. `applicant` is held by belonging to the file's pole, the others by the person. */
export const roles = ['applicant', 'expert', 'secretariat', 'committee', 'authority', 'auditor', 'operator'] as const;
export type Role = (typeof roles)[number];

/** Who may be behind a transition: a person, a deadline that has passed, or another procedure's message. */
export type By = Role | 'clock' | 'procedure';
