import type { Procedure } from '../procedure/procedure.js';
import type { FinancingTerms } from '../scheme/terms.js';
import { begin, closeAgreement, financialReportDefaulted, financialReportValidated, nextAgreement, periodDefaulted, reportValidated } from './agreement.rules.js';
import { confirmBankDetails, noteCallBack, proposeBankDetails, refuseBankDetails } from './bank.rules.js';
import { blankFinancing, type FinancingData } from './financing.data.js';
import { evolveFinancing } from './financing.evolve.js';
import { financingDeadlines, financingEnded, financingTransitions, type FinancingStatus } from './financing.status.js';
import { approveInstalment, exportInstalment, prepareInstalment, recordExecution, recordRejection, returnInstalment } from './instalment.rules.js';
import { labelEnded, labelExpired, labelExtended, labelReinstated, labelSuspended } from './label.rules.js';
import { demandRecovery, recordRecovery, recoveryOverdue, waiveRecovery } from './recovery.rules.js';

/** The money of a label: `financing/<key of the label>`. It outlives the label, until everything is paid or recovered. */
export const financingProcedure: Procedure<FinancingStatus, FinancingData, FinancingTerms> = {
  kind: 'financing',
  version: 2,
  initial: { status: 'new', data: blankFinancing },
  transitions: financingTransitions,
  ended: financingEnded,
  deadlines: financingDeadlines,
  rules: {
    begin, 'next-agreement': nextAgreement,
    reportValidated, financialReportValidated, periodDefaulted, financialReportDefaulted, closeAgreement,
    labelSuspended, labelReinstated, labelEnded, labelExpired, labelExtended,
    prepareInstalment, returnInstalment, approveInstalment, exportInstalment, recordExecution, recordRejection,
    demandRecovery, 'recovery-due': recoveryOverdue, recordRecovery, waiveRecovery,
    proposeBankDetails, noteCallBack, confirmBankDetails, refuseBankDetails,
  },
  evolve: evolveFinancing,
  concerned: (file) => [{ pole: file.data.pole, significant: true }],
  links: ({ call, pole, award }) => ({ call, pole, parent: award }),
};
