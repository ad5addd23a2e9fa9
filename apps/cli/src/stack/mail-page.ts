import { escapeHtml, page } from './http.js';
import type { CaughtMail } from './mail-store.js';

const moment = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Europe/Paris' });
const written = (instant: string): string => moment.format(new Date(instant));

/** The date that the mail bears and, under a stepped clock, the real time at which it came. */
function when({ date = '', receivedAt }: CaughtMail): string {
  const apart = date !== '' && Math.abs(Date.parse(receivedAt) - Date.parse(date)) > 60_000;
  return apart ? `${written(date)} (reçu en réalité : ${written(receivedAt)})` : written(receivedAt);
}

/** The list of caught mails, newest first. */
export function listPage(mails: readonly CaughtMail[], to: string | undefined): string {
  const newest = mails.slice(-300).reverse();
  const rows = newest.map(
    (mail) =>
      `<tr><td><a href="/messages/${mail.id}">${escapeHtml(mail.subject || '(sans objet)')}</a></td>` +
      `<td>${mail.to.map((address) => `<a href="/?to=${encodeURIComponent(address)}">${escapeHtml(address)}</a>`).join('<br>')}</td><td class="quiet">${when(mail)}</td></tr>`,
  );
  const title = to === undefined ? 'Courrier envoyé par Estampille' : `Courrier pour ${to}`;
  const table = `<table><thead><tr><th>Objet</th><th>Pour</th><th>Date</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return page(
    title,
    `<h1>${escapeHtml(title)}</h1><p class="quiet">Rien ne sort de cette machine : chaque message s’arrête ici. ${mails.length} message${mails.length > 1 ? 's' : ''}${
      mails.length > newest.length ? `, les ${newest.length} derniers affichés` : ''
    }. ${to === undefined ? '' : '<a href="/">Tout le courrier</a>'}</p>${
      newest.length === 0 ? '<p>Aucun message pour l’instant.</p>' : table
    }`,
  );
}

/** One mail: as HTML in a closed frame, and as text. */
export function messagePage(mail: CaughtMail): string {
  const html = mail.html === '' ? '' : `<iframe sandbox="allow-popups" src="/messages/${mail.id}/html" title="Message"></iframe>`;
  return page(
    mail.subject,
    `<p><a href="/">← Tout le courrier</a></p><h1>${escapeHtml(mail.subject)}</h1>
<p class="quiet">De ${escapeHtml(mail.from)} · pour ${escapeHtml(mail.to.join(', '))} · ${when(mail)}<br>Message-ID ${escapeHtml(mail.messageId)}</p>
${html}<h2>Version texte</h2><pre>${escapeHtml(mail.text)}</pre>`,
  );
}
