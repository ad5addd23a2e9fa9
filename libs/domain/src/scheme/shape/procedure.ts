import { Type } from '@sinclair/typebox';
import { Cents, Code, Duration, Labelled, oneOf, MonthDay, Offsets, Offset, Percent, record, Text } from './basics.js';
import { EligibilityQuestion, Form } from './form.js';

const positive = Type.Integer({ minimum: 1 });

export const Call = record({
  usually: Type.Optional(record({ opens: MonthDay, closes: MonthDay }, 'When calls are usually open')),
  draftReminders: Offsets,
  eligibility: Type.Array(EligibilityQuestion),
});

/** A fee that the applicant pays before the file is examined. */
const Fee = record({
  amounts: Type.Array(record({ ...Labelled, cents: Cents }), { minItems: 1, description: 'Classes of the fee; the secretariat asks for one of them' }),
  exemptions: Type.Array(record(Labelled), { description: 'Grounds on which nothing is owed' }),
  limit: { ...Duration, description: 'From receipt; unpaid by then, the file is inadmissible' },
  reminders: Offsets,
}, 'No fee when it is left out');

/** Opinions of other bodies, asked for once the file is admissible. */
const Opinions = record({
  from: Type.Array(record(Labelled), { minItems: 1, description: 'The bodies that are asked' }),
  limit: { ...Duration, description: 'From admissibility; an opinion that has not come by then is not awaited' },
  reminders: Offsets,
}, 'None is asked for when it is left out');

export const Application = record({
  form: Form,
  channels: Type.Array(oneOf('online', 'post', 'e-mail', 'order'), { minItems: 1, uniqueItems: true }),
  review: Duration,
  reviewReminders: Offsets,
  pieces: record({ limit: Duration, reminders: Offsets }, 'Missing pieces asked of the applicant'),
  silence: record({
    period: Duration,
    startsAt: Type.Literal('receipt'),
    meaning: Type.Literal('rejection'),
    authorityWarned: Offset,
  }),
  fee: Type.Optional(Fee),
  opinions: Type.Optional(Opinions),
  reapplication: Type.Optional(record({ after: Duration }, 'Between a refusal and a new application of the same pole; none when left out')),
});

const Criterion = record({
  ...Labelled,
  question: Text,
  mission: Type.Optional(Code),
  weight: Percent,
  threshold: Type.Optional(Type.Number({ minimum: 0, description: 'On the scale; below it the file cannot be proposed, or in a group the criterion does not count' })),
  group: Type.Optional(Code),
});

export const Grid = record({
  scale: record({ max: positive, levels: Type.Array(record({ value: Type.Integer({ minimum: 0 }), label: Text }), { minItems: 2 }) }),
  criteria: Type.Array(Criterion, { minItems: 1 }),
  groups: Type.Optional(Type.Array(record({ ...Labelled, atLeast: positive }), { description: 'Criteria of which so many must reach their thresholds, instead of each' })),
  threshold: { ...Percent, description: 'Of 100: total from which a file may be proposed' },
  tieBreak: Type.Array(Code, { description: 'Criteria that part two equal files, in this order; published with the call' }),
  commentBelow: Type.Optional(Type.Integer({ minimum: 0, description: 'A mark lower than this one needs a comment' })),
  commentAbove: Type.Optional(Type.Integer({ minimum: 0, description: 'A mark higher than this one needs a comment' })),
});

export const Panel = record({
  experts: { ...positive, description: 'Per file, at least' },
  period: { ...Duration, description: 'The appraisal of a file as a whole' },
  divergence: Type.Optional({ ...Percent, description: 'Gap of 100 that calls one more expert; none is called when it is not given' }),
  divergenceBelowThreshold: Type.Optional(Type.Boolean({ description: 'Call one more expert even when both are below the threshold; false when it is not given' })),
  answerWorkingDays: positive,
  answerReminders: Offsets,
  score: Duration,
  scoreReminders: Offsets,
  escalation: { ...Offset, description: 'After the scoring deadline: the secretariat is told' },
  noShow: { ...Offset, description: 'After the scoring deadline: the expert is replaced' },
  maximumLoad: { ...positive, description: 'Files per expert and call' },
  coolingOff: Type.Optional({ ...Duration, description: 'How long a tie of an expert with a structure counts after its end; three years when left out' }),
  fee: record({ perFile: Cents, travelMaximum: Cents }),
  undertaking: Text,
  thirdReview: Type.Optional({
    ...oneOf('nearest', 'all'),
    description: 'Which appraisals count once a divergence has called one more expert. nearest (by default): the total that lies farthest from the median is set aside; when two lie equally far, all count. all: the mean of all',
  }),
  consensusReport: Type.Boolean(),
  consensusPeriod: Type.Optional({ ...Duration, description: 'To write the consensus report; P14D when it is not given' }),
  resultForApplicant: Type.Optional({ ...oneOf('after-notification', 'never'), description: 'When the applicant reads the consolidated appraisal, without names; after-notification when it is not given. With a right of reply it is always read during the reply' }),
  rightOfReply: Type.Optional(record({ period: Duration })),
  visit: Type.Optional(record({ within: Duration, reminders: Offsets }, 'The expert goes to see the applicant, from acceptance at the latest within this time; nothing is scored before. No visit when it is left out')),
});

export const Committee = record({
  period: { ...Duration, description: 'From the end of the appraisal to the proposed decision' },
  notice: { ...Duration, description: 'Between the convening and the session, at least' },
  quorum: { ...Percent, description: 'Of the members entitled to sit for the file' },
  reconvenedQuorum: Percent,
  proxiesPerMember: Type.Integer({ minimum: 0 }),
  chairHasCastingVote: Type.Boolean(),
  minutes: record({ circulation: Duration, silenceAdopts: Type.Boolean() }),
  withoutSession: Type.Optional(Type.Boolean({ description: 'Whether the committee may also propose in writing, file by file; true when it is not given' })),
  secretVote: Type.Boolean(),
  rankingUnderBudget: Type.Boolean(),
  reserveList: Type.Boolean(),
});

const Letter = record({
  subject: Text,
  opening: Type.Array(Text, { minItems: 1, description: 'Paragraphs; one whose {{placeholder}} is not known is left out' }),
  closing: Type.Array(Text),
});

export const Decision = record({
  period: { ...Duration, description: 'From the proposal to the signed decision' },
  conditional: Type.Boolean({ description: 'Whether a label may be awarded under conditions' }),
  refusalGrounds: Type.Array(record({ ...Labelled, law: Text }), { minItems: 1, description: 'Reasons in law that a refusal may rest on' }),
  conditionReminders: Type.Optional(Offsets),
  letters: Type.Optional(record({ 'award': Type.Optional(Letter), 'conditional-award': Type.Optional(Letter), 'refuse': Type.Optional(Letter) }, 'Decision letters; the usual ones when left out')),
});

export const Appeal = record({
  lodge: { ...Duration, description: 'From notification, délai franc' },
  silence: { ...Duration, description: 'Silence on an appeal dismisses it' },
  routes: Type.Array(record({ ...Labelled, text: Text }), { minItems: 1 }),
});
