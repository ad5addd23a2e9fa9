import { type KnownPeriod, publicLife, type PublicStatus } from '../../../../../libs/domain/src/award/public-life.js';
import type { CivilDate } from '../../../../../libs/domain/src/calendar/types.js';
import { writtenDate } from '../../../../../libs/domain/src/notification/dates.js';
import type { Scheme } from '../../../../../libs/domain/src/scheme/shape/scheme.js';
import type { RegisterSource } from '../../../../../libs/persistence/src/award/register.queries.js';
import { fill, type Params } from '../../http/fill.js';
import type { Locale } from '../../http/locale.js';
import { periodsOf } from '../register.view.js';
import { html, type Html } from './html.js';
import { style } from './style.js';
import { pageTexts, type PageTexts } from './verification.texts.js';

/** What the page answers: the number as it was typed, and the label if there is one. */
export interface Asked {
  readonly locale: Locale;
  /** Where the page stands, without a slash at its end. */
  readonly address: string;
  /** Undefined for the page that only asks. */
  readonly number: string | undefined;
  readonly day: CivilDate | undefined;
  readonly badDay: boolean;
  readonly label?: RegisterSource | undefined;
  readonly scheme?: Scheme | undefined;
}

const tones: Readonly<Partial<Record<PublicStatus | 'unknown', readonly [tone: string, sign: string]>>> = { valid: ['good', '✓'], upcoming: ['warn', '…'], suspended: ['warn', '!'], unknown: ['bad', '?'] };

/** The page that says to anybody what a label's number is worth on a day. One file: no scripts, nothing fetched. */
export function verificationPage(asked: Asked): string {
  const { locale, number, day, address } = asked;
  const texts = pageTexts[locale];
  const other: Locale = locale === 'fr' ? 'en' : 'fr';
  const query = new URLSearchParams({ ...(day ? { on: day } : {}), lang: other }).toString();
  const here = number === undefined ? '/verify' : `/verify/${encodeURIComponent(number)}`;
  const title = number === undefined ? texts.title : `${number} – ${texts.answers[asked.label?.status ?? 'unknown'][0]}`;
  return html`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>${title}</title><style>${{ html: style }}</style></head>
<body>
<header><p>${asked.scheme ? asked.scheme.name[locale] : texts.title}</p><a href="${here}?${query}" hreflang="${other}" lang="${other}">${texts.other}</a></header>
<main>
<h1>${texts.title}</h1>
${number === undefined ? undefined : answerSection(asked, number, texts)}
<section><h2>${number === undefined ? texts.title : texts.form.heading}</h2>${number === undefined ? html`<p>${texts.intro}</p>` : undefined}
<form action="/verify" method="get"><label>${texts.form.number}<input name="number" required maxlength="60" autocapitalize="characters" autocomplete="off" spellcheck="false" value="${number}"></label>
<label>${texts.form.day}<input name="on" type="date" min="1990-01-01" max="2199-12-31" value="${day}"></label><input type="hidden" name="lang" value="${locale}"><button>${texts.form.check}</button></form></section>
</main>
<footer><p>${fill(texts.proof, { address: '' })}<strong>${address}/</strong></p></footer>
</body>
</html>
`.html;
}

function answerSection({ label, locale, scheme, badDay }: Asked, number: string, texts: PageTexts): Html {
  const status = label?.status ?? 'unknown';
  const [tone, sign] = tones[status] ?? ['bad', '×'];
  const [word, ordinary] = texts.answers[status];
  const date = (day: CivilDate): string => (day === '' ? '' : writtenDate(day, locale));
  const life = label ? publicLife({ startsOn: label.startsOn, endsOn: label.firstEndsOn }, label.entries) : [];
  const since = life.findLast(({ from }) => label !== undefined && from <= label.on)?.from ?? '';
  const inForceFrom = life.find((period) => period.status !== 'upcoming')?.from ?? '';
  const dates: Params = label ? { day: date(label.on), since: date(since), startsOn: date(label.startsOn), endsOn: date(label.endsOn), inForceFrom: date(inForceFrom) } : {};
  const sentence = label && status === 'upcoming' && label.startsOn <= label.on && inForceFrom !== '' ? texts.unsigned : ordinary;
  const known = label ? periodsOf(label) : [];
  return html`<section class="answer ${tone}" role="status"><p class="word"><span class="sign" aria-hidden="true">${sign}</span>${word}</p>
<p class="sentence">${fill(sentence, dates)}</p>${badDay ? html`<p class="sentence">${texts.badDay}</p>` : undefined}
${label && label.on > label.today ? html`<p class="sentence">${texts.ahead}</p>` : undefined}${label ? marks(label, texts) : undefined}
<dl>${row(texts.rows.number, html`<span class="number">${number}</span>`)}${label && scheme ? facts(label, scheme, locale, texts) : undefined}</dl>
${known.length > 0 ? html`<details><summary>${texts.history}</summary><ol>${known.map((period) => html`<li>${texts.answers[period.status][0]}, ${told(period, texts, date)}</li>`)}</ol></details>` : undefined}
</section>`;
}

function told({ from, to, willEndOn }: KnownPeriod, texts: PageTexts, date: (day: CivilDate) => string): string {
  if (to) return fill(texts.until, { from: date(from), to: date(to) });
  return fill(willEndOn ? texts.willEnd : texts.from, { from: date(from), to: willEndOn ? date(willEndOn) : '' });
}

function marks({ renewalUnderAppraisal, renewedBy, renews }: RegisterSource, texts: PageTexts): readonly (Html | undefined)[] {
  const link = (number: string): Html => html`<a href="/verify/${number}">${number}</a>`;
  return [
    renewalUnderAppraisal ? html`<p class="sentence">${texts.renewal}</p>` : undefined,
    renewedBy ? html`<p class="sentence">${texts.renewedBy} ${link(renewedBy)}.</p>` : undefined,
    renews ? html`<p class="sentence">${texts.renews} ${link(renews)}.</p>` : undefined,
  ];
}

function facts({ pole, structure, startsOn, endsOn }: RegisterSource, scheme: Scheme, locale: Locale, { rows, term }: PageTexts): Html[] {
  const themes = pole.themes.map((code) => scheme.themes.find((theme) => theme.code === code)?.label[locale] ?? code);
  return [
    row(rows.holder, pole.name),
    ...(structure ? [row(rows.structure, structure.name), row(rows.siren, structure.siren.replace(/(\d{3})(?=\d)/g, '$1\u00a0'))] : []),
    row(rows.territory, pole.territory), ...(themes.length > 0 ? [row(rows.themes, themes.join(', '))] : []),
    row(rows.term, fill(term, { from: writtenDate(startsOn, locale), to: writtenDate(endsOn, locale) })), row(rows.authority, scheme.authority.name[locale]),
  ];
}

function row(name: string, value: string | Html): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
