import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { SurveyData } from '../../../../libs/domain/src/survey/survey.data.js';
import { type FirmFault, type FirmFaultCode, type ListedFirm, readFirms, type TypedFirm } from '../../../../libs/domain/src/survey/firm-list.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import type { SubjectRow } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { addFirms, correctFirm, type Listing, markUndeliverable, mostFirms, removeFirm } from '../../../../libs/persistence/src/survey/firm.commands.js';
import { findFirm, type FirmRecord, knownFor, lastListed, listFirms } from '../../../../libs/persistence/src/survey/firm.queries.js';
import { SurveyLinks } from '../../../../libs/persistence/src/survey/survey-links.js';
import { RightsService } from '../act/rights.service.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { faultAt, type FieldFault } from '../http/field-fault.js';
import type { Locale } from '../http/locale.js';
import { decodeCursor, type Page, pageOf } from '../http/page.js';
import { Problem } from '../http/problem.js';
import type { FirmCopiesDto, FirmDto, FirmInputDto, FirmQueryDto, ImportReportDto } from './firm.dto.js';
import { readFirmFile } from './firm-file.js';

const mostBytes = 1024 * 1024;
/** Faults that one answer tells. */
const mostFaults = 200;

/** The firms that a centre lists for its survey. Who has answered is not part of it. */
@Injectable()
export class FirmService {
  constructor(@Inject(DATABASE) private readonly db: Database, @Inject(SurveyLinks) private readonly links: SurveyLinks, private readonly rights: RightsService) {}

  async list(caller: Caller, id: string, { limit, cursor }: FirmQueryDto): Promise<Page<FirmDto>> {
    await this.rights.seeAs(caller, id, 'applicant', 'secretariat');
    const rows = await listFirms(this.db, { survey: id, after: decodeCursor(cursor, 'text', 'id'), limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.name, row.id], firmDto);
  }

  /** Lists one firm. @throws Problem 422 `invalid` with what is wrong; 409 `survey-launched`, `firms-raced`, `too-many-firms` */
  async add(caller: Caller, id: string, input: FirmInputDto): Promise<FirmDto> {
    const row = await this.listing(caller, id);
    const firm = await this.readOne(row, input);
    refuseUnlisted(await this.write(caller, row, [firm]));
    const found = (await listFirms(this.db, { survey: id, limit: mostFirms })).find((one) => one.email === firm.email);
    if (!found) throw new Problem(409, 'firms-raced');
    return firmDto(found);
  }

  /** @throws Problem as `add`; 409 `survey-launched` unless the firm's mail came back */
  async correct(caller: Caller, id: string, firm: string, input: FirmInputDto): Promise<FirmDto> {
    const { row } = await this.rights.seeAs(caller, id, 'applicant', 'secretariat');
    const before = await findFirm(this.db, id, firm);
    if (!before) throw new Problem(404, 'not-found');
    if (row.status !== 'listing' && before.state !== 'undeliverable') throw new Problem(409, 'survey-launched');
    const read = await this.readOne(row, input, firm);
    // Once the survey is launched a firm stays who it is: only where it is written to is corrected.
    const corrected = row.status === 'listing' ? read : { ...read, name: before.name, siret: before.siret };
    const done = await correctFirm(this.db, { survey: id, poleId: row.poleId ?? '', id: firm, firm: corrected, links: this.links });
    if (done !== 'corrected') throw new Problem(409, done === 'raced' ? 'firms-raced' : 'survey-launched');
    return firmDto((await findFirm(this.db, id, firm)) ?? before);
  }

  async remove(caller: Caller, id: string, firm: string): Promise<void> {
    await this.rights.seeAs(caller, id, 'applicant', 'secretariat');
    if (!(await findFirm(this.db, id, firm))) throw new Problem(404, 'not-found');
    if (!(await removeFirm(this.db, id, firm))) throw new Problem(409, 'survey-launched');
  }

  /** The secretariat's alone: whoever lists a firm must not be able to take it out of the survey. */
  async undeliverable(caller: Caller, id: string, firm: string): Promise<FirmDto> {
    await this.rights.seeAs(caller, id, 'secretariat');
    await markUndeliverable(this.db, id, firm);
    const found = await findFirm(this.db, id, firm);
    if (!found) throw new Problem(404, 'not-found');
    return firmDto(found);
  }

  /** Most firms are served for more than a year: the list begins with the last one. @throws Problem 409 `no-list-to-copy` */
  async copy(caller: Caller, id: string): Promise<FirmCopiesDto> {
    const row = await this.listing(caller, id);
    const before = await lastListed(this.db, id, row.parentId ?? '');
    if (before.length === 0) throw new Problem(409, 'no-list-to-copy');
    const typed = before.map(({ name, siret, email, locale }, i): TypedFirm => ({ line: i + 1, name, siret: siret ?? '', email, language: locale }));
    const { firms } = readFirms(typed, await this.known(row));
    const { withheld } = refuseUnlisted(await this.write(caller, row, firms));
    return { copied: firms.length, leftOut: before.length - firms.length, withheld };
  }

  /** Reads a file of firms: what could be listed and what is wrong, line by line; lists them all when asked to and nothing is wrong. */
  async import(caller: Caller, id: string, request: FastifyRequest, apply: boolean, locale: Locale): Promise<ImportReportDto> {
    const row = await this.listing(caller, id);
    const file = readFirmFile(await bytesOf(request));
    if (file.firms.length === 0) throw new Problem(422, 'no-firms-in-file');
    if (file.firms.length > mostFirms) throw new Problem(409, 'too-many-firms', { max: mostFirms });
    const { firms, faults } = readFirms(file.firms, await this.known(row));
    if (apply && faults.length > 0) throw new Problem(422, 'firms-unfit', { count: faults.length }, faults.slice(0, mostFaults).map((fault) => fieldFault(fault, `/lines/${fault.line}`)));
    const written = apply ? refuseUnlisted(await this.write(caller, row, firms)) : undefined;
    return {
      applied: apply, firms: firms.length, columnsLeftOut: file.columnsLeftOut, withheld: written?.withheld ?? null,
      faults: faults.map((fault) => ({ line: fault.line, code: fault.code, reason: fieldFault(fault, '').say(locale) })),
    };
  }

  private async listing(caller: Caller, id: string): Promise<SubjectRow> {
    const { row } = await this.rights.seeAs(caller, id, 'applicant', 'secretariat');
    if (row.status !== 'listing') throw new Problem(409, 'survey-launched');
    return row;
  }

  private known({ id, poleId }: SubjectRow, except?: string) {
    return knownFor(this.db, { survey: id, poleId: poleId ?? '', except });
  }

  private async readOne(row: SubjectRow, { name, siret = '', email, language = 'fr' }: FirmInputDto, except?: string): Promise<ListedFirm> {
    const typed: TypedFirm = { line: 1, name, siret, email, language };
    const { firms: [firm], faults } = readFirms([typed], await this.known(row, except));
    if (!firm) throw new Problem(422, 'invalid', {}, faults.map((fault) => fieldFault(fault, `/${fieldOf(fault.code)}`)));
    return firm;
  }

  private write(caller: Caller, { id, data }: SubjectRow, firms: readonly ListedFirm[]): Promise<Listing> {
    return addFirms(this.db, { survey: id, poleId: (data as unknown as SurveyData).pole, by: caller.personId, firms, links: this.links });
  }
}

function refuseUnlisted(listing: Listing): { withheld: number } {
  switch (listing.is) {
    case 'listed': return listing;
    case 'not-now': throw new Problem(409, 'survey-launched');
    case 'raced': throw new Problem(409, 'firms-raced');
    case 'too-many': throw new Problem(409, 'too-many-firms', { max: mostFirms });
  }
}

function firmDto({ id, name, siret, email, locale, state }: FirmRecord): FirmDto {
  return { id, name, siret, email, language: locale, state };
}

function fieldFault({ code, params }: FirmFault, pointer: string): FieldFault {
  return faultAt(pointer, code, params);
}

function fieldOf(code: FirmFaultCode): keyof FirmInputDto {
  const [what] = code.split('-');
  return what === 'name' ? 'name' : code === 'own-siret' || what === 'siret' ? 'siret' : what === 'language' ? 'language' : 'email';
}

async function bytesOf(request: FastifyRequest): Promise<Buffer> {
  const part = request.isMultipart() ? await request.file({ limits: { fileSize: mostBytes } }) : undefined;
  if (part?.fieldname !== 'file') throw new Problem(422, 'file-missing');
  const chunks: Buffer[] = [];
  for await (const chunk of part.file) chunks.push(chunk as Buffer);
  if (part.file.truncated) throw new Problem(413, 'too-large');
  return Buffer.concat(chunks);
}
