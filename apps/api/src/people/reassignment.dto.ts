import { Flag, Id, InstantField, Int, Nested, Text, Texts } from '../http/fields.js';

/** Gives files to another case officer: all of one officer’s, of one call, or named ones; several conditions narrow each other. */
export class NewReassignmentDto {
  @Id({ description: 'The new case officer, a person of the secretariat.' }) to!: string;
  @Id({ optional: true, description: 'The new deputy; each file keeps its own when left out.' }) deputy?: string;
  @Id({ optional: true, description: 'The case officer whose files they are now.' }) from?: string;
  @Id({ optional: true, description: 'The call and its files.' }) call?: string;
  @Texts({ each: 100, max: 500, optional: true, description: 'Subject ids, e.g. `application/…`; what hangs on a file goes with it.' }) files?: string[];
  @Text({ min: 3, max: 1000, description: 'Why; kept with who and when.' }) reason!: string;
  @Flag({ optional: true, description: 'Only counts: nothing changes.' }) preview?: boolean;
}

export class ReassignedDto {
  @Id({ nullable: true, description: 'Null for a preview.' }) id!: string | null;
  @Int({ description: 'Files and what hangs on them.' }) files!: number;
}

class OfficerDto {
  @Id() id!: string;
  @Text() name!: string;
}

export class ReassignmentDto {
  @Id() id!: string;
  @Nested(() => OfficerDto) officer!: OfficerDto;
  @Id({ nullable: true }) deputyId!: string | null;
  @Text({ max: 1000 }) reason!: string;
  @Int() files!: number;
  @Id({ description: 'The person who gave them.' }) givenBy!: string;
  @InstantField() givenAt!: string;
}

export class FileOfficersDto {
  @Nested(() => OfficerDto, { nullable: true }) officer!: OfficerDto | null;
  @Nested(() => OfficerDto, { nullable: true }) deputy!: OfficerDto | null;
  @Flag({ description: 'The officer is away today: tasks and mails go to the deputy.' }) officerAbsent!: boolean;
}
