import { applyDecorators, Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { subjectOf } from '../act/subject-param.js';

class AppealPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    return subjectOf('appeals', value);
  }
}

/** Gives a route the subject id of the appeal in its address. */
export function AppealParam(): ParameterDecorator {
  return Param('id', new AppealPipe());
}

/** Documents an `AppealParam` (method decorator). */
export function HasAppeal(): MethodDecorator {
  return applyDecorators(ApiParam({ name: 'id', schema: { type: 'string' }, description: 'The application’s id, a hyphen, the appeal’s number.' }));
}
