import { setTimeout as pause } from 'node:timers/promises';
import type { CivilDate } from '../../../../libs/domain/src/calendar/types.js';
import type { DemoTokens } from '../demo-people.js';
import { Refused, type Api } from '../rehearse/api.js';
import { StackError } from '../stack/types.js';

const patienceMs = 30_000;

/** Where the demonstration is played: the public API, its people's tokens, the day. */
export class Stage {
  constructor(readonly api: Api, private readonly tokens: DemoTokens, readonly today: CivilDate) {}

  get<T>(who: string, path: string): Promise<T> {
    return this.api.get<T>(this.holder(who), path);
  }

  put<T>(who: string, path: string, body: object): Promise<T> {
    return this.api.put<T>(this.holder(who), path, body);
  }

  /** The key is fixed by the path, so that an interrupted start asks for the same act again and not for another one. */
  post<T>(who: string, path: string, body: object = {}): Promise<T> {
    return this.api.post<T>(this.holder(who), path, body, `demonstration:${path}`);
  }

  upload(who: string, path: string, name: string): Promise<unknown> {
    return this.api.upload(this.holder(who), path, name);
  }

  /** Asks again until something comes of what was done a moment ago: what one procedure tells another takes a moment. */
  async soon<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    for (const end = Date.now() + patienceMs; Date.now() < end; await pause(40)) {
      const found = await look().catch((error: unknown) => {
        if (error instanceof Refused && error.status === 404) return undefined;
        throw error;
      });
      if (found !== undefined) return found;
    }
    throw new StackError(`waited in vain for ${what}`);
  }

  holder(who: string): { token: string } {
    return { token: this.tokens[who] ?? '' };
  }
}
