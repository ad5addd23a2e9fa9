import { Injectable } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { FastifyRequest } from 'fastify';

/** Counts requests per person, or per address for visitors and for wrong tokens. */
@Injectable()
export class ThrottleGuard extends ThrottlerGuard {
  protected override getTracker(request: Record<string, unknown>): Promise<string> {
    const { caller, ip } = request as unknown as FastifyRequest;
    return Promise.resolve(caller ? `person/${caller.personId}` : `address/${ip}`);
  }

  /** One count for the whole API, not one per route. */
  protected override generateKey(_: unknown, tracker: string): string {
    return tracker;
  }
}
