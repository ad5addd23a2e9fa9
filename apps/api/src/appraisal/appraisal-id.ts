import { applyDecorators, Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { subjectOf } from '../act/subject-param.js';

class AppraisalPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    return subjectOf('appraisals', value);
  }
}

/** Gives a route the subject id of the appraisal in its address. */
export function AppraisalParam(): ParameterDecorator {
  return Param('id', new AppraisalPipe());
}

/** Documents an `AppraisalParam` (method decorator). */
export function HasAppraisal(): MethodDecorator {
  return applyDecorators(ApiParam({ name: 'id', schema: { type: 'string' }, description: 'The application’s id, a hyphen, the appraisal’s number.' }));
}
