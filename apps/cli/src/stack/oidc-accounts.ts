import type { Role } from '../../../../libs/domain/src/procedure/role.js';

/** A person of the demonstration, with whom one signs in by one click. */
export interface DemoAccount {
  readonly sub: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  /** Roles that the demonstration gives on arrival; an applicant gets theirs by belonging to a pole. */
  readonly roles: readonly Role[];
  readonly about: string;
}

const account = (sub: string, givenName: string, familyName: string, roles: readonly Role[], about: string): DemoAccount => ({
  sub, givenName, familyName, email: `${sub}@example.org`, roles, about,
});

export const demoAccounts: readonly DemoAccount[] = [
  account('amelie.martin', 'Amélie', 'Martin', [], 'Centre candidat, représentante légale'),
  account('bruno.petit', 'Bruno', 'Petit', [], 'Centre candidat, collègue d’Amélie'),
  account('claire.durand', 'Claire', 'Durand', [], 'Second centre, représentante légale'),
  account('nadia.simon', 'Nadia', 'Simon', [], 'Troisième centre, représentante légale'),
  account('sophie.dubois', 'Sophie', 'Dubois', [], 'Centre dont le dossier est au comité, représentante légale'),
  account('olivier.garnier', 'Olivier', 'Garnier', [], 'Centre labellisé, représentant légal'),
  account('marie.blanchet', 'Marie', 'Blanchet', [], 'Centre dont le label est à renouveler, représentante légale'),
  account('thomas.leclerc', 'Thomas', 'Leclerc', [], 'Centre dont le dossier attend ses experts, représentant légal'),
  account('expert1', 'Diane', 'Leroy', ['expert'], 'Experte'),
  account('expert2', 'Etienne', 'Moreau', ['expert'], 'Expert'),
  account('expert3', 'Fatima', 'Benali', ['expert'], 'Experte'),
  account('expert4', 'Gilles', 'Roux', ['expert'], 'Expert'),
  account('secretariat', 'Hélène', 'Girard', ['secretariat'], 'Secrétariat, instruit les dossiers'),
  account('deputy', 'Igor', 'Lambert', ['secretariat'], 'Secrétariat, suppléant'),
  account('committee', 'Jeanne', 'Faure', ['committee'], 'Comité de sélection, présidente'),
  account('committee2', 'Paul', 'Girault', ['committee'], 'Comité de sélection, membre'),
  account('committee3', 'Rose', 'Martel', ['committee'], 'Comité de sélection, membre'),
  account('authority', 'Karim', 'Haddad', ['authority'], 'Autorité, décide'),
  account('authority2', 'Victor', 'Aubert', ['authority'], 'Autorité, répond aux recours'),
  account('auditor', 'Louise', 'Blanc', ['auditor'], 'Contrôle, lit tout'),
  account('operator', 'Marc', 'Olivier', ['operator'], 'Exploitation du service'),
];
