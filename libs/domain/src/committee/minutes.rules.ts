import type { Act } from '../procedure/act.js';
import { entry, refuse, type Verdict } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import type { SessionTerms } from '../scheme/terms.js';
import { people, type SessionFile } from './convene.rules.js';
import { isThere } from './quorum.js';
import { toMembers, toOfficer } from './session.notices.js';

/** Two days before silence adopts the minutes. */
const minutesReminder = '-P2D';

/** What the secretary adds before the minutes go round (content). The last one counts. */
export function annotateMinutes(_file: SessionFile, act: Act): Verdict {
  return { entries: [entry('minutes-annotated', act)] };
}

/** The minutes go to all who were called; silence adopts them after the scheme's days. */
export function circulateMinutes(file: SessionFile, act: Act, terms: SessionTerms): Verdict {
  return {
    entries: [{ ...entry('minutes-circulated', act), arm: [{ kind: 'minutes-due', rule: { from: act.on, after: terms.circulation }, marks: [{ name: 'reminder', offset: minutesReminder }] }] }],
    notices: toMembers(file, 'session.minutes-circulated', people(file.data.members), { dates: { dueOn: 'minutes-due' }, whileStatus: ['minutes_circulated'] }),
  };
}

/** A member's remark is kept with the minutes, whatever becomes of them [CRPA R133-13]. Facts {member}; content. Refuses `not-a-member`, `remark-empty`. */
export function remark(file: SessionFile, act: Act): Verdict {
  const member = textFact(act.facts, 'member');
  if (!isMember(file, member)) return refuse('not-a-member');
  if (!act.content) return refuse('remark-empty');
  return { entries: [entry('remark-made', act, { person: member })], notices: [toOfficer(file, 'session.remark-made', { whileStatus: ['minutes_circulated'] })] };
}

/** A member says yes; when all who sat have, the minutes are adopted at once. Facts {member}. Refuses `not-a-member`, `approved-already`. */
export function approveMinutes(file: SessionFile, act: Act): Verdict {
  const member = textFact(act.facts, 'member');
  if (!isMember(file, member)) return refuse('not-a-member');
  const { approvals, members } = file.data;
  if (approvals.includes(member)) return refuse('approved-already');
  const yes = [...approvals, member];
  const all = members.filter(({ person, voting }) => voting && isThere(file.data, person)).every(({ person }) => yes.includes(person));
  const approved = { type: 'minutes-approved', facts: { person: member } };
  if (!all) return { entries: [approved] };
  return { entries: [approved, adopted('approval')], notices: adoption(file) };
}

/** Nobody objected in time: adopted, with the remarks that were made. Where silence does not adopt, the secretariat is told. */
export function minutesDue(file: SessionFile, _act: Act, terms: SessionTerms): Verdict {
  if (!terms.silenceAdopts) return { entries: [{ type: 'minutes-overdue', facts: {} }], notices: [toOfficer(file, 'session.minutes-overdue', { whileStatus: ['minutes_circulated'] })] };
  return { entries: [adopted('silence')], notices: adoption(file) };
}

/** Adopted by the committee in another way, e.g. at its next session; content says which. Refuses `reasons-missing` without it. */
export function adoptMinutes(file: SessionFile, act: Act): Verdict {
  if (!act.content) return refuse('reasons-missing');
  return { entries: [entry('minutes-adopted', act, { how: 'secretariat' })], notices: adoption(file) };
}

function adopted(how: 'silence' | 'approval') {
  return { type: 'minutes-adopted', facts: { how } };
}

function adoption(file: SessionFile) {
  return [...toMembers(file, 'session.minutes-adopted', people(file.data.members)), toOfficer(file, 'session.minutes-adopted')];
}

function isMember(file: SessionFile, person: string): boolean {
  return file.data.members.some((member) => member.person === person);
}
