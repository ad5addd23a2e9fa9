import { addDays } from '../../../../libs/domain/src/calendar/civil-date.js';
import { siretOf } from '../rehearse/identifiers.js';
import type { Stage } from './stage.js';

interface Profile {
  readonly id: string;
  readonly version: number;
}

/** Fills in the profiles of the demonstration's experts; one that somebody has filled in stays as it is. */
export async function fillProfiles(stage: Stage): Promise<void> {
  for (const [who, profile] of Object.entries(profiles(stage))) {
    const { id } = await stage.get<{ id: string }>(who, '/api/me');
    const { version } = await stage.get<Profile>('secretariat', `/api/experts/${id}`);
    if (version === 0) await stage.put('secretariat', `/api/experts/${id}`, { version, ...profile });
  }
}

/** The tie is to the carrier of the file that waits for its experts: it is not offered to who has it. */
function profiles({ today }: Stage): Readonly<Record<string, object>> {
  return {
    expert1: { themes: ['housing', 'health'], regions: ['Île-de-France'], languages: ['fr', 'en'] },
    expert2: {
      themes: ['food', 'housing'], regions: ['Grand Est'], languages: ['fr'],
      interests: [{ kind: 'collaboration', siren: siretOf(6).slice(0, 9), name: 'Confédération nationale des artisans pâtissiers (démonstration)' }],
    },
    expert3: { themes: ['food', 'production'], regions: ['Grand Est', 'Bretagne'], languages: ['fr', 'de'] },
    expert4: {
      themes: ['food', 'digital'], regions: ['Occitanie'], languages: ['fr'],
      absences: [{ from: addDays(today, 90), to: addDays(today, 104) }],
    },
  };
}
