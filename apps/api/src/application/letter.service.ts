import { Inject, Injectable } from '@nestjs/common';
import type { ApplicationData, DecisionOutcome } from '../../../../libs/domain/src/application/application.data.js';
import { type Letter, letterOf, type LetterSource, type Signatory } from '../../../../libs/domain/src/application/letter.js';
import { type DecisionText, sent } from '../../../../libs/domain/src/application/prepared.js';
import { defaultTerm, lastDayOfTerm } from '../../../../libs/domain/src/application/term.js';
import { civilDateOf } from '../../../../libs/domain/src/calendar/instants.js';
import { optionalText } from '../../../../libs/domain/src/procedure/facts.js';
import { keyOf } from '../../../../libs/domain/src/procedure/subject.js';
import { addresseeOf, preparedDecision } from '../../../../libs/persistence/src/application/decision.queries.js';
import { findCall } from '../../../../libs/persistence/src/call/call.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import type { SubjectRow } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { type WrittenEntry, writtenEntries } from '../../../../libs/persistence/src/procedure/written.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import type { Locale } from '../http/locale.js';
import { Problem } from '../http/problem.js';
import { ApplicationReader, type Read } from './application.reader.js';
import { worksOnFiles } from './application.view.js';
import { DecisionReadingService } from './decision-reading.service.js';
import { decidedTypes } from './decided.view.js';

/** A decision to read: the letter, and the attachment that the authority signed when there is one. */
export interface DecisionToRead {
  readonly letter: Letter;
  readonly document: string | null;
}

/** The letter of a file's decision, from what was prepared or signed. */
@Injectable()
export class LetterService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly reader: ApplicationReader, private readonly readings: DecisionReadingService) {}

  /**
   * For whoever works on the file from the proposal on (a draft until it is signed), for the applicant once notified; the applicant's
   * first reading is recorded.
   * @throws Problem 404
   */
  async read(caller: Caller, id: string, locale: Locale): Promise<DecisionToRead> {
    const { row, roles } = await this.reader.read(caller, id);
    const inside = worksOnFiles(roles);
    const data = row?.data as unknown as ApplicationData | undefined;
    if (!row || !data || !(inside || (roles.includes('applicant') && data.notifiedOn !== null))) throw new Problem(404, 'not-found');
    const { decision, proposed } = data;
    const outcome = decision?.outcome ?? proposed;
    if (outcome === null) throw new Problem(404, 'not-found');
    const entries = await writtenEntries(this.db, row.id, decidedTypes);
    const signed = decision ? entries.findLast((e) => e.type === 'decision-signed') : undefined;
    const said = signed ? { ...sent(signed.facts, signed.body), signatory: signed.body?.['signatory'] as Signatory | undefined } : await this.prepared(row, outcome);
    const source = await this.sourceOf({ row, data, outcome, said, told: entries.findLast((e) => e.type.endsWith('-notified')) }, locale);
    if (!inside) await this.readings.record(caller, { row, roles } as Read);
    return { letter: letterOf(source, locale), document: signed ? optionalText(signed.facts, 'document') : null };
  }

  /** What was sent for signature; before that, the bare proposal with the dates that it would get today. */
  private async prepared(row: SubjectRow, outcome: DecisionOutcome): Promise<DecisionText> {
    const scheme = await schemeById(this.db, row.schemeId);
    const { renewsEndsOn } = row.data as unknown as ApplicationData;
    const sentFor = await preparedDecision(this.db, row);
    const said = sentFor ?? { outcome };
    if (said.outcome === 'refuse' || said.startsOn !== undefined) return said;
    const { startsOn } = defaultTerm({ signedOn: civilDateOf(await clockNow(this.db), scheme.zone), renewsEndsOn, term: scheme.award.term });
    return { ...said, startsOn, endsOn: lastDayOfTerm(startsOn, scheme.award.term) };
  }

  private async sourceOf({ row, data, outcome, said, told }: Saying, locale: Locale): Promise<LetterSource> {
    const [scheme, call, addressee] = await Promise.all([schemeById(this.db, row.schemeId), findCall(this.db, data.call), addresseeOf(this.db, data.pole, data.structure)]);
    const { grounds = [], conditions = [], startsOn = null, endsOn = null, reasonsInLaw = null, reasonsInFact = null, signatory = null } = said;
    return {
      scheme, reference: keyOf(row.id), call: call?.title?.[locale] ?? '', pole: addressee?.pole ?? '',
      addressee: { structure: addressee?.structure ?? '', representative: addressee?.representative ?? null, address: addressee?.siret ? [`SIRET ${addressee.siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4')}`] : [] },
      receivedOn: data.receivedOn, impliedRejectionOn: data.silence.elapsedOn, outcome: said.outcome === 'defer' ? outcome : said.outcome,
      signedOn: data.decision?.signedOn ?? null, signatory, startsOn, endsOn,
      conditions: conditions.map(({ text }, i) => ({ n: i + 1, dueOn: data.conditions[i]?.dueOn ?? conditions[i]?.dueOn ?? '', text })),
      grounds, reasonsInLaw, reasonsInFact, notifiedOn: data.notifiedOn, appealUntil: (data.notifiedOn === null ? undefined : told)?.armed.find((d) => d.kind === 'appeal-limit' && d.mark === '')?.on ?? null,
    };
  }
}

interface Saying {
  readonly row: SubjectRow;
  readonly data: ApplicationData;
  readonly outcome: DecisionOutcome;
  readonly said: DecisionText & { readonly signatory?: Signatory | undefined };
  /** The notification. */
  readonly told: WrittenEntry | undefined;
}
