import { Choice, CivilDate, Id, Int, Text } from '../http/fields.js';

export class MidTermAppraisalDto {
  @Id({ description: 'The person, an expert.' }) expert!: string;
  @CivilDate({ optional: true, description: 'By when the appraisal is due; the scheme’s time from acceptance when left out.' }) dueOn?: string;
  @Text({ optional: true, min: 10, max: 2000, description: 'Why this expert is named in spite of a tie.' }) despite?: string;
}

/** The appraisal at mid-term. */
export class MidTermDto {
  @Choice(['asked', 'staffed', 'appraised']) state!: string;
  @Text({ nullable: true, description: 'Where the appraisal is, `/api/appraisals/…`; for the staff.' }) appraisal!: string | null;
  @Int({ nullable: true, description: 'Total in hundredths of a point, of 10 000.' }) total!: number | null;
  @CivilDate({ nullable: true }) appraisedOn!: string | null;
}
