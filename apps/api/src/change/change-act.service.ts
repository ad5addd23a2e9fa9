import { Inject, Injectable } from '@nestjs/common';
import { standing } from '../../../../libs/domain/src/award/award.status.js';
import type { ChangeData } from '../../../../libs/domain/src/change/change.data.js';
import { endingKinds } from '../../../../libs/domain/src/change/change.kinds.js';
import { missingFact } from '../../../../libs/domain/src/change/change.rules.js';
import { checkSiret, sirenOf } from '../../../../libs/domain/src/identifiers/siret.js';
import type { Facts } from '../../../../libs/domain/src/procedure/act.js';
import { textFact } from '../../../../libs/domain/src/procedure/facts.js';
import { isAttachmentOf } from '../../../../libs/persistence/src/application/attachment.queries.js';
import { lastBeginning, placeOf, representativesOf, standingLabels } from '../../../../libs/persistence/src/change/change.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { PeopleQueries } from '../../../../libs/persistence/src/people/people.queries.js';
import type { SubjectRow } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { contentsOf } from '../../../../libs/persistence/src/procedure/written.queries.js';
import { ActService, type Taken } from '../act/act.service.js';
import { EntryService } from '../act/entry.service.js';
import { newId } from '../act/new-id.js';
import { RightsService } from '../act/rights.service.js';
import { type Caller, hasRole } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { faultAt } from '../http/field-fault.js';
import { Problem } from '../http/problem.js';
import { checkedCarrier } from './carrier.js';
import type { ChangeAcceptanceDto, ChangeInputDto, ChangePiecesDto, ChangeProposalDto, ChangeRefusalDto, ChangeWithdrawalDto, ChangeSupplyDto } from './change.dto.js';

type Key = string | undefined;

/** The acts on changes, and what the database must be asked before their procedure is. */
@Injectable()
export class ChangeActService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly acts: ActService, private readonly entries: EntryService, private readonly rights: RightsService) {}

  /**
   * By who may commit the pole, or by the secretariat that has learnt of it.
   * @throws Problem 403 `not-a-committer`; 409 `label-over`, `change-too-early`, `pole-closed`; 422 for a field that the kind needs
   */
  async request(caller: Caller, label: string, body: ChangeInputDto, key: Key): Promise<Taken> {
    const { entered: dto, what, effectiveOn, of, into, siret, documents, ...written } = body;
    const own = dto === undefined && hasRole(caller, 'secretariat');
    const actor = own ? { row: (await this.rights.seeAs(caller, `award/${label}`, 'secretariat')).row, entered: undefined, personId: caller.personId, on: undefined }
      : await this.entries.actor(caller, `award/${label}`, 'applicant', dto);
    const { row, entered } = actor;
    const pole = row.poleId ?? '';
    if (!own && !(await new PeopleQueries(this.db).isCommitter(actor.personId, pole, actor.on))) throw new Problem(entered ? 409 : 403, 'not-a-committer');
    if (!(standing as readonly string[]).includes(row.status)) throw new Problem(409, 'label-over');
    const facts: Facts = {
      award: row.id, ...(row.callId === null ? {} : { call: row.callId }), pole, what, effectiveOn, ...(of === undefined ? {} : { of }),
      ...(into === undefined ? {} : { into }), ...(siret === undefined ? {} : { siret: checkedSiret(siret) }),
    };
    const said = await this.check(row.schemeId, pole, facts, written, documents ?? []);
    return this.acts.take(caller, {
      subject: `change/${newId(caller, key)}`, act: 'request', as: own ? 'secretariat' : 'applicant', startsWith: row.schemeId, entered, facts: { ...facts, ...(await this.earliest(pole, what)) },
      content: { ...said, ...(documents ? { documents } : {}) }, request: { facts, written, documents: documents ?? null }, key,
    });
  }

  /** What was written, its numbers bare. */
  private async check(schemeId: string, pole: string, facts: Facts, written: Record<string, unknown>, documents: readonly string[]): Promise<Record<string, unknown>> {
    const field = missingFact(facts, written);
    if (field !== undefined) throw new Problem(422, 'change-field', { field }, [faultAt(`/${field}`, 'missing')]);
    const place = await placeOf(this.db, pole);
    if (!place) throw new Problem(404, 'not-found');
    if (place.closedOn !== null) throw new Problem(409, 'pole-closed', { on: place.closedOn });
    const [what, siret, into, effectiveOn] = ['what', 'siret', 'into', 'effectiveOn'].map((name) => textFact(facts, name)) as [string, string, string, string];
    if (effectiveOn <= place.since && (what === 'move' || what === 'carrier')) throw new Problem(409, 'change-too-early', { earliest: place.since });
    const same = sirenOf(siret) === sirenOf(place.siret);
    if (what === 'move' && !same) throw new Problem(422, 'invalid', {}, [faultAt('/siret', 'not-accepted')]);
    if (what === 'merger' && (into === pole || (await placeOf(this.db, into))?.closedOn !== null)) throw new Problem(422, 'change-pole', {}, [faultAt('/into', 'not-accepted')]);
    for (const document of documents) {
      if (!(await isAttachmentOf(this.db, pole, document))) throw new Problem(422, 'attachment-unknown', {}, [faultAt('/documents', 'id')]);
    }
    return what === 'carrier' ? checkedCarrier(this.db, schemeId, siret, written) : written;
  }

  /** First day that a change of this kind may have: of a manager that of the present carrier, of an end that of the last label to begin. */
  private async earliest(pole: string, what: string): Promise<Facts> {
    const day = what === 'manager' ? (await placeOf(this.db, pole))?.since : (endingKinds as readonly string[]).includes(what) ? await lastBeginning(this.db, pole) : undefined;
    return day === undefined ? {} : { earliest: day };
  }

  async requestPieces(caller: Caller, id: string, { text }: ChangePiecesDto, key: Key): Promise<Taken> {
    const { row } = await this.rights.seeAs(caller, `change/${id}`, 'secretariat');
    return this.acts.take(caller, { subject: row.id, act: 'requestPieces', as: 'secretariat', content: { text }, key });
  }

  async supplyPieces(caller: Caller, id: string, { text, documents, entered: dto }: ChangeSupplyDto, key: Key): Promise<Taken> {
    const { row, entered } = await this.entries.actor(caller, `change/${id}`, 'applicant', dto, { act: 'supplyPieces' });
    for (const document of documents ?? []) {
      if (!(await isAttachmentOf(this.db, row.poleId ?? '', document))) throw new Problem(422, 'attachment-unknown', {}, [faultAt('/documents', 'id')]);
    }
    return this.acts.take(caller, { subject: row.id, act: 'supplyPieces', as: 'applicant', entered, content: { text, ...(documents ? { documents } : {}) }, key });
  }

  async propose(caller: Caller, id: string, { outcome, reasons }: ChangeProposalDto, key: Key): Promise<Taken> {
    const { row } = await this.rights.seeAs(caller, `change/${id}`, 'secretariat');
    return this.acts.take(caller, { subject: row.id, act: 'propose', as: 'secretariat', facts: { outcome }, content: { reasons }, key });
  }

  /**
   * The request's words become the records' : without them there is nothing to accept, and what they may not become since they were written is refused.
   * @throws Problem 409 `change-erased`; 422 of a new carrier `rna-invalid`, `rna-taken`, `rna-mismatch`, or a legal form that the scheme does not have
   */
  async accept(caller: Caller, id: string, { comment }: ChangeAcceptanceDto, key: Key): Promise<Taken> {
    const { row, as } = await this.decider(caller, id);
    const { request, what, siret } = row.data as unknown as ChangeData;
    const pole = row.poleId ?? '';
    const written = request ? (await contentsOf(this.db, [request.id]))[request.id] : undefined;
    if (request && written === undefined) throw new Problem(409, 'change-erased');
    if (what === 'carrier') await checkedCarrier(this.db, row.schemeId, siret ?? '', written as Record<string, unknown>);
    const former: Facts = what === 'manager' ? { former: await representativesOf(this.db, pole) } : {};
    return this.acts.take(caller, {
      subject: row.id, act: 'accept', as, facts: { awards: await standingLabels(this.db, pole), ...former, ...(await this.earliest(pole, what)) }, ...(comment === undefined ? {} : { content: { reasons: comment } }),
      request: { comment }, key,
    });
  }

  async refuse(caller: Caller, id: string, { reasons }: ChangeRefusalDto, key: Key): Promise<Taken> {
    const { row, as } = await this.decider(caller, id);
    return this.acts.take(caller, { subject: row.id, act: 'refuse', as, content: { reasons }, key });
  }

  async withdraw(caller: Caller, id: string, { reason, entered: dto }: ChangeWithdrawalDto, key: Key): Promise<Taken> {
    const { row, entered } = await this.entries.actor(caller, `change/${id}`, 'applicant', dto, { act: 'withdraw' });
    return this.acts.take(caller, { subject: row.id, act: 'withdraw', as: 'applicant', entered, ...(reason === undefined ? {} : { content: { reason } }), key });
  }

  /** Who holds both roles decides as the one whose turn it is. */
  private async decider(caller: Caller, id: string): Promise<{ row: SubjectRow; as: 'authority' | 'secretariat' }> {
    const { row, roles } = await this.rights.seeAs(caller, `change/${id}`, 'authority', 'secretariat');
    const turn = row.status === 'proposed' ? 'authority' : 'secretariat';
    return { row, as: roles.includes(turn) ? turn : turn === 'authority' ? 'secretariat' : 'authority' };
  }
}

/** @throws Problem 422 `siret-invalid` */
function checkedSiret(typed: string): string {
  const siret = checkSiret(typed);
  if (!siret.ok) throw new Problem(422, 'siret-invalid', {}, [faultAt('/siret', siret.code)]);
  return siret.value;
}
