import { Type, type Static, type TObject, type TProperties } from '@sinclair/typebox';

/** An object that refuses what it does not know: a misspelt key in a scheme must never be ignored in silence. */
export const record = <T extends TProperties>(properties: T, description?: string): TObject<T> =>
  Type.Object(properties, { additionalProperties: false, ...(description && { description }) });

/** One of a few words. */
export const oneOf = <T extends string[]>(...words: T) => Type.Unsafe<T[number]>({ type: 'string', enum: words });

/** What a user reads, in both languages. */
export const Text = record({ fr: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }, 'A text in French and in English');
export type Text = Static<typeof Text>;

export const Code = Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 60, description: 'A stable code: small letters, digits, hyphens' });

const datePart = '(?=\\d)(\\d{1,3}Y)?(\\d{1,3}M)?(\\d{1,3}W)?(\\d{1,3}D)?';

export const Duration = Type.String({
  pattern: `^P${datePart}$`,
  description: 'A duration such as P5Y, P2M, P15D: ISO 8601, of years, months, weeks and days',
});

export const Offset = Type.String({
  pattern: `^-?P${datePart}$`,
  description: 'An ISO 8601 duration from a date, negative before it: -P7D, P0D, P3D',
});

export const Offsets = Type.Array(Offset, { uniqueItems: true });

export const MonthDay = Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', description: 'A day of every year: 08-01' });

export const Percent = Type.Integer({ minimum: 0, maximum: 100 });

export const Cents = Type.Integer({ minimum: 0, description: 'An amount in cents of euro' });

export const Url = Type.String({ pattern: '^https?://' });

/** A list of things told apart by their code. */
export const Labelled = { code: Code, label: Text };

export const Contact = record({
  name: Text,
  email: Type.String({ pattern: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$' }),
  phone: Type.Optional(Type.String()),
  address: Type.Optional(Type.Array(Type.String(), { description: 'Lines of a postal address' })),
  url: Type.Optional(Url),
});
export type Contact = Static<typeof Contact>;
