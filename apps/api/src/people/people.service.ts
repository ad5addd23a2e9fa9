import { Inject, Injectable } from '@nestjs/common';
import type { GrantedRole } from '../../../../libs/domain/src/procedure/granted-role.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { ensurePerson, issueToken } from '../../../../libs/persistence/src/people/people.commands.js';
import { PeopleQueries } from '../../../../libs/persistence/src/people/people.queries.js';
import { changePerson, revokeToken } from '../../../../libs/persistence/src/people/person.commands.js';
import { findPerson, listPeople, type PersonRecord } from '../../../../libs/persistence/src/people/person.queries.js';
import { type Caller, hasRole } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { decodeCursor, type Page, pageOf } from '../http/page.js';
import { Problem } from '../http/problem.js';
import type { MeDto, NewPersonDto, NewTokenDto, PeopleQueryDto, PersonChangeDto, TokenDto } from './people.dto.js';

const dayMs = 86_400_000;
const longestTokenDays = 366;

@Injectable()
export class PeopleService {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async me(caller: Caller): Promise<MeDto> {
    const [own, poles] = await Promise.all([this.personOr404(caller.personId), new PeopleQueries(this.db).polesOf(caller.personId)]);
    const allowedActions = ['create-pole', ...(hasRole(caller, 'operator', 'secretariat') ? ['read-people', 'create-person'] : [])];
    return { ...own, roles: [...caller.roles], poles, allowedActions };
  }

  async list(query: PeopleQueryDto): Promise<Page<PersonRecord>> {
    const rows = await listPeople(this.db, {
      words: query.q, email: query.email, role: query.role, after: decodeCursor(query.cursor, 'text', 'id'), descending: query.sort === '-name', limit: query.limit + 1,
    });
    return pageOf(rows, query.limit, (row) => [row.name, row.id], (row) => row);
  }

  /** Staff see everybody; others only themselves. */
  async show(caller: Caller, id: string): Promise<PersonRecord> {
    if (id !== caller.personId && !hasRole(caller, 'operator', 'secretariat')) throw new Problem(404, 'not-found');
    return this.personOr404(id);
  }

  async create(caller: Caller, input: NewPersonDto): Promise<PersonRecord> {
    this.checkGrant(caller, [], input.roles ?? []);
    const created = await this.db.transaction(async (tx) => {
      const person = await ensurePerson(tx, { email: input.email, name: input.name, locale: input.locale ?? 'fr' });
      if (!person.created) throw new Problem(409, 'email-taken');
      await changePerson(tx, person.id, { roles: input.roles });
      return person;
    });
    return this.personOr404(created.id);
  }

  async change(caller: Caller, id: string, input: PersonChangeDto): Promise<PersonRecord> {
    const before = await this.show(caller, id);
    if (input.roles) this.checkGrant(caller, before.roles, input.roles);
    const self = id === caller.personId;
    if (!self && !hasRole(caller, 'operator') && (input.name !== undefined || input.locale !== undefined)) throw new Problem(403, 'forbidden', { roles: 'operator' });
    if (input.absences?.some(({ from, to }) => to < from)) throw new Problem(422, 'dates-reversed');
    await changePerson(this.db, id, input);
    return this.personOr404(id);
  }

  /** An operator for anybody, everybody for themselves. */
  async issue(caller: Caller, id: string, input: NewTokenDto): Promise<TokenDto> {
    await this.tokenOwner(caller, id);
    const asked = input.expiresAt === undefined ? Date.now() + 90 * dayMs : Date.parse(input.expiresAt);
    if (asked <= Date.now() || asked > Date.now() + longestTokenDays * dayMs) throw new Problem(422, 'expiry-out-of-range', { days: longestTokenDays });
    const issued = await issueToken(this.db, id, input.label, new Date(asked));
    return { ...issued, expiresAt: issued.expiresAt.toISOString() };
  }

  async revoke(caller: Caller, id: string, tokenId: string): Promise<void> {
    await this.tokenOwner(caller, id);
    if (!(await revokeToken(this.db, id, tokenId))) throw new Problem(404, 'not-found');
  }

  private async tokenOwner(caller: Caller, id: string): Promise<void> {
    if (id !== caller.personId && !hasRole(caller, 'operator')) throw new Problem(404, 'not-found');
    await this.personOr404(id);
  }

  private async personOr404(id: string): Promise<PersonRecord> {
    const found = await findPerson(this.db, id);
    if (!found) throw new Problem(404, 'not-found');
    return found;
  }

  /** An operator grants any role, the secretariat only `expert`, others none. */
  private checkGrant(caller: Caller, before: readonly GrantedRole[], after: readonly GrantedRole[]): void {
    if (hasRole(caller, 'operator')) return;
    const changed = [...before.filter((role) => !after.includes(role)), ...after.filter((role) => !before.includes(role))];
    if (changed.length === 0) return;
    if (!hasRole(caller, 'secretariat') || changed.some((role) => role !== 'expert')) throw new Problem(403, 'role-not-grantable');
  }
}
