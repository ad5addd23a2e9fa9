import { addDays, parseDate } from '../../../../libs/domain/src/calendar/civil-date.js';
import type { CivilDate } from '../../../../libs/domain/src/calendar/types.js';
import type { Stage } from './stage.js';

const scheme = 'pole-innovation';
const seats = [
  { who: 'committee', capacity: 'Présidente du comité', chair: true }, { who: 'committee2', capacity: 'Représentant des régions' }, { who: 'committee3', capacity: 'Personnalité qualifiée' },
] as const;

/** Seats the committee, and calls it for the file that waits for it. */
export async function convene(stage: Stage, call: string): Promise<void> {
  const seated = await stage.get<{ items: { person: { id: string } }[] }>('secretariat', `/api/committee-members?scheme=${scheme}&limit=100`);
  for (const { who, ...seat } of seats) {
    const person = (await stage.get<{ id: string }>(who, '/api/me')).id;
    if (!seated.items.some((one) => one.person.id === person)) await stage.api.post(stage.holder('secretariat'), '/api/committee-members', { scheme, person, ...seat });
  }
  const { items } = await stage.get<{ items: unknown[] }>('secretariat', '/api/sessions');
  if (items.length > 0) return;
  await stage.post('secretariat', '/api/sessions', { scheme, call, on: thursdayAfter(addDays(stage.today, 9)), time: '10:00', place: 'Salle Colbert (démonstration)', remoteAddress: 'https://visio.example.org/comite' });
}

/** When the committee sits. */
function thursdayAfter(day: CivilDate): CivilDate {
  return Array.from({ length: 7 }, (_, i) => addDays(day, i + 1)).find((one) => parseDate(one).dayOfWeek === 4) ?? day;
}

/** A centre has a question about its file, another one about the call; the second has been answered for all. */
export async function write(stage: Stage, call: string): Promise<void> {
  const { items } = await stage.get<{ items: { id: string }[] }>('claire.durand', `/api/applications?mine=true&call=${call}`);
  const [file] = items;
  if (file) await stage.post('claire.durand', `/api/applications/${file.id}/messages`, { text: 'Les statuts signés par le nouveau président suffisent-ils ?' });
  const asked = await stage.get<{ items: unknown[] }>('secretariat', `/api/calls/${call}/questions`);
  if (asked.items.length > 0) return;
  const { id } = await stage.post<{ id: string }>('nadia.simon', `/api/calls/${call}/questions`, { text: 'Les actions menées avec un partenaire étranger comptent-elles ?' });
  await stage.put('secretariat', `/api/calls/${call}/questions/${id}/answer`, {
    answer: { fr: 'Oui, si elles profitent à des entreprises établies en France.', en: 'Yes, if firms established in France benefit from them.' },
    publishAs: { fr: 'Les actions menées avec un partenaire étranger comptent-elles ?', en: 'Do actions led with a foreign partner count?' },
  });
}
