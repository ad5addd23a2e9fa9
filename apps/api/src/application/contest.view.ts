import type { ApplicationData } from '../../../../libs/domain/src/application/application.data.js';
import { type Deadline, dueOf } from '../../../../libs/domain/src/procedure/deadline.js';
import { textFact } from '../../../../libs/domain/src/procedure/facts.js';
import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import type { WrittenEntry } from '../../../../libs/persistence/src/procedure/written.queries.js';
import type { Dossier } from '../act/dossier.service.js';
import type { AskedReasonsDto } from './contest.dto.js';
import { decidedFor, statedReasons } from './decided.view.js';
import type { SupersededDecisionDto } from './written.dto.js';
import { inadmissibility } from './written.view.js';

/** Entries that this part of the page reads, beside the decision’s own. */
export const contestTypes = ['declared-inadmissible', 'decision-signed', 'award-notified', 'conditional-award-notified', 'refusal-notified', 'reopened', 'appraisals-complete', 'reasons-requested', 'reasons-given'] as const;

/** What may be done now, where the table says only what the status allows. */
export interface Offer {
  readonly lodgeAppeal: boolean;
  readonly requestReasons: boolean;
  readonly giveReasons: boolean;
  readonly reopenDeadline: boolean;
  readonly recordFee: boolean;
  readonly exemptFromFee: boolean;
  readonly recordOpinion: boolean;
  readonly propose: boolean;
}

/** Leaves out acts whose moment has not come, and adds the appeal, which begins a file of its own. */
export function onlyWhatIsOffered(dossier: Dossier, roles: readonly Role[], offer: Offer): Dossier {
  const kept = dossier.allowedActions.filter((act) => (act in offer ? offer[act as keyof Offer] : true));
  const enterable = dossier.enterableActions;
  return {
    ...dossier, allowedActions: roles.includes('applicant') && offer.lodgeAppeal ? [...kept, 'lodgeAppeal'] : kept,
    ...(enterable ? { enterableActions: enterable.filter((act) => act !== 'requestReasons' || offer.requestReasons) } : {}),
  };
}

const ofAppeals: readonly string[] = ['appeal-lodged', 'appeal-settled', 'appeal-outcome-due', 'implied-rejection-withdrawn'];

/** An appeal is between the applicant and the authority until it reopens the file. */
export function unseenByCommittee(dossier: Dossier): Dossier {
  const { past, ahead } = dossier.timeline;
  return {
    ...dossier, data: { ...dossier.data, appeals: [] },
    timeline: { past: past.filter((e) => !ofAppeals.includes(e.type)), ahead: ahead.filter(({ kind }) => kind !== 'appeal-outcome') },
  };
}

export function askedReasons({ data, deadlines }: { readonly data: ApplicationData; readonly deadlines: readonly Deadline[] }, entries: readonly WrittenEntry[]): AskedReasonsDto | null {
  if (!data.askedReasons) return null;
  const asked = entries.findLast((e) => e.type === 'reasons-requested');
  const given = data.askedReasons.givenOn === null ? undefined : entries.findLast((e) => e.type === 'reasons-given');
  const comment = asked?.body?.['comment'];
  return {
    ...data.askedReasons, comment: typeof comment === 'string' ? comment : null,
    dueOn: given ? null : (dueOf(deadlines, 'reasons-due')?.on ?? null), reasons: given ? statedReasons(given.body) : null,
  };
}

/** Decisions that an upheld appeal withdrew; each was notified, so everybody who reads the file reads them. */
export function superseded(entries: readonly WrittenEntry[]): SupersededDecisionDto[] {
  return entries.flatMap((reopened, at) => {
    if (reopened.type !== 'reopened') return [];
    const before = entries.slice(entries.slice(0, at).findLastIndex((e) => e.type === 'reopened') + 1, at);
    const decision = decidedFor(before, { inside: false, notified: true }).decision;
    const notified = before.findLast((e) => e.type.endsWith('-notified'));
    const declared = decision ? undefined : before.findLast((e) => e.type === 'declared-inadmissible');
    return [{ reopenedOn: reopened.on, notifiedOn: notified ? textFact(notified.facts, 'notifiedOn') : null, decision, inadmissibility: declared ? inadmissibility(declared) : null }];
  });
}
