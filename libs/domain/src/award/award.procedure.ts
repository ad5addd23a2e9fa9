import type { Procedure } from '../procedure/procedure.js';
import type { Terms } from '../scheme/terms.js';
import { countersignAmendment, dropAmendment, lapseAmendment, proposeAmendment, signAmendment } from './amendment.rules.js';
import { blankAward, evolveAward, type AwardData } from './award.data.js';
import { countersignContract, expire, grant, lapse, renewalGivenUp, renewalUnderAppraisal, signContract, succeeded, successorActivated, successorLapsed, successorReopened } from './award.rules.js';
import { recordChange, terminate, transfer } from './change.rules.js';
import { extend } from './extension.rules.js';
import { importLabel } from './import.rules.js';
import { dropNotice, giveObservations, observationsTimeOver, reinstate, renounce, renunciationTakesEffect, serveNotice, suspend, suspensionLimit, withdraw } from './measures.rules.js';
import { awardDeadlines, awardEnded, awardTransitions, type AwardStatus } from './award.status.js';

/** A label: `award/<uuid of the application it rests on>`. */
export const awardProcedure: Procedure<AwardStatus, AwardData, Terms['award']> = {
  kind: 'award',
  version: 3,
  initial: { status: 'new', data: blankAward },
  transitions: awardTransitions,
  ended: awardEnded,
  deadlines: awardDeadlines,
  rules: { grant, importLabel, signContract, countersignContract, renewalUnderAppraisal, renewalGivenUp, succeeded, successorActivated, successorLapsed, successorReopened, 'contract-due': lapse, expiry: expire,
    serveNotice, giveObservations, suspend, withdraw, dropNotice, reinstate, renounce, extend, terminate, transfer, recordChange,
    proposeAmendment, signAmendment, countersignAmendment, dropAmendment, 'amendment-due': lapseAmendment,
    'observations-due': observationsTimeOver, 'suspension-limit': suspensionLimit, renunciation: renunciationTakesEffect,
  },
  evolve: evolveAward,
  concerned: (file) => [{ pole: file.data.pole, significant: true }, { role: 'authority' }],
  links: ({ call, pole, application }) => ({ call, pole, parent: application }),
};
