import { isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { Fault, Remark } from './fault.js';

const largest = 1_000_000;

/** YAML text read into plain data, and a way back from a place in the data to its line. */
export interface Source {
  data: unknown;
  place: (remark: Remark) => Fault;
}

/**
 * Reads YAML. Refuses what plain data does not need: anchors and aliases (a few lines can stand for gigabytes),
 * tags, several documents, keys given twice.
 */
export function readSource(text: string): { ok: true; source: Source } | { ok: false; faults: Fault[] } {
  const whole = (message: string) => ({ ok: false as const, faults: [{ line: 1, column: 1, path: '', message }] });
  if (text.length > largest) return whole(`the file is longer than ${largest} characters`);
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, schema: 'core', prettyErrors: false, logLevel: 'error' });
    const faults = syntaxFaults(document, lines);
    if (faults.length > 0) return { ok: false, faults };
    return { ok: true, source: { data: document.toJS({ maxAliasCount: 0 }), place: (remark) => place(document, lines, remark) } };
  } catch (error) {
    // The parser is recursive: brackets nested without end exhaust the stack.
    if (error instanceof RangeError) return whole('the file is nested too deeply');
    throw error;
  }
}

function syntaxFaults(document: Document, lines: LineCounter): Fault[] {
  const at = (offset: number, message: string): Fault => ({ ...position(lines, offset), path: '', message });
  const faults = [...document.errors, ...document.warnings].map((error) => at(error.pos[0], error.message));
  visit(document, {
    Node: (_key, node) => {
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node)) faults.push(at(offset, `aliases are refused (*${node.source}): write the value out`));
      else if (node.anchor) faults.push(at(offset, `anchors are refused (&${node.anchor}): write the value out`));
    },
  });
  return faults;
}

function position(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** The last key or item on the way that exists: for a missing key, that is the one that should have held it. */
function place(document: Document, lines: LineCounter, { path, message }: Remark): Fault {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const step of path) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!isPair(pair)) break;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      next = pair.value;
    } else if (isSeq(node)) {
      next = node.items[Number(step)];
      if (isNode(next)) offset = next.range?.[0] ?? offset;
    }
    if (next === undefined) break;
    node = next;
  }
  return { ...position(lines, offset), path: path.join('.'), message };
}
