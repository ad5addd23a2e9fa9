/** The applicant asks that an expert not see the file; the secretariat decides. Ids alone: the reason is content. */
export interface Objection {
  /** A person. */
  readonly expert: string;
  readonly state: 'open' | 'accepted' | 'rejected';
}
