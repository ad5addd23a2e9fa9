import { checkCodes } from './checks/codes.js';
import { checkFigures } from './checks/figures.js';
import { checkForms } from './checks/forms.js';
import { checkContract } from './checks/contract.js';
import { checkLetters } from './checks/letters.js';
import { checkTime } from './checks/time.js';
import type { Fault } from './fault.js';
import type { Scheme } from './shape/scheme.js';
import { checkShape } from './shape-check.js';
import { readSource } from './source.js';
import { warningsOf } from './warnings.js';

/** A fault and the file that it is in. */
export type FileFault = Fault & { file: string };

/** A scheme that may be used, with what its author should still think about; or everything that is wrong with it. */
export type Parsed = { ok: true; scheme: Scheme; warnings: FileFault[] } | { ok: false; faults: FileFault[] };

/**
 * Reads a scheme file. The text must be YAML without anchors, aliases and tags, have the shape of a scheme, and its
 * parts must fit each other. Never throws for what the text holds; faults come in the order of their lines.
 * @param file the name to give in faults; nothing is read from it
 */
export function parseScheme(yamlText: string, file: string): Parsed {
  const inOrder = (faults: Fault[]) => faults.map((fault) => ({ file, ...fault })).sort((a, b) => a.line - b.line || a.column - b.column);
  const read = readSource(yamlText);
  if (!read.ok) return { ok: false, faults: inOrder(read.faults) };

  const { data, place } = read.source;
  const shape = checkShape(data);
  if (!shape.ok) return { ok: false, faults: inOrder(shape.remarks.map(place)) };

  const { scheme } = shape;
  const remarks = [checkCodes, checkFigures, checkTime, checkForms, checkLetters, checkContract].flatMap((check) => check(scheme));
  if (remarks.length > 0) return { ok: false, faults: inOrder(remarks.map(place)) };
  return { ok: true, scheme, warnings: inOrder(warningsOf(scheme).map(place)) };
}
