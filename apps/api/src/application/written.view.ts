import { writtenDate } from '../../../../libs/domain/src/notification/dates.js';
import { dueOf } from '../../../../libs/domain/src/procedure/deadline.js';
import { optionalText, textFact } from '../../../../libs/domain/src/procedure/facts.js';
import type { WrittenEntry } from '../../../../libs/persistence/src/procedure/written.queries.js';
import type { PieceDto } from './application.act.dto.js';
import type { AttachmentDto } from './application.dto.js';
import { decidedFor, decidedTypes, type Decided, type DecisionReader, nothingDecided, statedReasons } from './decided.view.js';
import type { StatedReasonsDto } from './reasons.dto.js';
import type { ConsensusReportDto } from './result.dto.js';
import type { ApplicationDossierDto, InadmissibilityDto, MovedDeadlineDto, RequestedPiecesDto } from './written.dto.js';

/** The entries of an application that carry text to be read. */
export const writtenTypes = [
  'pieces-requested', 'pieces-supplied', 'deadline-moved', 'declared-inadmissible', 'admitted', 'withdrawn', 'consensus-recorded', 'reply-received', ...decidedTypes,
] as const;
type WrittenType = (typeof writtenTypes)[number];

export type Written = Decided & Pick<ApplicationDossierDto,
  'requestedPieces' | 'suppliedPieces' | 'movedDeadlines' | 'inadmissibility' | 'admission' | 'proposal' | 'withdrawal' | 'consensus' | 'reply'>;

/** Who reads: whoever works on the file reads all of it, an applicant nothing of a decision before its notification. */
export type Reader = DecisionReader;

export const nothingWritten: Written = {
  requestedPieces: [], suppliedPieces: [], movedDeadlines: [], inadmissibility: null, admission: null, proposal: null, withdrawal: null, ...nothingDecided, consensus: null, reply: null,
};

/** What people wrote in the acts of an application, for this reader. `files`: those of the application that are still there. */
export function writtenFor(entries: readonly WrittenEntry[], files: readonly AttachmentDto[], reader: Reader): Written {
  const { inside } = reader;
  const all = (type: WrittenType): WrittenEntry[] => entries.filter((e) => e.type === type);
  // A file that an appeal reopened has no proposal until the next one.
  const proposed = entries.slice(entries.findLastIndex((e) => e.type === 'reopened') + 1).findLast((e) => e.type === 'decision-proposed');
  const last = <T>(type: WrittenType, show: (entry: WrittenEntry) => T): T | null => {
    const entry = all(type).at(-1);
    return entry ? show(entry) : null;
  };
  return {
    requestedPieces: requests(entries),
    suppliedPieces: all('pieces-supplied').map(({ on, body }) => {
      const ids = listIn<string>(body, 'attachments');
      return { on, attachments: files.filter(({ id }) => ids.includes(id)), comment: optionalText(body ?? {}, 'comment') };
    }),
    movedDeadlines: all('deadline-moved').map(move).filter(({ kind }) => inside || kind === 'pieces-due' || kind === 'reply-due'),
    inadmissibility: last('declared-inadmissible', (entry) => inadmissibility(entry, requests(entries).at(-1))),
    ...decidedFor(entries, reader),
    admission: inside ? last('admitted', ({ on, body }) => ({ on, text: optionalText(body ?? {}, 'comment') })) : null,
    proposal: inside && proposed ? { on: proposed.on, outcome: textFact(proposed.facts, 'outcome'), reasons: optionalText(proposed.body ?? {}, 'reasons') } : null,
    consensus: inside ? last('consensus-recorded', consensusReport) : null,
    reply: last('reply-received', ({ on, body }) => ({ on, text: optionalText(body ?? {}, 'text'), attachments: listIn<string>(body, 'attachments') })),
    withdrawal: last('withdrawn', ({ on, body }) => ({ on, text: optionalText(body ?? {}, 'reason') })),
  };
}

/** The rounds of requests; a limit moved later is the limit of the round that it was moved in. */
function requests(entries: readonly WrittenEntry[]): RequestedPiecesDto[] {
  const rounds: RequestedPiecesDto[] = [];
  for (const { type, on, facts, armed, body } of entries) {
    const round = rounds.at(-1);
    if (type === 'pieces-requested') {
      const due = dueOf(armed, 'pieces-due');
      rounds.push({ on, limitOn: due?.on ?? null, pieces: listIn<PieceDto>(body, 'pieces'), comment: optionalText(body ?? {}, 'comment') });
    } else if (round && type === 'deadline-moved' && facts['kind'] === 'pieces-due') {
      round.limitOn = textFact(facts, 'to');
    }
  }
  return rounds;
}

function move({ on, facts, body }: WrittenEntry): MovedDeadlineDto {
  return { on, kind: textFact(facts, 'kind'), from: textFact(facts, 'from'), to: textFact(facts, 'to'), reason: optionalText(body ?? {}, 'reason') };
}

/** @param asked the last request for pieces: when they never came, nobody writes reasons, and it gives them */
export function inadmissibility({ on, facts, body }: WrittenEntry, asked?: RequestedPiecesDto): InadmissibilityDto {
  const cause = textFact(facts, 'cause');
  return { on, cause, reasons: cause === 'pieces-missing' ? missing(asked) : cause === 'fee-unpaid' ? unpaid(on) : statedReasons(body) };
}

/** In French, as every decision is; null once what was asked for is erased. */
function missing(asked: RequestedPiecesDto | undefined): StatedReasonsDto | null {
  if (!asked || asked.limitOn === null || asked.pieces.length === 0) return null;
  const pieces = asked.pieces.map(({ label }) => label).join(' ; ');
  return {
    inLaw: 'Article L114-5 du code des relations entre le public et l’administration.',
    inFact: `Pièces demandées le ${writtenDate(asked.on, 'fr')} et non reçues au ${writtenDate(asked.limitOn, 'fr')} : ${pieces}`,
  };
}

function unpaid(on: string): StatedReasonsDto {
  return { inLaw: 'Textes du label : l’instruction d’un dossier est soumise au paiement d’une redevance.', inFact: `Redevance non reçue au ${writtenDate(on, 'fr')}.` };
}

/** A consensus report as it was recorded. */
export function consensusReport({ on, facts, body }: WrittenEntry): ConsensusReportDto {
  const minority = (facts['minority'] as readonly number[] | undefined) ?? [];
  return { on, outcome: textFact(facts, 'outcome'), minority: [...minority], majorityView: optionalText(body ?? {}, 'majorityView'), minorityView: optionalText(body ?? {}, 'minorityView') };
}


function listIn<T>(body: WrittenEntry['body'], name: string): T[] {
  const value = body?.[name];
  return Array.isArray(value) ? (value as T[]) : [];
}
