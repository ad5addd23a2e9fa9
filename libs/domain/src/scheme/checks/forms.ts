import { parseDate } from '../../calendar/civil-date.js';
import type { Remark } from '../fault.js';
import { optionsOf, questionsOf } from '../questions.js';
import type { Column, Form, Question } from '../shape/form.js';
import type { Scheme } from '../shape/scheme.js';
import { unique } from './codes.js';

type Path = Remark['path'];

/** The three forms: codes told apart, choices with options, limits the right way round. */
export function checkForms(scheme: Scheme): Remark[] {
  const survey = questionsOf(scheme.survey.form).find(({ question }) => question.code === scheme.survey.satisfaction);
  return [
    ...checkForm(scheme, scheme.application.form, ['application', 'form']),
    ...checkForm(scheme, scheme.monitoring.reportForm, ['monitoring', 'reportForm']),
    ...checkForm(scheme, scheme.survey.form, ['survey', 'form']),
    ...(survey?.question.kind === 'number'
      ? []
      : [{ path: ['survey', 'satisfaction'], message: `the survey has no question "${scheme.survey.satisfaction}" of kind number` }]),
  ];
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
      return checkOptions(question, path);
    case 'choices':
      return [...checkOptions(question, path), ...ordered(question, 'min', 'max', path), ...reachable(scheme, question, path)];
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

function checkOptions(choice: { code: string; options?: { code: string }[]; optionsFrom?: string }, path: Path): Remark[] {
  if (choice.options && choice.optionsFrom) return [{ path: [...path, 'optionsFrom'], message: `"${choice.code}" gives options twice: keep options or optionsFrom` }];
  if (!choice.options && !choice.optionsFrom) return [{ path, message: `"${choice.code}" is a choice without options: give options or optionsFrom` }];
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
