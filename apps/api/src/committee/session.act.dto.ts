import { attendances, choices, sessionOutcomes } from '../../../../libs/domain/src/committee/session.data.js';
import { EnteredDto, EnteredFor } from '../act/entered.dto.js';
import { Choice, CivilDate, Code, Id, Int, Items, Nested, Pattern, Text, Texts } from '../http/fields.js';

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

class WhenAndWhereDto {
  @CivilDate({ description: 'At least the scheme’s notice from today.' }) on!: string;
  @Pattern(timeOfDay, { example: '14:30', description: 'Local time.' }) time!: string;
  @Text({ optional: true, max: 300 }) place?: string;
  @Text({ optional: true, max: 1000, description: 'Where remote members join.' }) remoteAddress?: string;
}

export class NewSessionDto extends WhenAndWhereDto {
  @Code({ example: 'pole-innovation' }) scheme!: string;
  @Texts({ optional: true, ids: true, max: 200, description: 'Applications that wait for the committee.' }) files?: string[];
  @Id({ optional: true, description: 'All files of this call that wait for the committee, beside those named.' }) call?: string;
}

export class AgendaDto {
  @Texts({ ids: true, max: 200, description: 'Applications that wait for the committee.' }) files!: string[];
}

export class AgendaRemovalDto {
  @Id() application!: string;
  @Text({ optional: true, max: 2000 }) reason?: string;
}

export class SessionMoveDto extends WhenAndWhereDto {
  @Text({ max: 2000 }) reason!: string;
}

export class ReconveningDto extends WhenAndWhereDto {}

export class SessionReasonDto {
  @Text({ max: 5000 }) reason!: string;
}

export class RecusalDto {
  @Id() application!: string;
  @Id({ optional: true, description: 'Left out: the caller, a member. The secretariat names the member.' }) member?: string;
  @Text({ max: 2000, description: 'The interest; kept with the session.' }) reason!: string;
}

export class ProxyDto {
  @Id({ description: 'Who will vote for the member.' }) to!: string;
  @EnteredFor() entered?: EnteredDto;
}

export class ProxyReturnDto {
  @Id({ optional: true, description: 'Who takes the proxy back; the caller when left out. The secretariat names the member.' }) member?: string;
}

class PresenceDto {
  @Id() member!: string;
  @Choice([...attendances, 'absent']) how!: string;
}

export class PresencesDto {
  @Items(() => PresenceDto, { min: 1 }) presences!: PresenceDto[];
  @Id({ optional: true, description: 'Who presides this session, among the voting members who are there; left out, the committee’s chair or whoever was named before.' }) presides?: string;
}

class CastDto {
  @Id() member!: string;
  @Choice(choices) vote!: string;
}

class TallyDto {
  @Int({ max: 1000 }) for!: number;
  @Int({ max: 1000 }) against!: number;
  @Int({ max: 1000 }) abstain!: number;
}

class ConditionTextDto {
  @CivilDate() dueOn!: string;
  @Text({ max: 2000 }) text!: string;
}

export class MotionDto {
  @Id() application!: string;
  @Choice(sessionOutcomes, { description: 'What is put to the vote.' }) outcome!: string;
  @Items(() => ConditionTextDto, { optional: true, max: 20, description: 'For a conditional award.' }) conditions?: ConditionTextDto[];
  @Text({ optional: true, max: 10_000, description: 'Needed for a refusal.' }) reasons?: string;
}

export class BallotDto {
  @Id() application!: string;
  @Id({ optional: true, description: 'The member whose vote it is, when the caller holds the proxy; the caller when left out.' }) member?: string;
  @Choice(choices) vote!: string;
  @EnteredFor() entered?: EnteredDto;
}

/** Counts a vote: with the application alone, what the members cast on the open question; otherwise what was noted at the session. */
export class VoteDto {
  @Id() application!: string;
  @Choice(sessionOutcomes, { optional: true, description: 'What was put to the vote, with `votes` or `tally`.' }) outcome?: string;
  @Items(() => CastDto, { optional: true, description: 'Show of hands: one for each member who sits for this file, represented ones included.' }) votes?: CastDto[];
  @Id({ optional: true, description: 'With `votes`: the scan of the signed sheet, sent to /scans of a file of the agenda.' }) sheet?: string;
  @Nested(() => TallyDto, { optional: true, description: 'Secret vote: counts alone.' }) tally?: TallyDto;
  @Choice(['for', 'against'], { optional: true, description: 'Secret vote: how the chair parts a tie.' }) casting?: string;
  @Items(() => ConditionTextDto, { optional: true, max: 20, description: 'For a conditional award.' }) conditions?: ConditionTextDto[];
  @Text({ optional: true, max: 10_000, description: 'Needed for a refusal.' }) reasons?: string;
}

export class PutOffDto {
  @Id() application!: string;
  @Text({ optional: true, max: 2000 }) reason?: string;
}

class AmountDto {
  @Id() application!: string;
  @Int() cents!: number;
}

export class RankingDto {
  @Int({ optional: true, max: 10_000, description: 'Number of labels; or a budget.' }) places?: number;
  @Int({ optional: true }) budgetCents?: number;
  @Items(() => AmountDto, { optional: true, description: 'With a budget: what each file asks.' }) amounts?: AmountDto[];
  @Texts({ optional: true, ids: true, max: 200, description: 'Equal files in the order that the committee gives them.' }) order?: string[];
}

class FileRemarkDto {
  @Id() application!: string;
  @Text({ max: 5000 }) text!: string;
}

export class MinutesNoteDto {
  @Text({ optional: true, max: 10_000, description: 'On the session as a whole.' }) remark?: string;
  @Items(() => FileRemarkDto, { optional: true }) files?: FileRemarkDto[];
}

export class MinutesRemarkDto {
  @Text({ max: 5000 }) text!: string;
}
