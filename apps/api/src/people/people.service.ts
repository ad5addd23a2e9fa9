import { Inject, Injectable } from '@nestjs/common';
import type { GrantedRole } from '../../../../libs/domain/src/procedure/granted-role.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { invitationsTo } from '../../../../libs/persistence/src/people/invitation.queries.js';
import { ensurePerson } from '../../../../libs/persistence/src/people/people.commands.js';
import { PeopleQueries } from '../../../../libs/persistence/src/people/people.queries.js';
import { changePerson } from '../../../../libs/persistence/src/people/person.commands.js';
import { findPerson, listPeople, type PersonRecord } from '../../../../libs/persistence/src/people/person.queries.js';
import { issueTokenWithin, mostTokens, revokeToken, tokensOf } from '../../../../libs/persistence/src/people/token.commands.js';
import { type Caller, hasRole } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { decodeCursor, type Page, pageOf } from '../http/page.js';
import { Problem } from '../http/problem.js';
import type { MeDto, NewPersonDto, NewTokenDto, PeopleQueryDto, PersonChangeDto, TokenDto, TokenShownDto } from './people.dto.js';

const dayMs = 86_400_000;
const longestTokenDays = 366;
/** Roles whose holders act in procedures; members of poles do too. */
const partakers: ReadonlySet<GrantedRole> = new Set(['secretariat', 'committee', 'authority', 'expert']);

@Injectable()
export class PeopleService {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async me(caller: Caller): Promise<MeDto> {
    const [own, poles, invitations] = await Promise.all([this.personOr404(caller.personId), new PeopleQueries(this.db).polesOf(caller.personId), invitationsTo(this.db, caller.personId)]);
    const allowedActions = ['create-pole', ...(invitations.length > 0 ? ['accept-invitation'] : []), ...(hasRole(caller, 'operator', 'secretariat') ? ['read-people', 'create-person'] : [])];
    return { ...own, roles: [...caller.roles], poles, invitations, allowedActions };
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
    // Whoever composes the panels does not make themselves one of their experts.
    if (self && !hasRole(caller, 'operator') && input.roles?.includes('expert') && !before.roles.includes('expert')) throw new Problem(403, 'not-yourself');
    if (!self && !hasRole(caller, 'operator') && (input.name !== undefined || input.locale !== undefined)) throw new Problem(403, 'forbidden', { roles: 'operator' });
    if (input.absences?.some(({ from, to }) => to < from)) throw new Problem(422, 'dates-reversed');
    await changePerson(this.db, id, input);
    return this.personOr404(id);
  }

  /**
   * Everybody for themselves; an operator also for a machine account, which takes part in no procedure: with a token of somebody who
   * does, the operator would act in their name and the record would say that they did. A stolen token makes no further ones.
   */
  async issue(caller: Caller, id: string, input: NewTokenDto): Promise<TokenDto> {
    const owner = await this.tokenOwner(caller, id);
    if (caller.via === 'token') throw new Problem(403, 'token-cannot-mint');
    if (id !== caller.personId && (owner.roles.some((role) => partakers.has(role)) || (await new PeopleQueries(this.db).polesOf(id)).length > 0)) throw new Problem(403, 'token-of-partaker');
    const asked = input.expiresAt === undefined ? Date.now() + 90 * dayMs : Date.parse(input.expiresAt);
    if (asked <= Date.now() || asked > Date.now() + longestTokenDays * dayMs) throw new Problem(422, 'expiry-out-of-range', { days: longestTokenDays });
    const issued = await issueTokenWithin(this.db, id, input.label, new Date(asked), caller.personId);
    if (!issued) throw new Problem(409, 'too-many-tokens', { max: mostTokens });
    return { ...issued, expiresAt: issued.expiresAt.toISOString() };
  }

  /** Those in force, without their secrets: for their owner and operators. */
  async tokens(caller: Caller, id: string): Promise<TokenShownDto[]> {
    await this.tokenOwner(caller, id);
    return (await tokensOf(this.db, id)).map((one) => ({ ...one, createdAt: one.createdAt.toISOString(), expiresAt: one.expiresAt.toISOString() }));
  }

  async revoke(caller: Caller, id: string, tokenId: string): Promise<void> {
    await this.tokenOwner(caller, id);
    if (!(await revokeToken(this.db, id, tokenId))) throw new Problem(404, 'not-found');
  }

  private async tokenOwner(caller: Caller, id: string): Promise<PersonRecord> {
    if (id !== caller.personId && !hasRole(caller, 'operator')) throw new Problem(404, 'not-found');
    return this.personOr404(id);
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
