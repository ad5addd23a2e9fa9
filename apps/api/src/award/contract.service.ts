import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AwardData } from '../../../../libs/domain/src/award/award.data.js';
import { agreedTargets } from '../../../../libs/domain/src/award/contract.js';
import type { Facts } from '../../../../libs/domain/src/procedure/act.js';
import { keyOf } from '../../../../libs/domain/src/procedure/subject.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { findAttachment } from '../../../../libs/persistence/src/application/attachment.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { PeopleQueries } from '../../../../libs/persistence/src/people/people.queries.js';
import { standingOf, type SubjectRow } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import type { ActView } from '../act/act.dto.js';
import { ActService } from '../act/act.service.js';
import { type Entered, EntryService } from '../act/entry.service.js';
import { RightsService } from '../act/rights.service.js';
import type { AttachmentDto } from '../application/application.dto.js';
import { AttachmentService } from '../application/attachment.service.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { faultAt, type FieldFault, pointerToken } from '../http/field-fault.js';
import type { Locale } from '../http/locale.js';
import { Problem } from '../http/problem.js';
import type { AmendmentDropDto, AmendmentDto, ContractSignatureDto, PoleSignatureDto } from './contract.dto.js';
import { ContractReader } from './contract.reader.js';

type Key = string | undefined;

/** Somebody who signs for the pole. */
interface Committer {
  readonly row: SubjectRow;
  readonly name: string;
  readonly entered: Entered | undefined;
}

/** The signing of contracts and of their amendments. */
@Injectable()
export class ContractService {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly acts: ActService,
    private readonly rights: RightsService,
    private readonly entries: EntryService,
    private readonly contracts: ContractReader,
    private readonly attachments: AttachmentService,
  ) {}

  /** The pole signs. @throws Problem as `committer`; 409 `contract-changed`; 422 `attachment-unknown` */
  async sign(caller: Caller, id: string, body: PoleSignatureDto, key: Key): Promise<ActView> {
    const { row, name, entered } = await this.committer(caller, id, body, 'signContract');
    return this.acts.take(caller, { subject: row.id, act: 'signContract', as: 'applicant', entered, ...(await this.onContract(row, name, body)), request: asked(body), key });
  }

  /** The authority signs. @throws Problem as `sign` */
  async countersign(caller: Caller, id: string, body: ContractSignatureDto, key: Key): Promise<ActView> {
    const { row } = await this.rights.seeAs(caller, `award/${id}`, 'authority');
    return this.acts.take(caller, { subject: row.id, act: 'countersignContract', as: 'authority', ...(await this.onContract(row, caller.name, body)), request: asked(body), key });
  }

  /** @throws Problem 422 for a target of no indicator, or out of its range */
  async proposeAmendment(caller: Caller, id: string, { wording, targets = {} }: AmendmentDto, key: Key): Promise<ActView> {
    const { row } = await this.rights.seeAs(caller, `award/${id}`, 'secretariat');
    const scheme = await schemeById(this.db, row.schemeId);
    const faults = await this.targetFaults(row, scheme, targets);
    if (faults.length > 0) throw new Problem(422, 'invalid', {}, faults);
    const content = { text: wording, targets: Object.entries(targets).map(([indicator, target]) => ({ indicator, target })) };
    return this.acts.take(caller, { subject: row.id, act: 'proposeAmendment', as: 'secretariat', content, key });
  }

  /** The pole signs an amendment. @throws Problem as `sign` */
  async signAmendment(caller: Caller, id: string, n: number, body: PoleSignatureDto, key: Key): Promise<ActView> {
    const { row, name, entered } = await this.committer(caller, id, body, 'signAmendment');
    return this.acts.take(caller, { subject: row.id, act: 'signAmendment', as: 'applicant', entered, ...(await this.onAmendment(row, n, name, body)), request: { n, ...asked(body) }, key });
  }

  /** The authority signs an amendment. */
  async countersignAmendment(caller: Caller, id: string, n: number, body: ContractSignatureDto, key: Key): Promise<ActView> {
    const { row } = await this.rights.seeAs(caller, `award/${id}`, 'authority');
    return this.acts.take(caller, { subject: row.id, act: 'countersignAmendment', as: 'authority', ...(await this.onAmendment(row, n, caller.name, body)), request: { n, ...asked(body) }, key });
  }

  async dropAmendment(caller: Caller, id: string, n: number, { reason }: AmendmentDropDto, key: Key): Promise<ActView> {
    const { row } = await this.rights.seeAs(caller, `award/${id}`, 'secretariat');
    return this.acts.take(caller, { subject: row.id, act: 'dropAmendment', as: 'secretariat', facts: { n }, content: { reason }, key });
  }

  /** A signed contract or amendment, before its signature is recorded. @throws Problem 404 for a label that rests on no application here */
  async addDocument(caller: Caller, id: string, request: FastifyRequest, locale: Locale): Promise<AttachmentDto> {
    const { row } = await this.rights.seeAs(caller, `award/${id}`, 'applicant', 'authority', 'secretariat');
    return this.attachments.addContract(caller, keyOf(row.id), request, locale);
  }

  /** The legal representative, or who holds a mandate in force on the day. @throws Problem 403 `not-a-committer` */
  private async committer(caller: Caller, id: string, { entered: dto }: PoleSignatureDto, act: string): Promise<Committer> {
    const { row, personId, on, entered } = await this.entries.actor(caller, `award/${id}`, 'applicant', dto, { act });
    const people = new PeopleQueries(this.db);
    if (row.poleId === null || !(await people.isCommitter(personId, row.poleId, on))) throw new Problem(403, 'not-a-committer');
    const signatory = entered ? (await people.peopleOf(row.poleId)).find((one) => one.personId === personId) : caller;
    return { row, name: (signatory ?? caller).name, entered };
  }

  /** The first signature takes the text with it, as names stand on that day; the second one is on the same. */
  private async onContract(row: SubjectRow, signatory: string, body: ContractSignatureDto): Promise<{ facts: Facts; content: Record<string, unknown> }> {
    await this.checkDocument(row, body);
    const scheme = await schemeById(this.db, row.schemeId);
    if (!scheme.award.contract) return { facts: {}, content: evidence(signatory, body) };
    const { source, text } = await this.contracts.read(row, scheme);
    if (body.text !== undefined && body.text !== text) throw new Problem(409, 'contract-changed');
    const first = (standingOf(row).data as AwardData).contractText === null;
    return { facts: { version: 1, text }, content: { ...evidence(signatory, body), ...(first ? { contract: source } : {}) } };
  }

  private async onAmendment(row: SubjectRow, n: number, signatory: string, body: ContractSignatureDto): Promise<{ facts: Facts; content: Record<string, unknown> }> {
    await this.checkDocument(row, body);
    const text = body.text ?? (standingOf(row).data as AwardData).amendments.find((one) => one.n === n)?.text;
    return { facts: { n, ...(text === undefined ? {} : { text }) }, content: evidence(signatory, body) };
  }

  private async checkDocument(row: SubjectRow, { document }: ContractSignatureDto): Promise<void> {
    if (document === undefined) return;
    const purpose = (await findAttachment(this.db, keyOf(row.id), document))?.purpose;
    if (purpose !== 'contract' && purpose !== 'scan') throw new Problem(422, 'attachment-unknown');
  }

  private async targetFaults(row: SubjectRow, scheme: Scheme, targets: Readonly<Record<string, unknown>>): Promise<FieldFault[]> {
    const own = scheme.award.contract ? agreedTargets((await this.contracts.read(row, scheme)).source.answers, []) : {};
    return Object.entries(targets).flatMap(([code, target]) => {
      const pointer = `/targets/${pointerToken(code)}`;
      const known = scheme.indicators.find((one) => one.code === code);
      if (!known && !Object.hasOwn(own, code)) return [faultAt(pointer, 'unknown-indicator')];
      const { min = -1e12, max = 1e12 } = known ?? {};
      return typeof target === 'number' && target >= min && target <= max ? [] : [faultAt(pointer, 'number-range', { min, max })];
    });
  }
}

/** Who signed, as names stood on that day: erasable content, not a fact of the journal. */
function evidence(signatory: string, { capacity, document }: ContractSignatureDto): Record<string, unknown> {
  return { signatory, ...(capacity ? { capacity } : {}), ...(document ? { document } : {}) };
}

/** The text under it may have been frozen meanwhile: the same request stays the same act. */
function asked({ capacity, document, text }: ContractSignatureDto): Record<string, unknown> {
  return { capacity, document, text };
}
