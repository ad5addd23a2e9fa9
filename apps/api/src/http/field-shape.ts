import 'reflect-metadata';
import type { Locale } from './locale.js';

/** What a field of a DTO holds, as far as somebody needs who shows it elsewhere than in JSON. */
export interface FieldShape {
  readonly name: string;
  readonly kind: 'text' | 'code' | 'id' | 'date' | 'instant' | 'number' | 'flag' | 'texts' | 'codes' | 'object' | 'objects' | 'map';
  /** The class of an object, or of each of a list. */
  readonly of?: () => new () => object;
  /** What a person calls it, where the field’s name alone does not say. */
  readonly title?: Readonly<Record<Locale, string>>;
}

const SHAPES = Symbol('fields');

/** Remembers a field of a class (what the decorators of `fields.ts` do). */
export function rememberField(target: object, shape: FieldShape): void {
  const before = (Reflect.getMetadata(SHAPES, target) as readonly FieldShape[] | undefined) ?? [];
  Reflect.defineMetadata(SHAPES, [...before.filter(({ name }) => name !== shape.name), shape], target);
}

/** The fields of a DTO class in their order, those of the classes that it extends first. */
export function fieldsOf(dto: new () => object): readonly FieldShape[] {
  return (Reflect.getMetadata(SHAPES, dto.prototype as object) as readonly FieldShape[] | undefined) ?? [];
}

/** Reads the shape off what the field's documentation says. */
export function shapeOf(name: string, schema: Readonly<Record<string, unknown>>, title: FieldShape['title']): FieldShape {
  const of = typeof schema['type'] === 'function' ? (schema['type'] as NonNullable<FieldShape['of']>) : undefined;
  return { name, kind: kindOf(schema, of !== undefined), ...(of ? { of } : {}), ...(title ? { title } : {}) };
}

function kindOf({ type, format, pattern, items, isArray, enum: words }: Readonly<Record<string, unknown>>, isObject: boolean): FieldShape['kind'] {
  if (isObject) return isArray === true ? 'objects' : 'object';
  if (type === 'array') return (items as { enum?: unknown } | undefined)?.enum === undefined ? 'texts' : 'codes';
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'boolean') return 'flag';
  if (type === 'object') return 'map';
  if (format === 'date') return 'date';
  if (format === 'date-time') return 'instant';
  if (format === 'uuid') return 'id';
  return words !== undefined || (typeof pattern === 'string' && pattern.startsWith('^[A-Za-z0-9]')) ? 'code' : 'text';
}
