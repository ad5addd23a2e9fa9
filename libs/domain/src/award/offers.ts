import { openAmendment } from './amendment.data.js';
import type { AwardData } from './award.data.js';

type Held = Pick<AwardData, 'amendments'>;

/** What an act on the contract needs to find in the label. */
const needs: { readonly [act: string]: (data: Held, contract: boolean) => boolean } = {
  // Without a contract there is nothing to amend, and one amendment is settled before the next.
  proposeAmendment: ({ amendments }, contract) => contract && openAmendment(amendments) === undefined,
  dropAmendment: ({ amendments }) => openAmendment(amendments) !== undefined,
  signAmendment: ({ amendments }) => openAmendment(amendments)?.signedOn === null,
  countersignAmendment: ({ amendments }) => openAmendment(amendments)?.countersignedOn === null,
};

/** Whether an act that the status allows finds what it is about: nobody is shown a button that can only be refused. */
export function isOffered(data: Held, act: string, contract: boolean): boolean {
  return needs[act]?.(data, contract) ?? true;
}
