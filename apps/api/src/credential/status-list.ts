import { createCredential, createList } from '@digitalbazaar/vc-bitstring-status-list';
import type { PublicStatus } from '../../../../libs/domain/src/award/public-life.js';
import { didOf } from './did.js';

/** What a bit may say: for good, or for a time. */
export const purposes = ['revocation', 'suspension'] as const;
export type Purpose = (typeof purposes)[number];

/** Bits of one list: so many that nobody learns from a request whose bit is asked for (the W3C's least length). */
export const listLength = 131_072;

const set: Readonly<Record<Purpose, readonly PublicStatus[]>> = { revocation: ['withdrawn', 'renounced', 'terminated', 'transferred'], suspension: ['suspended'] };

/** Where the list of a purpose is read; the lists of a purpose are numbered from 1. */
function listAddress(publicUrl: string, purpose: Purpose, list: number): string {
  return `${publicUrl}/api/credentials/status/${purpose}/${list}`;
}

/** What a credential says of where its status is read. @param place from 0 */
export function entriesFor(publicUrl: string, place: number): Record<string, unknown>[] {
  return purposes.map((statusPurpose) => {
    const statusListCredential = listAddress(publicUrl, statusPurpose, Math.floor(place / listLength) + 1);
    return { id: `${statusListCredential}#${place % listLength}`, type: 'BitstringStatusListEntry', statusPurpose, statusListIndex: String(place % listLength), statusListCredential };
  });
}

/** A label's place and what it is today. */
export interface Placed { readonly place: number; readonly status: PublicStatus }

/** A list as an unsigned credential. @param validFrom when anything that the public is told of its labels last changed, ISO 8601 */
export async function statusList(publicUrl: string, purpose: Purpose, list: number, labels: readonly Placed[], validFrom: string): Promise<Record<string, unknown>> {
  const bits = await createList({ length: listLength });
  const first = (list - 1) * listLength;
  for (const { place, status } of labels) if (place >= first && place < first + listLength && set[purpose].includes(status)) bits.setStatus(place - first, true);
  const credential = await createCredential({ id: listAddress(publicUrl, purpose, list), list: bits, statusPurpose: purpose });
  return { ...credential, issuer: didOf(publicUrl), validFrom: `${validFrom.slice(0, 19)}Z` };
}
