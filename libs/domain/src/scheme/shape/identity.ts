import { Type } from '@sinclair/typebox';
import { Code, Contact, Labelled, oneOf, MonthDay, record, Text, Url } from './basics.js';

/** Who and what the label is. */
export const identity = {
  code: Code,
  version: Type.Integer({ minimum: 1, description: 'Raised with every change once a call has opened under this scheme' }),
  name: Text,
  presentation: Text,
  milestones: Type.Array(record({ year: Type.Integer({ minimum: 1900, maximum: 2200 }), text: Text })),
  legalBasis: Type.Array(Text, { minItems: 1 }),
  authority: Contact,
  secretariat: Contact,
  contact: Contact,
  url: Type.Optional(Url),
};

/** Days: where deadlines are civil dates, and which of them do not count. */
export const days = {
  zone: Type.String({ pattern: '^[A-Za-z_]+(/[A-Za-z_+-]+)+$', description: 'An IANA time zone' }),
  holidays: record({ country: Type.String({ pattern: '^[A-Z]{2}$' }), region: Type.Optional(Type.String()) }),
  closedPeriods: Type.Array(record({ from: MonthDay, to: MonthDay }), { description: "Experts' and secretariat's periods skip them" }),
};

const Identifier = oneOf('siret', 'rna');

/** What is labelled and what for. */
export const subject = {
  holder: Type.Optional({ ...Text, description: 'What holds the label, as letters call it: Entreprise; Pôle and Centre when it is left out' }),
  structureTypes: Type.Array(
    record({
      ...Labelled,
      examples: Type.Array(Type.String()),
      identifiers: Type.Array(record({ kind: Identifier, required: Type.Boolean() }), { minItems: 1 }),
    }),
    { minItems: 1 },
  ),
  themes: Type.Array(record({ ...Labelled, description: Type.Optional(Text) }), { minItems: 1 }),
  missions: Type.Array(record({ ...Labelled, description: Text })),
  indicators: Type.Array(
    record({
      ...Labelled,
      definition: Text,
      unit: Text,
      countingRule: Text,
      evidence: Text,
      mission: Type.Optional(Code),
      min: Type.Number(),
      max: Type.Optional(Type.Number()),
      expected: Type.Optional(record({ min: Type.Optional(Type.Number()), max: Type.Optional(Type.Number()) }, 'What is usual: a value outside is taken, and flagged')),
      integer: Type.Boolean(),
      better: oneOf('higher', 'lower'),
    }),
  ),
  ownIndicators: record({ allowed: Type.Boolean(), max: Type.Integer({ minimum: 0 }) }, 'Indicators that a centre adds to those of the scheme'),
};
