import { parseDate } from '../../calendar/civil-date.js';
import type { Remark } from '../fault.js';
import { optionsOf, questionsOf } from '../questions.js';
import type { Column, Form, Question } from '../shape/form.js';
import type { Scheme } from '../shape/scheme.js';
import { unique } from './codes.js';

type Path = Remark['path'];

/** The forms: codes told apart, choices with options, limits the right way round. */
export function checkForms(scheme: Scheme): Remark[] {
  return [
    ...checkForm(scheme, scheme.application.form, ['application', 'form']),
    ...(scheme.monitoring ? checkForm(scheme, scheme.monitoring.reportForm, ['monitoring', 'reportForm']) : []),
    ...(scheme.survey ? checkSurvey(scheme, scheme.survey) : []),
  ];
}

function checkSurvey(scheme: Scheme, { form, satisfaction }: NonNullable<Scheme['survey']>): Remark[] {
  const asked = questionsOf(form).find(({ question }) => question.code === satisfaction);
  const missing = asked?.question.kind === 'number' ? [] : [{ path: ['survey', 'satisfaction'], message: `the survey has no question "${satisfaction}" of kind number` }];
  // A firm answers on a telephone, without an account: no tables, no files.
  const unfit = form.sections.flatMap(({ questions }, section) => questions.flatMap(({ kind }, at) => (
    kind === 'table' || kind === 'attachment' || kind === 'indicators' ? [{ path: ['survey', 'form', 'sections', section, 'questions', at, 'kind'], message: `a survey asks no question of kind ${kind}` }] : [])));
  return [...checkForm(scheme, form, ['survey', 'form']), ...missing, ...unfit];
}

function checkForm(scheme: Scheme, form: Form, path: Path): Remark[] {
  // Answers are kept by the question's code alone, so it is unique in the form, not only in its section.
  const seen = new Set<string>();
  return [
    ...unique(form.sections, [...path, 'sections']),
    ...form.sections.flatMap((section, at) =>
      section.questions.flatMap((question, index) => {
        const here = [...path, 'sections', at, 'questions', index];
        const twice = seen.has(question.code) ? [{ path: [...here, 'code'], message: `code "${question.code}" is used twice in the form` }] : [];
        seen.add(question.code);
        return [...twice, ...checkQuestion(scheme, question, here)];
      }),
    ),
  ];
}

function checkQuestion(scheme: Scheme, question: Question | Column, path: Path): Remark[] {
  switch (question.kind) {
    case 'choice':
      return checkOptions(scheme, question, path);
    case 'choices':
      return [...checkOptions(scheme, question, path), ...ordered(question, 'min', 'max', path), ...reachable(scheme, question, path)];
    case 'number':
      return ordered(question, 'min', 'max', path);
    case 'text':
    case 'long-text':
      return ordered(question, 'minLength', 'maxLength', path);
    case 'date':
      return checkDates(question, path);
    case 'table': {
      const covered = question.columns.find(({ code }) => code === question.everyOptionOf);
      return [
        ...unique(question.columns, [...path, 'columns']),
        ...question.columns.flatMap((column, at) => checkQuestion(scheme, column, [...path, 'columns', at])),
        ...ordered(question, 'minRows', 'maxRows', path),
        ...(question.prefill ? checkPrefill(scheme, question, [...path, 'prefill']) : []),
        ...(question.everyOptionOf !== undefined && covered?.kind !== 'choice'
          ? [{ path: [...path, 'everyOptionOf'], message: `there is no column "${question.everyOptionOf}" of kind choice` }]
          : []),
      ];
    }
    case 'attachment':
      return [];
    case 'indicators':
      return scheme.indicators.length === 0 ? [{ path, message: 'the scheme has no indicators to ask for' }] : [];
  }
}

/** A table filled from the reports names a table of the report form, and columns on both sides. */
function checkPrefill(scheme: Scheme, { columns, prefill }: Pick<Extract<Question, { kind: 'table' }>, 'columns' | 'prefill'>, path: Path): Remark[] {
  if (!prefill) return [];
  const source = scheme.monitoring && questionsOf(scheme.monitoring.reportForm).find(({ question }) => question.code === prefill.report)?.question;
  if (source?.kind !== 'table') return [{ path: [...path, 'report'], message: `the reports have no table "${prefill.report}"` }];
  const has = (all: readonly { code: string }[], code: string) => all.some((column) => column.code === code);
  return [
    ...(prefill.where && !has(source.columns, prefill.where.column) ? [{ path: [...path, 'where', 'column'], message: `the reports' table has no column "${prefill.where.column}"` }] : []),
    ...prefill.columns.flatMap(({ column, from }, at) => [
      ...(has(columns, column) ? [] : [{ path: [...path, 'columns', at, 'column'], message: `there is no column "${column}"` }]),
      ...(has(source.columns, from) ? [] : [{ path: [...path, 'columns', at, 'from'], message: `the reports' table has no column "${from}"` }]),
    ]),
  ];
}

function checkOptions(scheme: Scheme, choice: { code: string } & Parameters<typeof optionsOf>[1], path: Path): Remark[] {
  if (choice.options && choice.optionsFrom) return [{ path: [...path, 'optionsFrom'], message: `"${choice.code}" gives options twice: keep options or optionsFrom` }];
  if (!choice.options && !choice.optionsFrom) return [{ path, message: `"${choice.code}" is a choice without options: give options or optionsFrom` }];
  if (choice.optionsFrom && optionsOf(scheme, choice).length === 0) return [{ path: [...path, 'optionsFrom'], message: `the scheme has no ${choice.optionsFrom} to choose from` }];
  return unique(choice.options ?? [], [...path, 'options']);
}

function reachable(scheme: Scheme, choices: Extract<Question, { kind: 'choices' }>, path: Path): Remark[] {
  const count = optionsOf(scheme, choices).length;
  return (choices.min ?? 0) > count ? [{ path: [...path, 'min'], message: `min ${choices.min} asks for more than the ${count} options` }] : [];
}

function ordered<K extends string>(limits: { [key in K]?: number | undefined }, low: K, high: K, path: Path): Remark[] {
  const [from, to] = [limits[low], limits[high]];
  return from !== undefined && to !== undefined && from > to ? [{ path: [...path, low], message: `${low} ${from} is above ${high} ${to}` }] : [];
}

function checkDates({ from, to }: { from?: string; to?: string }, path: Path): Remark[] {
  const wrong = Object.entries({ from, to }).flatMap(([key, day]) => {
    try {
      if (day !== undefined) parseDate(day);
      return [];
    } catch {
      return [{ path: [...path, key], message: `there is no such day: ${day}` }];
    }
  });
  return wrong.length === 0 && from && to && from > to ? [{ path: [...path, 'from'], message: `from ${from} is after to ${to}` }] : wrong;
}
