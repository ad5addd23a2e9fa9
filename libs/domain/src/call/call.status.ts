import type { DeadlineKind, Transition } from '../procedure/procedure.js';
import type { CallData } from './call.data.js';
import { exceptExtended, remindOfExtension } from './extension.js';

export const callStatuses = ['draft', 'open', 'closed', 'published'] as const;
export type CallStatus = (typeof callStatuses)[number];

/** The call's only table. A call that opens today or earlier opens as it is created. */
export const callTransitions: readonly Transition<CallStatus>[] = [
  { act: 'create', by: ['secretariat'], from: ['draft'], entry: 'created', to: 'same' },
  { act: 'create', by: ['secretariat'], from: ['draft'], entry: 'opened', to: 'open' },
  { act: 'opening', by: ['clock'], from: ['draft'], entry: 'opened', to: 'open' },
  // A closing that was moved before the opening closes a call that never opened.
  { act: 'closing', by: ['clock'], from: ['draft', 'open'], entry: 'closed', to: 'closed' },
  // One pole may be given longer than the others; the whole call may be opened once more.
  { act: 'grantExtension', by: ['authority'], from: ['open', 'closed'], entry: 'extension-granted', to: 'same' },
  { act: 'extension', by: ['clock'], from: ['open', 'closed'], entry: 'extensions-over', to: 'same' },
  { act: 'reopenCall', by: ['authority'], from: ['closed'], entry: 'call-reopened', to: 'open' },
  { act: 'publish', by: ['secretariat', 'authority'], from: ['closed'], entry: 'published', to: 'published' },
  { act: 'setEmbargo', by: ['secretariat', 'authority'], from: ['closed'], entry: 'embargo-set', to: 'same' },
  // The results come out in the morning of their day; at its end at the latest, when it was moved to the day itself.
  { act: 'publication.release', by: ['clock'], from: ['closed'], entry: 'published', to: 'published' },
  { act: 'publication', by: ['clock'], from: ['closed'], entry: 'published', to: 'published' },
];

export const callDeadlines: { readonly [kind: string]: DeadlineKind<CallStatus, CallData> } = {
  opening: { actor: 'clock', movableBy: [], during: ['draft'], otherwise: 'opens', begins: () => true },
  publication: { actor: 'clock', movableBy: ['secretariat', 'authority'], during: ['closed'], otherwise: 'results-published' },
  closing: {
    actor: 'applicant',
    movableBy: ['secretariat'],
    during: ['draft', 'open'],
    otherwise: 'closes',
    // Before the opening nobody has a draft.
    remind: (file, reminder, due) => (file.status === 'draft' ? [] : [{
      template: 'call.draft-reminder',
      key: `${file.subject}/closing/reminder/${reminder.offset}/${due}`,
      audience: { draftsOf: file.subject, ...exceptExtended(file.data) },
      facts: { closesOn: due },
      whileStatus: ['open'],
    }]),
  },
  extension: { actor: 'applicant', movableBy: [], during: ['open', 'closed'], otherwise: 'closes', remind: remindOfExtension },
};
