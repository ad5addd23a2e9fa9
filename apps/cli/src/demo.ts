import { addDays } from '../../../libs/domain/src/calendar/civil-date.js';
import { civilDateOf } from '../../../libs/domain/src/calendar/instants.js';
import { playCentre } from './demo/centre.js';
import { demoCentres } from './demo/cast.js';
import { convene, write } from './demo/daily.js';
import { fillProfiles } from './demo/experts.js';
import { importLabels } from './demo/labels.js';
import { Stage } from './demo/stage.js';
import type { DemoTokens } from './demo-people.js';
import { Api } from './rehearse/api.js';

const openDays = 42;
const zone = 'Europe/Paris';
const title = { fr: 'Appel à candidatures (démonstration)', en: 'Call for applications (demonstration)' };

/**
 * Gives a new installation something to click on, through the public API: an open call, a half-written draft, a file that lacks pieces, one
 * under appraisal, one before a session of the committee, a label in the register with others that were taken over in mid-life, a message that waits for an answer. Done again, or after an interruption, it adds only what is missing.
 *
 * @throws Refused, StackError when a step was refused or nothing came of it; done again, it goes on from there
 */
export async function loadDemo(apiUrl: string, tokens: DemoTokens): Promise<void> {
  const api = new Api(apiUrl);
  const { now } = await api.get<{ now: string }>(undefined, '/api/clock');
  const stage = new Stage(api, tokens, civilDateOf(now, zone));
  const call = await callOf(stage);
  await fillProfiles(stage);
  await importLabels(stage);
  await Promise.all(demoCentres.map((centre) => playCentre(stage, call, centre)));
  await convene(stage, call);
  await write(stage, call);
}

async function callOf(stage: Stage): Promise<string> {
  const { items } = await stage.get<{ items: { id: string; title: string }[] }>('secretariat', '/api/calls');
  const found = items.find((one) => one.title === title.fr);
  if (found) return found.id;
  const body = { scheme: 'pole-innovation', title, opensOn: stage.today, closesOn: addDays(stage.today, openDays) };
  return (await stage.post<{ id: string }>('secretariat', '/api/calls', body)).id;
}
