import { Inject, Injectable } from '@nestjs/common';
import { checkRna } from '../../../../libs/domain/src/identifiers/rna.js';
import { checkSiret } from '../../../../libs/domain/src/identifiers/siret.js';
import type { PoleRole } from '../../../../libs/domain/src/procedure/pole-role.js';
import { isAttachmentOf } from '../../../../libs/persistence/src/application/attachment.queries.js';
import { standingLabels } from '../../../../libs/persistence/src/change/change.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { acceptInvitations, endInvitation } from '../../../../libs/persistence/src/people/invitation.commands.js';
import { invitationsOf, invitationsTo } from '../../../../libs/persistence/src/people/invitation.queries.js';
import { addMember, endMandate, grantMandate, removeMember } from '../../../../libs/persistence/src/people/member.commands.js';
import { PeopleQueries } from '../../../../libs/persistence/src/people/people.queries.js';
import { changePole, createPole } from '../../../../libs/persistence/src/people/pole.commands.js';
import { findPole, listPoles, type PoleRecord, teamOf } from '../../../../libs/persistence/src/people/pole.queries.js';
import { confirmRepresentative } from '../../../../libs/persistence/src/people/representative.commands.js';
import { type Caller, hasRole } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { faultAt } from '../http/field-fault.js';
import { decodeCursor, type Page, pageOf } from '../http/page.js';
import { Problem } from '../http/problem.js';
import type { NewMandateDto, NewMemberDto, NewPoleDto, PoleChangeDto, PoleDto, PoleQueryDto } from './pole.dto.js';
import { checkSchemeCodes } from './scheme-codes.js';

/** Staff who read every pole; experts and committee see a pole through its file only. */
const readers = ['secretariat', 'authority', 'auditor', 'operator'] as const;

@Injectable()
export class PoleService {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async create(caller: Caller, input: NewPoleDto): Promise<PoleDto> {
    const { siret, rna } = checkedNumbers(input);
    await checkSchemeCodes(this.db, { legalForm: { pointer: '/carrier/legalForm', code: input.carrier.legalForm }, themes: { pointer: '/themes', codes: input.themes } });
    const created = await createPole(this.db, {
      ...input, carrier: { ...input.carrier, siret, rna },
      founder: { personId: caller.personId, representative: input.legalRepresentative === true, attaches: hasRole(caller, 'secretariat') },
    });
    if (!created.ok) throw new Problem(409, created.code);
    return this.show(caller, created.id);
  }

  async list(caller: Caller, query: PoleQueryDto): Promise<Page<PoleRecord>> {
    const rows = await listPoles(this.db, {
      memberId: hasRole(caller, ...readers) ? undefined : caller.personId,
      words: query.q, siret: query.siret, after: decodeCursor(query.cursor, 'text', 'id'), limit: query.limit + 1,
    });
    return pageOf(rows, query.limit, (row) => [row.name, row.id], (row) => row);
  }

  async show(caller: Caller, id: string): Promise<PoleDto> {
    const powers = await this.rightsOr404(caller, id);
    const secretariat = hasRole(caller, 'secretariat');
    const mayManage = secretariat || managesTeam(powers);
    const mayMandate = secretariat || powers.includes('legal_representative');
    const [found, team, myRoles, invitations] = await Promise.all([
      findPole(this.db, id), teamOf(this.db, id), new PeopleQueries(this.db).membershipOf(caller.personId, id), mayManage ? invitationsOf(this.db, id) : [],
    ]);
    if (!found) throw new Problem(404, 'not-found');
    return {
      ...found, ...team, invitations, myRoles,
      allowedActions: [
        ...(managesTeam(powers) ? ['change'] : []), ...(mayManage ? ['add-member', 'remove-member'] : []), ...(mayMandate ? ['grant-mandate', 'end-mandate'] : []),
        ...(secretariat && team.members.some(({ toConfirm }) => toConfirm) ? ['confirm-representative'] : []),
      ],
    };
  }

  async change(caller: Caller, id: string, input: PoleChangeDto): Promise<PoleDto> {
    if (!managesTeam(await this.rightsOr404(caller, id))) throw new Problem(403, 'administrator-needed');
    if (input.name !== undefined && (await standingLabels(this.db, id)).length > 0) throw new Problem(409, 'change-reviewed');
    if (input.themes) await this.checkThemes(id, input.themes);
    const changed = await changePole(this.db, id, input);
    if (!changed.ok) throw new Problem(changed.code === 'not-found' ? 404 : 409, changed.code);
    return this.show(caller, id);
  }

  async add(caller: Caller, poleId: string, input: NewMemberDto): Promise<PoleDto> {
    const myRoles = await this.rightsOr404(caller, poleId);
    const secretariat = hasRole(caller, 'secretariat');
    if (!managesTeam(myRoles)) {
      if (!secretariat) throw new Problem(403, 'administrator-needed');
      if (input.reason === undefined) throw new Problem(422, 'reason-needed', {}, [faultAt('/reason', 'reason-needed')]);
    }
    const added = await addMember(this.db, {
      ...input, poleId, name: input.name ?? input.email, locale: caller.locale, addedBy: caller.personId,
      mayAppoint: secretariat || myRoles.includes('legal_representative'), attach: secretariat,
    });
    if (!added.ok) throw new Problem(added.code === 'representative-needed' ? 403 : 409, added.code);
    return this.show(caller, poleId);
  }

  async confirm(caller: Caller, poleId: string, personId: string, reason: string): Promise<PoleDto> {
    await this.rightsOr404(caller, poleId);
    if (personId === caller.personId) throw new Problem(403, 'not-yourself');
    if (!(await confirmRepresentative(this.db, { poleId, personId, by: caller.personId, reason }))) throw new Problem(409, 'nothing-to-confirm');
    return this.show(caller, poleId);
  }

  async accept(caller: Caller, poleId: string): Promise<PoleDto> {
    if (!(await acceptInvitations(this.db, { poleId, personId: caller.personId }))) throw new Problem(404, 'not-found');
    return this.show(caller, poleId);
  }

  /** Whether something waits for the caller to accept it. */
  async isInvited(caller: Caller): Promise<boolean> {
    return (await invitationsTo(this.db, caller.personId)).length > 0;
  }

  /** Whoever may invite, and the invited person. */
  async endInvitation(caller: Caller, poleId: string, id: string): Promise<void> {
    const manages = hasRole(caller, 'secretariat') || managesTeam(await new PeopleQueries(this.db).powersOf(caller.personId, poleId));
    if (!(await endInvitation(this.db, { poleId, id, personId: manages ? undefined : caller.personId }))) throw new Problem(404, 'not-found');
  }

  /** An administrator, the secretariat, or the person who leaves. */
  async remove(caller: Caller, poleId: string, personId: string): Promise<void> {
    const myRoles = await this.rightsOr404(caller, poleId);
    const self = personId === caller.personId;
    const secretariat = hasRole(caller, 'secretariat');
    if (!self && !secretariat && !managesTeam(myRoles)) throw new Problem(403, 'administrator-needed');
    const removed = await removeMember(this.db, { poleId, personId, mayDismiss: self || secretariat || myRoles.includes('legal_representative') });
    if (removed.ok) return;
    throw new Problem(statusOf[removed.code], removed.code);
  }

  async mandate(caller: Caller, poleId: string, input: NewMandateDto): Promise<PoleDto> {
    const myRoles = await this.rightsOr404(caller, poleId);
    if (!hasRole(caller, 'secretariat') && !myRoles.includes('legal_representative')) throw new Problem(403, 'representative-needed');
    if (input.until !== undefined && input.until < input.dated) throw new Problem(422, 'dates-reversed');
    if (input.documentId !== undefined && !(await isAttachmentOf(this.db, poleId, input.documentId))) throw new Problem(422, 'attachment-unknown', {}, [faultAt('/documentId', 'id')]);
    const granted = await grantMandate(this.db, { ...input, poleId, grantedBy: caller.personId });
    if (!granted.ok) throw new Problem(409, granted.code);
    return this.show(caller, poleId);
  }

  /** Whoever may grant it, and its holder. */
  async endMandate(caller: Caller, poleId: string, mandateId: string): Promise<void> {
    const myRoles = await this.rightsOr404(caller, poleId);
    const held = (await teamOf(this.db, poleId)).mandates.find(({ id }) => id === mandateId);
    const may = hasRole(caller, 'secretariat') || myRoles.includes('legal_representative') || held?.holderId === caller.personId;
    if (!may) throw new Problem(403, 'representative-needed');
    if (!(await endMandate(this.db, poleId, mandateId))) throw new Problem(404, 'not-found');
  }

  /** Themes that a pole has already may stay, even if no scheme has them any more. */
  private async checkThemes(id: string, themes: readonly string[]): Promise<void> {
    const there = (await findPole(this.db, id))?.themes ?? [];
    await checkSchemeCodes(this.db, { themes: { pointer: '/themes', codes: themes.filter((code) => !there.includes(code)) } });
  }

  /** What the caller may use of what they are to the pole; 404 for a pole that is none of their business. */
  private async rightsOr404(caller: Caller, poleId: string): Promise<PoleRole[]> {
    const people = new PeopleQueries(this.db);
    if ((await people.membershipOf(caller.personId, poleId)).length > 0) return people.powersOf(caller.personId, poleId);
    if (hasRole(caller, ...readers) && (await findPole(this.db, poleId))) return [];
    throw new Problem(404, 'not-found');
  }
}

const statusOf = { 'not-found': 404, 'last-administrator': 409, 'representative-needed': 403 } as const;

function managesTeam(held: readonly PoleRole[]): boolean {
  return held.includes('administrator') || held.includes('legal_representative');
}

function checkedNumbers(input: NewPoleDto): { siret: string; rna: string | undefined } {
  const siret = checkSiret(input.carrier.siret);
  const rna = input.carrier.rna === undefined ? undefined : checkRna(input.carrier.rna);
  if (!siret.ok) throw new Problem(422, 'siret-invalid', {}, [faultAt('/carrier/siret', siret.code)]);
  if (rna && !rna.ok) throw new Problem(422, 'rna-invalid', {}, [faultAt('/carrier/rna', rna.code)]);
  return { siret: siret.value, rna: rna?.value };
}
