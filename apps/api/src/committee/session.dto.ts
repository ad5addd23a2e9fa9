import { attendances } from '../../../../libs/domain/src/committee/session.data.js';
import { sessionStatuses } from '../../../../libs/domain/src/committee/session.status.js';
import { DossierView } from '../act/dossier.dto.js';
import { Choice, CivilDate, Code, Flag, FreeMap, Id, Int, Items, Nested, Text, Texts } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

const shown = sessionStatuses.filter((status) => status !== 'new');

export class SessionQueryDto extends PageQuery {
  @Choice(shown, { optional: true }) status?: string;
  @Code({ optional: true, description: 'Code of a scheme.' }) scheme?: string;
}

export class SessionSummaryDto {
  @Id() id!: string;
  @Choice(shown) status!: string;
  @Code() scheme!: string;
  @CivilDate() on!: string;
  @Text() time!: string;
  @Int({ description: 'Files on the agenda.' }) files!: number;
}

class CalledMemberDto {
  @Id() id!: string;
  @Text() name!: string;
  @Text({ min: 0 }) capacity!: string;
  @Texts({ nullable: true, description: 'Null for a permanent member.' }) themes!: readonly string[] | null;
  @Flag() chair!: boolean;
  @Flag() voting!: boolean;
  @Choice(attendances, { nullable: true }) presence!: string | null;
  @Id({ nullable: true, description: 'Who votes for this member.' }) proxyTo!: string | null;
}

class QuorumDto {
  @Int() entitled!: number;
  @Int() sitting!: number;
  @Int() needed!: number;
}

class RecusedDto {
  @Id() id!: string;
  @Text() name!: string;
  @Choice(['declared', 'expert', 'siren']) cause!: string;
}

class AgendaPoleDto {
  @Id() id!: string;
  @Text() name!: string;
}

class AgendaFileDto {
  @Id() application!: string;
  @Nested(() => AgendaPoleDto) pole!: AgendaPoleDto;
  @Texts() themes!: readonly string[];
  @Flag({ description: 'The appraisals allow to propose the label.' }) awardable!: boolean;
  @Flag({ description: 'The file knows that it is on this agenda.' }) confirmed!: boolean;
  @Flag({ description: 'The caller has no part in this file: its documents and votes are closed.' }) closedToMe!: boolean;
  @Items(() => RecusedDto) recused!: RecusedDto[];
  @Nested(() => QuorumDto, { description: 'As things stand now.' }) quorum!: QuorumDto;
  @FreeMap({ nullable: true }) result!: object | null;
}

/** One session of the committee: its members, its files, what may be done. */
export class SessionDto extends DossierView {
  @Text({ min: 0, max: 300 }) place!: string;
  @Text({ min: 0, max: 1000 }) remoteAddress!: string;
  @Items(() => CalledMemberDto) members!: CalledMemberDto[];
  @Id({ nullable: true, description: 'Who presides, and parts a tie: the member named with the presences, else the committee’s chair.' }) presides!: string | null;
  @Items(() => AgendaFileDto) files!: AgendaFileDto[];
  @Nested(() => QuorumDto, { description: 'Of the session as things stand now.' }) quorum!: QuorumDto;
}

