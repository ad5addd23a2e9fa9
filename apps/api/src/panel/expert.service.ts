import { Inject, Injectable } from '@nestjs/common';
import { checkSiren } from '../../../../libs/domain/src/identifiers/siren.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { saveProfile, type ProfileChange } from '../../../../libs/persistence/src/panel/expert.commands.js';
import { expertsNamed, findExpert, listExperts, type ExpertRecord } from '../../../../libs/persistence/src/panel/expert.queries.js';
import { type Caller, hasRole } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { type FieldFault, faultAt } from '../http/field-fault.js';
import { decodeCursor, type Page, pageOf } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { checkSchemeCodes } from '../people/scheme-codes.js';
import type { ExpertChangeDto, ExpertDto, ExpertNameDto, ExpertQueryDto } from './expert.dto.js';

/** The secretariat's to say: by these experts are suggested. */
const reserved = ['themes', 'regions', 'maximumLoad'] as const;

/** The pool of experts. */
@Injectable()
export class ExpertService {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async list({ q, theme, region, language, call, limit, cursor }: ExpertQueryDto): Promise<Page<ExpertDto>> {
    const rows = await listExperts(this.db, { words: q, theme, region, language, call: call && `call/${call}`, after: decodeCursor(cursor, 'text', 'id'), limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.name, row.id], (row) => row);
  }

  /** At most twenty: whoever asks knows whom they mean. */
  names(words: string): Promise<ExpertNameDto[]> {
    return expertsNamed(this.db, words);
  }

  /** Staff see every profile, an expert the own one. */
  async show(caller: Caller, id: string): Promise<ExpertDto> {
    if (id !== caller.personId && !hasRole(caller, 'secretariat', 'authority', 'auditor', 'operator')) throw new Problem(404, 'not-found');
    const found = await findExpert(this.db, id);
    if (!found) throw new Problem(404, 'not-found');
    return found;
  }

  async change(caller: Caller, id: string, { version, ...change }: ExpertChangeDto): Promise<ExpertDto> {
    await this.show(caller, id);
    if (!hasRole(caller, 'secretariat')) {
      if (id !== caller.personId) throw new Problem(403, 'forbidden', { roles: 'secretariat' });
      const asked = reserved.filter((field) => change[field] !== undefined);
      if (asked.length > 0) throw new Problem(403, 'expert-field-reserved', { fields: asked.join(', ') });
    }
    if (change.themes) await checkSchemeCodes(this.db, { themes: { pointer: '/themes', codes: change.themes } });
    const stands = await saveProfile(this.db, id, checked(change), { by: caller.personId, seen: version });
    if (stands !== undefined) throw new Problem(409, 'stale-profile', {}, undefined, { version: stands });
    return this.show(caller, id);
  }
}

/** Bare SIRENs, dates in order, something that each interest is in. @throws Problem 422 that names each field */
function checked({ employers, interests, absences, ...rest }: Omit<ExpertChangeDto, 'version'>): ProfileChange {
  const faults: FieldFault[] = [];
  const siren = (typed: string, pointer: string): string => {
    const result = checkSiren(typed);
    if (!result.ok) faults.push(faultAt(pointer, result.code));
    return result.ok ? result.value : '';
  };
  if ([...(employers ?? []), ...(absences ?? [])].some(({ from, to }) => from != null && to != null && to < from)) throw new Problem(422, 'dates-reversed');
  const worked = employers?.map(({ siren: typed, name, from, to }, i): ExpertRecord['employers'][number] => ({ siren: siren(typed, `/employers/${i}/siren`), name, from: from ?? null, to: to ?? null }));
  const declared = interests?.map(({ kind, siren: typed, pole, name, to }, i): ExpertRecord['interests'][number] => {
    if (typed == null && pole == null) faults.push(faultAt(`/interests/${i}`, 'interest-in-nothing'));
    return { kind, siren: typed == null ? null : siren(typed, `/interests/${i}/siren`), pole: pole ?? null, name, to: to ?? null };
  });
  if (faults.length > 0) throw new Problem(422, 'invalid', {}, faults);
  return { ...rest, employers: worked, interests: declared, absences };
}
