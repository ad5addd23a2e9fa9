import type { Procedure } from '../procedure/procedure.js';
import type { Terms } from '../scheme/terms.js';
import { blankChange, evolveChange, type ChangeData } from './change.data.js';
import { accept, piecesOverdue, propose, refuseChange, request, requestPieces, reviewOverdue, supplyPieces, takeEffect, withdraw } from './change.rules.js';
import { changeDeadlines, changeEnded, changeTransitions, type ChangeStatus } from './change.status.js';

/** A change of a label's holder: `change/<uuid>`. */
export const changeProcedure: Procedure<ChangeStatus, ChangeData, Terms['change']> = {
  kind: 'change',
  version: 2,
  initial: { status: 'new', data: blankChange },
  transitions: changeTransitions,
  ended: changeEnded,
  deadlines: changeDeadlines,
  rules: { request, requestPieces, supplyPieces, propose, accept, refuse: refuseChange, withdraw, 'pieces-due': piecesOverdue, 'review-due': reviewOverdue, effect: takeEffect },
  evolve: evolveChange,
  concerned: (file, kind) => (kind === 'pieces-due' ? [{ pole: file.data.pole, significant: true }] : [{ officerOf: file.subject }]),
  links: ({ call, pole, award }) => ({ ...(call === null ? {} : { call }), pole, parent: award }),
};
