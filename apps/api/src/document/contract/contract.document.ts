import { Inject, Injectable } from '@nestjs/common';
import type { AwardData } from '../../../../../libs/domain/src/award/award.data.js';
import { amendmentSignatures, amendmentTexts, contractSignatures } from '../../../../../libs/persistence/src/award/contract.queries.js';
import type { Database } from '../../../../../libs/persistence/src/database.js';
import { clockNow } from '../../../../../libs/persistence/src/procedure/clock.queries.js';
import { standingOf } from '../../../../../libs/persistence/src/procedure/standing.queries.js';
import { schemeById } from '../../../../../libs/persistence/src/scheme/scheme.queries.js';
import { RightsService } from '../../act/rights.service.js';
import type { Caller } from '../../auth/caller.js';
import { ContractReader, contractReaders } from '../../award/contract.reader.js';
import { DATABASE } from '../../environment/tokens.js';
import type { Locale } from '../../http/locale.js';
import { Problem } from '../../http/problem.js';
import type { Made } from '../document.js';
import { renderPdf } from '../pdf/render.js';
import { amendmentSource, contractSource, type ContractToPrint } from './contract.source.js';

/** The contract of a label and its amendments, to read or to sign. */
@Injectable()
export class ContractDocumentService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly rights: RightsService, private readonly contracts: ContractReader) {}

  /** The contract as it was signed, or would be today, with its amendments in force. @throws Problem 404; 409 `contract-unreadable` */
  async contract(caller: Caller, id: string, locale: Locale): Promise<Made> {
    const made = await this.read(caller, id, locale);
    return this.render(id, contractSource(made));
  }

  /** @throws Problem as `contract`; 404 for an amendment that never was */
  async amendment(caller: Caller, id: string, n: number, locale: Locale): Promise<Made> {
    const made = await this.read(caller, id, locale);
    const amendment = made.amendments.find((one) => one.n === n);
    if (!amendment) throw new Problem(404, 'not-found');
    return this.render(id, amendmentSource(made, amendment));
  }

  private async read(caller: Caller, id: string, locale: Locale): Promise<ContractToPrint> {
    const { row } = await this.rights.seeAs(caller, `award/${id}`, ...contractReaders);
    const scheme = await schemeById(this.db, row.schemeId);
    const data = standingOf(row).data as AwardData;
    const [{ source, text }, signatures, ofAmendments, texts, createdAt] = await Promise.all([
      this.contracts.read(row, scheme), contractSignatures(this.db, row.id), amendmentSignatures(this.db, row.id), amendmentTexts(this.db, data), clockNow(this.db),
    ]);
    const amendments = data.amendments.map((one) => ({
      ...one, wording: texts[one.content]?.text ?? null, targets: texts[one.content]?.targets ?? [], signatures: ofAmendments.filter(({ n }) => n === one.n),
    }));
    return { scheme, source, text, signatures, amendments, createdAt, locale };
  }

  private async render(id: string, source: ReturnType<typeof contractSource>): Promise<Made> {
    const { bytes, pages } = await renderPdf(source);
    return { bytes, pages, name: `${source.title}.pdf`, subject: `award/${id}` };
  }
}
