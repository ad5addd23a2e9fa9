import { Inject, Injectable } from '@nestjs/common';
import { outcomeFor, type Told } from '../../../../libs/domain/src/application/shown-status.js';
import type { CivilDate } from '../../../../libs/domain/src/calendar/types.js';
import type { Facts } from '../../../../libs/domain/src/procedure/act.js';
import type { RefusedOutcome } from '../../../../libs/domain/src/procedure/record.js';
import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import { optionalText } from '../../../../libs/domain/src/procedure/facts.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { receive, type CommandRow } from '../../../../libs/persistence/src/procedure/commands.js';
import { subjectById } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { CommandSender } from '../../../../libs/temporal/src/sender.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { Problem, type ProblemCode, type ProblemParams } from '../http/problem.js';
import { problemsFr } from '../http/problems.fr.js';
import { ActReceived } from './act-received.js';
import type { Entered } from './entry.service.js';

/** A human act as a controller asks for it. */
export interface Asked {
  readonly subject: string;
  readonly act: string;
  /** The role by which the caller acts; the controller has checked that it is theirs on this subject. */
  readonly as: Role;
  readonly facts?: Facts;
  /** Text that the person wrote: stored apart from the journal, which keeps its salted hash. */
  readonly content?: Record<string, unknown>;
  /** What the caller sent, when facts or content hold more (dates computed, names looked up): the same key with the same request is the same act. */
  readonly request?: unknown;
  /** The request's Idempotency-Key, or a key of our own (`ownKey`), which no request can send. */
  readonly key?: string | undefined;
  readonly on?: CivilDate;
  readonly channel?: 'online' | 'post' | 'e-mail' | 'order';
  readonly onBehalfOf?: string;
  /** The secretariat enters it for somebody else; checked by `EntryService`. It gives day, channel and person. */
  readonly entered?: Entered | undefined;
  /** For an act that begins its procedure: the scheme version. */
  readonly startsWith?: string;
}

/** An act that was recorded. */
export interface Taken {
  readonly command: string;
  readonly receivedAt: string;
  readonly receivedOn: CivilDate;
  readonly outcome: Exclude<Told, RefusedOutcome>;
}

/** The one way in which a human act enters: received and committed first, asked of its procedure second. */
@Injectable()
export class ActService {
  constructor(@Inject(DATABASE) private readonly db: Database, @Inject(CommandSender) private readonly sender: CommandSender) {}

  /**
   * @throws Problem for a refusal (its code, 409, or 403 `not-yours`), 422 `key-reused` for a key that came with another body
   * @throws ActReceived (202) when the procedure can't be reached now: the act is kept, with its date of receipt
   */
  async take(caller: Pick<Caller, 'personId'>, act: Asked): Promise<Taken> {
    const asked = withEntry(act);
    const receipt = await receive(this.db, {
      actorId: caller.personId, by: asked.as, subjectId: asked.subject, act: asked.act, facts: asked.facts ?? {},
      method: 'POST', path: `${asked.subject}/${asked.act}`, zone: await this.zone(asked),
      ...(asked.content ? { content: asked.content } : {}), ...(asked.request === undefined ? {} : { request: asked.request }), key: asked.key,
      ...(asked.on ? { effectiveOn: asked.on } : {}), ...(asked.channel ? { channel: asked.channel } : {}),
      ...(asked.onBehalfOf ? { onBehalfOf: asked.onBehalfOf } : {}), ...(asked.startsWith ? { startsWith: asked.startsWith } : {}),
    });
    if (receipt.is === 'key-reused') throw new Problem(422, 'key-reused');
    const outcome = await this.sender.send(receipt.command);
    const told = outcome && outcomeFor(asked.as, outcome);
    return taken(receipt.command, told, told?.is === 'refused' && told.code === 'opinions-awaited' ? await this.bodiesOf(asked, told) : {});
  }

  /** The bodies whose opinions are awaited, as the scheme calls them: nobody knows them by their codes. */
  private async bodiesOf({ subject }: Asked, { params }: RefusedOutcome): Promise<ProblemParams> {
    const row = await subjectById(this.db, subject);
    const bodies = row ? (await schemeById(this.db, row.schemeId)).application.opinions?.from : undefined;
    const codes = (optionalText(params, 'from') ?? '').split(', ');
    const named = (locale: 'fr' | 'en'): string => codes.map((code) => bodies?.find((body) => body.code === code)?.label[locale] ?? code).join(', ');
    return { from: { fr: named('fr'), en: named('en') } };
  }

  private async zone({ subject, startsWith }: Asked): Promise<string> {
    const schemeId = startsWith ?? (await subjectById(this.db, subject))?.schemeId;
    if (schemeId === undefined) throw new Problem(404, 'not-found');
    return (await schemeById(this.db, schemeId)).zone;
  }
}

/** An entered act brings its day of effect, its channel and its person; rules may ask when it was entered. */
function withEntry({ entered, ...asked }: Asked): Asked {
  if (!entered) return asked;
  const { for: onBehalfOf, channel, on, scan, enteredOn } = entered;
  return {
    ...asked, onBehalfOf, channel, on, facts: { ...asked.facts, enteredOn, ...(scan === undefined ? {} : { scan }) },
    // Sent again another day it is the same request.
    request: { asked: asked.request ?? { facts: asked.facts ?? {}, content: asked.content ?? null }, entered: { for: onBehalfOf, channel, on, scan: scan ?? null } },
  };
}

function taken(command: CommandRow, outcome: Told | undefined, named: ProblemParams): Taken {
  const receivedAt = command.receivedAt.toISOString();
  if (!outcome) throw new ActReceived({ command: command.id, receivedAt, receivedOn: command.effectiveOn });
  if (outcome.is === 'refused') throw refusal(outcome, command.subjectId, { command: command.id, receivedAt }, named);
  return { command: command.id, receivedAt, receivedOn: command.effectiveOn, outcome };
}

/** The answer names the command: what was refused is kept there, with its date of receipt. */
function refusal({ code, params }: RefusedOutcome, subjectId: string, received: { command: string; receivedAt: string }, named: ProblemParams): Problem {
  const known = (code in problemsFr ? code : 'request-refused') as ProblemCode;
  const listed = Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value] as const);
  const shown = Object.fromEntries(listed.filter((entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number'));
  return new Problem(code === 'not-yours' ? 403 : code === 'not-found' ? 404 : 409, known, { ...shown, ...named, subject: subjectId.split('/')[0] ?? '' }, undefined, { ...params, ...received });
}
