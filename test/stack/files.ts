import type { Space } from '../../apps/cli/src/stack/space.js';
import { completeAnswers, pdf, wantedFiles } from '../factories/application-answers.js';
import { call, type someone } from './staff.js';

type Person = Awaited<ReturnType<typeof someone>>;

/** Answers or throws: a test's preparations don't fail in silence. */
export async function done(space: Space, person: Person, method: string, path: string, body?: unknown): Promise<any> { // eslint-disable-line @typescript-eslint/no-explicit-any -- tests read whatever came
  const answer = await call(space, person.token, method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** A call for pole-innovation that is open from `opensOn` on; its id. */
export async function openCall(space: Space, secretariat: Person, opensOn: string, closesOn: string): Promise<string> {
  return (await done(space, secretariat, 'POST', '/api/calls', { scheme: 'pole-innovation', title: { fr: 'Appel', en: 'Call' }, opensOn, closesOn })).id;
}

/** A pole of the holder's, with the holder as its confirmed legal representative; its id. */
export async function newPole(space: Space, { holder, secretariat }: Record<'holder' | 'secretariat', Person>, name: string, siret: string, themes = ['housing']): Promise<string> {
  const { id } = await done(space, holder, 'POST', '/api/poles', { name, themes, territory: 'Jura', legalRepresentative: true, carrier: { siret, name: `CFA ${name}`, legalForm: 'training-centre' } });
  // Of a second pole of the same structure there is nothing left to confirm.
  const confirmed = await call(space, secretariat.token, 'POST', `/api/poles/${id}/members/${holder.id}/confirmation`, { reason: 'Arrêté de nomination' });
  if (confirmed.status >= 300 && confirmed.body.code !== 'nothing-to-confirm') throw new Error(`the representative was not confirmed: ${JSON.stringify(confirmed.body)}`);
  return id;
}

/** A complete application, submitted; its id. */
export async function submitted(space: Space, holder: Person, callId: string, pole: string, answers = completeAnswers): Promise<string> {
  const { id, version } = await done(space, holder, 'POST', `/api/calls/${callId}/applications`, { pole });
  await done(space, holder, 'PUT', `/api/applications/${id}/draft`, { version, answers });
  for (const question of wantedFiles) {
    const body = new FormData();
    body.append('file', new Blob([pdf(question)]), 'pièce.pdf');
    const sent = await fetch(`${space.apiUrl}/api/applications/${id}/attachments?question=${question}`, { method: 'POST', body, headers: { authorization: `Bearer ${holder.token}` } });
    if (!sent.ok) throw new Error(`${question}: ${sent.status} ${await sent.text()}`);
  }
  const draft = await done(space, holder, 'GET', `/api/applications/${id}/draft`);
  await done(space, holder, 'POST', `/api/applications/${id}/submissions`, { draftVersion: draft.version });
  return id;
}
