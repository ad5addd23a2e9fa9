import { parseArgs } from 'node:util';
import type { Locale } from '../../../../libs/domain/src/notification/template.js';
import { StackError } from '../stack/types.js';

export const usage = `npm run rehearse -- [options]
  --centres N    how many centres apply (22)
  --years N      how many years of label life are played after the year of the call (3)
  --seed N       the same seed gives the same outcome (7)
  --story N      tells the life of centre N, from 1; may be given several times
  --scheme FILE  a scheme to rehearse instead of the built-in one; several are played side by side
  --lang fr|en   of the story and the table (fr)
  --json FILE    writes everything for other tools`;

export interface Options {
  readonly centres: number;
  readonly years: number;
  readonly seed: number;
  readonly stories: readonly number[];
  readonly locale: Locale;
  readonly json?: string;
  readonly schemes: readonly string[];
}

/** @throws StackError naming the wrong option and what to write */
export function readOptions(args: readonly string[]): Options | 'help' {
  const string = { type: 'string' } as const;
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { centres: string, years: string, seed: string, story: { ...string, multiple: true }, lang: string, json: string, scheme: { ...string, multiple: true }, help: { type: 'boolean', short: 'h' } },
    }));
  } catch (error) {
    throw new StackError(`${(error as Error).message}\n\n${usage}`);
  }
  if (values.help) return 'help';
  const centres = whole('centres', values.centres ?? '22', 1, 200);
  const locale = values.lang ?? 'fr';
  if (locale !== 'fr' && locale !== 'en') throw new StackError(`--lang is “${locale}”; write fr or en.`);
  return {
    centres, locale, years: whole('years', values.years ?? '3', 1, 9), seed: whole('seed', values.seed ?? '7', 0, 2 ** 31),
    stories: (values.story ?? []).map((one) => whole('story', one, 1, centres)), ...(values.json === undefined ? {} : { json: values.json }), schemes: values.scheme ?? [],
  };
}

function whole(name: string, text: string, min: number, max: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) throw new StackError(`--${name} is “${text}”; write a whole number from ${min} to ${max}.`);
  return value;
}
