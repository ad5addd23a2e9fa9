import { Inject, Injectable } from '@nestjs/common';
import { readRegister, type RegisterSource } from '../../../../libs/persistence/src/award/register.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { DATABASE } from '../environment/tokens.js';
import { decodeCursor, type Page, pageOf } from '../http/page.js';
import { Problem } from '../http/problem.js';
import type { RegisterAnswerDto, RegisterHistoryDto, RegisterLabelDto, RegisterQueryDto } from './register.dto.js';
import { labelOf, lifeOf } from './register.view.js';

@Injectable()
export class RegisterService {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async list({ q, limit, cursor, theme, structureType, place, scheme, status, on }: RegisterQueryDto): Promise<Page<RegisterLabelDto>> {
    const rows = await readRegister(this.db, { theme, structureType, place, scheme, status, on, words: q, after: decodeCursor(cursor, 'text', 'text'), limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.pole.name, row.number], labelOf);
  }

  /** An unknown number is an answer, not an error: whoever checks a plaque on a door asks exactly this. */
  async check(number: string, on: string | undefined): Promise<RegisterAnswerDto> {
    const label = await this.find(number, on);
    return { number: label?.number ?? number, status: label?.status ?? 'unknown', label: label ? labelOf(label) : null };
  }

  /** @throws Problem 404 for a number that no label ever had */
  async history(number: string): Promise<RegisterHistoryDto> {
    const label = await this.find(number);
    if (!label) throw new Problem(404, 'not-found');
    return lifeOf(label);
  }

  /** The label of this number as of a day, today when left out; undefined when none in force ever had it. */
  async find(number: string, on?: string): Promise<RegisterSource | undefined> {
    const [label] = await readRegister(this.db, { number, on, limit: 1 });
    return label;
  }
}
