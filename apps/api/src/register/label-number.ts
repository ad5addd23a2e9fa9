import { applyDecorators, Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { Problem } from '../http/problem.js';

const shape = /^[A-Z0-9][A-Z0-9-]{2,39}$/;

/** A label's number as people copy it: case and spaces don't matter, nor which dash they typed; the register compares without dashes. Undefined for what can be none. */
export function readNumber(typed: string): string | undefined {
  const number = typed.replace(/\s+/g, '').replace(/[\u2010-\u2015\u2212]/g, '-').toUpperCase();
  return shape.test(number) ? number : undefined;
}

class NumberPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    const number = readNumber(value);
    if (number === undefined) throw new Problem(404, 'not-found');
    return number;
  }
}

/** A label's number in the path; what can be none is not found. */
export function NumberParam(): ParameterDecorator {
  return Param('number', new NumberPipe());
}

/** Documents a `NumberParam` (method decorator). */
export function HasNumber(): MethodDecorator {
  return applyDecorators(ApiParam({ name: 'number', schema: { type: 'string', pattern: shape.source } }));
}
