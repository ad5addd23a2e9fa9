import type { AwardData } from '../../../domain/src/award/award.data.js';
import { type AgreedTarget, agreedTargets, annexedQuestions, type ContractSource, type NewTarget } from '../../../domain/src/award/contract.js';
import { optionalText } from '../../../domain/src/procedure/facts.js';
import { keyOf } from '../../../domain/src/procedure/subject.js';
import type { Answers } from '../../../domain/src/scheme/answer.js';
import type { Scheme } from '../../../domain/src/scheme/shape/scheme.js';
import { addresseeOf } from '../application/decision.queries.js';
import { submittedAnswers } from '../application/submission.queries.js';
import type { Database } from '../database.js';
import { standingOf, subjectById, type SubjectRow } from '../procedure/standing.queries.js';
import { contentsOf, writtenEntries } from '../procedure/written.queries.js';
import { schemeById } from '../scheme/scheme.queries.js';

/** A signature with its evidence; names are null once erased. */
export interface SignatureRecord {
  readonly party: 'pole' | 'authority';
  readonly on: string;
  /** Of the contract's text that was signed, and of its hash; null before texts were kept. */
  readonly version: number | null;
  readonly text: string | null;
  readonly signatory: string | null;
  readonly capacity: string | null;
  /** Attachment id of the signed document. */
  readonly document: string | null;
}

/** What an amendment says; null once erased. */
export interface AmendmentText {
  readonly text: string;
  readonly targets: readonly NewTarget[];
}

/** The contract of a label as it would be signed today: present names, the answers that were submitted. */
export async function presentContract(db: Database, row: SubjectRow, scheme: Scheme): Promise<ContractSource> {
  const data = dataOf(row);
  const addressee = await addresseeOf(db, data.pole, data.structure);
  return {
    scheme: row.schemeId, number: data.number, startsOn: data.startsOn, endsOn: data.endsOn, decidedOn: data.decidedOn, pole: addressee?.pole ?? '',
    carrier: { name: addressee?.structure ?? '', siret: addressee?.siret ?? null, representative: addressee?.representative ?? null },
    answers: await annexed(db, data.application, scheme),
  };
}

/** The contract as the first party signed it; undefined before, and once it is erased. */
export async function signedContract(db: Database, id: string): Promise<ContractSource | undefined> {
  const entries = await writtenEntries(db, id, ['contract-signed', 'contract-countersigned']);
  return entries.map(({ body }) => body?.['contract'] as ContractSource | undefined).find((one) => one !== undefined);
}

async function annexed(db: Database, application: string, scheme: Scheme): Promise<Answers> {
  const file = application === '' ? undefined : await subjectById(db, application);
  const draft = (file?.data as { draft?: { version: number } } | undefined)?.draft;
  const answers = file && draft ? ((await submittedAnswers(db, keyOf(application), draft.version)) ?? {}) : {};
  const codes = annexedQuestions(scheme);
  return Object.fromEntries(Object.entries(answers).filter(([code]) => codes.includes(code)));
}

/** Who signed the contract, in the order in which they did. */
export async function contractSignatures(db: Database, id: string): Promise<SignatureRecord[]> {
  const entries = await writtenEntries(db, id, ['contract-signed', 'contract-countersigned']);
  return entries.map((entry) => signature(entry.type === 'contract-signed' ? 'pole' : 'authority', entry));
}

/** Who signed an amendment. */
export async function amendmentSignatures(db: Database, id: string): Promise<(SignatureRecord & { readonly n: number })[]> {
  const entries = await writtenEntries(db, id, ['amendment-signed']);
  return entries.map((entry) => ({ ...signature(entry.facts['party'] === 'authority' ? 'authority' : 'pole', entry), n: Number(entry.facts['n']) }));
}

function signature(party: SignatureRecord['party'], { on, facts, body }: Awaited<ReturnType<typeof writtenEntries>>[number]): SignatureRecord {
  const said = (name: string) => (body ? optionalText(body, name) : null);
  const { version } = facts;
  return { party, on, version: typeof version === 'number' ? version : null, text: optionalText(facts, 'text'), signatory: said('signatory'), capacity: said('capacity'), document: said('document') };
}

/** Why amendments were taken back, by their number; an erased reason is left out. */
export async function dropReasons(db: Database, id: string): Promise<ReadonlyMap<number, string>> {
  const entries = await writtenEntries(db, id, ['amendment-dropped']);
  return new Map(entries.flatMap(({ facts, body }) => {
    const reason = body ? optionalText(body, 'reason') : null;
    return reason === null ? [] : [[Number(facts['n']), reason] as const];
  }));
}

/** What the amendments of a label say, by content id. */
export async function amendmentTexts(db: Database, { amendments }: Pick<AwardData, 'amendments'>): Promise<Readonly<Record<string, AmendmentText>>> {
  const bodies = await contentsOf(db, amendments.map(({ content }) => content).filter((one) => one !== ''));
  return Object.fromEntries(Object.entries(bodies).map(([id, body]) => [id, { text: optionalText(body, 'text') ?? '', targets: (body['targets'] as NewTarget[] | undefined) ?? [] }]));
}

/**
 * Baselines and targets of a label's indicators as agreed: of the contract, with the amendments in force. By indicator; empty where nothing was annexed.
 * @param id subject id, `award/<uuid>`
 */
export async function agreedTargetsOf(db: Database, id: string): Promise<Readonly<Record<string, AgreedTarget>>> {
  const row = await subjectById(db, id);
  if (!row) return {};
  const { answers } = (await signedContract(db, id)) ?? (await presentContract(db, row, await schemeById(db, row.schemeId)));
  const { amendments } = dataOf(row);
  const texts = await amendmentTexts(db, { amendments });
  return agreedTargets(answers, amendments.flatMap(({ version, content }) => (version === null ? [] : [{ version, targets: texts[content]?.targets ?? [] }])));
}

function dataOf(row: SubjectRow): AwardData {
  return standingOf(row).data as AwardData;
}
