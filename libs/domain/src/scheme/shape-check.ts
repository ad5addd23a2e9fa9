import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Remark } from './fault.js';
import { schemeJsonSchema, type Scheme } from './shape/scheme.js';

let compiled: ValidateFunction<Scheme> | undefined;

const validate = (): ValidateFunction<Scheme> =>
  (compiled ??= new Ajv2020({ allErrors: true, discriminator: true, strict: true, strictRequired: false, verbose: true }).compile<Scheme>(schemeJsonSchema()));

/** Whether data has the shape of a scheme; if not, every place that differs. */
export function checkShape(data: unknown): { ok: true; scheme: Scheme } | { ok: false; remarks: Remark[] } {
  const check = validate();
  if (check(data)) return { ok: true, scheme: data };
  const errors = check.errors ?? [];
  return { ok: false, remarks: errors.map(remarkOf) };
}

function remarkOf(error: ErrorObject): Remark {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return sentence(error, path);
}

function sentence(error: ErrorObject, path: string[]): Remark {
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'required': {
      const key = String(params['missingProperty']);
      if (key === 'en' || key === 'fr') return { path: [...path, key], message: `a text is missing in ${key === 'en' ? 'English (en)' : 'French (fr)'}` };
      return { path: [...path, key], message: `"${key}" is missing` };
    }
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      return { path: [...path, key], message: `"${key}" is not known here` };
    }
    case 'discriminator':
      return { path: [...path, 'kind'], message: `kind ${show(params['tagValue'])} is not known here` };
    case 'pattern': {
      const hint = (error.parentSchema as { description?: string }).description;
      return { path, message: `${show(error.data)} does not fit${hint ? `. ${hint}` : ` ${String(params['pattern'])}`}` };
    }
    case 'enum':
      return { path, message: `must be one of ${(params['allowedValues'] as string[]).join(', ')}, not ${show(error.data)}` };
    case 'const':
      return { path, message: `must be ${show(params['allowedValue'])}, not ${show(error.data)}` };
    default:
      return { path, message: `${show(error.data)} ${error.message ?? 'is wrong'}` };
  }
}

/** A value, short enough to stand in a sentence. */
function show(value: unknown): string {
  if (Array.isArray(value)) return 'the list';
  if (typeof value === 'object' && value !== null) return 'the value';
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
