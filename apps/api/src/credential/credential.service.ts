import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../../libs/config/src/config.js';
import { placeOf, places } from '../../../../libs/persistence/src/award/credential.queries.js';
import { readRegister, type RegisterSource } from '../../../../libs/persistence/src/award/register.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { CONFIG, DATABASE } from '../environment/tokens.js';
import { Problem } from '../http/problem.js';
import { lastToldAt } from '../register/register.view.js';
import { badgeOf } from './badge.js';
import { listLength, type Purpose, statusList } from './status-list.js';
import { CredentialSigner } from './signer.js';

/** Credentials of labels in force, and the lists that say which of them are not to be relied upon. */
@Injectable()
export class CredentialService {
  constructor(@Inject(CONFIG) private readonly config: Config, @Inject(DATABASE) private readonly db: Database, private readonly signer: CredentialSigner) {}

  /** Made and signed as the label stands now. @throws Problem 404 for an unknown number, 409 `no-credential` for a label that is not in force */
  async ofNumber(number: string): Promise<Record<string, unknown>> {
    const [label] = await readRegister(this.db, { number, limit: 1 });
    const place = label && (await placeOf(this.db, label.id));
    if (!label || place === undefined) throw new Problem(404, 'not-found');
    if (label.status !== 'valid' && label.status !== 'upcoming') throw new Problem(409, 'no-credential', {}, undefined, { currentStatus: label.status });
    const badge = badgeOf(label, await schemeById(this.db, label.schemeId), { publicUrl: this.config.api.publicUrl, place });
    return this.signer.sign(badge, lastToldAt(label));
  }

  /** A status list as it is today. @throws Problem 404 for a list that no label is on */
  async list(purpose: Purpose, list: number): Promise<Record<string, unknown>> {
    const [placed, labels] = await Promise.all([places(this.db), this.labels()]);
    const on = labels.flatMap((label) => {
      const place = placed.get(label.id);
      return place !== undefined && Math.floor(place / listLength) + 1 === list ? [{ place, status: label.status, toldAt: lastToldAt(label) }] : [];
    });
    // The first list is there before the first label: whoever sets up a verifier finds it.
    if (on.length === 0 && list !== 1) throw new Problem(404, 'not-found');
    const toldAt = on.reduce((latest, one) => (one.toldAt > latest ? one.toldAt : latest), '2000-01-01T00:00:00.000Z');
    return this.signer.sign(await statusList(this.config.api.publicUrl, purpose, list, on, toldAt), toldAt);
  }

  private async labels(): Promise<RegisterSource[]> {
    const found: RegisterSource[] = [];
    for (let after: readonly string[] | undefined; ;) {
      const page = await readRegister(this.db, { after, limit: 500 });
      found.push(...page);
      const last = page.at(-1);
      if (page.length < 500 || !last) return found;
      after = [last.pole.name, last.number];
    }
  }
}
