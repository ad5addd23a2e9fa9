import { publicStatuses } from '../../../../../libs/domain/src/award/public-life.js';
import type { RegisterSource } from '../../../../../libs/persistence/src/award/register.queries.js';
import { lifeOf } from '../register.view.js';

/** A value of a cell; lists are one text in CSV. */
export type Cell = string | boolean | readonly string[] | null;

interface Said { readonly fr: string; readonly en: string }

/** A column: its name is the same in CSV, JSON and dictionary, and does not change once published. */
export interface Column<Row> {
  readonly name: string;
  readonly type: 'string' | 'date' | 'boolean' | 'list';
  readonly title: Said;
  readonly description: Said;
  /** Never empty. */
  readonly required: boolean;
  readonly unique?: true;
  readonly values?: readonly string[];
  readonly pattern?: string;
  readonly read: (row: Row) => Cell;
}

/** A table of the open data. */
export interface Table<Row = unknown> {
  readonly name: string;
  readonly title: Said;
  readonly columns: readonly Column<Row>[];
  readonly rowsOf: (label: RegisterSource) => readonly Row[];
}

const said = (fr: string, en: string): Said => ({ fr, en });

const status = {
  title: said('Statut', 'Status'), required: true, values: publicStatuses, type: 'string' as const,
  description: said(
    'upcoming : pas encore en vigueur ; valid : en vigueur ; suspended : suspendu ; withdrawn : retiré ; renounced : renoncé par son titulaire ; terminated : titulaire disparu ; transferred : repris par un autre titulaire ; expired : arrivé à son terme.',
    'upcoming: not in force yet; valid: in force; suspended; withdrawn; renounced: given up by its holder; terminated: its holder has closed; transferred: taken over by another holder; expired: ended with its term.',
  ),
};

const labels: Table<RegisterSource> = {
  name: 'labels',
  title: said('Labels qui sont ou ont été en vigueur', 'Labels that are or were in force'),
  rowsOf: (label) => [label],
  columns: [
    { name: 'number', type: 'string', required: true, unique: true, title: said('Numéro', 'Number'), description: said('Numéro public du label.', 'Public number of the label.'), read: ({ number }) => number },
    { name: 'scheme', type: 'string', required: true, title: said('Dispositif', 'Scheme'), description: said('Code du dispositif dont relève le label.', 'Code of the scheme of the label.'), read: ({ scheme }) => scheme },
    { ...status, name: 'status', read: (label) => label.status },
    { name: 'status_on', type: 'date', required: true, title: said('Statut au', 'Status on'), description: said('Jour auquel le statut est donné.', 'The day of which the status speaks.'), read: ({ on }) => on },
    { name: 'starts_on', type: 'date', required: true, title: said('Début', 'Start'), description: said('Premier jour du label.', 'First day of the label.'), read: ({ startsOn }) => startsOn },
    { name: 'ends_on', type: 'date', required: true, title: said('Fin', 'End'), description: said('Dernier jour du label, prolongations comprises.', 'Last day of the label, extensions included.'), read: ({ endsOn }) => endsOn },
    { name: 'renewal_under_appraisal', type: 'boolean', required: true, title: said('Renouvellement à l’examen', 'Renewal under appraisal'), description: said('La demande de renouvellement est en cours d’examen.', 'The application for renewal is being examined.'), read: ({ renewalUnderAppraisal }) => renewalUnderAppraisal },
    { name: 'renews', type: 'string', required: false, title: said('Renouvelle', 'Renews'), description: said('Numéro du label que celui-ci renouvelle.', 'Number of the label that this one renews.'), read: ({ renews }) => renews },
    { name: 'renewed_by', type: 'string', required: false, title: said('Renouvelé par', 'Renewed by'), description: said('Numéro du label qui renouvelle celui-ci.', 'Number of the label that renews this one.'), read: ({ renewedBy }) => renewedBy },
    { name: 'holder', type: 'string', required: true, title: said('Titulaire', 'Holder'), description: said('Nom public du titulaire.', 'Public name of the holder.'), read: ({ pole }) => pole.name },
    { name: 'themes', type: 'list', required: true, title: said('Thèmes', 'Themes'), description: said('Codes des thèmes ; en CSV séparés par « | ».', 'Codes of the themes; in CSV parted by “|”.'), read: ({ pole }) => pole.themes },
    { name: 'territory', type: 'string', required: true, title: said('Territoire', 'Territory'), description: said('Territoire du titulaire.', 'Territory of the holder.'), read: ({ pole }) => pole.territory },
    { name: 'structure', type: 'string', required: false, title: said('Structure porteuse', 'Carrying structure'), description: said('Personne morale qui porte le titulaire ce jour-là, ou qui le portait au dernier jour du label.', 'Legal person that carries the holder on that day, or carried it on the label’s last day.'), read: ({ structure }) => structure?.name ?? null },
    { name: 'structure_siren', type: 'string', required: false, pattern: '^\\d{9}$', title: said('SIREN', 'SIREN'), description: said('Numéro SIREN de la structure.', 'SIREN number of the structure.'), read: ({ structure }) => structure?.siren ?? null },
    { name: 'structure_type', type: 'string', required: false, title: said('Type de structure', 'Structure type'), description: said('Code du type de structure.', 'Code of the type of structure.'), read: ({ structure }) => structure?.type ?? null },
  ],
};

type Period = { readonly number: string; readonly status: string; readonly from: string; readonly to: string | null };

const history: Table<Period> = {
  name: 'label-history',
  title: said('Statuts successifs des labels', 'Statuses of labels one after another'),
  rowsOf: (label) => lifeOf(label).periods.map(({ status: was, from, to }) => ({ number: label.number, status: was, from, to })),
  columns: [
    { name: 'number', type: 'string', required: true, title: said('Numéro', 'Number'), description: said('Numéro public du label.', 'Public number of the label.'), read: ({ number }) => number },
    { ...status, name: 'status', read: (period) => period.status },
    { name: 'from', type: 'date', required: true, title: said('Du', 'From'), description: said('Premier jour de ce statut.', 'First day of this status.'), read: ({ from }) => from },
    { name: 'to', type: 'date', required: false, title: said('Au', 'To'), description: said('Dernier jour de ce statut ; vide pour le statut présent.', 'Last day of this status; empty for the present one.'), read: ({ to }) => to },
  ],
};

/** The tables that are published. */
export const tables = { labels: labels as Table, 'label-history': history as unknown as Table } as const;
export type TableName = keyof typeof tables;
