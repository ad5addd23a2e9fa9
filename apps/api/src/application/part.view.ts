import type { ApplicationData } from '../../../../libs/domain/src/application/application.data.js';
import { type Deadline, dueOf } from '../../../../libs/domain/src/procedure/deadline.js';
import { optionalText } from '../../../../libs/domain/src/procedure/facts.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import type { WrittenEntry } from '../../../../libs/persistence/src/procedure/written.queries.js';
import type { Locale } from '../http/locale.js';
import type { ApplicationFeeDto, OpinionDto } from './part.dto.js';

/** The entries that this part of the page reads. */
export const partTypes = ['opinion-given'] as const;

export const noParts: Parts = { fee: null, opinions: [] };

export interface Parts {
  readonly fee: ApplicationFeeDto | null;
  readonly opinions: OpinionDto[];
}

interface Shown {
  readonly data: ApplicationData;
  readonly deadlines: readonly Deadline[];
  readonly scheme: Scheme;
  readonly entries: readonly WrittenEntry[];
  /** Whether the reader may read opinions: whoever works on the file, the applicant once the decision is notified [CRPA L311-2]. */
  readonly opinionsOpen: boolean;
  readonly locale: Locale;
}

/** What only some schemes ask for: the fee, and other bodies' opinions. */
export function partsFor({ data, deadlines, scheme: { application }, entries, opinionsOpen, locale }: Shown): Parts {
  const { fee: settled, feeAsked, opinionsAsked = [], opinions = [] } = data;
  const { fee, opinions: wanted } = application;
  return {
    fee: fee && feeAsked ? {
      state: !settled ? 'due' : settled.cents > 0 ? 'paid' : 'exempt',
      amounts: fee.amounts.map(({ code, label, cents }) => ({ code, label: label[locale], cents })),
      exemptions: fee.exemptions.map(({ code, label }) => ({ code, label: label[locale] })),
      limitOn: settled ? null : (dueOf(deadlines, 'fee-due')?.on ?? null), code: settled?.code ?? null, cents: settled?.cents ?? null, on: settled?.on ?? null,
    } : null,
    opinions: opinionsOpen ? opinionsAsked.map((from): OpinionDto => {
      const given = opinions.find((one) => one.from === from);
      const written = entries.findLast((e) => e.type === 'opinion-given' && e.facts['from'] === from);
      return {
        from, label: wanted?.from.find(({ code }) => code === from)?.label[locale] ?? from,
        sense: given?.sense ?? null, givenOn: given?.givenOn ?? null, late: given?.late ?? false, text: optionalText(written?.body ?? {}, 'text'),
      };
    }) : [],
  };
}
