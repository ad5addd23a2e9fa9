import { Inject, Injectable } from '@nestjs/common';
import type { SessionData } from '../../../../libs/domain/src/committee/session.data.js';
import type { Facts } from '../../../../libs/domain/src/procedure/act.js';
import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import { findAttachment } from '../../../../libs/persistence/src/application/attachment.queries.js';
import { filesOf } from '../../../../libs/persistence/src/committee/session.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import type { SubjectRow } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { newestSchemes, schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { ActService, type Taken } from '../act/act.service.js';
import type { EnteredDto } from '../act/entered.dto.js';
import { EntryService, type Entered } from '../act/entry.service.js';
import { newId } from '../act/new-id.js';
import { RightsService } from '../act/rights.service.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { Problem } from '../http/problem.js';
import { AgendaService } from './agenda.service.js';
import type { AgendaDto, NewSessionDto, MotionDto, RankingDto, VoteDto } from './session.act.dto.js';

/** Who acts on which session, with the request's Idempotency-Key. */
export interface Acting {
  readonly caller: Caller;
  readonly id: string;
  readonly key: string | undefined;
}

interface Said {
  readonly facts?: object;
  readonly content?: object;
  readonly request?: object;
  readonly entered?: Entered;
}

/** What is erasable text and what is fact in each act on a session; what the database must be asked before the procedure is. */
@Injectable()
export class SessionActService {
  constructor(
    @Inject(DATABASE) private readonly db: Database, private readonly acts: ActService, private readonly rights: RightsService, private readonly agendas: AgendaService,
    private readonly entries: EntryService,
  ) {}

  /** Convenes a session; its id. */
  async convene(caller: Caller, body: NewSessionDto, key: string | undefined): Promise<string> {
    const [newest] = await newestSchemes(this.db, body.scheme);
    if (!newest) throw new Problem(422, 'scheme-unknown', { scheme: body.scheme });
    if (!newest.scheme.committee) throw new Problem(409, 'no-committee');
    const { scheme, on, time, place, remoteAddress, files = [], call } = body;
    const agenda = await this.agendas.of(scheme, files, call);
    const id = newId(caller, key);
    await this.acts.take(caller, {
      subject: `session/${id}`, act: 'convene', as: 'secretariat', startsWith: newest.id, request: { ...body }, facts: facts({ scheme, on, time, officer: caller.personId, ...agenda }),
      content: { place: place ?? '', remoteAddress: remoteAddress ?? '' }, key,
    });
    return id;
  }

  async extend(acting: Acting, body: AgendaDto): Promise<Taken> {
    const { row } = await this.rights.seeAs(acting.caller, `session/${acting.id}`, 'secretariat');
    const agenda = await this.agendas.of((row.data as unknown as SessionData).scheme, body.files);
    return this.take(acting, 'addToAgenda', ['secretariat'], { facts: { ...agenda }, request: { ...body } });
  }

  /** Takes an act as the first of these roles that the caller has. Empty content is no content. */
  async take({ caller, id, key }: Acting, act: string, roles: readonly Role[], { facts: said = {}, content = {}, request, entered }: Said = {}): Promise<Taken> {
    const { row, as } = await this.rights.seeAs(caller, `session/${id}`, ...roles);
    const written = Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined && value !== ''));
    return this.acts.take(caller, {
      subject: row.id, act, as, facts: facts(said), ...(Object.keys(written).length > 0 ? { content: written } : {}), ...(request ? { request } : {}), ...(entered ? { entered } : {}), key,
    });
  }

  /** An act on a member: a member's own, or the secretariat's for a member that it names. */
  async takeFor(acting: Acting, act: string, member: string | undefined, said: Said = {}): Promise<Taken> {
    const own = member === undefined || member === acting.caller.personId;
    const roles: readonly Role[] = own ? ['committee'] : ['secretariat'];
    return this.take(acting, act, roles, { ...said, facts: { ...said.facts, member: member ?? acting.caller.personId } });
  }

  /** A member's proxy or vote: their own, or entered by the secretariat from a signed paper. `member`: whose, when it is not the actor's. */
  async takeSigned(acting: Acting, act: string, facts: Facts, { entered, member }: { entered?: EnteredDto | undefined; member?: string | undefined }): Promise<Taken> {
    const { caller, id } = acting;
    if (!entered) return this.take(acting, act, ['committee'], { facts: { ...facts, member: member ?? caller.personId, caster: caller.personId } });
    const { row } = await this.rights.seeAs(caller, `session/${id}`, 'secretariat');
    const checked = await this.entries.check(caller, entered, {
      scheme: await schemeById(this.db, row.schemeId), application: await this.paperOf(row, entered.scan), as: 'committee', signed: true,
    });
    await this.entries.checkSince(row, act, entered.on);
    return this.take(acting, act, ['secretariat'], { facts: { ...facts, member: member ?? entered.for, caster: entered.for, ...(entered.scan === undefined ? {} : { paper: entered.scan }) }, entered: checked });
  }

  /** The file of the agenda to which a scan was sent. */
  private async paperOf({ data }: SubjectRow, scan: string | undefined): Promise<string> {
    const ids = (data as unknown as SessionData).files.map(({ application }) => application.slice('application/'.length));
    for (const id of ids) if (scan !== undefined && (await findAttachment(this.db, id, scan))?.purpose === 'scan') return id;
    if (scan !== undefined) throw new Problem(422, 'attachment-unknown');
    return ids[0] ?? '';
  }

  async ask(acting: Acting, { application, outcome, conditions, reasons }: MotionDto): Promise<Taken> {
    return this.take(acting, 'putToVote', ['secretariat'], motion(application, outcome, conditions, reasons));
  }

  async vote(acting: Acting, { application, outcome, votes, sheet, tally, casting, conditions, reasons }: VoteDto): Promise<Taken> {
    const { row } = await this.rights.seeAs(acting.caller, `session/${acting.id}`, 'secretariat');
    if (sheet !== undefined) await this.paperOf(row, sheet);
    const { facts: asked, content } = motion(application, outcome, conditions, reasons);
    return this.take(acting, 'vote', ['secretariat'], {
      facts: {
        ...asked, ...(casting === undefined ? {} : { casting }), ...(votes ? { votes: votes.map(({ member, vote }) => ({ person: member, vote })) } : {}),
        ...(sheet === undefined ? {} : { sheet }), ...(tally ? { tally: { ...tally } } : {}),
      },
      content,
    });
  }

  /** The consolidated results come from the files themselves. */
  async rank(acting: Acting, body: RankingDto): Promise<Taken> {
    const { row } = await this.rights.seeAs(acting.caller, `session/${acting.id}`, 'secretariat');
    const files = await filesOf(this.db, (row.data as unknown as SessionData).files.map(({ application }) => application));
    const scores = files.flatMap(({ id, data: { result } }) => (result ? [{ id, result: { total: result.total, criteria: result.criteria.map(({ code, mean }) => ({ code, mean })) } }] : []));
    const { places, budgetCents, amounts, order } = body;
    return this.take(acting, 'rank', ['secretariat'], {
      request: { ...body },
      facts: {
        scores, ...(places === undefined ? {} : { places }), ...(budgetCents === undefined ? {} : { budgetCents }),
        ...(amounts ? { amounts: Object.fromEntries(amounts.map(({ application, cents }) => [`application/${application}`, cents])) } : {}),
        ...(order ? { order: order.map((id) => `application/${id}`) } : {}),
      },
    });
  }
}

/** What is put to the vote: reasons and texts of conditions are content. */
function motion(application: string, outcome: string | undefined, conditions: MotionDto['conditions'] = [], reasons?: string): { facts: object; content: object } {
  return {
    facts: { application: `application/${application}`, ...(outcome === undefined ? {} : { outcome }), reasoned: reasons !== undefined, conditions: conditions.map(({ dueOn }, i) => ({ n: i + 1, dueOn })) },
    content: { reasons, ...(conditions.length > 0 ? { conditions: conditions.map(({ text }, i) => ({ n: i + 1, text })) } : {}) },
  };
}

/** Plain JSON of ids, codes, dates and whole numbers. */
function facts(said: object): Facts {
  return said as Facts;
}
