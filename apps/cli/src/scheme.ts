import { readFileSync, writeFileSync } from 'node:fs';
import { parseScheme, type FileFault } from '../../../libs/domain/src/scheme/parse.js';
import { schemeJsonSchema } from '../../../libs/domain/src/scheme/shape/scheme.js';

const usage = `Usage:
  npm run scheme check FILE…    say what is wrong with a scheme, and what to think about
  npm run scheme schema FILE    write the JSON Schema that editors use (schemes/scheme.schema.json)`;

/** Runs one command. Returns the exit code: 0 done, 1 faults found, 2 wrong use. */
function run(args: string[], say: (line: string) => void): number {
  const [command, ...files] = args;
  const [first] = files;
  if (command === 'check' && first !== undefined) return Math.max(...files.map((file) => check(file, say)));
  if (command === 'schema' && first !== undefined && files.length === 1) {
    writeFileSync(first, `${JSON.stringify(schemeJsonSchema(), null, 2)}\n`);
    return 0;
  }
  say(usage);
  return 2;
}

function check(file: string, say: (line: string) => void): number {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    say(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
    return 2;
  }
  const parsed = parseScheme(text, file);
  const line = (kind: string) => (fault: FileFault) =>
    say(`${fault.file}:${fault.line}:${fault.column} ${kind}${fault.path && `${fault.path}: `}${fault.message}`);
  if (!parsed.ok) {
    parsed.faults.forEach(line(''));
    return 1;
  }
  parsed.warnings.forEach(line('warning: '));
  say(`${file}: ${parsed.scheme.code} version ${parsed.scheme.version} is valid`);
  return 0;
}

process.exitCode = run(process.argv.slice(2), console.log);
