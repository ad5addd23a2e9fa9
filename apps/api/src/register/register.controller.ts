import { Controller, Get, Param, type PipeTransform, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.js';
import { type Page, Paged } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { RegisterAnswerDto, RegisterDayQueryDto, RegisterLabelDto, RegisterQueryDto } from './register.dto.js';
import { RegisterService } from './register.service.js';

const numberShape = /^[A-Z0-9][A-Z0-9-]{2,39}$/;

/** A label's number as people copy it: case and surrounding spaces don't matter. */
class NumberPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    const number = value.trim().toUpperCase();
    if (!numberShape.test(number)) throw new Problem(404, 'not-found');
    return number;
  }
}

@ApiTags('register')
@Controller('register')
@Access('public')
export class RegisterController {
  constructor(private readonly register: RegisterService) {}

  @ApiOperation({ summary: 'The public register: labels by name of the pole, of today or of any day.' })
  @Get() @Paged(RegisterLabelDto)
  list(@Query() query: RegisterQueryDto): Promise<Page<RegisterLabelDto>> {
    return this.register.list(query);
  }

  @ApiOperation({ summary: 'Whether a label is real and in force: valid, upcoming, expired, or unknown.' })
  @Get(':number') @ApiParam({ name: 'number', schema: { type: 'string', pattern: numberShape.source } }) @ApiOkResponse({ type: RegisterAnswerDto })
  check(@Param('number', new NumberPipe()) number: string, @Query() query: RegisterDayQueryDto): Promise<RegisterAnswerDto> {
    return this.register.check(number, query.on);
  }
}
