import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.js';
import { type Page, Paged } from '../http/page.js';
import { Revalidated } from '../http/revalidated.js';
import { HasNumber, NumberParam } from './label-number.js';
import { RegisterAnswerDto, RegisterDayQueryDto, RegisterHistoryDto, RegisterLabelDto, RegisterQueryDto } from './register.dto.js';
import { RegisterService } from './register.service.js';

@ApiTags('register')
@Controller('register')
@Access('public')
export class RegisterController {
  constructor(private readonly register: RegisterService) {}

  @ApiOperation({ summary: 'The public register: labels by name of the pole, of today or of any day.', description: 'The status is read in the journal as of the day. Answers carry an ETag.' })
  @Get() @Revalidated() @Paged(RegisterLabelDto)
  list(@Query() query: RegisterQueryDto): Promise<Page<RegisterLabelDto>> {
    return this.register.list(query);
  }

  @ApiOperation({ summary: 'Whether a label is real and in force on a day: valid, suspended, withdrawn, expired…, or unknown.', description: 'For people, the same is a page: /verify/{number}.' })
  @Get(':number') @Revalidated() @HasNumber() @ApiOkResponse({ type: RegisterAnswerDto })
  check(@NumberParam() number: string, @Query() query: RegisterDayQueryDto): Promise<RegisterAnswerDto> {
    return this.register.check(number, query.on);
  }

  @ApiOperation({ summary: 'What became of a label: its statuses with their dates, the extensions of its term.' })
  @Get(':number/history') @Revalidated() @HasNumber() @ApiOkResponse({ type: RegisterHistoryDto })
  history(@NumberParam() number: string): Promise<RegisterHistoryDto> {
    return this.register.history(number);
  }
}
