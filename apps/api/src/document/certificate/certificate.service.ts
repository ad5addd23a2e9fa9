import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../../../libs/config/src/config.js';
import { readRegister, type RegisterSource } from '../../../../../libs/persistence/src/award/register.queries.js';
import type { Database } from '../../../../../libs/persistence/src/database.js';
import { schemeById } from '../../../../../libs/persistence/src/scheme/scheme.queries.js';
import { RightsService } from '../../act/rights.service.js';
import type { Caller } from '../../auth/caller.js';
import { CONFIG, DATABASE } from '../../environment/tokens.js';
import type { Locale } from '../../http/locale.js';
import { Problem } from '../../http/problem.js';
import { lastToldAt } from '../../register/register.view.js';
import type { Made } from '../document.js';
import { certificatePdf } from './certificate.pdf.js';
import { inWords } from './certificate.js';

/** The certificate of a label that is in force, or about to be: made anew each time, so that it shows the term as it stands. */
@Injectable()
export class CertificateService {
  constructor(@Inject(CONFIG) private readonly config: Config, @Inject(DATABASE) private readonly db: Database, private readonly rights: RightsService) {}

  /** @throws Problem 409 `no-certificate` for a label that is not in force */
  async ofLabel(caller: Caller, id: string, locale: Locale): Promise<Made> {
    const { row } = await this.rights.see(caller, `award/${id}`);
    const [label] = await readRegister(this.db, { label: row.id, limit: 1 });
    if (label?.status !== 'valid' && label?.status !== 'upcoming') throw new Problem(409, 'no-certificate', {}, undefined, { currentStatus: label?.status ?? row.status });
    const bytes = await certificatePdf(inWords(await this.facts(label, locale)));
    return { bytes, pages: 1, name: `${label.number}.pdf`, subject: row.id };
  }

  private async facts(label: RegisterSource, locale: Locale): Promise<Parameters<typeof inWords>[0]> {
    const { number, pole, structure, startsOn, endsOn, firstEndsOn, decidedOn, entries } = label;
    const scheme = await schemeById(this.db, label.schemeId);
    const extension = entries.findLast(({ type }) => type === 'extended');
    return {
      locale, number, label: scheme.name[locale], authority: scheme.authority.name[locale], basis: scheme.legalBasis[0]?.[locale] ?? '', holder: pole.name, structure, territory: pole.territory,
      themes: pole.themes.map((code) => scheme.themes.find((theme) => theme.code === code)?.label[locale] ?? code), startsOn, endsOn, firstEndsOn, decidedOn,
      extendedOn: typeof extension?.facts['decidedOn'] === 'string' ? extension.facts['decidedOn'] : (extension?.on ?? null),
      address: `${this.config.api.publicUrl}/verify/${number}`, createdAt: lastToldAt(label),
    };
  }
}
