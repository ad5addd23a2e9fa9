import type { DemoCentre } from './cast.js';
import type { Stage } from './stage.js';

interface Appraisal {
  readonly id: string;
  readonly status: string;
  readonly expert: { readonly name: string };
}
interface File {
  readonly stage: Stage;
  readonly centre: DemoCentre;
  readonly id: string;
  /** Path of the application. */
  readonly at: string;
}

const criteria = ['engaged', 'partnerships', 'solutions', 'communication', 'accompaniment', 'design', 'programme'];
const capacity = 'Directeur général des entreprises';

/** What is done next to a submitted file, by its status. Each step may have been done in part, before an interruption. */
const steps: Readonly<Record<string, (file: File) => Promise<unknown>>> = {
  submitted: ({ stage, centre, at }) =>
    centre.goal === 'incomplete'
      ? stage.post('secretariat', `${at}/pieces-requests`, { pieces: [{ label: 'Statuts signés', question: 'statutes' }], comment: 'La dernière page manque.' })
      : stage.post('secretariat', `${at}/admission`),
  admissible: staff,
  under_appraisal: appraise,
  // One waits for the session; the other is proposed in writing.
  in_committee: async ({ stage, centre, at }) => (centre.goal === 'in_committee' ? undefined : stage.post('committee', `${at}/proposal`, { outcome: 'award' })),
  decision_proposed: decide,
  awarded: signContract,
};

/** Takes a submitted file to its goal. */
export async function play(stage: Stage, centre: DemoCentre, id: string): Promise<void> {
  const file = { stage, centre, id, at: `/api/applications/${id}` };
  let status = '';
  do {
    const before = status;
    status = await stage.soon(`what follows “${before}” for ${centre.pole.name}`, async () => {
      const now = (await stage.get<{ status: string }>('secretariat', file.at)).status;
      return now === before ? undefined : now;
    });
    if (status === 'admissible' && centre.goal === 'admissible') return;
    await steps[status]?.(file);
  } while (status in steps && status !== centre.goal);
}

async function staff({ stage, centre, at }: File): Promise<void> {
  const wanted = centre.goal === 'under_appraisal' ? ['expert1', 'expert2'] : ['expert3', 'expert4'];
  const experts = await Promise.all(wanted.map(async (who) => (await stage.get<{ id: string }>(who, '/api/me')).id));
  await stage.post('secretariat', `${at}/panel`, { experts });
}

/** For a file that stays under appraisal one expert accepts and the other has not answered yet; else both accept and score. */
async function appraise({ stage, centre, id }: File): Promise<void> {
  const active = centre.goal === 'under_appraisal' ? ['expert1'] : ['expert3', 'expert4'];
  for (const who of active) {
    const look = async (): Promise<Appraisal | undefined> =>
      (await stage.get<{ items: Appraisal[] }>(who, `/api/appraisals?mine=true&application=${id}`)).items[0];
    const { id: appraisal, status } = await stage.soon(`the invitation of ${who}`, look);
    const at = `/api/appraisals/${appraisal}`;
    if (status === 'invited') await stage.post(who, `${at}/declaration`, { conflict: false });
    if (status === 'invited' || status === 'declared') {
      await stage.post(who, `${at}/undertaking`, {});
      await stage.post(who, `${at}/acceptance`);
    }
    if (centre.goal !== 'under_appraisal' && ['invited', 'declared', 'accepted'].includes(status)) {
      const marks = Object.fromEntries(criteria.map((code, i) => [code, i % 3 === 0 ? 5 : 4]));
      await stage.post(who, `${at}/scores`, { marks, comments: { overall: 'Avis de démonstration.' } });
    }
  }
}

async function decide({ stage, at }: File): Promise<void> {
  const { data } = await stage.get<{ data: { decision: object | null } }>('secretariat', at);
  if (data.decision === null) {
    const signatory = { firstName: 'Karim', surname: 'Haddad', capacity };
    await stage.post('authority', `${at}/signature`, { outcome: 'award', signedOn: stage.today, signatory });
  }
  await stage.post('secretariat', `${at}/notification`, { channel: 'online' });
}

async function signContract({ stage, centre, id }: File): Promise<void> {
  const at = `/api/labels/${id}`;
  interface Label { status: string; data: { signedOn: string | null; countersignedOn: string | null } }
  const { status, data } = await stage.soon(`the label of ${centre.pole.name}`, () => stage.get<Label>(centre.lead, at));
  if (status !== 'awaiting_contract') return;
  if (data.signedOn === null) await stage.post(centre.lead, `${at}/contract-signature`, { capacity: 'Président' });
  if (data.countersignedOn === null) await stage.post('authority', `${at}/contract-countersignature`, { capacity });
}
