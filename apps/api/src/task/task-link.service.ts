import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { RightsService } from '../act/rights.service.js';
import { collections, linkTo, subjectOf } from '../act/subject-param.js';
import { ApplicationReader } from '../application/application.reader.js';
import type { Caller } from '../auth/caller.js';
import { CallService } from '../call/call.service.js';
import { Problem } from '../http/problem.js';
import { PoleService } from '../people/pole.service.js';

/** A link of a mail. */
export interface TaskLink {
  readonly kind: string;
  readonly key: string;
  readonly decision: boolean;
}

/** Finds where a mail's link leads its reader. */
@Injectable()
export class TaskLinkService {
  constructor(
    private readonly applications: ApplicationReader, private readonly calls: CallService, private readonly poles: PoleService, private readonly rights: RightsService,
  ) {}

  /**
   * The path of the API's resource; a draft's while the application is one.
   * @param link `kind` of subject, `pole` or `person`; `key` as in the API's addresses; `decision`: the document, not the file's page
   * @param address the link itself, to come back to as somebody else
   * @throws Problem 404 `not-your-link` for what the caller has no part in, or what is not
   */
  async resourceFor(caller: Caller, { kind, key, decision }: TaskLink, address: string): Promise<string> {
    try {
      const resource = await this.find(caller, kind, key);
      return decision ? `${resource}/decision.pdf` : resource;
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'not-found') throw error;
      throw new Problem(404, 'not-your-link', { signIn: `/api/auth/sign-in?prompt=login&returnTo=${encodeURIComponent(address)}` });
    }
  }

  private async find(caller: Caller, kind: string, key: string): Promise<string> {
    // Who is invited is led to what waits for them, who has left a pole to those that are left.
    if (kind === 'person' && key === caller.personId) return (await this.poles.isInvited(caller)) ? '/api/me' : '/api/poles';
    if (kind === 'pole' && isUUID(key)) return `/api/poles/${(await this.poles.show(caller, key)).id}`;
    const collection = Object.keys(collections).find((name) => collections[name] === kind);
    if (collection === undefined) throw new Problem(404, 'not-found');
    const subject = subjectOf(collection, key);
    if (kind === 'application') return linkTo(subject) + ((await this.applications.read(caller, key)).row ? '' : '/draft');
    if (kind === 'call') await this.calls.show(caller, subject, caller.locale);
    else await this.rights.see(caller, subject);
    return linkTo(subject);
  }
}
