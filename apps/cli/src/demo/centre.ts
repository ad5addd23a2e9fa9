import { demoAnswers, demoFiles, halfOfTheAnswers } from './answers.js';
import type { DemoCentre } from './cast.js';
import { play } from './file.js';
import type { Stage } from './stage.js';

interface Draft {
  readonly id: string;
  readonly version: number;
  readonly answers: object;
  readonly attachments: readonly { readonly question: string }[];
}

/** Gives one centre its pole and its file, and takes the file as far as the story wants it; adds only what is missing. */
export async function playCentre(stage: Stage, call: string, centre: DemoCentre): Promise<void> {
  const pole = await poleOf(stage, centre);
  const file = await fileOf(stage, centre, call, pole);
  if (file.status === 'draft') await write(stage, centre, file.id);
  if (centre.goal !== 'draft') await play(stage, centre, file.id);
}

async function poleOf(stage: Stage, { lead, colleague, pole }: DemoCentre): Promise<string> {
  const mine = (await stage.get<{ poles: { id: string; name: string }[] }>(lead, '/api/me')).poles.find((one) => one.name === pole.name);
  const id = mine?.id ?? (await stage.post<{ id: string }>(lead, '/api/poles', pole)).id;
  const { members } = await stage.get<{ members: { personId: string; email: string; toConfirm: boolean }[] }>(lead, `/api/poles/${id}`);
  const waits = members.find(({ toConfirm }) => toConfirm);
  if (waits) await stage.post('secretariat', `/api/poles/${id}/members/${waits.personId}/confirmation`, { reason: 'Pour la démonstration : arrêté de nomination.' });
  if (colleague && !members.some(({ email }) => email === colleague.email)) {
    await stage.post('secretariat', `/api/poles/${id}/members`, { ...colleague, role: 'member', reason: 'Pour la démonstration.' });
  }
  return id;
}

async function fileOf(stage: Stage, { lead }: DemoCentre, call: string, pole: string): Promise<{ id: string; status: string }> {
  const { items } = await stage.get<{ items: { id: string; status: string }[] }>(lead, `/api/applications?mine=true&call=${call}&pole=${pole}`);
  return items[0] ?? { ...(await stage.post<{ id: string }>(lead, `/api/calls/${call}/applications`, { pole })), status: 'draft' };
}

async function write(stage: Stage, centre: DemoCentre, id: string): Promise<void> {
  const path = `/api/applications/${id}`;
  const { lead, goal } = centre;
  let draft = await stage.get<Draft>(lead, `${path}/draft`);
  const answers = goal === 'draft' ? halfOfTheAnswers(centre, stage.today) : demoAnswers(centre, stage.today);
  if (Object.keys(draft.answers).length === 0) draft = await stage.put<Draft>(lead, `${path}/draft`, { version: draft.version, answers });
  const there = draft.attachments.map(({ question }) => question);
  for (const question of goal === 'draft' ? demoFiles.slice(0, 1) : demoFiles) {
    if (!there.includes(question)) await stage.upload(lead, `${path}/attachments?question=${question}`, question);
  }
  if (goal === 'draft') return;
  const { version } = await stage.get<Draft>(lead, `${path}/draft`);
  await stage.post(lead, `${path}/submissions`, { draftVersion: version });
}
