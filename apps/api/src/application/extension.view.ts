import { textFact } from '../../../../libs/domain/src/procedure/facts.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { writtenEntries } from '../../../../libs/persistence/src/procedure/written.queries.js';
import type { GrantedExtensionDto } from './written.dto.js';

/** The last extension that the authority granted to the pole of an application or draft under its call. @param inside whether the reader works on the file */
export async function extensionOf(db: Database, { callId, poleId }: { callId: string | null; poleId: string | null }, inside: boolean): Promise<GrantedExtensionDto | null> {
  const granted = (await writtenEntries(db, callId ?? '', ['extension-granted'])).filter(({ facts }) => facts['pole'] === poleId).at(-1);
  if (!granted) return null;
  const reason = granted.body?.['reason'];
  return { grantedOn: granted.on, to: textFact(granted.facts, 'to'), reason: inside && typeof reason === 'string' ? reason : null };
}
