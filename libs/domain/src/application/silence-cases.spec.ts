import { describe, expect, it } from '@jest/globals';
import { isArmed } from '../procedure/deadline.js';
import { datedFacts } from '../procedure/notice-dates.js';
import { Player } from '../procedure/testing.js';
import { pieces, request, submit, terms } from './application.factory.js';
import { applicationProcedure } from './application.procedure.js';

type Stop = readonly [from: string, to: string];

/** Received on; pieces asked for and come on; silence counts as a rejection at the end of; that is (UTC); why, by the calendar. Computed by hand. */
const cases: readonly (readonly [string, readonly Stop[], string, string, string])[] = [
  ['2027-01-03', [], '2027-03-03', '23:00', 'from date to date, as the example of the code has it'],
  ['2026-01-15', [], '2026-03-15', '23:00', 'a Sunday: silence does not wait for a working day'],
  ['2026-06-15', [], '2026-08-15', '22:00', 'Assumption, and a Saturday'],
  ['2026-02-06', [], '2026-04-06', '22:00', 'Easter Monday, 5 April being Easter'],
  ['2026-03-01', [], '2026-05-01', '22:00', 'Labour Day'],
  ['2026-03-14', [], '2026-05-14', '22:00', 'Ascension, thirty-nine days after Easter'],
  ['2026-03-25', [], '2026-05-25', '22:00', 'Whit Monday, fifty days after Easter'],
  ['2026-05-14', [], '2026-07-14', '22:00', 'the national day'],
  ['2026-09-01', [], '2026-11-01', '23:00', 'All Saints, and a Sunday'],
  ['2026-10-25', [], '2026-12-25', '23:00', 'Christmas; received on the day on which clocks go back'],
  ['2026-11-01', [], '2027-01-01', '23:00', 'New Year; received on a holiday, which counts'],
  ['2026-12-28', [], '2027-02-28', '23:00', 'the last day of February exists: nothing is shortened; a Sunday'],
  ['2026-12-29', [], '2027-02-28', '23:00', 'there is no 29 February in 2027'],
  ['2026-12-30', [], '2027-02-28', '23:00', 'nor a 30'],
  ['2026-12-31', [], '2027-02-28', '23:00', 'nor a 31'],
  ['2027-12-29', [], '2028-02-29', '23:00', 'in 2028 there is a 29 February'],
  ['2027-12-31', [], '2028-02-29', '23:00', 'and it is February’s last day'],
  ['2028-02-29', [], '2028-04-29', '22:00', 'received on 29 February'],
  ['2026-07-31', [], '2026-09-30', '22:00', 'September has thirty days'],
  ['2026-08-31', [], '2026-10-31', '23:00', 'October has thirty-one; clocks went back on 25 October in between'],
  ['2027-02-01', [], '2027-04-01', '22:00', 'clocks went forward on 28 March in between: days are counted, not hours'],
  ['2027-01-28', [], '2027-03-28', '22:00', 'the day on which clocks go forward has twenty-three hours, and ends in summer time'],
  ['2027-08-31', [], '2027-10-31', '23:00', 'the day on which clocks go back has twenty-five hours, and ends in winter time'],
  ['2026-03-01', [['2026-03-10', '2026-04-09']], '2026-05-31', '22:00', 'the whole limit of thirty days, after 1 May: a Sunday'],
  ['2026-03-01', [['2026-03-10', '2026-03-10']], '2026-05-01', '22:00', 'pieces that come on the same day stop nothing'],
  ['2026-03-01', [['2026-05-01', '2026-05-11']], '2026-05-11', '22:00', 'asked for on the last day, before its end: ten days after it'],
  ['2027-01-31', [['2027-03-20', '2027-04-02']], '2027-04-13', '22:00', 'thirteen days after 31 March, the change of clocks among them'],
  ['2027-12-31', [['2028-02-25', '2028-03-01']], '2028-03-05', '23:00', 'five days after 29 February, which is one of them'],
  ['2027-03-01', [['2027-03-05', '2027-03-15'], ['2027-03-20', '2027-04-02']], '2027-05-24', '22:00', 'suspended twice: ten and thirteen days after 1 May'],
  ['2026-03-01', [['2026-04-01', '2026-04-11'], ['2026-05-05', '2026-05-10']], '2026-05-16', '22:00', 'the second time within the days that the first added: ten and five after 1 May'],
];

describe('the day of the implied rejection that the applicant is told, in thirty cases computed by hand', () => {
  it.each(cases)('received %s, stopped %j: %s %s, %s', (received, stops, due, endsAt) => {
    const player = new Player(applicationProcedure, terms);
    const told = (template: string) => {
      const notice = player.notices.findLast((n) => n.template === template);
      return notice && datedFacts(notice, player.file.deadlines)['impliedDecisionOn'];
    };
    player.take({ ...submit, on: received, facts: { ...submit.facts, callClosesOn: '2030-12-31' } });
    if (stops.length === 0) expect(told('application.acknowledgement')).toBe(due);
    for (const [from, to] of stops) {
      player.take({ ...request, on: from });
      player.take({ ...pieces, on: to });
    }
    if (stops.length > 0) expect(told('application.pieces-received')).toBe(due);
    const armed = player.file.deadlines.find((d) => d.kind === 'implied-decision' && d.mark === '' && isArmed(d));
    expect(armed).toMatchObject({ on: due, firesAt: `${due}T${endsAt}:00.000Z` });
    player.passTimeUntil(`${due}T${endsAt}:00.000Z`);
    expect(player.file.data.silence.elapsedOn).toBe(due);
  });

  it('are thirty', () => expect(cases).toHaveLength(30));
});
