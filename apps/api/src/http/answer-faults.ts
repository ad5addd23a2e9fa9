import type { AnswerFault } from '../../../../libs/domain/src/scheme/answer.js';
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

/** The sentence of one fault. */
export function sentenceOf({ code, params }: AnswerFault, locale: Locale): string {
  const text = sentences[code]?.[locale] ?? code;
  const where = params['row'] !== undefined && !text.includes('{row}') ? `${locale === 'en' ? 'Row' : 'Ligne'} ${params['row']} : ` : '';
  return where + text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '–'));
}

/** Faults of a form's answers as fields of the request's body. */
export function faultsOfAnswers(faults: readonly { question: string; fault: AnswerFault }[]): FieldFault[] {
  return faults.map(({ question, fault }) => ({ pointer: `/answers/${pointerToken(question)}`, code: fault.code, say: (locale) => sentenceOf(fault, locale) }));
}
