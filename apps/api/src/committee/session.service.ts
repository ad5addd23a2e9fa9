import { Inject, Injectable } from '@nestjs/common';
import type { SessionData } from '../../../../libs/domain/src/committee/session.data.js';
import { keyOf } from '../../../../libs/domain/src/procedure/subject.js';
import { partOf } from '../../../../libs/domain/src/scheme/part.js';
import { capacitiesOf } from '../../../../libs/persistence/src/committee/member.queries.js';
import { filesOf, listSessions } from '../../../../libs/persistence/src/committee/session.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { writtenEntries } from '../../../../libs/persistence/src/procedure/written.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { DossierService } from '../act/dossier.service.js';
import { RightsService } from '../act/rights.service.js';
import { type Caller, hasRole } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { decodeCursor, type Page, pageOf } from '../http/page.js';
import type { SessionDto, SessionQueryDto, SessionSummaryDto } from './session.dto.js';
import { sessionView } from './session.view.js';

/** Where a session meets: the last call that said so. */
export async function whereOf(db: Database, session: string): Promise<{ place: string; remoteAddress: string }> {
  const said = await writtenEntries(db, session, ['convened', 'session-moved', 'reconvened']);
  const last = (name: string): string => said.map(({ body }) => body?.[name]).filter((text): text is string => typeof text === 'string').at(-1) ?? '';
  return { place: last('place'), remoteAddress: last('remoteAddress') };
}

/** Reads sessions by the rights of the reader. */
@Injectable()
export class SessionService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly dossiers: DossierService, private readonly rights: RightsService) {}

  /** Members see the sessions to which they are called. */
  async list(caller: Caller, { status, scheme, limit, cursor }: SessionQueryDto): Promise<Page<SessionSummaryDto>> {
    const rows = await listSessions(this.db, { status, scheme, memberId: hasRole(caller, 'secretariat', 'authority', 'auditor', 'operator') ? undefined : caller.personId, after: decodeCursor(cursor, 'date', 'text'), limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.data.on, row.id], ({ id, status: now, data }) => ({
      id: keyOf(id), status: now, scheme: data.scheme, on: data.on, time: data.time, files: data.files.length,
    }));
  }

  /** @param id the session's uuid */
  async show(caller: Caller, id: string): Promise<SessionDto> {
    const seen = await this.rights.see(caller, `session/${id}`);
    const data = seen.row.data as unknown as SessionData;
    const recused = data.files.flatMap(({ recusals }) => recusals.map(({ person }) => person));
    const [dossier, people, files, where, scheme] = await Promise.all([
      this.dossiers.present(seen), capacitiesOf(this.db, data.scheme, [...new Set([...data.members.map(({ person }) => person), ...recused])]),
      filesOf(this.db, data.files.map(({ application }) => application)), whereOf(this.db, seen.row.id), schemeById(this.db, seen.row.schemeId),
    ]);
    const known = Object.fromEntries(files.map((file) => [file.id, { pole: file.pole.name, taken: file.data.agenda?.session === seen.row.id }]));
    const reader = seen.roles.every((role) => role === 'committee') ? caller.personId : undefined;
    return { id, ...sessionView(dossier, { people, files: known, ...where }, partOf(scheme, 'committee'), reader) };
  }
}
