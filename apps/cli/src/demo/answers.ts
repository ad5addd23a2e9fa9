import { addDays } from '../../../../libs/domain/src/calendar/civil-date.js';
import type { CivilDate } from '../../../../libs/domain/src/calendar/types.js';
import type { Answers } from '../../../../libs/domain/src/scheme/answer.js';
import type { DemoCentre } from './cast.js';

/** The questions of the form that want a file. */
export const demoFiles = ['evidence', 'statutes', 'accounts'];

/** What somebody has written in a first sitting: about half of the form. */
export function halfOfTheAnswers(centre: DemoCentre, today: CivilDate): Answers {
  const { presentation, themes, sector, staff, ...rest } = demoAnswers(centre, today);
  return { presentation, themes, sector, staff, 'technical-skills': rest['technical-skills'], 'collective-actions': rest['collective-actions'], needs: rest['needs'] } as Answers;
}

/** Answers that complete the application form of `schemes/pole-innovation.yaml`, files apart. All of it is made up. */
export function demoAnswers({ craft, pole }: DemoCentre, today: CivilDate): Answers {
  return {
    presentation: `Dossier de démonstration. Centre de ressources pour ${craft} : sept personnes, un atelier d’essai, une veille réglementaire, trois cents entreprises suivies chaque année.`,
    themes: [...pole.themes], sector: `Métiers : ${craft}`, staff: 3.5,
    'technical-skills': 'Essais en atelier, mesures sur place, veille normative, formation de formateurs.',
    'collective-actions': [{ title: 'Réduire les pertes de matière', date: addDays(today, -420), firms: 18, result: 'Quinze entreprises équipées' }],
    'technical-days': [{ topic: 'Matériaux biosourcés : ce qui marche', date: addDays(today, -200), place: 'Nancy', participants: 42 }],
    'support-centres': [{ centre: 'Centre technique régional (exemple)', subject: 'Essais mécaniques et thermiques', since: addDays(today, -1500) }],
    'regional-partners': [{ name: 'Université de la région (exemple)', nature: 'university', contribution: 'Laboratoire d’essais' }],
    'national-relays': ['cma', 'upa'], 'innovation-axes': ['technological', 'environmental'],
    needs: 'Gagner du temps sur les chantiers, répondre aux nouvelles règles, trouver des matériaux plus sobres.',
    information: 'Lettre mensuelle, fiches techniques, salons, réseau des chambres de métiers.',
    accompaniment: 'Diagnostic dans l’entreprise, essai, mise au point, visite six mois après.',
    design: 'Un designer est associé à chaque action collective dès le cahier des charges.',
    ambition: 'Accompagner cent entreprises en trois ans et rendre utilisables neuf solutions.',
    actions: ['year-1', 'year-2', 'year-3'].map((year) => ({ year, mission: 'accompaniment', title: 'Accompagner trente entreprises', deliverable: 'Trente diagnostics', budget: 40_000 })),
    'programme-budget': [{ source: 'Région (exemple)', amount: 70_000 }, { source: 'Fonds propres', amount: 50_000 }],
    indicators: {
      'firms-accompanied': { baseline: 20, target: 35 }, 'solutions-worked-out': { baseline: 1, target: 3 }, 'firms-reached': { baseline: 150, target: 300 },
      'active-partnerships': { baseline: 3, target: 6 }, 'design-actions': { baseline: 10, target: 40 }, satisfaction: { baseline: 3.8, target: 4.5 },
    },
    'satisfaction-method': 'Questionnaire annuel de cinq questions à chaque entreprise accompagnée.',
  };
}
