import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS_RULE } from './access.js';

/** Walks every route at start and refuses to start while one has no `@Access` rule. */
@Injectable()
export class AccessAudit implements OnApplicationBootstrap {
  constructor(private readonly discovery: DiscoveryService, private readonly scanner: MetadataScanner, private readonly reflector: Reflector) {}

  onApplicationBootstrap(): void {
    const open = this.discovery.getControllers().flatMap(({ metatype }) => (typeof metatype === 'function' ? this.openRoutes(metatype) : []));
    if (open.length > 0) throw new Error(`These routes have no @Access rule: ${open.join(', ')}`);
  }

  /** Names of the controller's routes to which no rule applies. */
  private openRoutes(controller: { name: string; prototype: unknown } & object): string[] {
    const prototype = controller.prototype as Record<string, (...args: never[]) => unknown>;
    return this.scanner.getAllMethodNames(prototype).filter((name) => {
      const handler = prototype[name];
      if (!handler || Reflect.getMetadata(METHOD_METADATA, handler) === undefined) return false;
      return this.reflector.getAllAndOverride(ACCESS_RULE, [handler, controller as never]) === undefined;
    }).map((name) => `${controller.name}.${name}`);
  }
}
