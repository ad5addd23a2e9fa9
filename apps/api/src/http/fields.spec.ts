import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import fc from 'fast-check';
import type { FieldFault } from './field-fault.js';
import { Choice, CivilDate, Code, Email, Flag, FreeMap, Id, InstantField, Int, Items, Nested, Text, Texts } from './fields.js';
import { PageQuery } from './page.js';
import { Problem } from './problem.js';
import { isStorableMap } from './storable.js';
import { validationPipe } from './validation.pipe.js';

class Line { @Int({ min: 1, max: 9 }) count!: number }
class Form {
  @Text({ max: 5, optional: true }) text?: string;
  @Code({ optional: true }) code?: string;
  @CivilDate({ optional: true }) day?: string;
  @InstantField({ optional: true }) at?: string;
  @Flag({ optional: true }) flag?: boolean;
  @Choice(['a', 'b'], { optional: true }) choice?: string;
  @Choice(['a', 'b'], { many: true, optional: true }) choices?: string[];
  @Id({ optional: true }) id?: string;
  @Email({ optional: true }) email?: string;
  @Texts({ max: 2, each: 3, optional: true }) texts?: string[];
  @Items(() => Line, { max: 2, optional: true }) lines?: Line[];
  @Nested(() => Line, { optional: true }) line?: Line;
  @Text({ optional: true, nullable: true }) clearable?: string | null;
  @FreeMap({ optional: true }) map?: Record<string, unknown>;
}

const pipe = validationPipe();
const read = (value: unknown, metatype: Type = Form): Promise<unknown> => pipe.transform(value, { type: 'body', metatype });
async function faults(value: unknown, metatype?: Type): Promise<readonly FieldFault[]> {
  try {
    await read(value, metatype);
    return [];
  } catch (error) {
    if (error instanceof Problem) return error.errors ?? [];
    throw error;
  }
}
const pointers = async (value: unknown, metatype?: Type): Promise<string[]> => (await faults(value, metatype)).map((fault) => fault.pointer);

describe('fields', () => {
  it.each([
    [{ text: '  ab ' }, { text: 'ab' }], [{ day: '2028-02-29' }, {}], [{ at: '2027-03-31T21:59:59.000Z' }, {}], [{ flag: 'false' }, { flag: false }],
    [{ email: ' A@Example.ORG' }, { email: 'a@example.org' }], [{ lines: [{ count: '3' }] }, { lines: [{ count: 3 }] }], [{ map: { a: [{ b: null }] } }, {}], [{ choices: [] }, {}], [{ clearable: null }, {}],
  ])('accept %j', async (value, expected) => expect(await read(value)).toMatchObject({ ...value, ...expected }));

  it.each([
    [{ text: '' }, '/text'], [{ text: 'abcdef' }, '/text'], [{ text: 'a\u0000' }, '/text'], [{ text: '\ud800' }, '/text'], [{ text: 3 }, '/text'],
    [{ code: '-x' }, '/code'], [{ day: '2027-02-29' }, '/day'], [{ day: '2027-2-1' }, '/day'], [{ at: '2027-03-31' }, '/at'], [{ at: '2027-02-30T00:00:00Z' }, '/at'],
    [{ flag: 'yes' }, '/flag'], [{ choice: 'c' }, '/choice'], [{ choices: ['a', 'c'] }, '/choices'], [{ id: '1' }, '/id'], [{ email: 'x' }, '/email'],
    [{ texts: ['abcd'] }, '/texts'], [{ texts: ['a\u0000'] }, '/texts'], [{ texts: 'a' }, '/texts'], [{ lines: [{ count: 1 }, { count: 99 }] }, '/lines/1/count'],
    [{ lines: [1] }, '/lines/0'], [{ lines: [[]] }, '/lines'], [{ lines: { count: 1 } }, '/lines'], [{ line: [] }, '/line'], [{ line: { count: 1.5 } }, '/line/count'], [{ line: { count: 1, more: 1 } }, '/line/more'],
    [{ text: null }, '/text'], [{ map: [] }, '/map'], [{ map: { 'a\u0000': 1 } }, '/map'], [{ unknown: 1 }, '/unknown'],
  ])('refuse %j', async (value, pointer) => expect(await pointers(value)).toContain(pointer));

  it.each([
    [{ text: 'abcdef' }, 'text-length'], [{ text: 3 }, 'text-length'], [{ text: 'a\u0000' }, 'text-unfit'], [{ text: null }, 'missing'], [{ code: '-x' }, 'code'], [{ day: '2027-02-29' }, 'date'],
    [{ at: 'x' }, 'instant'], [{ flag: 'yes' }, 'flag'], [{ choice: 'c' }, 'choice'], [{ choices: 'a' }, 'choices'], [{ id: '1' }, 'id'], [{ email: 'x' }, 'email'], [{ texts: 'a' }, 'texts'],
    [{ lines: 1 }, 'list'], [{ lines: [1] }, 'object'], [{ line: [] }, 'object'], [{ line: {} }, 'missing'], [{ line: { count: 'x' } }, 'whole-number'], [{ map: 1 }, 'free-map'], [{ more: 1 }, 'unknown-field'],
  ])('say of %j once that it breaks %s', async (value, code) => {
    expect((await faults(value)).map((fault) => fault.code)).toEqual([code]);
  });

  it('keep one-line texts and addresses free of what is not seen', async () => {
    for (const text of ['a\nb', 'a\tb', 'a\u202eb', 'a\u200bb', 'a\u00adb']) expect((await faults({ text })).map(({ code }) => code)).toEqual(['text-one-line']);
    for (const email of ['"a b"@example.org', 'a\u200b@example.org', '"a"@example.org', 'a\n@example.org']) expect((await faults({ email })).map(({ code }) => code)).toEqual(['email']);
    class Letter { @Text({ max: 2000 }) text!: string }
    expect(await read({ text: 'Madame,\n\tbonjour' }, Letter)).toEqual({ text: 'Madame,\n\tbonjour' });
    expect(await read({ text: 'Zoé', email: " O'Neil+x@Example.org " })).toMatchObject({ text: 'Zoé', email: "o'neil+x@example.org" });
  });

  it('leave no placeholder of a sentence open', async () => {
    const said = await faults({ text: '', choice: 1, choices: 1, texts: 1, lines: 1, line: { count: 0 } });
    for (const { say } of said) expect(say('fr') + say('en')).not.toMatch(/–|\{\{/);
    expect(said.find(({ pointer }) => pointer === '/choice')?.say('en')).toBe('Choose one of these values: a, b.');
  });

  it('read a page query from text', async () => {
    expect(await read({}, PageQuery)).toMatchObject({ limit: 20 });
    expect(await read({ limit: '100' }, PageQuery)).toMatchObject({ limit: 100 });
    expect(await pointers({ limit: '101' }, PageQuery)).toEqual(['/limit']);
    expect(await pointers({ limit: '1e1' }, PageQuery)).toEqual(['/limit']);
  });

  it('answer any JSON with an object or with a problem, never otherwise', async () => {
    await fc.assert(fc.asyncProperty(fc.dictionary(fc.constantFrom('text', 'day', 'lines', 'line', 'map', 'choices', 'x'), fc.jsonValue()), async (value) => {
      await pointers(value);
    }));
  });

  it('hold in jsonb whatever map is accepted', () => {
    fc.assert(fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (map) => {
      if (isStorableMap(map)) expect(JSON.stringify(map)).not.toMatch(/\\u0000|\\ud[89a-f]/);
    }));
  });
});
