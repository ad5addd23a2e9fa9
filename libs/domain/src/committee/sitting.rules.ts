import type { Act, Facts } from '../procedure/act.js';
import { entry, type Refusal, refuse, type Verdict } from '../procedure/decision.js';
import { optionalText, textFact } from '../procedure/facts.js';
import type { SessionTerms } from '../scheme/terms.js';
import { onAgenda, type SessionFile } from './convene.rules.js';
import { isUsed } from './papers.js';
import { isReached, isRecused, quorumOf } from './quorum.js';
import { attendances } from './session.data.js';

/**
 * A member has no part in a file: not in its documents, its quorum, its vote [CRPA R133-12]. Facts {application, member, self?}; content: why.
 * Refuses `not-on-this-agenda`, `not-a-member`, `recused-already`, `file-decided` (a vote was taken with this member).
 */
export function recuse(file: SessionFile, act: Act): Verdict {
  const application = textFact(act.facts, 'application');
  const one = onAgenda(file, application);
  if (!one) return refuse('not-on-this-agenda', { application });
  const member = textFact(act.facts, 'member');
  if (!file.data.members.some(({ person }) => person === member)) return refuse('not-a-member');
  if (isRecused(one, member)) return refuse('recused-already');
  if (one.motions.length > 0) return refuse('file-decided');
  return { entries: [entry('member-recused', act, { application, person: member, cause: 'declared' })] };
}

/**
 * An absent member gives the vote to another [CRPA R133-9]. Facts {member, to, paper?: the signed paper's id}; by the secretariat only with the paper.
 * Refuses `not-a-member`, `proxy-to-yourself`, `proxies-exceeded` {max}, `paper-missing`, `not-their-act` (entered for somebody else), `paper-used`.
 */
export function giveProxy(file: SessionFile, act: Act, terms: SessionTerms): Verdict {
  const to = textFact(act.facts, 'to');
  const from = memberIn(file, act);
  if (typeof from !== 'string') return from;
  const { members, proxies } = file.data;
  if (!members.some(({ person, voting }) => voting && person === to)) return refuse('not-a-member');
  if (to === from) return refuse('proxy-to-yourself');
  if (proxies.filter((proxy) => proxy.to === to && proxy.from !== from).length >= terms.proxiesPerMember) return refuse('proxies-exceeded', { max: terms.proxiesPerMember });
  const paper = optionalText(act.facts, 'paper');
  if (act.by === 'secretariat' && paper === null) return refuse('paper-missing');
  if (act.by === 'secretariat' && act.facts['caster'] !== undefined && act.facts['caster'] !== from) return refuse('not-their-act');
  if (paper !== null && isUsed(file.data, paper, `proxy ${from}`)) return refuse('paper-used');
  return { entries: [entry('proxy-given', act, { member: from, to, ...(paper === null ? {} : { paper }) })] };
}

/** Facts {member}. Refuses `not-a-member`, `no-proxy`. */
export function takeBackProxy(file: SessionFile, act: Act): Verdict {
  const member = memberIn(file, act);
  if (typeof member !== 'string') return member;
  if (!file.data.proxies.some(({ from }) => from === member)) return refuse('no-proxy');
  return { entries: [entry('proxy-taken-back', act, { member })] };
}

/**
 * Who is there, on site or remotely, and who excused themselves; again whenever somebody comes or leaves. Facts {presences: {person: how}, presides?:
 * who presides, where that is not the committee's chair}. Refuses `not-a-member`, `cannot-preside` (a voting member who is there presides).
 */
export function recordPresences(file: SessionFile, act: Act): Verdict {
  const presences = (act.facts['presences'] ?? {}) as Facts;
  const known = (person: string) => file.data.members.some((member) => member.person === person);
  const allowed: readonly unknown[] = [...attendances, 'absent'];
  if (!Object.entries(presences).every(([person, how]) => known(person) && allowed.includes(how))) return refuse('not-a-member');
  const presides = optionalText(act.facts, 'presides');
  if (presides !== null && !mayPreside(file, presides, presences)) return refuse('cannot-preside');
  return { entries: [entry('presences-recorded', act, { presences, ...(presides === null ? {} : { presides }) })] };
}

function mayPreside({ data }: SessionFile, person: string, noted: Facts): boolean {
  const how = noted[person] ?? data.presences[person];
  return (how === 'on-site' || how === 'remote') && data.members.some((member) => member.person === person && member.voting);
}

/**
 * The session opens when half of the voting members are there or represented; a session convened again needs no quorum [CRPA R133-10].
 * Without it the session ends before it began, and may be convened again. Refuses `session-not-yet` {on}, `nobody-there`.
 */
export function open(file: SessionFile, act: Act, terms: SessionTerms): Verdict {
  if (act.on < file.data.on) return refuse('session-not-yet', { on: file.data.on });
  const quorum = quorumOf(file.data, percentFor(file, terms));
  if (file.status === 'reconvened' && quorum.sitting === 0) return refuse('nobody-there');
  return { entries: [entry(isReached(quorum) ? 'opened' : 'quorum-missing', act, { quorum: { ...quorum } })] };
}

/** The quorum that counts today, in percent of those entitled. */
export function percentFor(file: SessionFile, terms: SessionTerms): number {
  return file.data.reconvened ? terms.reconvenedQuorum : terms.quorum;
}

/** The voting member that an act speaks of. A member speaks of nobody else: the API puts the caller there. */
function memberIn(file: SessionFile, act: Act): string | Refusal {
  const person = textFact(act.facts, 'member');
  return file.data.members.some((member) => member.person === person && member.voting) ? person : refuse('not-a-member');
}
