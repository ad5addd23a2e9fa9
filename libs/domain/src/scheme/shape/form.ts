import { Type, type Static, type TProperties, type TSchema } from '@sinclair/typebox';
import { Code, Labelled, oneOf, record, Text } from './basics.js';

/** One of several shapes, told apart by `kind`, so that a fault speaks of the kind that was meant. */
const byKind = <T extends TSchema[]>(...shapes: T) =>
  Type.Unsafe<Static<T[number]>>({ type: 'object', required: ['kind'], discriminator: { propertyName: 'kind' }, oneOf: shapes });

const Option = record(Labelled);
export type Option = Static<typeof Option>;

const choiceOptions = {
  options: Type.Optional(Type.Array(Option, { minItems: 2 })),
  optionsFrom: Type.Optional({ ...oneOf('themes', 'missions', 'structureTypes', 'eligibleCosts'), description: "The options are one of the scheme's own lists" }),
};

const number = {
  min: Type.Optional(Type.Number()),
  max: Type.Optional(Type.Number()),
  integer: Type.Optional(Type.Boolean()),
  unit: Type.Optional(Text),
};

const date = {
  from: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
  to: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
};

const text = {
  minLength: Type.Optional(Type.Integer({ minimum: 1 })),
  maxLength: Type.Integer({ minimum: 1, maximum: 50_000, description: 'In characters' }),
};

const asked = { ...Labelled, help: Type.Optional(Text), required: Type.Boolean() };

const kind = <K extends string, P extends TProperties>(name: K, properties: P) =>
  record({ kind: Type.Literal(name), ...asked, ...properties });

const Column = byKind(
  kind('text', text),
  kind('choice', choiceOptions),
  kind('number', number),
  kind('date', date),
);
export type Column = Static<typeof Column>;

const Question = byKind(
  kind('text', text),
  kind('long-text', text),
  kind('choice', choiceOptions),
  kind('choices', { ...choiceOptions, min: Type.Optional(Type.Integer({ minimum: 0 })), max: Type.Optional(Type.Integer({ minimum: 1 })) }),
  kind('number', number),
  kind('date', date),
  kind('table', {
    columns: Type.Array(Column, { minItems: 1 }),
    minRows: Type.Optional(Type.Integer({ minimum: 1 })),
    maxRows: Type.Integer({ minimum: 1, maximum: 1000 }),
    prefill: Type.Optional(record({
      report: { ...Code, description: 'A table of the report form: its rows are carried over into a renewal' },
      where: Type.Optional(record({ column: Code, is: Code })),
      columns: Type.Array(record({ column: Code, from: Code }), { minItems: 1 }),
    })),
    everyOptionOf: Type.Optional({ ...Code, description: 'A column of kind choice, each option of which must have a row' }),
  }),
  kind('attachment', {
    accept: Type.Array(
      oneOf('pdf', 'docx', 'odt', 'xlsx', 'ods', 'png', 'jpg'),
      { minItems: 1, uniqueItems: true },
    ),
    maxFiles: Type.Integer({ minimum: 1, maximum: 50 }),
    maxMegabytes: Type.Integer({ minimum: 1, maximum: 100, description: 'For each file' }),
  }),
  kind('indicators', {
    asks: Type.Array(oneOf('baseline', 'target', 'value', 'evidence'), {
      minItems: 1,
      uniqueItems: true,
      description: "What is asked for each of the scheme's indicators",
    }),
  }),
);
export type Question = Static<typeof Question>;
export type Kind = Question['kind'];
export type QuestionOf<K extends Kind> = Extract<Question, { kind: K }>;

const Section = record({ ...Labelled, help: Type.Optional(Text), questions: Type.Array(Question, { minItems: 1 }) });

export const Form = record({ sections: Type.Array(Section, { minItems: 1 }) });
export type Form = Static<typeof Form>;

/** A question that anybody may try before applying, without an account: some answers exclude. */
export const EligibilityQuestion = record({
  ...Labelled,
  help: Type.Optional(Text),
  options: Type.Array(record({ ...Labelled, eligible: Type.Boolean() }), { minItems: 2 }),
  reason: { ...Text, description: 'Said when an answer excludes' },
});
export type EligibilityQuestion = Static<typeof EligibilityQuestion>;
