import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Role } from '../../../../libs/domain/src/procedure/role.js';

/** Who may call a route: anybody, anybody signed in, or the holders of one of these roles. */
export type AccessRule = readonly ['public'] | readonly ['signed-in'] | readonly Role[];
export const ACCESS_RULE = Symbol('AccessRule');
/** Where the OpenAPI document says the rule of an operation. */
export const accessExtension = 'x-access';

/** Required on every controller or route; a route's own rule replaces its controller's. The API does not start while one is missing. */
export function Access(...rule: AccessRule): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(ACCESS_RULE, rule), ApiExtension(accessExtension, [...rule]));
}
