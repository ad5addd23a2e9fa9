import { lastInstantOf } from '../../../../libs/domain/src/calendar/instants.js';
import { addDays } from '../../../../libs/domain/src/calendar/civil-date.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import type { RegisterSource } from '../../../../libs/persistence/src/award/register.queries.js';
import { didOf } from './did.js';
import { entriesFor } from './status-list.js';

/** A label as an Open Badge 3.0, which is a W3C Verifiable Credential 2.0; unsigned. What it says stands in the public register, in the authority's language. */
export function badgeOf(label: RegisterSource, scheme: Scheme, { publicUrl, place }: { publicUrl: string; place: number }): Record<string, unknown> {
  const { number, startsOn, endsOn, pole, structure } = label;
  const issuer = { id: didOf(publicUrl), type: ['Profile'], name: scheme.authority.name.fr, url: publicUrl };
  const criteria = [scheme.presentation.fr, ...scheme.legalBasis.map(({ fr }) => fr)].join('\n\n');
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: `${publicUrl}/api/register/${number}/credential`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: `${scheme.name.fr} – ${number}`,
    issuer,
    // A label is in force from the first instant of its first day to the last of its last.
    validFrom: dayBefore(startsOn, scheme.zone), validUntil: whole(lastInstantOf(endsOn, scheme.zone)),
    credentialSubject: {
      type: ['AchievementSubject'], licenseNumber: number,
      identifier: [
        { type: 'IdentityObject', identityHash: pole.name, identityType: 'name', hashed: false },
        ...(structure ? [{ type: 'IdentityObject', identityHash: structure.siren, identityType: 'ext:siren', hashed: false }] : []),
      ],
      achievement: {
        id: `${publicUrl}/api/schemes#${scheme.code}`, type: ['Achievement'], achievementType: 'Certification', creator: issuer, name: scheme.name.fr, inLanguage: 'fr',
        description: scheme.presentation.fr, criteria: { narrative: criteria }, tag: pole.themes,
      },
    },
    credentialStatus: entriesFor(publicUrl, place),
  };
}

/** The first instant of a day: the second after the last one of the day before. */
function dayBefore(day: string, zone: string): string {
  return whole(new Date(Date.parse(lastInstantOf(addDays(day, -1), zone)) + 1000).toISOString());
}

function whole(instant: string): string {
  return `${instant.slice(0, 19)}Z`;
}
