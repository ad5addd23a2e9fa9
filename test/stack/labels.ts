import { eq } from 'drizzle-orm';
import { findLabel } from '../../libs/persistence/src/award/award.queries.js';
import { poleCarrier } from '../../libs/persistence/src/people/people.tables.js';
import { poleOf } from './pole.js';
import { runningSpace, type RunningSpace } from './stack.js';
import { call, someone, type Answer } from './staff.js';
import { inDatabase, tell } from './tell.js';

type Person = Awaited<ReturnType<typeof someone>>;

/** A running space with labels of one pole that both parties have signed, from 2027-07-01 to 2030-06-30. */
export interface LabelsInForce {
  readonly space: RunningSpace;
  readonly operator: Person;
  readonly authority: Person;
  readonly secretariat: Person;
  /** The pole's legal representative. */
  readonly holder: Person;
  /** A member who may not commit the pole. */
  readonly colleague: Person;
  readonly stranger: Person;
  readonly pole: string;
  readonly structure: string;
  as(person: Person | undefined, method: string, path: string, body?: unknown): Promise<Answer>;
  /** Another pole of the same structure and the same legal representative; its id. */
  anotherPole(called: string): Promise<string>;
  /** Another label, of this pole, in force. */
  award(key: string, pole: string): Promise<void>;
  advance(to: string): Promise<Answer>;
  numberOf(key: string): Promise<string>;
}

/** Opens such a space on the morning of `start`; `keys` are the labels' uuids. */
export async function labelsInForce(name: string, start: string, keys: readonly string[]): Promise<LabelsInForce> {
  const space = await runningSpace(name, { clock: { mode: 'stepped', start: `${start}T09:00:00.000Z` } });
  const [operator, authority, secretariat, holder, colleague, stranger] = [
    await someone(space, 'operator', ['operator']), await someone(space, 'authority', ['authority']), await someone(space, 'secretariat', ['secretariat']),
    await someone(space, 'holder'), await someone(space, 'colleague'), await someone(space, 'stranger'),
  ] as const;
  const pole = await poleOf(space, { holder, colleague, secretariat });
  const structure = await inDatabase(space, async (db) => (await db.select({ id: poleCarrier.structureId }).from(poleCarrier).where(eq(poleCarrier.poleId, pole)))[0]?.id ?? '');
  const as: LabelsInForce['as'] = (person, method, path, body) => call(space, person?.token, method, path, body);
  const award: LabelsInForce['award'] = async (key, holding) => {
    await tell(space, {
      from: `application/${key}`, to: `award/${key}`, act: 'grant', on: start,
      facts: { application: `application/${key}`, call: `call/${keys[0] ?? key}`, pole: holding, structure, startsOn: '2027-07-01', endsOn: '2030-06-30', decidedOn: start },
    });
    const signed = [await as(holder, 'POST', `/api/labels/${key}/contract-signature`, {}), await as(authority, 'POST', `/api/labels/${key}/contract-countersignature`, {})];
    if (signed.some(({ status }) => status !== 201)) throw new Error(JSON.stringify(signed.map(({ body }) => body)));
  };
  for (const key of keys) await award(key, pole);
  return {
    space, operator, authority, secretariat, holder, colleague, stranger, pole, structure, as, award,
    anotherPole: async (called) => {
      const made = await as(holder, 'POST', '/api/poles', { name: called, themes: ['housing'], territory: 'Jura', legalRepresentative: true, carrier: { siret: '73282932000074', name: 'CFA du Bois', legalForm: 'training-centre' } });
      return made.body.id;
    },
    advance: (to) => as(operator, 'POST', '/api/clock/advances', { to }),
    numberOf: (key) => inDatabase(space, async (db) => (await findLabel(db, `award/${key}`))?.number ?? ''),
  };
}
