import { choices, sessionOutcomes } from '../../../../libs/domain/src/committee/session.data.js';
import { Choice, CivilDate, Flag, Int, Items, Nested, Text } from '../http/fields.js';

class NamedInMinutesDto {
  @Text() name!: string;
  @Text({ min: 0 }) capacity!: string;
}
class RepresentedDto extends NamedInMinutesDto { @Text() by!: string; }
class LeftDto extends NamedInMinutesDto { @Text() why!: string; }
class NamedVoteDto extends NamedInMinutesDto { @Choice(choices) vote!: string; }
class MinutesRemarkMadeDto extends NamedInMinutesDto {
  @CivilDate() on!: string;
  @Text({ max: 5000 }) text!: string;
}

class MinutesTallyDto {
  @Int() for!: number;
  @Int() against!: number;
  @Int() abstain!: number;
}

class MinutesQuorumDto {
  @Int() entitled!: number;
  @Int() sitting!: number;
  @Int() needed!: number;
}
class SaidQuorumDto extends MinutesQuorumDto { @Text({ max: 500 }) sentence!: string; }

class MinutesVoteDto {
  @Choice(sessionOutcomes) outcome!: string;
  @Flag() secret!: boolean;
  @Items(() => NamedVoteDto, { description: 'Empty for a secret vote.' }) open!: readonly NamedVoteDto[];
  @Nested(() => MinutesTallyDto) tally!: MinutesTallyDto;
  @Choice(['for', 'against'], { nullable: true, description: 'The chair’s casting vote.' }) casting!: string | null;
  @Flag() adopted!: boolean;
  @Text({ max: 500 }) sentence!: string;
}

class MinutesConditionDto {
  @Int() n!: number;
  @CivilDate() dueOn!: string;
  @Text({ min: 0, max: 2000 }) text!: string;
}

class MinutesItemDto {
  @Text({ description: 'Subject id.' }) application!: string;
  @Text() pole!: string;
  @Items(() => LeftDto, { description: 'Who had no part in this file.' }) left!: readonly LeftDto[];
  @Nested(() => MinutesQuorumDto, { nullable: true }) quorum!: MinutesQuorumDto | null;
  @Items(() => MinutesVoteDto) votes!: readonly MinutesVoteDto[];
  @Choice([...sessionOutcomes, 'withdrawn'], { nullable: true }) outcome!: string | null;
  @Text({ max: 500 }) sentence!: string;
  @Text({ min: 0, max: 10_000 }) reasons!: string;
  @Items(() => MinutesConditionDto) conditions!: readonly MinutesConditionDto[];
  @Text({ min: 0, max: 5000 }) remark!: string;
}

class RankedInMinutesDto {
  @Int() rank!: number;
  @Text() pole!: string;
  @Int({ nullable: true, description: 'Rank on the reserve list.' }) reserve!: number | null;
}

class MinutesRankingDto {
  @Int({ nullable: true }) places!: number | null;
  @Int({ nullable: true }) budgetCents!: number | null;
  @Items(() => RankedInMinutesDto) list!: readonly RankedInMinutesDto[];
}

class MinutesAttendanceDto {
  @Nested(() => NamedInMinutesDto, { nullable: true }) chair!: NamedInMinutesDto | null;
  @Items(() => NamedInMinutesDto) onSite!: readonly NamedInMinutesDto[];
  @Items(() => NamedInMinutesDto) remote!: readonly NamedInMinutesDto[];
  @Items(() => RepresentedDto) represented!: readonly RepresentedDto[];
  @Items(() => NamedInMinutesDto) excused!: readonly NamedInMinutesDto[];
  @Items(() => NamedInMinutesDto) absent!: readonly NamedInMinutesDto[];
}

class MinutesAdoptionDto {
  @CivilDate() on!: string;
  @Text({ max: 500 }) sentence!: string;
}

/** The minutes of a session, in French. */
export class MinutesDto {
  @Choice(['fr']) language!: string;
  @Text({ description: 'Subject id.' }) session!: string;
  @Text({ max: 300 }) label!: string;
  @Text() title!: string;
  @Choice(['draft', 'circulated', 'adopted']) state!: string;
  @CivilDate() heldOn!: string;
  @Text() time!: string;
  @Text({ min: 0, max: 300 }) place!: string;
  @Text({ min: 0, max: 1000 }) remoteAddress!: string;
  @Flag() reconvened!: boolean;
  @Nested(() => MinutesAttendanceDto) attendance!: MinutesAttendanceDto;
  @Nested(() => SaidQuorumDto) quorum!: SaidQuorumDto;
  @Items(() => MinutesItemDto) items!: readonly MinutesItemDto[];
  @Nested(() => MinutesRankingDto, { nullable: true }) ranking!: MinutesRankingDto | null;
  @Text({ min: 0, max: 10_000 }) remark!: string;
  @Items(() => MinutesRemarkMadeDto) remarks!: readonly MinutesRemarkMadeDto[];
  @CivilDate({ nullable: true }) circulatedOn!: string | null;
  @Nested(() => MinutesAdoptionDto, { nullable: true }) adopted!: MinutesAdoptionDto | null;
}
