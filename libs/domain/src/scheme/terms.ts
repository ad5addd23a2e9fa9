import type { IsoDuration } from '../calendar/types.js';
import type { Scheme } from './shape/scheme.js';

/**
 * What workflows need to know of a scheme: figures and codes, no texts. Plain JSON, carried in start inputs, so that
 * a running file keeps the terms of the scheme version that it began with.
 *
 * Durations are ISO 8601. Reminders are offsets from the deadline that they announce: `-P7D` is a week before it,
 * `P0D` its day, `P1D` the day after.
 */
export interface Terms {
  call: {
    /** From the call's closing. */
    draftReminders: IsoDuration[];
    /** Labels are renewed under calls: their holders hear when one opens. Absent from calls that began before they did. */
    renewals?: true;
  };
  application: {
    /** Application review by the secretariat, from receipt. */
    review: IsoDuration;
    reviewReminders: IsoDuration[];
    /** Time given to the applicant to supply missing pieces. */
    piecesLimit: IsoDuration;
    piecesReminders: IsoDuration[];
    /** Appraisal as a whole, from admissibility. */
    appraisal: IsoDuration;
    /** Silence that counts as a rejection [CRPA L231-4]; neither rolled nor shortened by closed periods. */
    silence: IsoDuration;
    /** Before silence counts as a rejection: the authority is warned. Absent from files that began before it was. */
    silenceWarning?: IsoDuration;
    /** Time to lodge an appeal, délai franc, from notification. */
    appeal: IsoDuration;
    /** Experts per file, at least. */
    experts: number;
    /** Gap between two experts' totals, of 100, from which a third is called; none is when absent. */
    divergence?: number;
    /** Whether a gap between totals that are all below the threshold counts too; not when absent. */
    divergenceBelowThreshold?: boolean;
    /** Which appraisals count after a third review; `nearest` when absent. */
    thirdReview?: 'nearest' | 'all';
    /** The grid, as in `appraisal`; absent in files begun before marks were told to the application. */
    criteria?: Terms['appraisal']['criteria'];
    /** Groups of criteria of which so many must reach their thresholds; each criterion must when absent. */
    groups?: { code: string; atLeast: number }[];
    /** Time for the consensus report, from the last appraisal; absent: no report. */
    consensus?: IsoDuration;
    /** Time for the applicant to reply to the consolidated appraisal; absent: no reply. */
    reply?: IsoDuration;
    /** Total from which a file may be proposed, of 100. */
    threshold: number;
    /** Whether the committee may propose in writing, without a session; it may when absent. */
    withoutSession?: boolean;
    /** Whether a label may be awarded under conditions; absent in the terms of older releases. */
    conditional?: boolean;
    /** Before a condition is due. */
    conditionReminders?: IsoDuration[];
    /** What the applicant pays before the file is examined; nothing when absent. */
    fee?: { amounts: { code: string; cents: number }[]; exemptions: string[]; limit: IsoDuration; reminders: IsoDuration[] };
    /** Opinions asked for once the file is admissible; none when absent. */
    opinions?: { from: string[]; limit: IsoDuration; reminders: IsoDuration[] };
    /** Between a refusal and a new application of the same pole; nothing when absent. */
    reapplication?: IsoDuration;
    /** No committee sits: the secretariat proposes. There is one when absent. */
    withoutCommittee?: true;
  };
  appraisal: {
    /** Working days that an expert has to answer an invitation. */
    answerWorkingDays: number;
    answerReminders: IsoDuration[];
    /** Time to score, from acceptance. */
    score: IsoDuration;
    scoreReminders: IsoDuration[];
    /** After the scoring deadline: the secretariat is told. */
    escalation: IsoDuration;
    /** After the scoring deadline: the expert counts as gone. */
    noShow: IsoDuration;
    /** The expert goes to see the applicant, from acceptance within this time, before any mark is given; no visit when absent. */
    visit?: { within: IsoDuration; reminders: IsoDuration[] };
    criteria: { code: string; weight: number; max: number; threshold?: number; group?: string }[];
    /** A lower mark, and a higher one, needs a comment; none when absent. */
    commentBelow?: number;
    commentAbove?: number;
    /** Of 100, as in `application`. */
    threshold: number;
  };
  appeal: {
    /** Silence on an appeal dismisses it [CRPA L231-4]. */
    silence: IsoDuration;
    /** Before that: the authority is reminded. */
    silenceWarning: IsoDuration;
    /** Time to go to court, délai franc, from the dismissal. */
    court: IsoDuration;
  };
  award: {
    term: IsoDuration;
    /** From notification of the award; unsigned by then, the award lapses. */
    contractLimit: IsoDuration;
    /** No contract is signed: the notified decision alone brings the label, from its first day. There is one when absent. */
    withoutContract?: true;
    /** No reports follow, so that monitoring does not begin; it does when absent. */
    unmonitored?: true;
    contractReminders: IsoDuration[];
    numberPrefix: string;
    /** Whether the label comes with payments; not when absent. */
    financed?: boolean;
    /** To answer a notice before suspension or withdrawal; a month when absent. */
    observations?: IsoDuration;
    /** Six months when absent. */
    suspensionAtMost?: IsoDuration;
    /** Before the suspension's limit: the authority is reminded; a month and a week when absent. */
    suspensionReminders?: IsoDuration[];
  };
  /** A change of a label's holder. */
  change: {
    review: IsoDuration;
    /** To supply what is missing. */
    pieces: IsoDuration;
    /** Of either. */
    reminders: IsoDuration[];
  };
  /** Absent where no reports are asked for. */
  monitoring?: {
    period: IsoDuration;
    /** From the end of the period. */
    reportDue: IsoDuration;
    reportReminders: IsoDuration[];
    /** After the report's due date. */
    formalNotice: IsoDuration;
    /** After the formal notice. */
    defaultAfter: IsoDuration;
    review: IsoDuration;
    correction: IsoDuration;
    /** Account of the money, from the end of the period; none is asked for when absent. */
    financialReportDue?: IsoDuration;
    /** Whether the label's payments hear of its reports; not when absent. */
    financed?: boolean;
    /** Whether the firms served in a period are surveyed; not when absent. */
    survey?: boolean;
    /** An expert appraises the label after this period, named within that time; a total below the threshold (of 100) comes before the authority. */
    midTerm?: { after: number; within: IsoDuration; threshold?: number };
  };
  /** Absent where the label comes without payments. Amounts are cents. */
  financing?: {
    agreement: 'yearly' | 'whole-term' | 'none';
    /** Per agreement. */
    maximum: number;
    /** Of accepted spending, in percent. */
    rate: number;
    instalments: { code: string; percent: number; when: 'contract-signed' | 'report-validated' | 'financial-report-validated'; period?: number }[];
    /** A yearly agreement's, as monitoring counts it; and the label's term. */
    period: IsoDuration;
    term: IsoDuration;
    /** To pay back what is recovered. */
    recovery: IsoDuration;
    recoveryReminders: IsoDuration[];
  };
  renewal: {
    mode: 'rolling' | 'by-call';
    /** Before the end of the label, e.g. `-P9M`. */
    window: IsoDuration;
    reminders: IsoDuration[];
    escalation: IsoDuration;
    /** After the end of the label: until when a file may still restore it; never when absent. */
    restoration?: IsoDuration;
    /** Code of the scheme; absent from files that began before one mail told of all labels that end on a day. */
    scheme?: string;
  };
  /** Absent where no committee sits. */
  session?: {
    /** Between the convening and the session, at least. */
    notice: IsoDuration;
    /** Percent of the members entitled to sit. */
    quorum: number;
    /** The same for a session convened again after it lacked its quorum. */
    reconvenedQuorum: number;
    proxiesPerMember: number;
    chairHasCastingVote: boolean;
    /** From the circulation of the minutes to their adoption by silence. */
    circulation: IsoDuration;
    silenceAdopts: boolean;
    secretVote: boolean;
    rankingUnderBudget: boolean;
    reserveList: boolean;
    conditional: boolean;
    /** Of 100, as in `application`. */
    threshold: number;
    tieBreak: string[];
  };
  /** Absent where the firms served are not surveyed. */
  survey?: {
    runBy: ('secretariat' | 'centre')[];
    /** From the launch: when each mail goes to those who have not answered. */
    waves: IsoDuration[];
    open: IsoDuration;
    /** Fewer, and no figure is shown. */
    minimumAnswers: number;
    /** Before the end of the period: the centre is reminded to list its firms. */
    reminders: IsoDuration[];
    /** From the end of the period: without a survey by then, there is none. */
    limit: IsoDuration;
    /** From the closing: how long names and addresses of firms are kept. */
    keepNames: IsoDuration;
  };
}

/** A survey's own terms, for its file: a scheme without surveys begins none. */
export type SurveyTerms = NonNullable<Terms['survey']>;

/** A committee's and a monitoring's own terms, for their files: a scheme without the part begins none. */
export type SessionTerms = NonNullable<Terms['session']>;
export type MonitoringTerms = NonNullable<Terms['monitoring']>;
export type FinancingTerms = NonNullable<Terms['financing']>;

/** Time for a consensus report in a scheme that asks for one and does not say how long. */
export const consensusPeriod = 'P14D';

/** The terms of a scheme: one slice per phase. Fresh objects, nothing of the scheme is shared. */
export function termsOf(scheme: Scheme): Terms {
  const { application, panel, grid, award, monitoring, renewal } = scheme;
  const { commentBelow, commentAbove } = grid;
  return {
    call: { draftReminders: [...scheme.call.draftReminders], ...(renewal.mode === 'by-call' && { renewals: true as const }) },
    application: {
      review: application.review,
      reviewReminders: [...application.reviewReminders],
      piecesLimit: application.pieces.limit,
      piecesReminders: [...application.pieces.reminders],
      appraisal: panel.period,
      silence: application.silence.period,
      silenceWarning: application.silence.authorityWarned,
      appeal: scheme.appeal.lodge,
      experts: panel.experts,
      ...(panel.divergence !== undefined && { divergence: panel.divergence }),
      divergenceBelowThreshold: panel.divergenceBelowThreshold ?? false,
      thirdReview: panel.thirdReview ?? 'nearest',
      criteria: criteriaOf(grid),
      ...(grid.groups && { groups: grid.groups.map(({ code, atLeast }) => ({ code, atLeast })) }),
      ...(panel.consensusReport && { consensus: panel.consensusPeriod ?? consensusPeriod }),
      ...(panel.rightOfReply && { reply: panel.rightOfReply.period }),
      threshold: grid.threshold,
      withoutSession: scheme.committee?.withoutSession ?? true,
      conditional: scheme.decision.conditional,
      conditionReminders: [...(scheme.decision.conditionReminders ?? ['-P30D', '-P7D'])],
      ...partsOfApplication(scheme),
    },
    appraisal: {
      answerWorkingDays: panel.answerWorkingDays,
      answerReminders: [...panel.answerReminders],
      score: panel.score,
      scoreReminders: [...panel.scoreReminders],
      escalation: panel.escalation,
      noShow: panel.noShow,
      ...(panel.visit && { visit: { within: panel.visit.within, reminders: [...panel.visit.reminders] } }),
      criteria: criteriaOf(grid),
      ...(commentBelow !== undefined && { commentBelow }),
      ...(commentAbove !== undefined && { commentAbove }),
      threshold: grid.threshold,
    },
    appeal: { silence: scheme.appeal.silence, silenceWarning: application.silence.authorityWarned, court: scheme.appeal.lodge },
    award: {
      term: award.term,
      contractLimit: award.contract?.limit ?? 'P0D',
      ...(!award.contract && { withoutContract: true as const }),
      ...(!monitoring && { unmonitored: true as const }),
      contractReminders: [...(award.contract?.reminders ?? [])],
      numberPrefix: award.numberPrefix,
      ...(scheme.financing && scheme.financing.agreement !== 'none' && { financed: true }),
      ...(monitoring && { observations: monitoring.observations, suspensionAtMost: monitoring.suspensionAtMost }),
    },
    change: { review: scheme.changes?.review ?? 'P1M', pieces: scheme.changes?.pieces ?? 'P15D', reminders: [...(scheme.changes?.reminders ?? ['-P7D'])] },
    ...(monitoring && { monitoring: monitoringTerms(scheme, monitoring) }),
    renewal: {
      mode: renewal.mode,
      window: renewal.window,
      reminders: [...renewal.reminders],
      escalation: renewal.escalation,
      ...(renewal.restoration && { restoration: renewal.restoration.within }),
      scheme: scheme.code,
    },
    ...(scheme.financing && { financing: financingTerms(scheme, scheme.financing) }),
    ...(scheme.committee && { session: sessionTerms(scheme, scheme.committee) }),
    ...(scheme.survey && { survey: surveyTerms(scheme, scheme.survey) }),
  };
}

/** What a scheme may have of an application's procedure, and need not. */
function partsOfApplication({ application: { fee, opinions, reapplication }, committee }: Scheme): Pick<Terms['application'], 'fee' | 'opinions' | 'reapplication' | 'withoutCommittee'> {
  return {
    ...(fee && { fee: { amounts: fee.amounts.map(({ code, cents }) => ({ code, cents })), exemptions: fee.exemptions.map(({ code }) => code), limit: fee.limit, reminders: [...fee.reminders] } }),
    ...(opinions && { opinions: { from: opinions.from.map(({ code }) => code), limit: opinions.limit, reminders: [...opinions.reminders] } }),
    ...(reapplication && { reapplication: reapplication.after }),
    ...(!committee && { withoutCommittee: true as const }),
  };
}

function monitoringTerms({ financing, survey, grid }: Scheme, monitoring: NonNullable<Scheme['monitoring']>): MonitoringTerms {
  const financed = financing !== undefined && financing.agreement !== 'none';
  return {
    period: monitoring.period,
    reportDue: monitoring.reportDue,
    reportReminders: [...monitoring.reportReminders],
    formalNotice: monitoring.formalNotice,
    defaultAfter: monitoring.defaultAfter,
    review: monitoring.review,
    correction: monitoring.correction,
    ...(financed && { financialReportDue: monitoring.financialReportDue, financed }),
    ...(survey && { survey: true }),
    ...(monitoring.midTerm && { midTerm: { ...monitoring.midTerm, threshold: grid.threshold } }),
  };
}

function financingTerms({ award, monitoring }: Scheme, { agreement, maximum, rate, instalments, recovery }: NonNullable<Scheme['financing']>): FinancingTerms {
  return {
    agreement, maximum, rate,
    instalments: instalments.map(({ code, percent, when, period }) => ({ code, percent, when, ...(period !== undefined && { period }) })),
    period: monitoring?.period ?? award.term,
    term: award.term,
    recovery: recovery?.limit ?? 'P30D',
    recoveryReminders: [...(recovery?.reminders ?? ['-P7D', 'P7D'])],
  };
}

function sessionTerms({ decision, grid }: Scheme, committee: NonNullable<Scheme['committee']>): SessionTerms {
  const { notice, quorum, reconvenedQuorum, proxiesPerMember, chairHasCastingVote, minutes, secretVote, rankingUnderBudget, reserveList } = committee;
  return {
    notice, quorum, reconvenedQuorum, proxiesPerMember, chairHasCastingVote, circulation: minutes.circulation, silenceAdopts: minutes.silenceAdopts,
    secretVote, rankingUnderBudget, reserveList, conditional: decision.conditional, threshold: grid.threshold, tieBreak: [...grid.tieBreak],
  };
}

function surveyTerms({ monitoring, retention }: Scheme, { runBy, waves, open, minimumAnswers, reminders }: NonNullable<Scheme['survey']>): SurveyTerms {
  return {
    runBy: [...runBy], waves: [...waves], open, minimumAnswers,
    reminders: [...(reminders ?? ['-P30D', '-P7D'])],
    limit: monitoring?.reportDue ?? 'P2M',
    keepNames: retention.find(({ code }) => code === 'survey')?.keep ?? 'P1Y',
  };
}

function criteriaOf({ criteria, scale }: Scheme['grid']): Terms['appraisal']['criteria'] {
  return criteria.map(({ code, weight, threshold, group }) => ({ code, weight, max: scale.max, ...(threshold !== undefined && { threshold }), ...(group !== undefined && { group }) }));
}
