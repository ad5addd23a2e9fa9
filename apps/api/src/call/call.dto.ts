import { callStatuses } from '../../../../libs/domain/src/call/call.status.js';
import { Choice, CivilDate, Code, FreeMap, Id, Int, Items, Nested, Text, Texts } from '../http/fields.js';
import { PageQuery } from '../http/page.js';
import { FeeAmountDto, FeeGroundDto } from '../application/part.dto.js';

class TitleDto {
  @Text() fr!: string;
  @Text() en!: string;
}

export class NewCallDto {
  @Code({ description: 'Code of a loaded scheme.', example: 'pole-innovation' }) scheme!: string;
  @Nested(() => TitleDto) title!: TitleDto;
  @CivilDate({ description: 'First day of submissions; today or earlier opens the call at once.' }) opensOn!: string;
  @CivilDate({ description: 'Last day of submissions.' }) closesOn!: string;
  @Id({ optional: true, description: 'Case officer of the call and of its files, a person of the secretariat; the caller when left out.' }) officer?: string;
  @Id({ optional: true, description: 'Who stands in on days of absence.' }) deputy?: string;
}

export class CallQueryDto extends PageQuery {
  @Choice(callStatuses, { optional: true, description: 'Everybody may ask for open, closed and published calls; drafts are for the staff.' }) status?: string;
  @Code({ optional: true }) scheme?: string;
  @Choice(['closesOn', '-closesOn'], { optional: true }) override sort?: string;
}

export class CallSummaryDto {
  @Id() id!: string;
  @Choice(callStatuses) status!: string;
  @Text() title!: string;
  @Code() scheme!: string;
  @Int() schemeVersion!: number;
  @CivilDate() opensOn!: string;
  @CivilDate() closesOn!: string;
}

class LabelledDto {
  @Code() code!: string;
  @Text() label!: string;
}

class GroundDto extends LabelledDto {
  @Text({ description: 'The text it rests on.' }) law!: string;
}

class ContactDto {
  @Text() name!: string;
  @Text() email!: string;
}

/** What an applicant pays before the file is examined. */
export class CallFeeDto {
  @Items(() => FeeAmountDto, { description: 'One of these is owed.' }) amounts!: FeeAmountDto[];
  @Items(() => FeeGroundDto) exemptions!: FeeGroundDto[];
  @Text({ description: 'From receipt, as an ISO 8601 duration.', example: 'P30D' }) within!: string;
}

export class CallDto extends CallSummaryDto {
  @Text({ max: 20_000 }) presentation!: string;
  @FreeMap({ description: 'The form of the application, in the language of the caller.' }) form!: object;
  @FreeMap({ description: 'The grid by which files are appraised.' }) grid!: object;
  @Texts({ each: 2000, description: 'How files are scored, added up and ranked, in sentences.' }) appraisalRules!: string[];
  @Items(() => LabelledDto, { description: 'Criteria that part two files of the same total, the first first; nothing else does.' }) tieBreak!: LabelledDto[];
  @Items(() => LabelledDto) themes!: LabelledDto[];
  @Items(() => LabelledDto) structureTypes!: LabelledDto[];
  @Nested(() => CallFeeDto, { nullable: true, description: 'Null where the scheme asks for none.' }) fee!: CallFeeDto | null;
  @Items(() => LabelledDto, { description: 'Bodies whose opinions are asked for once a file is admissible.' }) opinions!: LabelledDto[];
  @FreeMap({ description: 'Questions that anybody may try before applying.' }) eligibility!: object;
  @Nested(() => ContactDto) contact!: ContactDto;
  @FreeMap() indicators!: object;
  @CivilDate({ nullable: true, optional: true, description: 'For the staff: nothing is notified before this day.' }) embargoUntil?: string | null;
  @Items(() => GroundDto, { optional: true, description: 'For the staff: the reasons in law that a refusal may rest on, by their codes.' }) refusalGrounds?: GroundDto[];
  @FreeMap({ optional: true, description: 'Only for who is signed in as staff: acts, timeline.' }) dossier?: object;
}

export class EmbargoDto {
  @CivilDate({ description: 'From the morning of this day on the results are published, and what is signed is notified at once; nothing before.' }) on!: string;
  @Text({ optional: true, max: 2000 }) comment?: string;
}

class ResultLineDto {
  @Text() pole!: string;
  @Text({ nullable: true }) structure!: string | null;
  @Text() territory!: string;
}

/** Who was awarded, by name; nothing of anybody else. */
export class CallResultsDto {
  @CivilDate() publishedOn!: string;
  @Items(() => ResultLineDto) awarded!: ResultLineDto[];
}

export class PublicationDto {
  @Text({ optional: true, max: 2000 }) comment?: string;
}
