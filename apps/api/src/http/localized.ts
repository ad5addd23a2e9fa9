import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Locale, localeOf } from './locale.js';

/** Gives a route the language of its caller, by `Accept-Language`. */
export const Language = createParamDecorator((_: unknown, context: ExecutionContext): Locale =>
  localeOf(context.switchToHttp().getRequest<FastifyRequest>().headers['accept-language']));

/** A part of a scheme in one language: whatever is `{ fr, en }` becomes its text, at any depth. */
export type InLanguage<T> = T extends { fr: string; en: string } ? string
  : T extends readonly (infer One)[] ? InLanguage<One>[]
    : T extends object ? { [K in keyof T]: InLanguage<T[K]> } : T;

export function inLanguage<T>(value: T, locale: Locale): InLanguage<T> {
  return translated(value, locale) as InLanguage<T>;
}

function translated(value: unknown, locale: Locale): unknown {
  if (Array.isArray(value)) return value.map((one) => translated(one, locale));
  if (typeof value !== 'object' || value === null) return value;
  const { fr, en } = value as { fr?: unknown; en?: unknown };
  if (typeof fr === 'string' && typeof en === 'string') return locale === 'en' ? en : fr;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, translated(one, locale)]));
}
