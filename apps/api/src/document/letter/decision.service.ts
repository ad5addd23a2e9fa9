import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import type { Database } from '../../../../../libs/persistence/src/database.js';
import { clockNow } from '../../../../../libs/persistence/src/procedure/clock.queries.js';
import { AttachmentService } from '../../application/attachment.service.js';
import { LetterService } from '../../application/letter.service.js';
import type { Caller } from '../../auth/caller.js';
import { DATABASE } from '../../environment/tokens.js';
import type { Locale } from '../../http/locale.js';
import type { Made } from '../document.js';
import { renderPdf } from '../pdf/render.js';
import { letterSource } from './letter.source.js';

/** The decision on a file to read or to sign. */
@Injectable()
export class DecisionDocumentService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly letters: LetterService, private readonly attachments: AttachmentService) {}

  /** What the authority signed, when it was uploaded; otherwise the letter, a draft until it is signed. @throws Problem 404 */
  async ofFile(caller: Caller, id: string, locale: Locale): Promise<Made> {
    const { letter, document } = await this.letters.read(caller, id, locale);
    const subject = `application/${id}`;
    const name = `${letter.subject}.pdf`;
    if (document !== null) {
      const { bytes } = await this.attachments.open(caller, id, document);
      return { bytes: await buffer(bytes), pages: 0, name, subject };
    }
    const { bytes, pages } = await renderPdf(letterSource(letter, { createdAt: await clockNow(this.db), reference: id }));
    return { bytes, pages, name, subject };
  }
}
