import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { addSeat, endSeat, findSeat, type SeatRecord, seatsOf } from '../../../../libs/persistence/src/committee/member.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { PeopleQueries } from '../../../../libs/persistence/src/people/people.queries.js';
import { newestSchemes } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { HasId, IdParam } from '../http/id-param.js';
import { decodeCursor, type Page, Paged, pageOf } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { NewSeatDto, SeatDto, SeatQueryDto } from './committee-member.dto.js';

/** Who sits on the committee of a scheme. */
@ApiTags('committee')
@Controller('committee-members')
@Access('secretariat', 'committee', 'authority', 'auditor', 'operator')
export class CommitteeMemberController {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  @ApiOperation({ summary: 'The members of the committee today, the chair first.' })
  @Get() @Paged(SeatDto)
  async list(@Query() { scheme, cursor, limit }: SeatQueryDto): Promise<Page<SeatDto>> {
    // A committee is small: its page is cut here.
    const from = Number(decodeCursor(cursor, 'number')?.[0] ?? 0);
    return pageOf((await seatsOf(this.db, scheme)).slice(from, from + limit + 1), limit, () => [String(from + limit)], view);
  }

  @ApiOperation({ summary: 'Adds a member of the committee from today; who sits already leaves first.' })
  @Post() @Access('secretariat', 'operator') @ApiCreatedResponse({ type: SeatDto })
  async add(@CurrentCaller() caller: Caller, @Body() { scheme, person, capacity, themes, chair = false, voting = true }: NewSeatDto): Promise<SeatDto> {
    if ((await newestSchemes(this.db, scheme)).length === 0) throw new Problem(422, 'scheme-unknown', { scheme });
    if (!(await new PeopleQueries(this.db).peopleWithRole('committee')).some(({ personId }) => personId === person)) throw new Problem(422, 'not-of-committee');
    const seats = await seatsOf(this.db, scheme);
    if (seats.some((seat) => seat.person.id === person)) throw new Problem(409, 'seated-already');
    const before = seats.find((seat) => seat.chair);
    if (chair && before) throw new Problem(409, 'chair-taken', { name: before.person.name });
    const id = await addSeat(this.db, { scheme, personId: person, capacity, themes: themes && themes.length > 0 ? themes : null, chair, voting, addedBy: caller.personId });
    const seat = await findSeat(this.db, id);
    if (!seat) throw new Problem(404, 'not-found');
    return view(seat);
  }

  @ApiOperation({ summary: 'Ends a seat: the member leaves; sessions for which they are called already go on with them.' })
  @Delete(':id') @Access('secretariat', 'operator') @HasId() @HttpCode(204) @ApiNoContentResponse()
  async end(@IdParam() id: string): Promise<void> {
    if (!(await endSeat(this.db, id))) throw new Problem(404, 'not-found');
  }
}

function view(seat: SeatRecord): SeatDto {
  return { ...seat, kind: seat.themes === null ? 'permanent' : 'thematic' };
}
