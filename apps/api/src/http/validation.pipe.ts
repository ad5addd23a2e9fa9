import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { faultAt, type FieldFault, pointerToken, type Said } from './field-fault.js';
import { Problem } from './problem.js';

/** Nobody corrects more at once; the answer to a small request stays small. */
const mostFaults = 50;

/** Reads bodies and queries into DTO classes; an unknown or wrong field gives 422 with one fault a field, 50 at most. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true, whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true,
    validationError: { target: false, value: true },
    exceptionFactory: (errors) => new Problem(422, 'invalid', {}, errors.flatMap((error) => faultsOf(error, '')).slice(0, mostFaults)),
  });
}

/** Each field's first broken rule, as the caller should read it; nobody needs three sentences about one field. */
function faultsOf(error: ValidationError, parent: string): FieldFault[] {
  const pointer = `${parent}/${pointerToken(error.property ?? '')}`;
  const [broken] = Object.keys(error.constraints ?? {});
  const inner = (error.children ?? []).flatMap((child) => faultsOf(child, pointer));
  if (broken === undefined) return inner;
  const own = faultOf(error, broken, pointer);
  // Which elements are no objects is said of each.
  return own.code === 'object' && inner.length > 0 ? inner : [own, ...inner];
}

function faultOf({ value, contexts }: ValidationError, broken: string, pointer: string): FieldFault {
  if (broken === 'whitelistValidation') return faultAt(pointer, 'unknown-field');
  if (value === undefined || value === null) return faultAt(pointer, 'missing');
  const { code, params } = (contexts?.[broken] as Said | undefined) ?? { code: 'not-accepted', params: {} };
  return faultAt(pointer, code, params);
}
