import { Inject, Injectable } from '@nestjs/common';
import { readRegister } from '../../../../libs/persistence/src/award/register.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { DATABASE } from '../environment/tokens.js';
import { decodeCursor, type Page, pageOf } from '../http/page.js';
import type { RegisterAnswerDto, RegisterLabelDto, RegisterQueryDto } from './register.dto.js';

@Injectable()
export class RegisterService {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async list({ theme, structureType, status, on, q, limit, cursor }: RegisterQueryDto): Promise<Page<RegisterLabelDto>> {
    const rows = await readRegister(this.db, { theme, structureType, status, on, words: q, after: decodeCursor(cursor, 'text', 'text'), limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.pole.name, row.number], (row) => row);
  }

  /** An unknown number is an answer, not an error: whoever checks a plaque on a door asks exactly this. */
  async check(number: string, on: string | undefined): Promise<RegisterAnswerDto> {
    const [label] = await readRegister(this.db, { number, on, limit: 1 });
    return { number, status: label?.status ?? 'unknown', label: label ?? null };
  }
}
