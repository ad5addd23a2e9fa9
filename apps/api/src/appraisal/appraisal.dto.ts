import { appraisalStatuses } from '../../../../libs/domain/src/appraisal/appraisal.status.js';
import { EnteredDto, EnteredFor } from '../act/entered.dto.js';
import { DossierView } from '../act/dossier.dto.js';
import { Choice, CivilDate, Code, Flag, FreeMap, Id, InstantField, Int, Nested, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

const shown = appraisalStatuses.filter((status) => status !== 'new');

export class AppraisalQueryDto extends PageQuery {
  @Id({ optional: true, description: 'Appraisals of this application.' }) application?: string;
  @Choice(shown, { optional: true }) status?: string;
  @Flag({ optional: true, description: 'Only those in which I am the expert; always so for who is an expert alone.' }) mine?: boolean;
}

class NamedDto {
  @Id() id!: string;
  @Text() name!: string;
}

class AppraisedStructureDto {
  @Text() name!: string;
  @Text() siren!: string;
}

/** An appraisal in a list. The names are what an expert needs to declare a conflict of interest. */
export class AppraisalSummaryDto {
  @Text({ description: 'As in addresses: the application’s id, a hyphen, a number.' }) id!: string;
  @Choice(shown) status!: string;
  @Id() application!: string;
  @Id({ nullable: true, description: 'Of a label that is appraised at mid-term: its id, under which its reports are. Null for an application.' }) label!: string | null;
  @Text({ nullable: true, description: 'Subject id of the call.' }) call!: string | null;
  @Nested(() => NamedDto) expert!: NamedDto;
  @Nested(() => NamedDto) pole!: NamedDto;
  @Nested(() => AppraisedStructureDto, { nullable: true }) structure!: AppraisedStructureDto | null;
  @CivilDate({ nullable: true, description: 'When the expert must answer or score.' }) dueOn!: string | null;
}

export class DeclarationDto {
  @Flag({ description: 'True: I have a conflict of interest. It closes the file to me at once.' }) conflict!: boolean;
  @Code({ optional: true, description: 'Kind of conflict, e.g. `employer`, `family`, `competitor`.' }) conflictKind?: string;
  @Text({ optional: true, max: 2000 }) details?: string;
  @EnteredFor() entered?: EnteredDto;
}

export class AcceptanceDto {
  @Text({ optional: true, max: 2000, description: 'A word to the secretariat.' }) comment?: string;
  @EnteredFor() entered?: EnteredDto;
}

export class AppraisalRefusalDto {
  @Text({ optional: true, max: 2000 }) reason?: string;
  @EnteredFor() entered?: EnteredDto;
}

export class ReplacementDto {
  @Text({ max: 2000, description: 'Why this expert is replaced; kept with the file.' }) reason!: string;
  @Flag({ optional: true, description: 'True: whoever comes after gets this expert’s due date; without it, and without `dueOn`, the period counts anew from the acceptance.' }) keepDeadline?: boolean;
  @CivilDate({ optional: true, description: 'The due date of whoever comes after.' }) dueOn?: string;
}

export class DueDateWishDto {
  @CivilDate({ description: 'The date by which the expert would submit.' }) on!: string;
  @Text({ max: 2000 }) reason!: string;
  @EnteredFor() entered?: EnteredDto;
}

export class DueDateAnswerDto {
  @Flag({ description: 'True: the date that the expert asked for becomes the due date.' }) accepted!: boolean;
  @Text({ optional: true, max: 2000 }) reason?: string;
}

export class DueDateProposalDto {
  @CivilDate() on!: string;
  @Text({ nullable: true, max: 2000, description: 'Null once erased.' }) reason!: string | null;
}

export class ScoresDto {
  @FreeMap({ description: 'A whole number for each criterion of the grid.', example: { engaged: 4 } }) marks!: Record<string, number>;
  @FreeMap({ optional: true, description: 'Text by criterion; `overall` for the whole.' }) comments?: Record<string, string>;
  @EnteredFor() entered?: EnteredDto;
}

export class ScoreDraftInputDto {
  @FreeMap({ description: 'By criterion; null for one left empty.' }) marks!: Record<string, number | null>;
  @FreeMap({ optional: true, description: 'Text by criterion; `overall` for the whole.' }) comments?: Record<string, string>;
  @Int({ optional: true, description: 'The version that this page last saw, 0 before the first saving; left out, whatever is stored is replaced.' }) version?: number;
}

export class ScoreDraftDto {
  @FreeMap() marks!: Record<string, number | null>;
  @FreeMap() comments!: Record<string, string>;
  @Int() version!: number;
  @InstantField({ nullable: true }) savedAt!: string | null;
}

/** One appraisal. Marks and total are null for everybody but the expert until it is revealed. */
export class VisitDto {
  @CivilDate({ optional: true, description: 'The day of the visit; today when left out.' }) visitedOn?: string;
  @Text({ optional: true, max: 20_000, description: 'What was seen.' }) account?: string;
  @EnteredFor() entered?: EnteredDto;
}

export class AppraisalDto extends DossierView {
  @Id() application!: string;
  @Id({ nullable: true, description: 'Of a label that is appraised at mid-term: its id, under which its reports are. Null for an application.' }) label!: string | null;
  @Nested(() => NamedDto) expert!: NamedDto;
  @Nested(() => NamedDto) pole!: NamedDto;
  @Nested(() => AppraisedStructureDto, { nullable: true }) structure!: AppraisedStructureDto | null;
  @FreeMap({ nullable: true, description: 'Submitted comments, by criterion; sealed like the marks.' }) comments!: Record<string, string> | null;
  @Nested(() => ScoreDraftDto, { nullable: true, description: 'What the expert has typed so far; for the expert alone.' }) scoreDraft!: ScoreDraftDto | null;
  @Nested(() => DueDateProposalDto, { nullable: true, description: 'Another due date that the expert asks for, until the secretariat answers.' }) dueDateProposal!: DueDateProposalDto | null;
}
