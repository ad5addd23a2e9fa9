import type { ThreadSide } from '../../../../libs/domain/src/thread/side.js';
import type { MessageRecord } from '../../../../libs/persistence/src/thread/thread.queries.js';
import { attachmentView } from '../application/attachment.view.js';
import type { Locale } from '../http/locale.js';
import type { MessageDto } from './thread.dto.js';

/** What every page of a thread says. */
export const threadNotice: Readonly<Record<Locale, string>> = {
  fr: 'Un message ne change ni l’état du dossier ni ses délais : il ne remplace ni le dépôt d’une pièce demandée, ni une décision, ni un recours.',
  en: 'A message changes neither the state of the file nor its time limits: it replaces neither the supply of a requested document, nor a decision, nor an appeal.',
};

/** A message as one reader sees it. @param upTo number of the last message that the reader has read */
export function messageView(record: MessageRecord, { personId, upTo }: { personId: string; upTo: number }): MessageDto {
  const { id, n, side, author, text, writtenAt, answeredAt, answeredBy, mailingId, attachedAt, seen, files } = record;
  return {
    id, author: { ...author, role: roleOf(side) }, text, writtenAt: writtenAt.toISOString(), attachments: files.map((file) => attachmentView(file)),
    toAnswer: side === 'centre' && answeredAt === null, answeredAt: answeredAt?.toISOString() ?? null, answeredBy, mailing: mailingId !== null,
    attachedAt: attachedAt?.toISOString() ?? null, read: author.id === personId || n <= upTo, seen,
  };
}

function roleOf(side: ThreadSide): 'applicant' | 'secretariat' {
  return side === 'centre' ? 'applicant' : 'secretariat';
}
