import { checkRna } from '../../../../libs/domain/src/identifiers/rna.js';
import { sirenOf } from '../../../../libs/domain/src/identifiers/siret.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { rnaHeld } from '../../../../libs/persistence/src/change/change.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { faultAt } from '../http/field-fault.js';
import { Problem } from '../http/problem.js';

/**
 * What was written of a new carrier, its RNA number bare: only what the records can take.
 * @throws Problem 422 `rna-invalid`, `rna-taken` by another structure, `rna-mismatch` with what is known of this one, `invalid` for a legal form that the scheme does not have
 */
export async function checkedCarrier(db: Database, schemeId: string, siret: string, written: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { rna: typed, legalForm } = written;
  const { structureTypes } = await schemeById(db, schemeId);
  if (!structureTypes.some(({ code }) => code === legalForm)) throw new Problem(422, 'invalid', {}, [faultAt('/legalForm', 'choice', { choices: structureTypes.map(({ code }) => code).join(', ') })]);
  if (typeof typed !== 'string') return written;
  const rna = checkRna(typed);
  if (!rna.ok) throw new Problem(422, 'rna-invalid', {}, [faultAt('/rna', rna.code)]);
  const siren = sirenOf(siret);
  const { holder, known } = await rnaHeld(db, siren, rna.value);
  if (holder !== undefined && holder !== siren) throw new Problem(422, 'rna-taken', {}, [faultAt('/rna', 'not-accepted')]);
  if (known !== undefined && known !== rna.value) throw new Problem(422, 'rna-mismatch', {}, [faultAt('/rna', 'not-accepted')]);
  return { ...written, rna: rna.value };
}
