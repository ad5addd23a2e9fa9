import { addDays, plus } from '../../../../libs/domain/src/calendar/civil-date.js';
import type { CivilDate } from '../../../../libs/domain/src/calendar/types.js';
import { siretOf } from '../rehearse/identifiers.js';
import type { Stage } from './stage.js';

interface DemoLabel {
  readonly number: string;
  readonly name: string;
  readonly structureType: string;
  readonly themes: readonly string[];
  readonly territory: string;
  readonly no: number;
  /** Days from today to the label's last day. */
  readonly endsIn: number;
  readonly representative?: { readonly name: string; readonly email: string };
}

/** Further structures that the label's own description names, by name only, as in `cast.ts`: one whose renewal may be asked for, one in mid-life, one that has just begun. */
const demoLabels: readonly DemoLabel[] = [
  {
    number: 'DEMO-0001', name: 'Compagnons du devoir du tour de France', structureType: 'training-centre', themes: ['housing', 'arts'], territory: 'France entière', no: 11, endsIn: 150,
    representative: { name: 'Marie Blanchet', email: 'marie.blanchet@example.org' },
  },
  { number: 'DEMO-0002', name: 'CRMA du Limousin', structureType: 'chamber', themes: ['digital', 'arts'], territory: 'Nouvelle-Aquitaine', no: 12, endsIn: 600 },
  { number: 'DEMO-0003', name: 'CMA de région Nord-Pas de Calais', structureType: 'chamber', themes: ['production'], territory: 'Hauts-de-France', no: 13, endsIn: 1_040 },
];

/** Takes over labels that were awarded before Estampille was there, as a label would that moves in. Done again, it adds nothing. */
export async function importLabels(stage: Stage): Promise<void> {
  const missing = [];
  for (const label of demoLabels) {
    const { status } = await stage.get<{ status: string }>('secretariat', `/api/register/${label.number}`);
    if (status === 'unknown') missing.push(line(label, stage.today));
  }
  if (missing.length > 0) await stage.api.post(stage.holder('secretariat'), '/api/label-imports', { scheme: 'pole-innovation', format: 'json', text: JSON.stringify(missing) });
}

function line({ number, name, structureType, themes, territory, no, endsIn, representative }: DemoLabel, today: CivilDate): object {
  const endsOn = addDays(today, endsIn);
  const startsOn = addDays(plus(endsOn, '-P3Y'), 1);
  return {
    number, startsOn, endsOn, decidedOn: startsOn, pole: `Pôle ${name} (démonstration)`, themes, territory: `${territory} (démonstration)`, siret: siretOf(no), structure: name, structureType,
    ...(representative && { representative: representative.name, representativeEmail: representative.email }),
  };
}
