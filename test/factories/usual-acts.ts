import { addDays } from '../../libs/domain/src/calendar/civil-date.js';
import type { CivilDate } from '../../libs/domain/src/calendar/types.js';
import type { Facts } from '../../libs/domain/src/procedure/act.js';
import type { Standing } from '../../libs/domain/src/procedure/procedure.js';
import type { SubjectKind } from '../../libs/domain/src/procedure/subject.js';

/** What an act is given so that its rule takes it, on a day and a file as it stands; each set of facts is one way of taking it. */
type Given = (on: CivilDate, file: Standing) => readonly Facts[];

/** Stands for whatever a file hangs on: its call, its pole, its case officer. */
export const anyId = '00000000-0000-4000-8000-000000000001';
const either = (...facts: Facts[]): readonly Facts[] => facts;

const label = (on: CivilDate): Facts => ({ award: `award/${anyId}`, call: `call/${anyId}`, pole: anyId, startsOn: on, endsOn: addDays(on, 400) });
const experts = ['00000000-0000-4000-8000-0000000000e1', '00000000-0000-4000-8000-0000000000e2', '00000000-0000-4000-8000-0000000000e3'] as const;

const marks = (each: number): Facts => Object.fromEntries(['engaged', 'partnerships', 'solutions', 'communication', 'accompaniment', 'design', 'programme'].map((code) => [code, each]));
const session = `session/${anyId}`;
const appeal = `appeal/${anyId}/1`;
const file = `application/${anyId}`;
const member = (person: string, chair: boolean): Facts => ({ person, themes: null, chair, voting: true });
const words = { id: anyId, hash: 'h' };

/** Facts by kind and act; an act that is not named here is given none. */
export const usual: { readonly [K in SubjectKind]?: { readonly [act: string]: Given } } = {
  call: {
    create: (on) => [3, 0].map((days) => ({ scheme: 's', version: 1, opensOn: addDays(on, days), closesOn: addDays(on, 9), officer: anyId, deputy: anyId })),
    grantExtension: (on) => [{ pole: anyId, to: addDays(on, 30) }],
    reopenCall: (on) => [{ closesOn: addDays(on, 30) }],
    setEmbargo: (on) => [{ on: addDays(on, 30) }],
  },
  application: {
    submit: (on) => [{ call: `call/${anyId}`, callClosesOn: addDays(on, 9), pole: anyId, structure: anyId, structureType: 'association', kind: 'initial', draft: { version: 1, hash: 'h' } }],
    staff: (_on, application) => [{ experts: stillFree(application) }],
    appraisalSubmitted: (_on, application) => writing(application).flatMap((n) => [{ n, total: 8000, marks: marks(4) }, { n, total: 2000, marks: marks(1) }]),
    appraisalLost: (_on, application) => writing(application).map((n) => ({ n, cause: 'declined' })),
    recordConsensus: () => [{ outcome: 'favourable', minority: [] }],
    onAgenda: (on) => [{ session, on }],
    offAgenda: () => [{ session }],
    deferred: () => [{ session, cause: 'put-off' }],
    reserve: () => [{ session, rank: 1 }],
    propose: () => ['award', 'refuse', 'conditional-award'].map((outcome) => ({ outcome, session, conditions: [], written: words })),
    sign: (on) => either(
      { outcome: 'award', signedOn: on, startsOn: on, endsOn: addDays(on, 400) }, { outcome: 'refuse', signedOn: on, reasoned: true },
      { outcome: 'conditional-award', signedOn: on, startsOn: on, endsOn: addDays(on, 400), conditions: [{ n: 1, dueOn: addDays(on, 90) }] },
    ),
    notify: (on) => [{ notifiedOn: on, channel: 'post' }],
    meetCondition: () => [{ n: 1 }],
    reopenDeadline: (on) => [{ kind: 'pieces-due', to: addDays(on, 20) }],
    objectToExpert: () => [{ expert: experts[0] }],
    decideObjection: () => [{ expert: experts[0], accepted: true }],
    appealLodged: (on) => [{ appeal, against: 'refusal', lodgedOn: on, dueOn: addDays(on, 60) }],
    appealSettled: () => [{ appeal, outcome: 'dismissed' }],
  },
  appraisal: {
    invite: () => [{ application: file, expert: experts[0], call: `call/${anyId}`, pole: anyId, n: 1 }],
    proposeDueDate: (on) => [{ on: addDays(on, 30) }],
    declare: () => either({ conflict: false }, { conflict: true, conflictKind: 'employer' }),
    accept: () => [{ undertaking: anyId }],
    submitScores: () => [{ marks: marks(3) }],
  },
  session: {
    convene: (on) => [{ scheme: 's', on: addDays(on, 9), time: '14:00', officer: anyId, members: [member(experts[0], true), member(experts[1], false)], files: [] }],
    reconvene: (on) => [{ on: addDays(on, 9), time: '14:00' }],
    recordPresences: () => [{ presences: { [experts[0]]: 'on-site', [experts[1]]: 'remote' } }],
    approveMinutes: () => [{ member: experts[0] }],
  },
  appeal: {
    lodge: (on) => [{ application: file, call: `call/${anyId}`, pole: anyId, n: 1, against: 'refusal', limitOn: addDays(on, 9), reopenedBefore: false }],
    review: () => [{ reviewer: experts[0], firstDeciders: [] }],
    decide: () => ['upheld', 'dismissed'].map((outcome) => ({ outcome, firstDeciders: [] })),
    supersede: () => [{ cause: 'express-decision' }],
  },
  award: {
    grant: (on) => [{ ...label(on), application: file, structure: anyId, decidedOn: on }],
    importLabel: (on) => [{ ...label(on), structure: anyId, decidedOn: on, number: `PI-2009-${anyId}` }],
    succeeded: () => [{ by: 'award/2' }],
    successorActivated: () => [{ by: 'award/2' }],
    successorLapsed: () => [{ by: 'award/2' }],
    serveNotice: () => either({ intent: 'suspension' }, { intent: 'withdrawal' }),
    renounce: (on) => either({}, { on: addDays(on, 30) }),
    extend: (on) => [{ endsOn: addDays(on, 800), decidedOn: on }],
    terminate: () => [{ change: `change/${anyId}` }],
    transfer: () => [{ change: `change/${anyId}`, to: anyId }],
    recordChange: () => [{ change: `change/${anyId}`, what: 'rename' }],
    signAmendment: () => [{ n: 1 }],
    countersignAmendment: () => [{ n: 1 }],
    dropAmendment: () => [{ n: 1 }],
  },
  survey: {
    begin: (on) => [{ award: `award/${anyId}`, call: `call/${anyId}`, pole: anyId, n: 1, to: addDays(on, 20) }],
    launch: () => [{ firms: 12 }],
    declareOwn: () => [{ sent: 30, answered: 12, score: 430, outOf: 5 }],
  },
  financing: {
    begin: (on) => [{ ...label(on), endsOn: addDays(on, 364) }, { ...label(on), endsOn: addDays(on, 364), asOf: addDays(on, 1) }],
    reportValidated: () => [{ n: 1 }],
    financialReportValidated: () => [{ n: 1, accepted: 1_000_000 }],
    periodDefaulted: () => [{ n: 1 }],
    financialReportDefaulted: () => [{ n: 1 }],
    closeAgreement: () => [{ agreement: 1 }],
    labelEnded: (on) => [{ cause: 'withdrawn', on }],
    labelExtended: (on) => [{ endsOn: addDays(on, 900), report: false, instalment: true }],
    labelExpired: (on) => [{ on }],
    prepareInstalment: (_on, financing) => instalmentsOf(financing),
    returnInstalment: (_on, financing) => instalmentsOf(financing),
    approveInstalment: (_on, financing) => instalmentsOf(financing),
    exportInstalment: (_on, financing) => instalmentsOf(financing).map((one) => ({ ...one, run: anyId, by: anyId })),
    recordExecution: (_on, financing) => instalmentsOf(financing),
    recordRejection: (_on, financing) => instalmentsOf(financing).map((one) => ({ ...one, code: 'AC04' })),
    demandRecovery: () => [{ n: 1 }],
    recordRecovery: () => [{ n: 1, cents: 1 }],
    waiveRecovery: () => [{ n: 1 }],
    proposeBankDetails: () => [{ last4: '1234' }],
    noteCallBack: () => [{ n: 1 }],
    confirmBankDetails: () => [{ n: 1 }],
    refuseBankDetails: () => [{ n: 1 }],
  },
  change: {
    // A heavy one for a day that has come, a light one for a day to come.
    request: (on) => ['rename', 'manager'].map((what, i) => ({ award: `award/${anyId}`, pole: anyId, what, effectiveOn: addDays(on, 60 * i) })),
    propose: () => [{ outcome: 'accept' }],
    accept: () => [{ awards: [] }],
  },
  monitoring: {
    begin: (on) => [label(on)],
    labelEnded: (on) => [{ cause: 'withdrawn', on }],
    labelExtended: (on) => [{ endsOn: addDays(on, 900), report: true }],
    surveyClosed: () => [{ n: 1, runBy: 'secretariat', sent: 12, answered: 6, mean: 420 }],
    submitLateReport: () => [{ n: 1 }],
    submitFinancialReport: () => [{ n: 1, spent: 100_000 }],
    validateFinancialReport: () => [{ n: 1, accepted: 90_000 }],
    staffMidTerm: () => [{ expert: experts[0] }],
    appraisalSubmitted: () => [{ n: 101, total: 8000 }],
    appraisalLost: () => [{ n: 101, cause: 'declined' }],
  },
  renewal: {
    begin: (on) => [label(on)],
    labelExtended: (on) => [400, 30].map((days) => ({ endsOn: addDays(on, days) })),
    labelEnded: (on) => [{ cause: 'renounced', on }],
    applicationSubmitted: () => [{ application: 'application/2' }],
    applicationWithdrawn: () => [{ application: 'application/2' }],
    applicationDecided: (on) => either({ application: 'application/2', outcome: 'award', startsOn: on, endsOn: addDays(on, 400) }, { application: 'application/2', outcome: 'refuse' }),
  },
};

/** The first instalments of a financing, with their amounts. */
function instalmentsOf({ data }: Standing): { instalment: string; cents: number }[] {
  return (data as { readonly instalments: readonly { readonly id: string; readonly cents: number }[] }).instalments.slice(0, 1).map(({ id, cents }) => ({ instalment: id, cents }));
}

interface Panel {
  readonly appraisals: readonly { readonly n: number; readonly expert: string; readonly state: string }[];
}

function writing({ data }: Standing): number[] {
  return (data as Panel).appraisals.filter((a) => a.state === 'writing').map((a) => a.n);
}

/** Two experts to begin with, then one at a time. */
function stillFree({ data }: Standing): string[] {
  const named = (data as Panel).appraisals.map((a) => a.expert);
  return experts.filter((one) => !named.includes(one)).slice(0, named.length === 0 ? 2 : 1);
}
