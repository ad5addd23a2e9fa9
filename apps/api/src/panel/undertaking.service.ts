import { Inject, Injectable } from '@nestjs/common';
import { civilDateOf } from '../../../../libs/domain/src/calendar/instants.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { giveUndertaking, undertakingOf, undertakingsOf, type UndertakingRow } from '../../../../libs/persistence/src/panel/undertaking.queries.js';
import { hashOf } from '../../../../libs/persistence/src/procedure/canonical.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import { subjectById } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import type { Locale } from '../http/locale.js';
import { decodeCursor, type Page, pageOf, type PageQuery } from '../http/page.js';
import { Problem } from '../http/problem.js';
import type { NamedUndertakingDto, UndertakingDto, UndertakingTextDto } from './undertaking.dto.js';

/** For which call an undertaking is given, and under which scheme version. */
export interface Undertaken {
  readonly call: string;
  readonly schemeId: string;
}

/** What an undertaking on paper says beside its text. */
export interface Paper {
  readonly on: string;
  readonly enteredBy: string;
  readonly scanId: string | null;
}

/** Confidentiality and impartiality, undertaken once before the first file of a call. */
@Injectable()
export class UndertakingService {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** @param call subject id @throws Problem 404 */
  async ofCall(call: string): Promise<Undertaken> {
    const row = await subjectById(this.db, call);
    if (!row || row.status === 'draft') throw new Problem(404, 'not-found');
    return { call, schemeId: row.schemeId };
  }

  async text(caller: Caller, { call, schemeId }: Undertaken, locale: Locale): Promise<UndertakingTextDto> {
    const { panel } = await schemeById(this.db, schemeId);
    const given = await undertakingOf(this.db, caller.personId, call);
    return { text: panel.undertaking[locale], textHash: hashOfText(panel), givenOn: given?.on ?? null };
  }

  /** Given again, the first one stands. @param paper when and by whom it was entered, for one that was signed on paper */
  async give(expert: Pick<Caller, 'personId'>, { call, schemeId }: Undertaken, read: string | undefined, paper?: Paper): Promise<UndertakingDto> {
    const { panel, zone } = await schemeById(this.db, schemeId);
    const textHash = hashOfText(panel);
    if (read !== undefined && read !== textHash) throw new Problem(409, 'undertaking-changed');
    const on = civilDateOf(await clockNow(this.db), zone);
    return view(await giveUndertaking(this.db, { personId: expert.personId, callId: call, on, schemeId, textHash, ...paper }));
  }

  async list(call: string, { limit, cursor }: PageQuery): Promise<Page<NamedUndertakingDto>> {
    const rows = await undertakingsOf(this.db, call, { after: decodeCursor(cursor, 'text', 'id'), limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.name, row.id], (row) => ({ ...view(row), name: row.name }));
  }
}

function hashOfText({ undertaking }: Scheme['panel']): string {
  return hashOf(undertaking);
}

function view({ id, personId, callId, on, givenAt, schemeId, textHash }: UndertakingRow): UndertakingDto {
  return { id, person: personId, call: callId, on, givenAt: givenAt.toISOString(), scheme: schemeId, textHash };
}
