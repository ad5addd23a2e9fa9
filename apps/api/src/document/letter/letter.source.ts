import type { Letter } from '../../../../../libs/domain/src/application/letter.js';
import type { Block, PdfSource } from '../pdf/model.js';

const phrases = { fr: { subject: 'Objet' }, en: { subject: 'Subject' } } as const;

/** Nobody signs on a page of its own. */
const signatureHeight = 150;

/** A decision letter as a document; a draft says so on each page. */
export function letterSource(letter: Letter, { createdAt, reference }: { createdAt: string; reference: string }): PdfSource {
  const { locale, draft, draftMark, sender, addressee, references, date, subject, salutation, sections, signature } = letter;
  return {
    locale, title: subject, author: sender[0] ?? '', createdAt,
    running: { head: sender[0] ?? '', aside: draft ? draftMark : '', foot: reference }, ...(draft ? { mark: draftMark.toUpperCase() } : {}),
    blocks: [
      { is: 'letterhead', sender, addressee, references: references.map(({ label, value }) => [label, value] as const), date, subjectLabel: phrases[locale].subject, subject },
      { is: 'paragraph', text: salutation },
      ...sections.flatMap(({ heading, paragraphs, items }, i): Block[] => [
        ...(heading === null ? [] : [{ is: 'heading', level: 2, text: heading } as const]),
        ...paragraphs.map((text) => ({ is: 'paragraph', text }) as const),
        ...(items.length > 0 ? [{ is: 'list', items, followed: i === sections.length - 1 ? signatureHeight : 0 } as const] : []),
      ]),
      { is: 'signature', lines: [signature.capacity, ...(signature.name === null ? [] : [signature.name]), signature.line] },
    ],
  };
}
