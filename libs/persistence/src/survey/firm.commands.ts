import { and, eq, inArray, sql, TransactionRollbackError } from 'drizzle-orm';
import type { ListedFirm } from '../../../domain/src/survey/firm-list.js';
import type { Database } from '../database.js';
import { now } from '../people/in-force.js';
import { subject } from '../procedure/procedure.tables.js';
import type { SurveyLinks } from './survey-links.js';
import { surveyFirm, surveyUnsubscription } from './survey.tables.js';

/** Firms that one survey may list. */
export const mostFirms = 2000;

/** `not-now`: the survey is launched or over; `raced`: somebody else listed one of them meanwhile; `too-many`: with those that are listed. */
export type Listing = { readonly is: 'listed'; readonly withheld: number } | { readonly is: 'not-now' | 'raced' | 'too-many' };

interface Adding {
  readonly survey: string;
  readonly poleId: string;
  readonly by: string;
  readonly firms: readonly ListedFirm[];
  readonly links: SurveyLinks;
}

/** Lists firms while the survey is being prepared, all or none. Who has asked not to be written to is listed, and will not be asked. */
export async function addFirms(db: Database, { survey, poleId, by, firms, links }: Adding): Promise<Listing> {
  return db.transaction(async (tx): Promise<Listing> => {
    if ((await lockedStatus(tx, survey)) !== 'listing') return { is: 'not-now' };
    const present = await tx.$count(surveyFirm, eq(surveyFirm.surveyId, survey));
    if (present + firms.length > mostFirms) return { is: 'too-many' };
    const left = await leftAmong(tx, poleId, firms.map(({ emailKey }) => links.addressHash(emailKey)));
    const rows = firms.map((firm) => ({ ...firm, surveyId: survey, poleId, withheld: left.has(links.addressHash(firm.emailKey)), listedBy: by, listedAt: now }));
    const written: { withheld: boolean }[] = [];
    for (let i = 0; i < rows.length; i += 500) written.push(...await tx.insert(surveyFirm).values(rows.slice(i, i + 500)).onConflictDoNothing().returning({ withheld: surveyFirm.withheld }));
    if (written.length < rows.length) return tx.rollback();
    return { is: 'listed', withheld: written.filter(({ withheld }) => withheld).length };
  }).catch((error: unknown): Listing => {
    if (error instanceof TransactionRollbackError) return { is: 'raced' };
    throw error;
  });
}

/** Corrects a firm while the survey is being prepared; afterwards only the address of one whose mail came back. */
export async function correctFirm(db: Database, { survey, poleId, id, firm, links }: { survey: string; poleId: string; id: string; firm: ListedFirm; links: SurveyLinks }): Promise<'corrected' | 'not-now' | 'raced'> {
  return db.transaction(async (tx) => {
    const status = await lockedStatus(tx, survey);
    if (status !== 'listing' && status !== 'open') return 'not-now';
    const withheld = (await leftAmong(tx, poleId, [links.addressHash(firm.emailKey)])).size > 0;
    const twins = await tx.$count(surveyFirm, and(eq(surveyFirm.surveyId, survey), sql`${surveyFirm.id} <> ${id}`, sql`(${surveyFirm.emailKey} = ${firm.emailKey} or ${surveyFirm.siret} = ${firm.siret})`));
    if (twins > 0) return 'raced';
    await tx.update(surveyFirm).set({ ...firm, withheld, undeliverable: false }).where(and(eq(surveyFirm.surveyId, survey), eq(surveyFirm.id, id)));
    return 'corrected';
  });
}

/** Takes a firm off the list; false once the survey is launched. */
export async function removeFirm(db: Database, survey: string, id: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    if ((await lockedStatus(tx, survey)) !== 'listing') return false;
    await tx.delete(surveyFirm).where(and(eq(surveyFirm.surveyId, survey), eq(surveyFirm.id, id)));
    return true;
  });
}

/** A mail to this firm came back: it is asked no more under this address. */
export async function markUndeliverable(db: Database, survey: string, id: string): Promise<void> {
  await db.update(surveyFirm).set({ undeliverable: true }).where(and(eq(surveyFirm.surveyId, survey), eq(surveyFirm.id, id)));
}

/** The record of a launch or a closing takes the same row for itself: no firm slips in between its count and its mails. */
async function lockedStatus(tx: Database, survey: string): Promise<string | undefined> {
  const [row] = await tx.select({ status: subject.status }).from(subject).where(eq(subject.id, survey)).for('share');
  return row?.status;
}

async function leftAmong(tx: Database, poleId: string, hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await tx.select({ address: surveyUnsubscription.address }).from(surveyUnsubscription).where(and(eq(surveyUnsubscription.poleId, poleId), inArray(surveyUnsubscription.address, [...hashes])));
  return new Set(rows.map(({ address }) => address));
}
