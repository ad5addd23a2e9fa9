import { applyDecorators, Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { subjectOf } from '../act/subject-param.js';
import { Problem } from '../http/problem.js';

class SurveyPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    return subjectOf('surveys', value);
  }
}

/** Gives a route the subject id of the survey in its address. */
export function SurveyParam(): ParameterDecorator {
  return Param('id', new SurveyPipe());
}

/** Documents a `SurveyParam` (method decorator). */
export function HasSurvey(): MethodDecorator {
  return applyDecorators(ApiParam({ name: 'id', schema: { type: 'string' }, description: 'The label’s id, a hyphen, the number of the monitoring period.' }));
}

const shape = /^[\w-]{43}$/;

class TokenPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!shape.test(value)) throw new Problem(404, 'link-unknown');
    return value;
  }
}

/** The token of a firm's link. It is nobody's account: it opens one questionnaire. */
export function TokenParam(): ParameterDecorator {
  return Param('token', new TokenPipe());
}

/** Documents a `TokenParam` (method decorator). */
export function HasToken(): MethodDecorator {
  return applyDecorators(ApiParam({ name: 'token', schema: { type: 'string', pattern: shape.source }, description: 'From the link in the firm’s mail.' }));
}
