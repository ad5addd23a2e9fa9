import { applyDecorators, Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import { Problem } from './problem.js';

class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUUID(value)) throw new Problem(404, 'not-found');
    return value.toLowerCase();
  }
}

/** A record's id in the path; anything that is no UUID is not found. Use it instead of `@Param`, so that no query sees a bad id. */
export function IdParam(name = 'id'): ParameterDecorator {
  return Param(name, new IdPipe());
}

/** Documents an `IdParam` (method decorator). */
export function HasId(name = 'id'): MethodDecorator {
  return applyDecorators(ApiParam({ name, schema: { type: 'string', format: 'uuid' } }));
}
