import { optionalText } from '../../../../libs/domain/src/procedure/facts.js';
import { dueOf } from '../../../../libs/domain/src/procedure/deadline.js';
import type { WrittenEntry } from '../../../../libs/persistence/src/procedure/written.queries.js';
import type { SignatoryDto } from '../application/application.act.dto.js';
import type { MeasureView } from './measure.dto.js';

/** What an entry is called among the measures. */
const kinds: Readonly<Record<string, string>> = {
  'notice-served': 'notice', 'observations-given': 'observations', 'notice-dropped': 'notice-dropped', suspended: 'suspension', reinstated: 'reinstatement', withdrawn: 'withdrawal',
  'suspension-limit-reached': 'suspension-limit', 'renunciation-announced': 'renunciation', renounced: 'renunciation', extended: 'extension', terminated: 'closure', transferred: 'merger',
};

/** The entries of a label that say what was decided on it. */
export const measureEntries: readonly string[] = Object.keys(kinds);

/** One of them, with what was written. */
export function measureView({ type, on, facts, armed, body }: WrittenEntry, i: number): MeasureView {
  const text = (name: string): string | null => optionalText(body ?? {}, name);
  const [inLaw, inFact] = [text('reasonsInLaw'), text('reasonsInFact')];
  return {
    n: i + 1, kind: kinds[type] ?? type, on: optionalText(facts, 'on') ?? on,
    intent: optionalText(facts, 'intent'), until: optionalText(facts, 'endsOn') ?? dueOf(armed, type === 'suspended' ? 'suspension-limit' : 'observations-due')?.on ?? null,
    from: optionalText(facts, 'from'), decidedOn: optionalText(facts, 'decidedOn'),
    signatory: (body?.['signatory'] ?? null) as SignatoryDto | null,
    reasons: inLaw === null || inFact === null ? null : { inLaw, inFact },
    text: text('text') ?? text('reason'),
  };
}
