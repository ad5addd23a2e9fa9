import { Type } from '@sinclair/typebox';
import { Cents, Code, Duration, Labelled, oneOf, Offset, Offsets, Percent, record, Text } from './basics.js';
import { Form } from './form.js';

/** What a contract may hold besides its clauses. Preamble and clauses may ask for what is known of the label, see `contractPlaceholders`. */
const contractParts = {
  preamble: Type.Optional(Type.Array(Text)),
  annexes: Type.Optional(Type.Array(Code, { uniqueItems: true, description: "Questions of the application's form whose answers the contract takes over: the action programme, the targets" })),
};

export const Award = record({
  term: { ...Duration, description: 'Proposed to the decision, which alone sets the dates' },
  numberPrefix: Type.String({ pattern: '^[A-Z][A-Z0-9-]{0,11}$' }),
  contract: Type.Optional(record({ limit: Duration, reminders: Offsets, signatories: Type.Array(Text, { minItems: 2 }), clauses: Type.Array(Text), ...contractParts }, 'Without it the label is in force from its first day, by the notified decision alone')),
});

const Gate = oneOf('contract-signed', 'report-validated', 'financial-report-validated');

export const Financing = record({
  agreement: oneOf('yearly', 'whole-term', 'none'),
  maximum: { ...Cents, description: 'Per agreement, in cents' },
  rate: { ...Percent, description: 'Of accepted spending' },
  eligibleCosts: Type.Array(record(Labelled)),
  instalments: Type.Array(record({ ...Labelled, percent: Percent, when: Gate, period: Type.Optional(Type.Integer({ minimum: 1 })) })),
  recovery: Type.Optional(record({
    limit: { ...Duration, description: 'To pay back what was paid too much, from the demand' },
    reminders: Offsets,
  }, 'P30D with reminders at -P7D and P7D when it is not given')),
});

export const Monitoring = record({
  period: Duration,
  reportDue: Duration,
  financialReportDue: Duration,
  firstReview: { ...Duration, description: 'After the decision, at most' },
  reportReminders: Offsets,
  formalNotice: { ...Offset, description: "After the report's due date" },
  defaultAfter: { ...Duration, description: 'After the formal notice' },
  review: Duration,
  correction: Duration,
  observations: { ...Duration, description: 'To answer a notice before suspension or withdrawal' },
  suspensionAtMost: Duration,
  midTerm: Type.Optional(record({
    after: Type.Integer({ minimum: 1, description: 'The period after which an expert appraises the label' }),
    within: { ...Duration, description: 'To name the expert' },
  })),
  reportForm: Form,
});

export const Survey = record({
  runBy: Type.Array(oneOf('secretariat', 'centre'), { minItems: 1, uniqueItems: true }),
  waves: { ...Offsets, description: 'From the opening of the survey' },
  open: Duration,
  reminders: Type.Optional({ ...Offsets, description: 'Before the end of the period, to list the firms; -P30D and -P7D when not given' }),
  minimumAnswers: Type.Integer({ minimum: 1, description: 'Fewer, and no result is shown: a firm must not be recognised' }),
  satisfaction: { ...Code, description: 'The question whose mean is the satisfaction of the firms' },
  form: Form,
});

export const Renewal = record({
  mode: oneOf('rolling', 'by-call'),
  window: { ...Offset, description: "Before the label's end" },
  reminders: Offsets,
  escalation: Offset,
  prefill: Type.Array(oneOf('application', 'reports'), { uniqueItems: true }),
  restoration: Type.Optional(record({ within: Duration })),
});

export const Changes = record({
  review: { ...Duration, description: 'By the secretariat, from the request' },
  pieces: { ...Duration, description: 'To supply what is missing' },
  reminders: { ...Offsets, description: 'Of either' },
});

export const Retention = Type.Array(
  record({ ...Labelled, keep: Duration, from: Text, then: oneOf('eliminate', 'archive', 'sort') }),
  { minItems: 1 },
);
