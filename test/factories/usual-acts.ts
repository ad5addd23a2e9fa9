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

/** Facts by kind and act; an act that is not named here is given none. */
export const usual: { readonly [K in SubjectKind]?: { readonly [act: string]: Given } } = {
  call: {
    create: (on) => [{ scheme: 's', version: 1, opensOn: addDays(on, 3), closesOn: addDays(on, 9), officer: anyId, deputy: anyId }, { scheme: 's', version: 1, opensOn: on, closesOn: addDays(on, 9), officer: anyId, deputy: anyId }],
  },
  application: {
    submit: (on) => [{ call: `call/${anyId}`, callClosesOn: addDays(on, 9), pole: anyId, structure: anyId, structureType: 'association', kind: 'initial', draft: { version: 1, hash: 'h' } }],
    staff: (_on, file) => [{ experts: stillFree(file) }],
    appraisalSubmitted: (_on, file) => writing(file).flatMap((n) => [{ n, total: 7000 }, { n, total: 2000 }]),
    appraisalLost: (_on, file) => writing(file).map((n) => ({ n, cause: 'declined' })),
    propose: () => [{ outcome: 'award' }, { outcome: 'refuse' }],
    sign: (on) => either({ outcome: 'award', signedOn: on, startsOn: on, endsOn: addDays(on, 400) }, { outcome: 'refuse', signedOn: on, reasoned: true }, { outcome: 'conditional-award', signedOn: on, startsOn: on, endsOn: addDays(on, 400), conditions: [{ dueOn: addDays(on, 60) }] }),
    sendForSignature: (on) => [{ outcome: 'award', sentOn: on }],
    meetCondition: () => [{ n: 1 }],
    notify: (on) => [{ notifiedOn: on, channel: 'post' }],
  },
  appraisal: {
    invite: () => [{ application: 'application/00000000-0000-4000-8000-0000000000aa', expert: experts[0], call: `call/${anyId}`, pole: anyId, n: 1 }],
    submitScores: () => [{ marks: Object.fromEntries(['engaged', 'partnerships', 'solutions', 'communication', 'accompaniment', 'design', 'programme'].map((code) => [code, 3])) }],
    declare: () => either({ conflict: false }, { conflict: true, conflictKind: 'employer' }),
  },
  award: {
    grant: (on) => [{ ...label(on), application: `application/${anyId}`, structure: anyId, decidedOn: on }],
    succeeded: () => [{ by: 'award/2' }],
    successorActivated: () => [{ by: 'award/2' }],
    successorLapsed: () => [{ by: 'award/2' }],
  },
  session: {
    convene: (on) => [{ scheme: 's', on: addDays(on, 6), time: '14:00', officer: anyId, members: [{ person: experts[0], themes: null, chair: true, voting: true }], files: [] }],
    recordPresences: () => [{ presences: { [experts[0]]: 'on-site' } }],
    reconvene: (on) => [{ on: addDays(on, 6), time: '14:00' }],
    approveMinutes: () => [{ member: experts[0] }],
    remark: () => [{ member: experts[0] }],
  },
  monitoring: { begin: (on) => [label(on)] },
  renewal: {
    begin: (on) => [label(on)],
    applicationSubmitted: () => [{ application: 'application/2' }],
    applicationWithdrawn: () => [{ application: 'application/2' }],
    applicationDecided: (on) => either({ application: 'application/2', outcome: 'award', startsOn: on, endsOn: addDays(on, 400) }, { application: 'application/2', outcome: 'refuse' }),
  },
};

interface Panel {
  readonly appraisals: readonly { readonly n: number; readonly expert: string; readonly state: string }[];
}

function writing(file: Standing): number[] {
  return (file.data as Panel).appraisals.filter((a) => a.state === 'writing').map((a) => a.n);
}

/** Two experts to begin with, then one at a time. */
function stillFree(file: Standing): string[] {
  const named = (file.data as Panel).appraisals.map((a) => a.expert);
  return experts.filter((one) => !named.includes(one)).slice(0, named.length === 0 ? 2 : 1);
}
