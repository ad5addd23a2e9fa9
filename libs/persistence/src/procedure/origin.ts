import { eq } from 'drizzle-orm';
import type { ActSource } from '../../../domain/src/procedure/act.js';
import type { Outcome, RecordRequest } from '../../../domain/src/procedure/record.js';
import type { Scheme } from '../../../domain/src/scheme/shape/scheme.js';
import type { Database } from '../database.js';
import { schemeById } from '../scheme/scheme.queries.js';
import { command, message } from './procedure.tables.js';

/** The scheme version by which a record counts its dates. */
export interface Origin {
  readonly schemeId: string;
  readonly scheme: Scheme;
}

/** The file's own scheme version; for a file that begins, the one that its command or message brings. */
export async function originOf(tx: Database, request: RecordRequest, schemeId: string | undefined): Promise<Origin> {
  const id = schemeId ?? (await startingScheme(tx, request.act.source));
  if (id === undefined) throw new Error(`${request.subject}: nothing says which scheme it begins with`);
  return { schemeId: id, scheme: await schemeById(tx, id) };
}

async function startingScheme(tx: Database, source: ActSource): Promise<string | undefined> {
  if ('command' in source) {
    const [row] = await tx.select({ id: command.startsWith }).from(command).where(eq(command.id, source.command));
    return row?.id ?? undefined;
  }
  if ('message' in source) {
    const [row] = await tx.select({ id: message.schemeId }).from(message).where(eq(message.id, Number(source.message)));
    return row?.id;
  }
  return undefined;
}

/** What this very act brought before, when its answer was lost. */
export async function earlierOutcome(tx: Database, source: ActSource): Promise<Outcome | undefined> {
  if ('command' in source) {
    const [row] = await tx.select({ outcome: command.outcome }).from(command).where(eq(command.id, source.command));
    return row?.outcome ?? undefined;
  }
  if ('message' in source) {
    const [row] = await tx.select({ outcome: message.outcome }).from(message).where(eq(message.id, Number(source.message)));
    return row?.outcome && row.outcome.is !== 'undeliverable' ? row.outcome : undefined;
  }
  return undefined;
}

/** Writes the outcome of the act's command or message, in the transaction of what it brought. */
export async function settle(tx: Database, source: ActSource, outcome: Outcome): Promise<void> {
  if ('command' in source) await tx.update(command).set({ outcome }).where(eq(command.id, source.command));
  if ('message' in source) await tx.update(message).set({ outcome }).where(eq(message.id, Number(source.message)));
}
