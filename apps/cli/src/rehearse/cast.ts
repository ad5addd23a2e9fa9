import type { GrantedRole } from '../../../../libs/domain/src/procedure/granted-role.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { ensurePerson, issueToken } from '../../../../libs/persistence/src/people/people.commands.js';
import type { Api, Holder } from './api.js';
import { rnaOf, siretOf } from './identifiers.js';
import { dealCentres, type CentreTraits } from './traits.js';

/** Somebody who plays a part. */
export interface Person extends Holder {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** A centre and the person who speaks for it.
 * `first`: how many structures others have, whose numbers are taken.
 */
export interface Centre {
  /** From 1. */
  readonly no: number;
  readonly name: string;
  readonly pole: string;
  readonly siret: string;
  readonly person: Person;
  readonly traits: CentreTraits;
}

export interface Cast {
  readonly operator: Person;
  readonly secretariat: Person;
  /** Approves payments that the other prepares. */
  readonly accountant: Person;
  /** The committee: the first presides. */
  readonly members: readonly Person[];
  /** Signs decisions. */
  readonly authority: Person;
  /** Decides what is contested: never who decided first. */
  readonly appealAuthority: Person;
  readonly experts: readonly Person[];
  readonly centres: readonly Centre[];
}

const crafts = [
  'du bois', 'de la pierre', 'du métal', 'du verre', 'du cuir', 'du textile', 'de la boulangerie', 'de la pâtisserie', 'de la boucherie', 'de la coiffure', 'de l’esthétique',
  'de la plomberie', 'de l’électricité', 'de la peinture', 'de la couverture', 'de la maçonnerie', 'de l’imprimerie', 'de l’horlogerie', 'de la lutherie', 'de la céramique', 'de la mécanique', 'du numérique',
];
const tokenMs = 86_400_000;

/** The first person of a new system: made in its database, because nobody is there yet who could. */
async function firstOperator(db: Database, domain: string): Promise<Person> {
  const email = `exploitation@${domain}`;
  const name = 'Marc Olivier';
  const { id } = await ensurePerson(db, { email, name, roles: ['operator'] });
  return { id, name, email, token: await tokenOf(db, id) };
}

/** Tokens are given to people who have signed in with a browser, which nobody has here. */
async function tokenOf(db: Database, personId: string): Promise<string> {
  return (await issueToken(db, personId, 'rehearsal', new Date(Date.now() + tokenMs))).token;
}

/**
 * Everybody: the operator creates staff and experts through the API, each centre its own pole, the secretariat confirms who speaks for it.
 * `first`: how many structures others have, whose numbers are taken.
 */
export async function assemble(api: Api, db: Database, options: { seed: number; centres: number; domain: string; scheme: Scheme; operator?: Person; first?: number }): Promise<Cast> {
  const { seed, domain, scheme } = options;
  const operator = options.operator ?? (await firstOperator(db, domain));
  const person = async (handle: string, name: string, roles: GrantedRole[] = []): Promise<Person> => {
    const email = `${handle}@${domain}`;
    const { id } = await api.post<{ id: string }>(operator, '/api/people', { email, name, roles });
    return { id, name, email, token: await tokenOf(db, id) };
  };
  const secretariat = await person('secretariat', 'Hélène Girard', ['secretariat']);
  const accountant = await person('comptable', 'Denis Lacroix', ['secretariat']);
  const members: Person[] = [];
  for (const [i, { name, capacity, themes }] of (scheme.committee ? committeeOf(scheme) : []).entries()) {
    const member = await person(`comite-${i + 1}`, name, ['committee']);
    await api.post(secretariat, '/api/committee-members', { scheme: scheme.code, person: member.id, capacity, chair: i === 0, ...(themes ? { themes } : {}) });
    members.push(member);
  }
  const authority = await person('autorite', 'Karim Haddad', ['authority']);
  const appealAuthority = await person('autorite-recours', 'Claire Morel', ['authority']);
  const experts: Person[] = [];
  const wanted = Math.max(6, Math.ceil((options.centres * scheme.panel.experts) / 4));
  for (let no = 1; no <= wanted; no += 1) experts.push(await person(`expert-${two(no)}`, `Expert ${two(no)}`, ['expert']));
  // Two weeks in June: what these experts have to do then waits.
  for (const away of experts.slice(1, 3)) await api.put(away, `/api/experts/${away.id}`, { absences: [{ from: '2027-06-07', to: '2027-06-20' }] });
  const centres: Centre[] = [];
  for (const [i, traits] of dealCentres(seed, options.centres).entries()) {
    const no = i + 1;
    const lead = await person(`centre-${two(no)}`, `Direction du centre ${two(no)}`);
    const name = `${two(no)} Pôle ${crafts[i % crafts.length]}`;
    const { id } = await api.post<{ id: string }>(lead, '/api/poles', poleOf(scheme, no, name, domain, options.first ?? 0));
    await api.post(secretariat, `/api/poles/${id}/members/${lead.id}/confirmation`, { reason: 'Répétition : arrêté de nomination.' });
    centres.push({ no, name, pole: id, siret: siretOf((options.first ?? 0) + no), person: lead, traits });
  }
  return { operator, secretariat, accountant, members, authority, appealAuthority, experts, centres };
}

/** A chair, three permanent members and one for the files of the first theme. */
function committeeOf({ themes: [theme] }: Scheme): { name: string; capacity: string; themes?: string[] }[] {
  return [
    { name: 'Jeanne Faure', capacity: 'Présidente' }, { name: 'Alain Petit', capacity: 'Représentant des régions' }, { name: 'Nadia Belkacem', capacity: 'Représentante de CMA France' },
    { name: 'Yves Garnier', capacity: 'Personnalité qualifiée' }, { name: 'Sophie Lambert', capacity: 'Personnalité qualifiée du secteur', ...(theme ? { themes: [theme.code] } : {}) },
  ];
}

function poleOf(scheme: Scheme, no: number, name: string, domain: string, first: number): object {
  const type = scheme.structureTypes[no % scheme.structureTypes.length];
  const needsRna = type?.identifiers.some((i) => i.kind === 'rna' && i.required) ?? false;
  return {
    name, themes: [scheme.themes[no % scheme.themes.length]?.code ?? ''], territory: `Territoire ${two(no)}`, legalRepresentative: true, sharedMailbox: `contact-${two(no)}@${domain}`,
    carrier: { siret: siretOf(first + no), name: `Structure ${two(no)}`, legalForm: type?.code ?? '', ...(needsRna ? { rna: rnaOf(first + no) } : {}) },
  };
}

export function two(no: number): string {
  return String(no).padStart(2, '0');
}
