import { Inject, Injectable } from '@nestjs/common';
import { barredFrom } from '../../../../libs/domain/src/application/objection.rules.js';
import { shortBy } from '../../../../libs/domain/src/application/panel.js';
import { sirensNamedIn } from '../../../../libs/domain/src/appraisal/partners.js';
import type { Staffable } from '../../../../libs/domain/src/appraisal/staffing.js';
import type { Candidate, FileToStaff } from '../../../../libs/domain/src/appraisal/ties.js';
import { plus } from '../../../../libs/domain/src/calendar/civil-date.js';
import { civilDateOf } from '../../../../libs/domain/src/calendar/instants.js';
import type { CivilDate } from '../../../../libs/domain/src/calendar/types.js';
import { dueOf } from '../../../../libs/domain/src/procedure/deadline.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { type ExpertRecord, poolOf } from '../../../../libs/persistence/src/panel/expert.queries.js';
import { appraisedPoles, membersInCall, staffableFiles, type StaffableRow } from '../../../../libs/persistence/src/panel/staffing.queries.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { DATABASE } from '../environment/tokens.js';

/** Files with the pool as it looks from each, and the names behind the ids. */
export interface Staffables {
  readonly files: readonly Staffable[];
  readonly names: ReadonlyMap<string, string>;
}

/** How long an ended tie counts where the scheme doesn't say (A). */
const usualCoolingOff = 'P3Y';

export function coolingOffOf({ panel }: Scheme): string {
  return panel.coolingOff ?? usualCoolingOff;
}

/** Reads what the ranking of experts is computed from. */
@Injectable()
export class StaffingReader {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** @param call subject id of the call of these files */
  async read(call: string, which: Parameters<typeof staffableFiles>[1]): Promise<Staffables> {
    const [rows, pool, members, appraised, now] = await Promise.all([staffableFiles(this.db, which), poolOf(this.db, call), membersInCall(this.db, call), appraisedPoles(this.db), clockNow(this.db)]);
    const schemes = new Map(await Promise.all([...new Set(rows.map((row) => row.scheme))].map(async (id) => [id, await schemeById(this.db, id)] as const)));
    const files = rows.map((row): Staffable => {
      const scheme = schemes.get(row.scheme) as Scheme;
      const candidate = (expert: ExpertRecord): Candidate => ({
        ...expert, load: expert.callLoad, maximum: Math.min(expert.maximumLoad ?? scheme.panel.maximumLoad, scheme.panel.maximumLoad),
        member: members.some((m) => m.person === expert.id && m.pole === row.pole), memberOfRival: members.some((m) => m.person === expert.id && m.pole !== row.pole),
        appraisedBefore: appraised.find((a) => a.expert === expert.id && a.pole === row.pole)?.files ?? 0,
      });
      return { file: fileOf(row, scheme, civilDateOf(now, scheme.zone)), candidates: pool.map(candidate) };
    });
    return { files, names: new Map(pool.map(({ id, name }) => [id, name])) };
  }
}

function fileOf({ id, data, deadlines, pole, themes, region, carrier, answers }: StaffableRow, { panel }: Scheme, today: CivilDate): FileToStaff {
  const due = dueOf(deadlines, 'appraisal-due')?.on;
  const on = data.appraisals;
  const lost = (recused: boolean) => on.filter((a) => a.state === 'lost' && (a.cause === 'recused') === recused).map((a) => a.expert);
  return {
    application: id, pole, themes, region, carrier, partners: answers ? sirensNamedIn(answers).filter((siren) => siren !== carrier) : [],
    period: { from: today, to: due !== undefined && due > today ? due : plus(today, panel.period) },
    named: on.filter((a) => a.state !== 'lost').map((a) => a.expert), recused: lost(true), gone: lost(false), objected: barredFrom(data),
    wanted: shortBy(on, panel.experts),
  };
}
