import type { Facts } from '../procedure/act.js';
import type { Entry } from '../procedure/entry.js';
import { optionalText, textFact } from '../procedure/facts.js';
import { ballotOf, noted } from './papers.js';
import type { AgendaFile, Attendance, Choice, Member, Motion, Question, Quorum, Ranking, Recusal, Result, SessionData } from './session.data.js';

type Told = Pick<Entry, 'type' | 'facts' | 'on' | 'content'>;

/** Folds one entry into what the session adds up to. */
export function evolveSession(data: SessionData, entry: Told): SessionData {
  const { facts, on } = entry;
  switch (entry.type) {
    case 'convened':
      return {
        ...data, ...when(facts), scheme: textFact(facts, 'scheme'), officer: textFact(facts, 'officer'), deputy: optionalText(facts, 'deputy'),
        members: membersIn(facts), files: filesIn(facts),
      };
    case 'agenda-extended':
      return { ...data, members: [...data.members, ...membersIn(facts)], files: [...data.files, ...filesIn(facts)] };
    case 'taken-off':
      return without(data, textFact(facts, 'application'));
    case 'file-left':
      // What the committee had proposed by then stays.
      return facts['after'] === true ? data : without(data, textFact(facts, 'application'));
    case 'session-moved':
      return { ...data, ...when(facts) };
    case 'reconvened':
      return { ...data, ...when(facts), reconvened: true, presences: {}, presides: null, quorum: null };
    case 'member-recused':
      return changed(data, textFact(facts, 'application'), ({ recusals }) => ({ recusals: [...recusals, { person: textFact(facts, 'person'), cause: facts['cause'] as Recusal['cause'] }] }));
    case 'proxy-given':
      return {
        ...data, proxies: [...data.proxies.filter((proxy) => proxy.from !== facts['member']), { from: textFact(facts, 'member'), to: textFact(facts, 'to') }],
        ...withPaper(data, facts['paper'], `proxy ${textFact(facts, 'member')}`),
      };
    case 'proxy-taken-back':
      return { ...data, proxies: data.proxies.filter((proxy) => proxy.from !== facts['member']) };
    case 'presences-recorded':
      return { ...data, presences: presencesAfter(data, facts), ...(typeof facts['presides'] === 'string' ? { presides: facts['presides'] } : {}) };
    case 'opened':
      return { ...data, openedOn: on, quorum: quorumIn(facts) };
    case 'quorum-missing':
      return { ...data, quorum: quorumIn(facts) };
    case 'put-to-vote':
      return changed(data, textFact(facts, 'application'), () => ({
        question: { outcome: facts['outcome'] as Question['outcome'], conditions: facts['conditions'] as unknown as Question['conditions'], content: entry.content ?? null, cast: [], on },
      }));
    case 'vote-cast':
      return cast(data, facts);
    case 'voted':
      return voted(data, entry);
    case 'put-off':
      return { ...changed(data, textFact(facts, 'application'), () => ({ question: null, result: { outcome: 'defer', by: facts['cause'] as Result['by'] } })), ranking: outdated(data) };
    case 'ranked':
      return { ...data, ranking: facts['ranking'] as unknown as Ranking };
    case 'minutes-circulated':
      return { ...data, circulatedOn: on };
    case 'minutes-approved':
      return { ...data, approvals: [...data.approvals, textFact(facts, 'person')] };
    case 'minutes-adopted':
      return { ...data, adopted: { on, by: facts['how'] as NonNullable<SessionData['adopted']>['by'] } };
    default:
      return data;
  }
}

/** A motion adopted is the file's result, until another one is; a motion rejected leaves what there was. Any vote asks for a new ranking. */
function voted(data: SessionData, { facts, content }: Told): SessionData {
  const { application: _application, sheet, ...told } = facts;
  const motion = { content: content ?? null, ...told } as unknown as Motion;
  const after = changed(data, textFact(facts, 'application'), ({ motions, result }) => ({
    motions: [...motions, motion], question: null, result: motion.adopted ? { outcome: motion.outcome, by: 'vote' } : result,
  }));
  return { ...after, ranking: outdated(data), ...withPaper(data, sheet, 'sheet') };
}

/** A vote stays open to change until the count. */
function cast(data: SessionData, facts: Facts): SessionData {
  const person = textFact(facts, 'member');
  const paper = optionalText(facts, 'paper');
  const file = data.files.find(({ application }) => application === facts['application']);
  const after = changed(data, textFact(facts, 'application'), ({ question }) => ({
    question: question && { ...question, cast: [...question.cast.filter((one) => one.person !== person), { person, vote: facts['vote'] as Choice, ...(paper === null ? {} : { paper }) }] },
  }));
  return file ? { ...after, ...withPaper(data, paper, ballotOf(file, person)) } : after;
}

function withPaper(data: SessionData, paper: unknown, use: string): Pick<SessionData, 'papers'> {
  return typeof paper === 'string' ? { papers: noted(data, paper, use) } : {};
}

/** The file leaves: its place is to be given anew. */
function without(data: SessionData, application: string): SessionData {
  const files = data.files.filter((file) => file.application !== application);
  return files.length === data.files.length ? data : { ...data, files, ranking: outdated(data) };
}

/** Ranked once, the session stays under a limit; who has a place is open again. */
function outdated({ ranking }: SessionData): Ranking | null {
  return ranking && { ...ranking, list: [], outdated: true };
}

function changed(data: SessionData, application: string, change: (file: AgendaFile) => Partial<AgendaFile>): SessionData {
  return { ...data, files: data.files.map((file) => (file.application === application ? { ...file, ...change(file) } : file)) };
}

function when(facts: Facts): Pick<SessionData, 'on' | 'time'> {
  return { on: textFact(facts, 'on'), time: textFact(facts, 'time') };
}

function membersIn(facts: Facts): Member[] {
  return (facts['members'] as unknown as Member[] | undefined) ?? [];
}

function filesIn(facts: Facts): AgendaFile[] {
  return ((facts['files'] as unknown as Omit<AgendaFile, 'motions' | 'question' | 'result'>[] | undefined) ?? []).map((file) => ({ ...file, motions: [], question: null, result: null }));
}

function quorumIn(facts: Facts): Quorum {
  return facts['quorum'] as unknown as Quorum;
}

/** Who is noted as absent has no presence. */
function presencesAfter({ presences }: SessionData, facts: Facts): SessionData['presences'] {
  const noted = facts['presences'] as { readonly [person: string]: Attendance | 'absent' };
  return Object.fromEntries(Object.entries({ ...presences, ...noted }).filter((one): one is [string, Attendance] => one[1] !== 'absent'));
}
