import type { Database } from '../../../../libs/persistence/src/database.js';
import { newestSchemes } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { faultAt } from '../http/field-fault.js';
import { Problem } from '../http/problem.js';

/**
 * Checks codes against the loaded schemes: no file could ever use others.
 * @param said pointers into the body with what stands there; a field that was left out is left out here
 * @throws Problem 422 that names each field
 */
export async function checkSchemeCodes(db: Database, said: { legalForm?: { pointer: string; code: string } | undefined; themes?: { pointer: string; codes: readonly string[] } | undefined }): Promise<void> {
  const schemes = (await newestSchemes(db)).map(({ scheme }) => scheme);
  const types = new Set(schemes.flatMap(({ structureTypes }) => structureTypes.map(({ code }) => code)));
  const themes = new Set(schemes.flatMap((scheme) => scheme.themes.map(({ code }) => code)));
  const { legalForm, themes: chosen } = said;
  const faults = [
    ...(legalForm && !types.has(legalForm.code) ? [faultAt(legalForm.pointer, 'choice', { choices: [...types].join(', ') })] : []),
    ...(chosen?.codes.some((code) => !themes.has(code)) ? [faultAt(chosen.pointer, 'choices', { choices: [...themes].join(', ') })] : []),
  ];
  if (faults.length > 0) throw new Problem(422, 'invalid', {}, faults);
}
