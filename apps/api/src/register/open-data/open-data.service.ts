import { Inject, Injectable } from '@nestjs/common';
import { readRegister } from '../../../../../libs/persistence/src/award/register.queries.js';
import type { Database } from '../../../../../libs/persistence/src/database.js';
import { DATABASE } from '../../environment/tokens.js';
import { tables, type TableName } from './tables.js';

const PAGE = 500;

/** Reads the whole register for those who take all of it. */
@Injectable()
export class OpenDataService {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async rows(name: TableName): Promise<unknown[]> {
    const rows: unknown[] = [];
    for (let after: readonly string[] | undefined = []; after;) {
      const page = await readRegister(this.db, { after: after.length > 0 ? after : undefined, limit: PAGE });
      rows.push(...page.flatMap((label) => tables[name].rowsOf(label)));
      const last = page.at(-1);
      after = page.length === PAGE && last ? [last.pole.name, last.number] : undefined;
    }
    return rows;
  }
}
