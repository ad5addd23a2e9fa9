import type { AgendaFile, Member, Quorum, SessionData } from './session.data.js';

/** A voting member who counts, and who casts the vote: the member, or the holder of the proxy. */
export interface Sitting {
  readonly person: string;
  readonly castBy: string;
}

type Attending = Pick<SessionData, 'members' | 'presences' | 'proxies'>;

/** Those entitled to sit for a file: voting, called for its themes, and not recused. Without a file: all voting members. */
export function entitledFor({ members }: Pick<SessionData, 'members'>, file?: AgendaFile): Member[] {
  return members.filter((member) => member.voting && (!file || (sitsFor(member, file) && !isRecused(file, member.person))));
}

/**
 * Those who sit for a file: entitled, and there on site or remotely, or represented by somebody who is [CRPA R133-10]. Who is there needs nobody;
 * a proxy held by a member who has no part in this file does not count for it.
 */
export function sittingFor(session: Attending, file?: AgendaFile): Sitting[] {
  const entitled = entitledFor(session, file);
  const there = entitled.filter(({ person }) => isThere(session, person));
  return entitled.flatMap(({ person }): Sitting[] => {
    if (isThere(session, person)) return [{ person, castBy: person }];
    const holder = session.proxies.find((proxy) => proxy.from === person)?.to;
    return there.some((one) => one.person === holder) ? [{ person, castBy: holder ?? person }] : [];
  });
}

/** @param percent of those entitled; whole numbers only, so that half of five is three everywhere */
export function quorumOf(session: Attending, percent: number, file?: AgendaFile): Quorum {
  const entitled = entitledFor(session, file).length;
  return { entitled, sitting: sittingFor(session, file).length, needed: Math.ceil((entitled * percent) / 100) };
}

/** Nobody at all is never enough, not even where no quorum is needed. */
export function isReached({ sitting, needed }: Quorum): boolean {
  return sitting > 0 && sitting >= needed;
}

export function isThere({ presences }: Pick<SessionData, 'presences'>, person: string): boolean {
  return presences[person] === 'on-site' || presences[person] === 'remote';
}

/** Who presides: the member named for this session while there, else the committee's chair. */
export function presidingIn({ members, presences, presides }: Pick<SessionData, 'members' | 'presences' | 'presides'>): Member | undefined {
  const named = members.find(({ person }) => person === presides);
  return named && isThere({ presences }, named.person) ? named : members.find(({ chair }) => chair);
}

export function isRecused(file: Pick<AgendaFile, 'recusals'>, person: string): boolean {
  return file.recusals.some((recusal) => recusal.person === person);
}

/** A permanent member sits for every file, a thematic one for those that have one of the member's themes. */
export function sitsFor({ themes }: Pick<Member, 'themes'>, file: Pick<AgendaFile, 'themes'>): boolean {
  return themes === null || themes.some((theme) => file.themes.includes(theme));
}
