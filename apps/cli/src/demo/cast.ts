import { rnaOf, siretOf } from '../rehearse/identifiers.js';

/** How far the demonstration takes a centre's file. */
export type Goal = 'draft' | 'incomplete' | 'admissible' | 'under_appraisal' | 'in_committee' | 'awarded';

/** A centre of the demonstration: its people by their account's name, its pole as the API takes it. */
export interface DemoCentre {
  readonly lead: string;
  readonly colleague?: { readonly email: string; readonly name: string };
  readonly goal: Goal;
  readonly craft: string;
  readonly pole: { readonly name: string; readonly themes: readonly string[] } & Record<string, unknown>;
}

/**
 * Structures that the label's own description names as examples, by name only. Whatever else is said of them is made up: their SIRET and
 * RNA have right check digits and are given to nobody, and every pole is marked as a demonstration.
 */
export const demoCentres: readonly DemoCentre[] = [
  {
    lead: 'amelie.martin', colleague: { email: 'bruno.petit@example.org', name: 'Bruno Petit' }, goal: 'draft', craft: 'la cuisine et la pâtisserie',
    pole: pole('Ceproc', 'Centre européen des professions culinaires (Ceproc)', 'training-centre', { no: 1, themes: ['food'], territory: 'Île-de-France' }),
  },
  {
    lead: 'claire.durand', goal: 'incomplete', craft: 'la production et la sous-traitance',
    pole: pole('CMA de Meurthe-et-Moselle', 'CMA de Meurthe-et-Moselle', 'chamber', { no: 2, themes: ['production', 'digital'], territory: 'Grand Est' }),
  },
  {
    lead: 'nadia.simon', goal: 'under_appraisal', craft: 'le bâtiment',
    pole: pole('Capeb', 'Capeb', 'professional-organisation', { no: 3, themes: ['housing', 'health'], territory: 'France entière' }),
  },
  {
    lead: 'sophie.dubois', goal: 'in_committee', craft: 'les métiers d’art',
    pole: pole('Ifram', 'Ifram', 'association', { no: 5, themes: ['production'], territory: 'Grand Est' }),
  },
  {
    lead: 'olivier.garnier', goal: 'awarded', craft: 'le chauffage et la plomberie',
    pole: pole('Coprotec', 'Coprotec', 'association', { no: 4, themes: ['housing'], territory: 'Grand Est' }),
  },
  {
    lead: 'thomas.leclerc', goal: 'admissible', craft: 'la pâtisserie',
    pole: pole('Confédération nationale des artisans pâtissiers', 'Confédération nationale des artisans pâtissiers', 'professional-organisation', { no: 6, themes: ['food'], territory: 'France entière' }),
  },
];

function pole(name: string, structure: string, legalForm: string, { no, themes, territory }: { no: number; themes: string[]; territory: string }): DemoCentre['pole'] {
  return {
    name: `Pôle ${name} (démonstration)`, themes, territory: `${territory} (démonstration)`, legalRepresentative: true,
    carrier: { siret: siretOf(no), name: structure, legalForm, ...(legalForm === 'association' ? { rna: rnaOf(no) } : {}) },
  };
}
