import { Param, ParseIntPipe } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { Problem } from '../http/problem.js';

const pipe = new ParseIntPipe({ exceptionFactory: () => new Problem(404, 'not-found') });

/** The number of an amendment in an address; 404 for anything that is no number. */
export function AmendmentNumber(): ParameterDecorator {
  return Param('n', pipe);
}

export function HasAmendmentNumber(): MethodDecorator {
  return ApiParam({ name: 'n', schema: { type: 'integer', minimum: 1 }, description: 'As the label’s page numbers it.' });
}
