import type { AnswerFault } from '../../../../libs/domain/src/scheme/answer.js';
import { optionsOf, questionsOf, type Lists } from '../../../../libs/domain/src/scheme/questions.js';
import type { Form, Question } from '../../../../libs/domain/src/scheme/shape/form.js';
import { type FieldFault, pointerToken } from './field-fault.js';
import type { Locale } from './locale.js';

/** What is wrong with an answer to a form, said to whoever fills it in. Codes are those of the domain's checks. */
const sentences: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  'missing': { fr: 'Réponse attendue.', en: 'An answer is needed.' },
  'unknown-question': { fr: 'Le formulaire ne pose pas cette question.', en: 'The form does not ask this question.' },
  'not-an-answer': { fr: 'Cette question attend un fichier : joignez-le.', en: 'This question wants a file: attach it.' },
  'not-a-text': { fr: 'Un texte est attendu.', en: 'A text is expected.' },
  'unfit-characters': { fr: 'Le texte contient des caractères qui ne peuvent pas être conservés.', en: 'The text holds characters that cannot be stored.' },
  'text-too-long': { fr: 'Au plus {max} caractères ({given} donnés).', en: 'At most {max} characters ({given} given).' },
  'text-too-short': { fr: 'Au moins {min} caractères ({given} donnés).', en: 'At least {min} characters ({given} given).' },
  'unknown-option': { fr: '« {given} » n’est pas un choix proposé.', en: '“{given}” is not one of the choices.' },
  'option-twice': { fr: 'Le même choix est donné deux fois.', en: 'The same choice is given twice.' },
  'too-many-choices': { fr: 'Au plus {max} choix ({given} donnés).', en: 'At most {max} choices ({given} given).' },
  'too-few-choices': { fr: 'Au moins {min} choix ({given} donnés).', en: 'At least {min} choices ({given} given).' },
  'not-a-number': { fr: 'Un nombre est attendu.', en: 'A number is expected.' },
  'not-a-whole-number': { fr: 'Un nombre entier est attendu.', en: 'A whole number is expected.' },
  'number-too-small': { fr: 'Au moins {min} ({given} donné).', en: 'At least {min} ({given} given).' },
  'number-too-large': { fr: 'Au plus {max} ({given} donné).', en: 'At most {max} ({given} given).' },
  'not-a-date': { fr: 'Une date est attendue, écrite AAAA-MM-JJ.', en: 'A date is expected, written YYYY-MM-DD.' },
  'date-too-early': { fr: 'Pas avant le {from}.', en: 'Not before {from}.' },
  'date-too-late': { fr: 'Pas après le {to}.', en: 'Not after {to}.' },
  'date-outside-period': { fr: 'Ligne {row}, « {column} » : le {given} n’est pas dans la période du rapport, du {from} au {to}.', en: 'Row {row}, “{column}”: {given} is not in the report’s period, {from} to {to}.' },
  'not-a-list': { fr: 'Une liste est attendue.', en: 'A list is expected.' },
  'too-many-rows': { fr: 'Au plus {max} lignes ({given} données).', en: 'At most {max} rows ({given} given).' },
  'too-few-rows': { fr: 'Au moins {min} lignes ({given} données).', en: 'At least {min} rows ({given} given).' },
  'not-a-row': { fr: 'La ligne {row} n’en est pas une.', en: 'Row {row} is none.' },
  'unknown-column': { fr: 'Ligne {row} : la colonne « {column} » n’existe pas.', en: 'Row {row}: there is no column “{column}”.' },
  'cell-missing': { fr: 'Ligne {row} : la colonne « {column} » est à remplir.', en: 'Row {row}: fill in the column “{column}”.' },
  'cell-too-short': { fr: 'Ligne {row}, colonne « {column} » : texte trop court.', en: 'Row {row}, column “{column}”: the text is too short.' },
  'option-without-row': { fr: 'Une ligne est attendue pour « {option} ».', en: 'A row is needed for “{option}”.' },
  'not-indicators': { fr: 'Des indicateurs, par code, sont attendus.', en: 'Indicators by code are expected.' },
  'unknown-indicator': { fr: 'L’indicateur « {indicator} » n’existe pas.', en: 'There is no indicator “{indicator}”.' },
  'too-many-indicators': { fr: 'Au plus {max} indicateurs propres au centre.', en: 'At most {max} indicators of the centre’s own.' },
  'unknown-part': { fr: 'Indicateur « {indicator} » : « {part} » n’est pas demandé.', en: 'Indicator “{indicator}”: “{part}” is not asked.' },
  'indicator-missing': { fr: 'Indicateur « {indicator} » : « {part} » est à remplir.', en: 'Indicator “{indicator}”: fill in “{part}”.' },
  'too-many-files': { fr: 'Au plus {max} fichiers ({given} donnés).', en: 'At most {max} files ({given} given).' },
  'file-type': { fr: 'Type de fichier refusé : {given}. Types acceptés : {accepted}.', en: 'File type refused: {given}. Accepted: {accepted}.' },
  'file-too-large': { fr: 'Fichier de plus de {megabytes} Mo.', en: 'File of more than {megabytes} MB.' },
};

/** The parts of an indicator's answer. */
const parts: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  baseline: { fr: 'valeur de départ', en: 'baseline' }, target: { fr: 'cible', en: 'target' }, value: { fr: 'valeur', en: 'value' },
  evidence: { fr: 'justification', en: 'evidence' }, label: { fr: 'intitulé', en: 'name' }, unit: { fr: 'unité', en: 'unit' },
};

/** The form that was filled in, and the lists of its scheme: a sentence says their labels, not their codes. */
export interface Asked {
  readonly lists: Lists;
  readonly form: Form;
}

/** The sentence of one fault. Columns, indicators and options have their labels when the form is given with the question. */
export function sentenceOf({ code, params }: AnswerFault, locale: Locale, asked?: { readonly lists: Lists; readonly question: Question | undefined }): string {
  const text = sentences[code]?.[locale] ?? code;
  const said: Readonly<Record<string, string | number>> = asked ? { ...params, ...labelsOf(params, asked, locale) } : params;
  const before = [
    params['row'] !== undefined && !text.includes('{row}') ? `${locale === 'en' ? 'Row' : 'Ligne'} ${params['row']}` : '',
    ...(['column', 'indicator', 'part'] as const).map((name) => (said[name] !== undefined && !text.includes(`{${name}}`) && code !== 'option-without-row' ? quoted(String(said[name]), locale) : '')),
  ].filter((one) => one !== '').join(', ');
  const where = before === '' ? '' : `${before}${locale === 'fr' ? '\u00a0' : ''}: `;
  return where + text.replace(/\{(\w+)\}/g, (_, name: string) => String(said[name] ?? '–'));
}

function labelsOf(params: AnswerFault['params'], { lists, question }: { readonly lists: Lists; readonly question: Question | undefined }, locale: Locale): Record<string, string> {
  const column = question?.kind === 'table' ? question.columns.find(({ code }) => code === params['column']) : undefined;
  const indicator = lists.indicators.find(({ code }) => code === params['indicator']);
  const option = column?.kind === 'choice' ? optionsOf(lists, column).find(({ code }) => code === params['option']) : undefined;
  const part = parts[String(params['part'])];
  return {
    ...(column && { column: column.label[locale] }), ...(indicator && { indicator: indicator.label[locale] }), ...(option && { option: option.label[locale] }), ...(part && { part: part[locale] }),
  };
}

function quoted(text: string, locale: Locale): string {
  return locale === 'fr' ? `«\u00a0${text}\u00a0»` : `“${text}”`;
}

/** Faults of a form's answers as fields of the request's body; one of an indicator points at it. */
export function faultsOfAnswers(faults: readonly { question: string; fault: AnswerFault }[], { lists, form }: Asked): FieldFault[] {
  const questions = new Map(questionsOf(form).map(({ question }) => [question.code, question]));
  return faults.map(({ question, fault }) => {
    const path = ['answers', question, ...['indicator', 'part'].flatMap((name) => (fault.params[name] === undefined ? [] : [String(fault.params[name])]))];
    return { pointer: path.map((name) => `/${pointerToken(name)}`).join(''), code: fault.code, say: (locale) => sentenceOf(fault, locale, { lists, question: questions.get(question) }) };
  });
}
