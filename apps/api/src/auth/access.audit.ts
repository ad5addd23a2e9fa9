import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS_RULE, type AccessRule } from './access.js';

/** A route as declared: Nest's path pattern without the prefix `/api`. */
export interface DeclaredRoute { readonly method: string; readonly path: string; readonly handler: string; readonly rule: AccessRule | undefined }

/** Walks every route at start and refuses to start while one has no `@Access` rule. */
@Injectable()
export class AccessAudit implements OnApplicationBootstrap {
  constructor(private readonly discovery: DiscoveryService, private readonly scanner: MetadataScanner, private readonly reflector: Reflector) {}

  onApplicationBootstrap(): void {
    const open = this.routes().filter((route) => route.rule === undefined).map((route) => route.handler);
    if (open.length > 0) throw new Error(`These routes have no @Access rule: ${open.join(', ')}`);
  }

  routes(): DeclaredRoute[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prototype = metatype.prototype as Record<string, (...args: never[]) => unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name];
        const method = handler && (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
        if (!handler || method === undefined) return [];
        const parts = [Reflect.getMetadata(PATH_METADATA, metatype), Reflect.getMetadata(PATH_METADATA, handler)] as unknown[];
        const path = `/${parts.flat().map((part) => String(part ?? '').replace(/^\/+|\/+$/g, '')).filter((part) => part !== '').join('/')}`;
        const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [handler, metatype]);
        return [{ method: RequestMethod[method], path, handler: `${metatype.name}.${name}`, rule }];
      });
    });
  }
}
