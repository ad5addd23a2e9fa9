import { Inject, Injectable } from '@nestjs/common';
import { versionOf } from '../../../../libs/domain/src/award/amendment.data.js';
import type { AwardData } from '../../../../libs/domain/src/award/award.data.js';
import type { NewTarget } from '../../../../libs/domain/src/award/contract.js';
import { sagaOf } from '../../../../libs/domain/src/award/saga.js';
import { dueOf } from '../../../../libs/domain/src/procedure/deadline.js';
import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { amendmentSignatures, amendmentTexts, contractSignatures, dropReasons, presentContract, signedContract } from '../../../../libs/persistence/src/award/contract.queries.js';
import { sagaFacts } from '../../../../libs/persistence/src/award/saga.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { hashOf } from '../../../../libs/persistence/src/procedure/canonical.js';
import { standingOf, type SubjectRow } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import type { Seen } from '../act/rights.service.js';
import { DATABASE } from '../environment/tokens.js';
import type { Locale } from '../http/locale.js';
import { Problem } from '../http/problem.js';
import type { ContractRead, ContractView, StepView } from './contract.dto.js';
import { sagaAdvice } from './saga.texts.js';

/** The contract is between its parties; those who watch over them read it too. */
export const contractReaders: readonly Role[] = ['applicant', 'secretariat', 'authority', 'auditor', 'operator'];

/** The contract of a label and the steps of its award, as they are read. */
@Injectable()
export class ContractReader {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** What the award is made of, and where it stands. */
  async steps(row: SubjectRow, locale: Locale): Promise<StepView[]> {
    const steps = sagaOf(await sagaFacts(this.db, row, await schemeById(this.db, row.schemeId)));
    return steps.map((one) => ({ ...one, advice: one.problem === null ? null : sagaAdvice[one.problem][locale] }));
  }

  /**
   * The text that is signed, or would be signed today, with its hash.
   * @throws Problem 404 where the scheme has no contract, or it was signed elsewhere; 409 `contract-unreadable` when what was signed is erased, or is not what is kept
   */
  async read(row: SubjectRow, scheme: Scheme): Promise<ContractRead> {
    const { contractText, importedOn } = dataOf(row);
    // Of a label that was awarded elsewhere, nobody here knows what was signed.
    if (!scheme.award.contract || importedOn) throw new Problem(404, 'not-found');
    if (contractText === null) {
      const source = await presentContract(this.db, row, scheme);
      return { source, text: hashOf(source) };
    }
    const source = await signedContract(this.db, row.id);
    // What is kept must be what was signed: the journal has its hash.
    if (!source || hashOf(source) !== contractText) throw new Problem(409, 'contract-unreadable');
    return { source, text: contractText };
  }

  /** Null for who is no party to it, and where there is none. */
  async view({ row, roles }: Seen): Promise<ContractView | null> {
    if (!roles.some((role) => contractReaders.includes(role))) return null;
    const scheme = await schemeById(this.db, row.schemeId);
    if (!scheme.award.contract) return null;
    const { deadlines } = standingOf(row);
    const data = dataOf(row);
    if (data.importedOn && data.amendments.length === 0) return null;
    const [signatures, ofAmendments, texts, reasons] = await Promise.all([
      contractSignatures(this.db, row.id), amendmentSignatures(this.db, row.id), amendmentTexts(this.db, data), dropReasons(this.db, row.id),
    ]);
    const text = data.contractText ?? hashOf(await presentContract(this.db, row, scheme));
    return {
      version: versionOf(data.amendments), text, signatures,
      amendments: data.amendments.map((one) => ({
        n: one.n, state: one.state, proposedOn: one.proposedOn, limitOn: one.state === 'proposed' ? (dueOf(deadlines, 'amendment-due')?.on ?? null) : null, settledOn: one.settledOn, version: one.version,
        wording: texts[one.content]?.text ?? null, targets: (texts[one.content]?.targets ?? []).map((target) => labelled(scheme, target)), text: one.text, droppedFor: reasons.get(one.n) ?? null,
        signatures: ofAmendments.filter(({ n }) => n === one.n).map(({ n: _n, ...signature }) => signature),
      })),
    };
  }
}

function labelled(scheme: Scheme, { indicator, target }: NewTarget) {
  return { indicator, target, label: { ...scheme.indicators.find(({ code }) => code === indicator)?.label } };
}

function dataOf(row: SubjectRow): AwardData {
  return standingOf(row).data as AwardData;
}
