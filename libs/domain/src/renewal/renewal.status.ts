import type { DeadlineKind, Transition } from '../procedure/procedure.js';
import type { RenewalData } from './renewal.data.js';
import { remindOfRenewal, remindOfRestoration } from './renewal.notices.js';

/** What becomes of a label at its end. `new` is the moment before the label is in force. */
export const renewalStatuses = ['new', 'not_due', 'window_open', 'restorable', 'submitted', 'renewed', 'not_renewed', 'lapsed', 'moot'] as const;
export type RenewalStatus = (typeof renewalStatuses)[number];

export const renewalEnded = ['renewed', 'not_renewed', 'lapsed', 'moot'] as const satisfies readonly RenewalStatus[];

/**
 * How long after the label's end a submission that was in time may still arrive here: by post, or through machines that
 * stood still. It gives nobody more time: the date of effect decides.
 */
export const lateArrival = 'P1M';

const procedure = ['procedure'] as const;
/** The label's end is still to come, or may be undone. */
const watched = ['not_due', 'window_open', 'restorable', 'submitted'] as const;

/** THE table. */
export const renewalTransitions: readonly Transition<RenewalStatus>[] = [
  { act: 'begin', by: procedure, from: ['new'], entry: 'renewal-foreseen', to: 'not_due' },
  { act: 'begin', by: procedure, from: ['new'], entry: 'window-opened', to: 'window_open' },
  { act: 'window', by: ['clock'], from: ['not_due'], entry: 'window-opened', to: 'window_open' },

  // The call that a label belongs to may open before the window does.
  { act: 'applicationSubmitted', by: procedure, from: ['not_due', 'window_open', 'restorable', 'lapsed'], entry: 'renewal-submitted', to: 'submitted' },
  { act: 'lapse.escalation', by: ['clock'], from: ['window_open'], entry: 'escalated', to: 'same' },
  { act: 'lapse', by: ['clock'], from: ['window_open'], entry: 'lapsed', to: 'lapsed' },
  { act: 'late-arrival', by: ['clock'], from: ['lapsed'], entry: 'lapse-settled', to: 'same' },

  // An appeal was upheld: the file that was refused is examined again.
  { act: 'applicationReopened', by: procedure, from: ['window_open', 'restorable', 'not_renewed', 'lapsed'], entry: 'renewal-resumed', to: 'submitted' },

  { act: 'applicationDecided', by: procedure, from: ['submitted'], entry: 'renewed', to: 'renewed' },
  { act: 'applicationDecided', by: procedure, from: ['submitted'], entry: 'not-renewed', to: 'not_renewed' },
  // A file withdrawn or found inadmissible leaves the days that remain for another.
  { act: 'applicationDecided', by: procedure, from: ['submitted'], entry: 'window-reopened', to: 'window_open' },
  { act: 'applicationDecided', by: procedure, from: ['submitted'], entry: 'lapsed', to: 'lapsed' },
  { act: 'applicationWithdrawn', by: procedure, from: ['submitted'], entry: 'window-reopened', to: 'window_open' },
  { act: 'applicationWithdrawn', by: procedure, from: ['submitted'], entry: 'lapsed', to: 'lapsed' },

  // Where the scheme restores a label that has ended, a file is still taken for a while.
  { act: 'lapse', by: ['clock'], from: ['window_open'], entry: 'restoration-opened', to: 'restorable' },
  { act: 'applicationDecided', by: procedure, from: ['submitted'], entry: 'restoration-opened', to: 'restorable' },
  { act: 'applicationWithdrawn', by: procedure, from: ['submitted'], entry: 'restoration-opened', to: 'restorable' },
  { act: 'restoration-limit', by: ['clock'], from: ['restorable'], entry: 'lapsed', to: 'lapsed' },

  // What becomes of the label itself. An extension moves its end, also after it.
  { act: 'labelExtended', by: procedure, from: ['not_due', 'window_open', 'restorable', 'not_renewed', 'lapsed'], entry: 'watch-resumed', to: 'not_due' },
  { act: 'labelExtended', by: procedure, from: ['not_due', 'restorable', 'not_renewed', 'lapsed'], entry: 'window-opened', to: 'window_open' },
  { act: 'labelExtended', by: procedure, from: ['window_open', 'submitted', 'renewed'], entry: 'end-moved', to: 'same' },
  { act: 'labelSuspended', by: procedure, from: watched, entry: 'label-suspended', to: 'same' },
  { act: 'labelReinstated', by: procedure, from: watched, entry: 'label-reinstated', to: 'same' },
  { act: 'labelEnded', by: procedure, from: [...watched, 'not_renewed', 'lapsed'], entry: 'label-ended', to: 'moot' },
];

export const renewalDeadlines: { readonly [kind: string]: DeadlineKind<RenewalStatus, RenewalData> } = {
  window: { actor: 'clock', movableBy: ['secretariat'], during: ['not_due'], otherwise: 'window-opens', begins: () => true },
  // The label's last day is the decision's. The file is submitted as an application.
  lapse: { actor: 'applicant', movableBy: [], during: ['window_open'], otherwise: 'renewal-lapsed', remind: remindOfRenewal },
  'restoration-limit': { actor: 'applicant', movableBy: [], during: ['restorable'], otherwise: 'restoration-over', remind: remindOfRestoration },
  'late-arrival': { actor: 'clock', movableBy: [], during: ['lapsed'], otherwise: 'lapse-settled' },
};
