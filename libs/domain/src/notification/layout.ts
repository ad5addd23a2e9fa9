import type { Locale } from './template.js';

/** What every mail is made of. */
export interface MailParts {
  readonly locale: Locale;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Label of the link to the task; null for a mail without one. */
  readonly action: string | null;
  readonly taskUrl: string;
  readonly reference: string;
  /** Where the reader may ask not to be written to any more. */
  readonly leaveUrl?: string | undefined;
}

const phrases: Record<Locale, { greeting: string; sentBy: string; reference: string; leave: string }> = {
  fr: { greeting: 'Bonjour,', sentBy: 'Message envoyé par Estampille pour le secrétariat du label.', reference: 'Référence\u00a0:', leave: 'Ne plus recevoir ces questionnaires' },
  en: { greeting: 'Hello,', sentBy: 'Sent by Estampille on behalf of the label’s secretariat.', reference: 'Reference:', leave: 'Receive no more of these questionnaires' },
};

export function mailText({ locale, paragraphs, action, taskUrl, reference, leaveUrl }: MailParts): string {
  const phrase = phrases[locale];
  const link = action === null ? [] : [`${action}${locale === 'fr' ? '\u00a0' : ''}:\n${taskUrl}`];
  return [phrase.greeting, ...paragraphs, ...link, `-- \n${phrase.sentBy}\n${phrase.reference} ${reference}${leaveUrl === undefined ? '' : `\n${phrase.leave}${locale === 'fr' ? '\u00a0' : ''}: ${leaveUrl}`}`]
    .join('\n\n')
    .concat('\n');
}

/** A calm page of one column that needs no picture and no style sheet; mail readers drop both. */
export function mailHtml({ locale, subject, paragraphs, action, taskUrl, reference, leaveUrl }: MailParts): string {
  const phrase = phrases[locale];
  const body = [phrase.greeting, ...paragraphs].map((p) => `<p style="margin:0 0 16px">${escape(p).replaceAll('\n', '<br>')}</p>`).join('\n');
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(subject)}</title></head>
<body style="margin:0;padding:24px 12px;background:#f4f3ef;color:#22201c;font:16px/1.55 Georgia,'Times New Roman',serif">
<div style="max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border:1px solid #e0ddd3;border-radius:6px">
<h1 style="margin:0 0 24px;font-size:21px;line-height:1.3;font-weight:normal">${escape(subject)}</h1>
${body}
${action === null ? '' : button(action, taskUrl)}</div>
<p style="max-width:560px;margin:16px auto 0;color:#6a655b;font:13px/1.5 Arial,sans-serif">${escape(phrase.sentBy)}<br>${escape(phrase.reference)} ${escape(reference)}${leaveUrl === undefined ? '' : `<br><a href="${escape(leaveUrl)}" style="color:#6a655b">${escape(phrase.leave)}</a>`}</p>
</body>
</html>
`;
}

function button(action: string, url: string): string {
  return `<p style="margin:28px 0 8px"><a href="${escape(url)}" style="display:inline-block;padding:12px 22px;background:#1d4d4f;color:#ffffff;border-radius:4px;text-decoration:none;font:600 16px/1.2 Arial,sans-serif">${escape(action)}</a></p>\n`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
