import { writtenDate } from '../../../../../libs/domain/src/notification/dates.js';
import type { Answer, Answers, IndicatorAnswer, Row } from '../../../../../libs/domain/src/scheme/answer.js';
import { optionsOf } from '../../../../../libs/domain/src/scheme/questions.js';
import type { Column, Question, QuestionOf } from '../../../../../libs/domain/src/scheme/shape/form.js';
import type { Scheme } from '../../../../../libs/domain/src/scheme/shape/scheme.js';
import type { Locale } from '../../http/locale.js';
import type { Block, Fact } from '../pdf/model.js';
import { bookTexts } from './book.texts.js';

/** A file of the book: its place in the list of attachments, from 1. */
export interface NumberedFile { readonly n: number; readonly name: string; readonly question: string | null }

/** The answers of an application by the sections of its form, as they are read and not as they are stored. */
export function answerBlocks(scheme: Scheme, answers: Answers, files: readonly NumberedFile[], locale: Locale): Block[] {
  return scheme.application.form.sections.flatMap((section): Block[] => [
    { is: 'heading', level: 2, text: section.label[locale] },
    ...together(section.questions.map((question) => blockOf(scheme, question, answers[question.code], files, locale))),
  ]);
}

/** One answer under a heading of its own that stands elsewhere. A table whose rows must cover every option of a column has a part for each option. */
export function answerAlone(scheme: Scheme, question: Question, answer: Answer, locale: Locale): Block[] {
  if (question.kind === 'table' && question.everyOptionOf !== undefined) return tableByOption(scheme, question, answer as Row[], locale);
  const told = blockOf(scheme, question, answer, [], locale);
  return 'fact' in told ? [{ is: 'paragraph', text: told.fact[1] }] : told.blocks.slice(1);
}

function tableByOption(scheme: Scheme, question: QuestionOf<'table'>, rows: readonly Row[], locale: Locale): Block[] {
  const by = question.columns.find(({ code }) => code === question.everyOptionOf);
  if (by?.kind !== 'choice') return [tableOf(scheme, question, rows, locale)];
  const rest = { ...question, columns: question.columns.filter((column) => column !== by) };
  return optionsOf(scheme, by).flatMap(({ code, label }): Block[] => {
    const of = rows.filter((row) => row[by.code] === code);
    return of.length === 0 ? [] : [{ is: 'heading', level: 3, text: label[locale] }, tableOf(scheme, rest, of, locale)];
  });
}

type Told = { readonly fact: Fact } | { readonly blocks: readonly Block[] };

/** Short answers that follow each other share one list of facts. */
function together(told: readonly Told[]): Block[] {
  const blocks: Block[] = [];
  let facts: Fact[] = [];
  const close = (): void => {
    if (facts.length > 0) blocks.push({ is: 'facts', rows: facts });
    facts = [];
  };
  for (const one of told) {
    if ('fact' in one) facts.push(one.fact);
    else {
      close();
      blocks.push(...one.blocks);
    }
  }
  close();
  return blocks;
}

const longestFact = 120;

function blockOf(scheme: Scheme, question: Question, answer: Answer | undefined, files: readonly NumberedFile[], locale: Locale): Told {
  const say = bookTexts[locale];
  const label = question.label[locale];
  const headed = (...blocks: Block[]): Told => ({ blocks: [{ is: 'heading', level: 3, text: label }, ...blocks] });
  if (question.kind === 'attachment') {
    const given = files.filter((file) => file.question === question.code);
    return { fact: [label, given.length === 0 ? say.noAnswer : given.map(({ n, name }) => `${say.piece} ${n} – ${name}`).join('\n')] };
  }
  if (answer === undefined) return { fact: [label, say.noAnswer] };
  if (question.kind === 'table') return headed(tableOf(scheme, question, answer as Row[], locale));
  if (question.kind === 'indicators') return headed(indicatorTable(scheme, question, answer as Record<string, IndicatorAnswer>, locale));
  if (question.kind === 'choices') return headed({ is: 'list', items: (answer as string[]).map((code) => optionLabel(scheme, question, code, locale)) });
  const text = cellText(scheme, question, answer as string | number, locale);
  return question.kind === 'long-text' || text.length > longestFact || text.includes('\n') ? headed({ is: 'paragraph', text }) : { fact: [label, text] };
}

function tableOf(scheme: Scheme, { columns }: QuestionOf<'table'>, rows: readonly Row[], locale: Locale): Block {
  const widths = { text: 3, choice: 1.8, number: 1.3, date: 1.5 } as const;
  return {
    is: 'table',
    columns: columns.map((column) => ({ title: column.label[locale], width: widths[column.kind], right: column.kind === 'number' })),
    rows: rows.map((row) => columns.map((column) => {
      const value = row[column.code];
      return value === undefined ? '' : cellText(scheme, column, value, locale);
    })),
  };
}

function indicatorTable(scheme: Scheme, { asks }: QuestionOf<'indicators'>, answers: Readonly<Record<string, IndicatorAnswer>>, locale: Locale): Block {
  const say = bookTexts[locale];
  const widths = { baseline: 1.1, target: 1.1, value: 1.1, evidence: 2.6 } as const;
  const known = scheme.indicators.map(({ code, label, unit }) => ({ code, label: label[locale], unit: unit[locale] }));
  const own = Object.entries(answers).filter(([code]) => !known.some((one) => one.code === code)).map(([code, { label, unit }]) => ({ code, label: label ?? code, unit: unit ?? '' }));
  return {
    is: 'table',
    columns: [{ title: say.indicator, width: 2.6 }, { title: say.unit, width: 1.3 }, ...asks.map((part) => ({ title: say[part], width: widths[part], right: part !== 'evidence' }))],
    rows: [...known, ...own].map(({ code, label, unit }) => [label, unit, ...asks.map((part) => {
      const value = answers[code]?.[part];
      return typeof value === 'number' ? numberIn(value, locale) : value ?? '';
    })]),
  };
}

function cellText(scheme: Scheme, question: Question | Column, value: string | number, locale: Locale): string {
  if (question.kind === 'choice') return optionLabel(scheme, question, String(value), locale);
  if (question.kind === 'number' && typeof value === 'number') return `${numberIn(value, locale)}${question.unit ? `\u00a0${question.unit[locale]}` : ''}`;
  return question.kind === 'date' ? writtenDate(String(value), locale) : String(value);
}

function optionLabel(scheme: Scheme, choice: Parameters<typeof optionsOf>[1], code: string, locale: Locale): string {
  return optionsOf(scheme, choice).find((option) => option.code === code)?.label[locale] ?? code;
}

export function numberIn(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 6 }).format(value);
}
