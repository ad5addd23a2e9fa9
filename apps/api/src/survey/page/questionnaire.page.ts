import { writtenDate } from '../../../../../libs/domain/src/notification/dates.js';
import { optionsOf, questionsOf } from '../../../../../libs/domain/src/scheme/questions.js';
import type { Question } from '../../../../../libs/domain/src/scheme/shape/form.js';
import type { FieldFault } from '../../http/field-fault.js';
import type { Locale } from '../../http/locale.js';
import { html, type Html } from '../../register/page/html.js';
import type { Opened } from '../questionnaire.service.js';
import { surveyStyle } from './page.style.js';
import { surveyPageTexts } from './page.texts.js';
import { type Sent, valuesOf } from './questionnaire.form.js';

/** One page: no scripts, nothing fetched, nothing that names the firm. */
function page(locale: Locale, title: string, content: Html, other?: Locale): string {
  return html`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex"><title>${title}</title><style>${{ html: surveyStyle }}</style></head>
<body><header><p>Estampille</p>${other ? html`<a href="?lang=${other}" hreflang="${other}" lang="${other}">${surveyPageTexts[locale].other}</a>` : undefined}</header><main><section><h1>${title}</h1>
${content}
</section></main></body>
</html>
`.html;
}

/** A page that says one thing. */
export function saying(locale: Locale, what: 'thanks' | 'answered' | 'closed' | 'unknown' | 'left'): string {
  const [title, text] = surveyPageTexts[locale][what];
  return page(locale, title, html`<p>${text}</p>`);
}

/** Asks before it stops the mails: a mail reader that opens links must not. */
export function leavePage(locale: Locale, pole: string): string {
  const [title, text, button] = surveyPageTexts[locale].leave;
  return page(locale, title, html`<p>${text(pole)}</p><form method="post"><button>${button}</button></form>`);
}

/** The questions, with what was sent before and what is wrong with it. */
export function questionnairePage({ view, form, scheme, locale }: Opened, sent: Sent = {}, faults: readonly FieldFault[] = []): string {
  const texts = surveyPageTexts[locale];
  const title = form.sections[0]?.label[locale] ?? view.pole;
  const asked = questionsOf(form).map(({ question }) => field(question, {
    locale, options: question.kind === 'choice' || question.kind === 'choices' ? optionsOf(scheme, question).map(({ code, label }) => ({ code, text: label[locale] })) : scaleOf(question),
    given: valuesOf(sent, question.code), fault: faults.find(({ pointer }) => pointer === `/answers/${question.code}`)?.say(locale),
  }));
  return page(locale, title, html`<p>${texts.about(view.pole, view.label)} ${view.closesOn === null ? undefined : texts.until(writtenDate(view.closesOn, locale))}</p>
<p class="hint">${texts.promise(view.minimumAnswers)}</p>
${faults.length > 0 ? html`<p class="alert" role="alert">${texts.toCorrect}</p>` : undefined}
<p class="hint">${texts.asker(scheme.secretariat.name[locale])} <a href="mailto:${scheme.secretariat.email}">${scheme.secretariat.email}</a>. ${texts.data}</p>
<form method="post" action="?lang=${locale}" novalidate>${asked}<button>${texts.send}</button></form>`, locale === 'fr' ? 'en' : 'fr');
}

interface Shown {
  readonly locale: Locale;
  readonly options: readonly { readonly code: string; readonly text: string }[];
  readonly given: readonly string[];
  readonly fault: string | undefined;
}

function field(question: Question, shown: Shown): Html {
  const { locale, options, fault } = shown;
  const texts = surveyPageTexts[locale];
  const name = html`${question.label[locale]}${question.required ? undefined : html` <span class="hint">(${texts.optional})</span>`}`;
  const hints = [question.help?.[locale], question.kind === 'text' || question.kind === 'long-text' ? texts.noNames : undefined].filter((one) => one !== undefined).map((hint) => html`<p class="hint">${hint}</p>`);
  const wrong = fault === undefined ? undefined : html`<p class="fault">${fault}</p>`;
  if (options.length > 0) return html`<fieldset><legend>${name}</legend>${hints}${wrong}<div${question.kind === 'number' ? html` class="scale"` : undefined}>${options.map((option) => row(question, option, shown))}</div></fieldset>`;
  return html`<fieldset><label class="asked" for="${question.code}">${name}</label>${hints}${wrong}${typed(question, shown)}</fieldset>`;
}

function row({ code, kind }: Question, option: Shown['options'][number], { given }: Shown): Html {
  return html`<label class="row"><input type="${kind === 'choices' ? 'checkbox' : 'radio'}" name="${code}" value="${option.code}"${given.includes(option.code) ? html` checked` : undefined}>${option.text}</label>`;
}

function typed({ code, kind }: Question, { given }: Shown): Html {
  if (kind === 'long-text') return html`<textarea id="${code}" name="${code}">${given[0]}</textarea>`;
  return html`<input id="${code}" name="${code}" type="${kind === 'date' ? 'date' : 'text'}"${kind === 'number' ? html` inputmode="decimal"` : undefined} value="${given[0]}">`;
}

/** A short scale is a row of buttons. */
function scaleOf(question: Question): Shown['options'] {
  if (question.kind !== 'number') return [];
  const { integer, min, max } = question;
  if (!integer || min === undefined || max === undefined || max - min > 10) return [];
  return Array.from({ length: max - min + 1 }, (_, i) => ({ code: String(min + i), text: String(min + i) }));
}
