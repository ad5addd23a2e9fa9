import { Inject, Injectable } from '@nestjs/common';
import { addDays } from '../../../../libs/domain/src/calendar/civil-date.js';
import type { CivilDate, Instant } from '../../../../libs/domain/src/calendar/types.js';
import type { Facts } from '../../../../libs/domain/src/procedure/act.js';
import { allowedActs, enterableActs } from '../../../../libs/domain/src/procedure/decide.js';
import { isArmed } from '../../../../libs/domain/src/procedure/deadline.js';
import type { By, Role } from '../../../../libs/domain/src/procedure/role.js';
import { procedures } from '../../../../libs/domain/src/procedures.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { entriesAfter } from '../../../../libs/persistence/src/procedure/journal.queries.js';
import { actsOn } from '../../../../libs/persistence/src/procedure/acted.queries.js';
import { standingOf, type SubjectRow } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { DATABASE } from '../environment/tokens.js';
import { actedFor } from './acted.view.js';
import type { ActedView } from './dossier.dto.js';
import type { Seen } from './rights.service.js';

/** What has happened. */
export interface PastEntry {
  readonly seq: number;
  readonly type: string;
  readonly at: Instant;
  readonly on: CivilDate;
  readonly by: By;
  readonly facts: Facts;
  readonly acted?: ActedView;
}

/** What comes: who must act, by when, and what happens if nobody does. */
export interface AheadEntry {
  readonly kind: string;
  readonly mark: string;
  readonly on: CivilDate;
  readonly at: Instant;
  readonly actor: By;
  readonly otherwise: string;
  readonly movableBy: readonly Role[];
}

/** A subject as its page shows it. */
export interface Dossier {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly scheme: string;
  readonly openedAt: Instant;
  readonly changedAt: Instant;
  readonly data: Facts;
  readonly allowedActions: readonly string[];
  readonly enterableActions?: readonly string[] | undefined;
  readonly timeline: { readonly past: readonly PastEntry[]; readonly ahead: readonly AheadEntry[] };
}

/** Shows any subject with what its caller may do next and its timeline. Phases narrow `data` and `past` to the reader's rights. */
@Injectable()
export class DossierService {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async present({ row, roles }: Seen): Promise<Dossier> {
    const procedure = procedures[row.kind];
    const allowed = roles.flatMap((role) => allowedActs(procedure, standingOf(row), role));
    const [entries, acts] = await Promise.all([entriesAfter(this.db, row.id, 0), actsOn(this.db, row.id)]);
    const past = entries.map(({ seq, type, at, on, by, facts, source }): PastEntry => (
      { seq, type, at, on, by, facts, ...actedFor('command' in source ? acts.get(source.command) : undefined, by, roles) }));
    return {
      id: row.id, kind: row.kind, status: row.status, scheme: row.schemeId, openedAt: row.openedAt.toISOString(), changedAt: row.changedAt.toISOString(),
      data: row.data, allowedActions: [...new Set(allowed)], ...(roles.includes('secretariat') ? { enterableActions: enterableActs(procedure, row.status) } : {}), timeline: { past, ahead: ahead(row) },
    };
  }
}

function ahead(row: SubjectRow): AheadEntry[] {
  const { deadlines } = procedures[row.kind];
  return row.deadlines.filter(isArmed).flatMap((d) => {
    const kind = deadlines[d.kind];
    const begins = d.mark === '' && kind?.begins?.(row.data) === true;
    return kind ? [{ kind: d.kind, mark: d.mark, on: begins ? addDays(d.on, 1) : d.on, at: begins ? d.firesAt : d.at, actor: kind.actor, otherwise: kind.otherwise, movableBy: kind.movableBy }] : [];
  });
}
