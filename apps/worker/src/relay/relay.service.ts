import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Client as Listener } from 'pg';
import type { Config } from '../../../../libs/config/src/config.js';
import { CONFIG } from '../environment/tokens.js';
import { Relay } from './relay.js';

/** Rows that nobody announced (another process died, the Clock moved on) are found within this time. */
const POLL_MS = 500;

/** Runs relay rounds whenever PostgreSQL announces a record, and now and then besides. */
@Injectable()
export class RelayService {
  private readonly log = new Logger('relay');
  private readonly stopping = new AbortController();
  private listener: Listener | undefined;
  private announced: (() => void) | undefined;
  private running: Promise<void> | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config, @Inject(Relay) private readonly relay: Relay) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.announced?.();
    await this.running;
    await this.listener?.end().catch(() => undefined);
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.listen();
      const announced = new Promise<void>((resolve) => { this.announced = resolve; });
      const nextMs = Math.min(await this.round(), POLL_MS);
      if (nextMs > 0) await Promise.race([announced, pause(nextMs, undefined, { signal: this.stopping.signal }).catch(() => undefined)]);
    }
  }

  private async round(): Promise<number> {
    try {
      return await this.relay.round();
    } catch (error) {
      // PostgreSQL or Temporal is away: the rows stay, the next round finds them.
      this.log.warn(`round failed: ${error instanceof Error ? error.message : String(error)}`);
      return POLL_MS;
    }
  }

  private async listen(): Promise<void> {
    if (this.listener) return;
    const listener = new Listener({ connectionString: this.config.databaseUrl });
    const lost = () => { if (this.listener === listener) this.listener = undefined; };
    listener.on('error', lost).on('end', lost).on('notification', () => this.announced?.());
    try {
      await listener.connect();
      await listener.query('listen relay');
      this.listener = listener;
    } catch {
      await listener.end().catch(() => undefined);
    }
  }
}
