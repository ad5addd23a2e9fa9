import { and, asc, eq, sql } from 'drizzle-orm';
import { addressKey, ownDomain } from '../../../domain/src/survey/address.js';
import type { Known } from '../../../domain/src/survey/firm-list.js';
import type { Database } from '../database.js';
import { person, pole, poleCarrier, poleInvitation, poleMember, structure } from '../people/people.tables.js';
import { subject } from '../procedure/procedure.tables.js';
import { takesMail } from './survey.asked.js';
import { surveyFirm } from './survey.tables.js';

/** A firm in its list. Whether it has answered is not in it. */
export interface FirmRecord {
  readonly id: string;
  readonly name: string;
  readonly siret: string | null;
  readonly email: string;
  readonly locale: 'fr' | 'en';
  /** `withheld`: it does not want to be written to; `undeliverable`: its mail came back. */
  readonly state: 'listed' | 'withheld' | 'undeliverable';
}

const recordIn = (survey: string) => ({
  id: sql<string>`f.id`, name: sql<string>`f.name`, siret: sql<string | null>`f.siret`, email: sql<string>`f.email`, locale: sql<'fr' | 'en'>`f.locale`,
  state: sql<FirmRecord['state']>`case when f.withheld then 'withheld' when not ${takesMail(survey)} then 'undeliverable' else 'listed' end`,
});

/** The firms of a survey by name, then id; `after` is the [name, id] of the last one shown. */
export async function listFirms(db: Database, { survey, after, limit }: { survey: string; after?: readonly string[] | undefined; limit: number }): Promise<FirmRecord[]> {
  return db.select(recordIn(survey)).from(sql`${surveyFirm} f`)
    .where(and(sql`f.survey_id = ${survey}`, after && sql`(f.name, f.id) > (${after[0]}, ${after[1]}::uuid)`)).orderBy(asc(sql`f.name`), asc(sql`f.id`)).limit(limit);
}

export async function findFirm(db: Database, survey: string, id: string): Promise<FirmRecord | undefined> {
  const [found] = await db.select(recordIn(survey)).from(sql`${surveyFirm} f`).where(sql`f.survey_id = ${survey} and f.id = ${id}::uuid`);
  return found;
}

/** The firms of the pole's last survey under the same monitoring whose names are still kept. */
export async function lastListed(db: Database, survey: string, monitoring: string): Promise<{ name: string; siret: string | null; email: string; locale: 'fr' | 'en' }[]> {
  const [last] = await db.select({ id: subject.id }).from(subject)
    .where(and(eq(subject.parentId, monitoring), eq(subject.kind, 'survey'), sql`${subject.id} <> ${survey}`, sql`exists (select 1 from ${surveyFirm} where ${surveyFirm.surveyId} = ${subject.id})`))
    .orderBy(sql`(${subject.data} ->> 'n')::int desc`).limit(1);
  if (!last) return [];
  return db.select({ name: surveyFirm.name, siret: surveyFirm.siret, email: surveyFirm.email, locale: surveyFirm.locale }).from(surveyFirm).where(eq(surveyFirm.surveyId, last.id)).orderBy(asc(surveyFirm.name), asc(surveyFirm.id));
}

/** How many firms would be asked if the survey were launched now. */
export async function countAskable(db: Database, survey: string): Promise<number> {
  return db.$count(surveyFirm, and(eq(surveyFirm.surveyId, survey), eq(surveyFirm.withheld, false), eq(surveyFirm.undeliverable, false)));
}

/** What a list of firms is read against: whoever belongs or belonged to the pole, and who is listed already, without one firm. */
export async function knownFor(db: Database, { survey, poleId, except }: { survey: string; poleId: string; except?: string | undefined }): Promise<Known> {
  const members = db.select({ email: person.email }).from(poleMember).innerJoin(person, eq(person.id, poleMember.personId)).where(eq(poleMember.poleId, poleId));
  const invited = db.select({ email: poleInvitation.email }).from(poleInvitation).where(eq(poleInvitation.poleId, poleId));
  const mailbox = db.select({ email: sql<string>`${pole.sharedMailbox}` }).from(pole).where(and(eq(pole.id, poleId), sql`${pole.sharedMailbox} is not null`));
  const addresses = (await members.unionAll(invited).unionAll(mailbox)).map(({ email }) => email);
  const carriers = await db.select({ siren: structure.siren }).from(poleCarrier).innerJoin(structure, eq(structure.id, poleCarrier.structureId)).where(eq(poleCarrier.poleId, poleId));
  const listed = await db.select({ id: surveyFirm.id, emailKey: surveyFirm.emailKey, siret: surveyFirm.siret }).from(surveyFirm).where(eq(surveyFirm.surveyId, survey));
  return {
    own: {
      addresses: addresses.map(addressKey), domains: [...new Set(addresses.flatMap((one) => ownDomain(one) ?? []))], sirens: carriers.map(({ siren }) => siren),
    },
    listed: listed.filter(({ id }) => id !== except),
  };
}
