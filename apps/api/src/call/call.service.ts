import { Inject, Injectable } from '@nestjs/common';
import { resultsOf } from '../../../../libs/persistence/src/application/decision.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { type CallRecord, findCall, listCalls } from '../../../../libs/persistence/src/call/call.queries.js';
import { PeopleQueries } from '../../../../libs/persistence/src/people/people.queries.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { newestSchemes, schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { ActService } from '../act/act.service.js';
import { DossierService } from '../act/dossier.service.js';
import { newId } from '../act/new-id.js';
import { RightsService } from '../act/rights.service.js';
import { type Caller, hasRole } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { inLanguage } from '../http/localized.js';
import { decodeCursor, type Page, pageOf } from '../http/page.js';
import type { Locale } from '../http/locale.js';
import { Problem } from '../http/problem.js';
import { appraisalRules } from './appraisal-rules.js';
import type { CallDto, CallFeeDto, CallQueryDto, CallResultsDto, CallSummaryDto, EmbargoDto, NewCallDto, PublicationDto } from './call.dto.js';

const shownToAll = ['open', 'closed', 'published'];

@Injectable()
export class CallService {
  constructor(
    @Inject(DATABASE) private readonly db: Database, private readonly acts: ActService, private readonly rights: RightsService, private readonly dossiers: DossierService,
  ) {}

  async create(caller: Caller, body: NewCallDto, key: string | undefined, locale: Locale): Promise<CallDto> {
    const [newest] = await newestSchemes(this.db, body.scheme);
    if (!newest) throw new Problem(422, 'scheme-unknown', { scheme: body.scheme });
    const { opensOn, closesOn, title } = body;
    const officer = body.officer ?? caller.personId;
    await this.checkOfficers(body);
    const id = `call/${newId(caller, key)}`;
    await this.acts.take(caller, {
      subject: id, act: 'create', as: 'secretariat', startsWith: newest.id, content: { title: { ...title } }, request: { ...body },
      facts: { scheme: newest.scheme.code, version: newest.scheme.version, opensOn, closesOn, officer, ...(body.deputy ? { deputy: body.deputy } : {}) },
      key,
    });
    return this.show(caller, id, locale);
  }

  private async checkOfficers({ officer, deputy }: NewCallDto): Promise<void> {
    const secretariat = new Set((await new PeopleQueries(this.db).peopleWithRole('secretariat')).map((one) => one.personId));
    if ([officer, deputy].some((id) => id !== undefined && !secretariat.has(id))) throw new Problem(422, 'officer-unknown');
  }

  /** Visitors see the calls that are open, unless they ask for closed or published ones; drafts are the staff's. */
  async list(caller: Caller | undefined, query: CallQueryDto, locale: Locale): Promise<Page<CallSummaryDto>> {
    const staff = isStaff(caller);
    const after = decodeCursor(query.cursor, 'date', 'text');
    const asked = query.status === undefined ? (staff ? undefined : ['open']) : [query.status].filter((one) => staff || shownToAll.includes(one));
    const rows = await listCalls(this.db, { statuses: asked?.length === 0 ? ['none'] : asked, scheme: query.scheme, descending: query.sort === '-closesOn', after, limit: query.limit + 1 });
    return pageOf(rows, query.limit, (row) => [row.data.closesOn, row.id], (row) => summary(row, locale));
  }

  /** @param id subject id */
  async show(caller: Caller | undefined, id: string, locale: Locale): Promise<CallDto> {
    const row = await findCall(this.db, id);
    const staff = isStaff(caller);
    if (!row || (!staff && !shownToAll.includes(row.status))) throw new Problem(404, 'not-found');
    const scheme = await schemeById(this.db, row.schemeId);
    const { presentation, themes, structureTypes, indicators, grid, contact } = inLanguage(scheme, locale);
    return {
      ...summary(row, locale), presentation, themes, structureTypes, indicators, grid, contact,
      appraisalRules: appraisalRules(scheme, locale),
      tieBreak: grid.tieBreak.map((code) => ({ code, label: grid.criteria.find((one) => one.code === code)?.label ?? code })),
      fee: feeOf(scheme, locale), opinions: (scheme.application.opinions?.from ?? []).map(({ code, label }) => ({ code, label: label[locale] })),
      form: inLanguage(scheme.application.form, locale), eligibility: inLanguage(scheme.call.eligibility, locale),
      ...(caller && staff ? { embargoUntil: row.data.embargoUntil ?? null, refusalGrounds: inLanguage(scheme.decision.refusalGrounds, locale), dossier: await this.dossiers.present(await this.rights.see(caller, id)) } : {}),
    };
  }

  async setEmbargo(caller: Caller, id: string, { on, comment }: EmbargoDto, key: string | undefined, locale: Locale): Promise<CallDto> {
    const { as } = await this.rights.seeAs(caller, id, 'secretariat', 'authority');
    await this.acts.take(caller, { subject: id, act: 'setEmbargo', as, facts: { on }, ...(comment ? { content: { comment } } : {}), key });
    return this.show(caller, id, locale);
  }

  /** @throws Problem 404 until the results are published */
  async results(id: string): Promise<CallResultsDto> {
    const publishedOn = (await findCall(this.db, id))?.data.publishedOn ?? null;
    if (publishedOn === null) throw new Problem(404, 'not-found');
    return { publishedOn, awarded: (await resultsOf(this.db, id)).map((one) => ({ ...one })) };
  }

  async publish(caller: Caller, id: string, body: PublicationDto, key: string | undefined, locale: Locale): Promise<CallDto> {
    const { as } = await this.rights.seeAs(caller, id, 'secretariat', 'authority');
    await this.acts.take(caller, { subject: id, act: 'publish', as, ...(body.comment ? { content: { comment: body.comment } } : {}), key });
    return this.show(caller, id, locale);
  }
}

function isStaff(caller: Caller | undefined): boolean {
  return caller !== undefined && hasRole(caller, 'secretariat', 'authority', 'committee', 'auditor', 'operator');
}

function summary({ id, status, title, data }: CallRecord, locale: Locale): CallSummaryDto {
  const { scheme, version, opensOn, closesOn } = data;
  return { id: id.slice('call/'.length), status, title: title?.[locale] ?? '', scheme: scheme ?? '', schemeVersion: version, opensOn, closesOn };
}

function feeOf({ application: { fee } }: Scheme, locale: Locale): CallFeeDto | null {
  if (!fee) return null;
  return {
    amounts: fee.amounts.map(({ code, label, cents }) => ({ code, label: label[locale], cents })), exemptions: fee.exemptions.map(({ code, label }) => ({ code, label: label[locale] })), within: fee.limit,
  };
}
