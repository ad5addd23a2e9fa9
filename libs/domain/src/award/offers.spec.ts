import { describe, expect, it } from '@jest/globals';
import type { Amendment } from './amendment.data.js';
import { isOffered } from './offers.js';

const acts = ['proposeAmendment', 'dropAmendment', 'signAmendment', 'countersignAmendment', 'renounce'];
const amendment: Amendment = { n: 1, state: 'proposed', proposedOn: '2027-03-01', content: 'c', text: 'h', signedOn: null, countersignedOn: null, settledOn: null, version: null };
const offered = (amendments: readonly Amendment[], contract = true) => acts.filter((act) => isOffered({ amendments }, act, contract));

describe('what is offered on a label', () => {
  it('signs an amendment that waits for this signature, and nothing else', () => {
    expect(offered([])).toEqual(['proposeAmendment', 'renounce']);
    expect(offered([amendment])).toEqual(['dropAmendment', 'signAmendment', 'countersignAmendment', 'renounce']);
    expect(offered([{ ...amendment, signedOn: '2027-03-02' }])).toEqual(['dropAmendment', 'countersignAmendment', 'renounce']);
    expect(offered([{ ...amendment, state: 'dropped' }])).toEqual(['proposeAmendment', 'renounce']);
  });

  it('amends no contract that there is not', () => {
    expect(offered([], false)).toEqual(['renounce']);
  });
});
