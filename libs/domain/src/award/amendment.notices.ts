import type { CivilDate } from '../calendar/types.js';
import type { Deadline } from '../procedure/deadline.js';
import type { Audience, Notice } from '../procedure/decision.js';
import type { Standing } from '../procedure/procedure.js';
import { type Amendment, openAmendment } from './amendment.data.js';
import type { AwardData } from './award.data.js';

type File = Standing<string, AwardData>;

const statuses = ['active', 'under_notice', 'suspended'];

/** Whoever has not signed the amendment yet is reminded of it. */
export function remindToSignAmendment(file: File, deadline: Deadline, due: CivilDate): readonly Notice[] {
  const open = openAmendment(file.data.amendments);
  if (!open) return [];
  return missing(file, open).map(([name, audience]) => ({
    template: 'award.amendment-reminder', key: `${file.subject}/amendment-due/${open.n}/reminder/${deadline.offset}/${due}/${name}`, audience,
    facts: { n: open.n, limitOn: due }, whileStatus: statuses,
  }));
}

/** Both parties read what is proposed to them. */
export function amendmentToSign(file: File, n: number): Notice[] {
  return parties(file).map(([name, audience]) => ({
    template: 'award.amendment-to-sign', key: `${file.subject}/amendment/${n}/to-sign/${name}`, audience, facts: { n }, dates: { limitOn: 'amendment-due' }, whileStatus: statuses,
  }));
}

/** The lapse that was told is undone: the pole and the case officer hear it, the authority is asked to sign. */
export function amendmentReopened(file: File, n: number): Notice[] {
  const key = `${file.subject}/amendment/${n}/reopened/${file.seq + 1}`;
  const told: (readonly [string, Audience])[] = [['pole', { pole: file.data.pole, significant: true }], ['officer', { officerOf: file.subject }], ['authority', { role: 'authority' }]];
  return told.map(([name, audience]) => ({ template: 'award.amendment-reopened', key: `${key}/${name}`, audience, facts: { n }, dates: { limitOn: 'amendment-due' }, whileStatus: statuses }));
}

/** Both parties, and the case officer, hear what became of it. */
export function amendmentSettled(file: File, what: 'in-force' | 'dropped' | 'lapsed', facts: { readonly n: number; readonly version?: number }): Notice[] {
  const told: (readonly [string, Audience])[] = [...parties(file), ['officer', { officerOf: file.subject }]];
  return told.map(([name, audience]) => ({ template: `award.amendment-${what}`, key: `${file.subject}/amendment/${facts.n}/${what}/${name}`, audience, facts }));
}

function parties(file: File): (readonly [string, Audience])[] {
  return [['pole', { pole: file.data.pole, significant: true }], ['authority', { role: 'authority' }]];
}

function missing(file: File, { signedOn, countersignedOn }: Amendment): (readonly [string, Audience])[] {
  return parties(file).filter(([name]) => (name === 'pole' ? signedOn : countersignedOn) === null);
}
