import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsEmail, IsIn, IsInt, IsNumber, IsUUID, Length, Matches, Max, MaxLength, Min,
  ValidateBy, ValidateIf, ValidateNested,
} from 'class-validator';
import type { FaultCode, Said } from './field-fault.js';
import { type FieldShape, rememberField, shapeOf } from './field-shape.js';
import type { Params } from './fill.js';
import { isOneLine, isStorableMap, isStorableText } from './storable.js';

/** Every field: `optional` (may be absent), `nullable` (may be null; say it for answers too), a sentence for the documentation, and its `title` as a column where `document/sheet/titles.ts` has none. */
export interface FieldOptions { readonly optional?: boolean; readonly nullable?: boolean; readonly description?: string; readonly example?: unknown; readonly title?: FieldShape['title'] }
type Class = new () => object;

function field(options: FieldOptions, schema: ApiPropertyOptions, ...rules: PropertyDecorator[]): PropertyDecorator {
  const { optional = false, nullable = false, description, example, title } = options;
  const present = ValidateIf((_, value) => !(optional && value === undefined) && !(nullable && value === null));
  const documented = ApiProperty({
    ...schema, required: !optional, ...(nullable ? { nullable } : {}),
    ...(description === undefined ? {} : { description }), ...(example === undefined ? {} : { example }),
  } as ApiPropertyOptions);
  return (target, key) => {
    rememberField(target, shapeOf(String(key), schema as Record<string, unknown>, title));
    for (const apply of [documented, ...(optional || nullable ? [present] : []), ...rules]) apply(target, key);
  };
}

/** Options of a rule: what to tell whoever breaks it, and whether it is each element's. */
function says(code: FaultCode, params: Params = {}, each = false): { message: string; context: Said; each: boolean } {
  // The library keeps the context of a rule only when its message is not empty.
  return { message: code, context: { code, params }, each };
}

const isStorable = { name: 'storable', validator: { validate: (value: unknown) => typeof value !== 'string' || isStorableText(value) } };
const storable = ValidateBy(isStorable, says('text-unfit'));
const oneLine = ValidateBy({ name: 'oneLine', validator: { validate: (value: unknown) => typeof value !== 'string' || isOneLine(value) } }, says('text-one-line'));
// A quoted local part may hold nearly anything; nobody has one.
const plainAddress = ValidateBy({ name: 'plainAddress', validator: { validate: (value: unknown) => typeof value !== 'string' || (isOneLine(value) && !value.includes('"')) } }, says('email'));
const isCivilDate = ValidateBy({ name: 'civilDate', validator: { validate: isRealDate } }, says('date'));
const isInstant = ValidateBy({ name: 'instant', validator: { validate: isRealInstant } }, says('instant'));

/** Up to this many characters a text is one line (a name, a label, words to look for); a longer one may have paragraphs. */
const longestLine = 300;

/** Text of `min` (default 1) to `max` (default 200) characters, trimmed; of one line, without control and format characters, unless it may be longer than 300. */
export function Text({ min = 1, max = 200, ...options }: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator {
  return field(options, { type: 'string', minLength: min, maxLength: max },
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)), storable, ...(max <= longestLine ? [oneLine] : []), Length(min, max, says('text-length', { min, max })));
}

/** A short machine name, e.g. a theme or a criterion. */
export function Code(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' }, Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, says('code')));
}

/** Text of one of a few shapes, given as a pattern; the example is shown to whoever misses it. */
export function Pattern(pattern: RegExp, options: FieldOptions & { example: string }): PropertyDecorator {
  return field(options, { type: 'string', pattern: pattern.source }, Matches(pattern, says('pattern', { example: options.example })));
}

/** An e-mail address, put in lower case. */
export function Email(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'string', format: 'email', maxLength: 254 },
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toLowerCase() : value)), storable, plainAddress, MaxLength(254, says('email')), IsEmail({}, says('email')));
}

/** A civil date 'YYYY-MM-DD' that exists, 1900–2199. */
export function CivilDate(options: FieldOptions = {}): PropertyDecorator {
  return field({ example: '2027-03-31', ...options }, { type: 'string', format: 'date' }, isCivilDate);
}

/** An instant in UTC, ISO 8601 with 'Z'. */
export function InstantField(options: FieldOptions = {}): PropertyDecorator {
  return field({ example: '2027-03-31T21:59:59.000Z', ...options }, { type: 'string', format: 'date-time' }, isInstant);
}

/** A whole number; text of digits (a query) is read as one. */
export function Int({ min = 0, max = 1_000_000_000_000, ...options }: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator {
  return field(options, { type: 'integer', minimum: min, maximum: max },
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value)), IsInt(says('whole-number', { min, max })), Min(min, says('whole-number', { min, max })), Max(max, says('whole-number', { min, max })));
}

/** A number, also one with decimals. */
export function Decimal({ min = -1e12, max = 1e12, ...options }: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator {
  const wrong = says('number-range', { min, max });
  return field(options, { type: 'number', minimum: min, maximum: max }, IsNumber({}, wrong), Min(min, wrong), Max(max, wrong));
}

/** True or false; 'true' and 'false' (a query) are read as such. */
export function Flag(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'boolean' },
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)), IsBoolean(says('flag')));
}

/** One of the given words; `many` for a list of them without repetition of meaning. */
export function Choice(choices: readonly string[], { many = false, ...options }: FieldOptions & { many?: boolean } = {}): PropertyDecorator {
  const schema = many
    ? { type: 'array', items: { type: 'string', enum: [...choices] }, maxItems: choices.length, uniqueItems: true }
    : { type: 'string', enum: [...choices] };
  const wrong = says(many ? 'choices' : 'choice', { choices: choices.join(', ') });
  return field(options, schema as ApiPropertyOptions, ...(many ? [IsArray(wrong), ArrayMaxSize(choices.length, wrong)] : []), IsIn([...choices], { ...wrong, each: many }));
}

/** The id of a record (UUID). */
export function Id(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'string', format: 'uuid' }, IsUUID(undefined, says('id')));
}

/** A list of texts, codes or ids. */
export function Texts({ max = 50, each = 200, ids = false, ...options }: FieldOptions & { max?: number; each?: number; ids?: boolean } = {}): PropertyDecorator {
  const items = ids ? { type: 'string', format: 'uuid' } : { type: 'string', minLength: 1, maxLength: each };
  const wrong = ids ? says('ids', { max }) : says('texts', { max, each });
  return field(options, { type: 'array', items, maxItems: max } as ApiPropertyOptions, IsArray(wrong), ArrayMaxSize(max, wrong),
    ...(ids ? [IsUUID(undefined, { ...wrong, each: true })] : [Length(1, each, { ...wrong, each: true }), ValidateBy(isStorable, says('text-unfit', {}, true))]));
}

/** A list of whole numbers from 1. */
export function Ints({ max = 50, ...options }: FieldOptions & { max?: number } = {}): PropertyDecorator {
  const list = says('list', { min: 0, max });
  const number = says('whole-number', { min: 1, max: 1_000_000 }, true);
  return field(options, { type: 'array', items: { type: 'integer', minimum: 1 }, maxItems: max } as ApiPropertyOptions,
    IsArray(list), ArrayMaxSize(max, list), IsInt(number), Min(1, number), Max(1_000_000, number));
}

/** A list of objects of another DTO class. (Nest knows a lazy class by the function's name, `type`: hence `() => dto()` below.) */
export function Items(dto: () => Class, { min = 0, max = 200, ...options }: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator {
  const wrong = says('list', { min, max });
  return field(options, { type: () => dto(), isArray: true, minItems: min, maxItems: max } as ApiPropertyOptions,
    IsArray(wrong), ArrayMinSize(min, wrong), ArrayMaxSize(max, wrong), ValidateNested({ ...says('object'), each: true }), ValidateBy(isObject, says('object', {}, true)), Type(dto));
}
const isObject = { name: 'object', validator: { validate: (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value) } };

/** One object of another DTO class. */
export function Nested(dto: () => Class, options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: () => dto() } as ApiPropertyOptions, ValidateBy(isObject, says('object')), ValidateNested(says('object')), Type(dto));
}

/** A free JSON object (answers, facts): any keys, at most 12 levels; the rules of its content are the scheme's. */
export function FreeMap(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'object', additionalProperties: true } as ApiPropertyOptions,
    ValidateBy({ name: 'freeMap', validator: { validate: isStorableMap } }, says('free-map')));
}

/** True for a civil date 'YYYY-MM-DD' that exists, 1900–2199. */
export function isRealDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^(19|20|21)\d\d-\d\d-\d\d$/.test(value)) return false;
  const read = new Date(`${value}T00:00:00.000Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(value);
}

/** True for an instant in UTC, ISO 8601 with 'Z', 1900–2199. */
export function isRealInstant(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value)) return false;
  return isRealDate(value.slice(0, 10)) && !Number.isNaN(new Date(value).getTime());
}
