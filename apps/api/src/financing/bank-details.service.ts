import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { BankDetails, FinancingData } from '../../../../libs/domain/src/financing/financing.data.js';
import { holderDiffers } from '../../../../libs/domain/src/financing/holder.js';
import { checkIban } from '../../../../libs/domain/src/identifiers/iban.js';
import { carrierOf } from '../../../../libs/persistence/src/application/application.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { addBankDocument, type BankDocumentRow, contentBody, findBankDocument, namesOf } from '../../../../libs/persistence/src/financing/financing.queries.js';
import { PeopleQueries } from '../../../../libs/persistence/src/people/people.queries.js';
import type { ActView } from '../act/act.dto.js';
import { ActService } from '../act/act.service.js';
import { EntryService } from '../act/entry.service.js';
import { RightsService } from '../act/rights.service.js';
import { FileStore } from '../application/file-store.js';
import { receiveUpload } from '../application/upload.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { faultAt } from '../http/field-fault.js';
import { Problem } from '../http/problem.js';
import type { BankAccountDto, BankDocumentDto, NewBankDetailsDto } from './financing.dto.js';

const types: readonly string[] = ['pdf', 'png', 'jpg'];
const MAX_BYTES = 10_000_000;
/** Documents of a financing since an account was last confirmed or refused. */
const MAX_DOCUMENTS = 10;

/** The account that a pole's money goes to: given by who commits the pole, called back, confirmed by a second person. Kept as content, out of journal and mails. */
@Injectable()
export class BankDetailsService {
  constructor(
    @Inject(DATABASE) private readonly db: Database, private readonly acts: ActService, private readonly rights: RightsService, private readonly entries: EntryService, private readonly store: FileStore,
  ) {}

  /**
   * The document that shows the account, before the details that name it.
   * @throws Problem 422 `bank-document-type`, 409 `bank-documents-full`
   */
  async addDocument(caller: Caller, key: string, request: FastifyRequest): Promise<BankDocumentDto> {
    const { row } = await this.rights.seeAs(caller, `financing/${key}`, 'applicant', 'secretariat');
    const upload = await receiveUpload(request, this.store, MAX_BYTES);
    try {
      const { name, size, sha256, type = '' } = upload;
      if (!types.includes(type)) throw new Problem(422, 'bank-document-type', { types: types.join(', ') });
      const id = randomUUID();
      const check = (there: number): void => {
        if (there >= MAX_DOCUMENTS) throw new Problem(409, 'bank-documents-full', { max: MAX_DOCUMENTS });
      };
      await addBankDocument(this.db, { id, subjectId: row.id, name, type, size, sha256, uploadedBy: caller.personId }, { check, keep: () => this.store.keep(upload, key) });
      return { id, name, size };
    } finally {
      await this.store.discard(upload);
    }
  }

  /** Who checks the account reads it; so does who sent it. */
  async openDocument(caller: Caller, key: string, id: string): Promise<{ row: BankDocumentRow; bytes: Readable }> {
    const { row: file, roles } = await this.rights.see(caller, `financing/${key}`);
    const row = await findBankDocument(this.db, file.id, id);
    if (!row || (row.uploadedBy !== caller.personId && !roles.some((role) => role === 'secretariat' || role === 'authority'))) throw new Problem(404, 'not-found');
    return { row, bytes: this.store.read(key, row.sha256) };
  }

  /**
   * The legal representative, or who holds a mandate in force, gives an account; on paper, the secretariat enters it for that person.
   * @throws Problem 422 `iban-invalid` (the field says why), `bank-document-unknown`; 403 `not-a-committer`
   */
  async propose(caller: Caller, key: string, { iban, bic, holder, document, entered: asked }: NewBankDetailsDto, idempotencyKey: string | undefined): Promise<ActView> {
    const { row, personId, on, entered } = await this.entries.actor(caller, `financing/${key}`, 'applicant', asked, { act: 'proposeBankDetails' });
    if (row.poleId === null || !(await new PeopleQueries(this.db).isCommitter(personId, row.poleId, on))) throw new Problem(403, 'not-a-committer');
    const checked = checkIban(iban);
    if (!checked.ok) throw new Problem(422, 'iban-invalid', {}, [faultAt('/iban', checked.code)]);
    if (!(await findBankDocument(this.db, row.id, document))) throw new Problem(422, 'bank-document-unknown');
    const [carrier, names] = await Promise.all([carrierOf(this.db, row.poleId), namesOf(this.db, row.poleId)]);
    const facts = { last4: checked.value.slice(-4), ...(carrier ? { structure: carrier.id } : {}), ...(holderDiffers(holder, names) ? { holderDiffers: true } : {}) };
    const content = { iban: checked.value, holder, document, ...(bic ? { bic } : {}) };
    return this.acts.take(caller, { subject: row.id, act: 'proposeBankDetails', as: 'applicant', entered, facts, content, request: { iban: checked.value, bic, holder, document }, key: idempotencyKey });
  }

  /** The accounts in force and proposed, in clear: for the two people who check and pay. */
  async accounts(caller: Caller, key: string): Promise<BankAccountDto[]> {
    const { row } = await this.rights.seeAs(caller, `financing/${key}`, 'secretariat', 'authority');
    const { bank, pendingBank } = row.data as unknown as FinancingData;
    const named = [['in-force', bank], ['proposed', pendingBank]] as const;
    return Promise.all(named.flatMap(([state, details]) => (details ? [this.account(state, details)] : [])));
  }

  private async account(state: string, { n, content, holderDiffers: differs }: BankDetails): Promise<BankAccountDto> {
    const body = await contentBody(this.db, content);
    const text = (name: string): string | null => (typeof body?.[name] === 'string' ? body[name] : null);
    return { n, state, holderDiffers: differs === true, iban: text('iban'), bic: text('bic'), holder: text('holder'), document: text('document') };
  }
}
