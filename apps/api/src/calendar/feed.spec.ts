import { describe, expect, it } from '@jest/globals';
import nodeIcal, { type VEvent } from 'node-ical';
import { feed, type CalendarDate } from './feed.js';
import { calledAs, senseOf, watched } from './watched.js';

const date: CalendarDate = {
  subject: 'monitoring/00000000-0000-4000-8000-000000000001', deadline: 'report-due', sense: 'act', role: 'holder', on: '2028-02-29', pole: 'Pôle Bois ; Forêt, « Jura »', number: null,
  url: 'https://labels.example.fr/tasks/monitoring/00000000-0000-4000-8000-000000000001', seq: 4, changedAt: '2027-07-01T09:00:00.123Z',
};

describe('a calendar feed', () => {
  it('is whole days, in the reader’s language, in lines that every program reads', () => {
    const text = feed([date, { ...date, deadline: 'financial-report-due', on: '2027-03-28' }], 'fr', 'labels.example.fr');
    expect(text).toContain('DTSTART;VALUE=DATE:20280229\r\n');
    expect(text).toContain('DTEND;VALUE=DATE:20280301\r\n');
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const events = Object.values(nodeIcal.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT') as VEvent[];
    expect(events.map(({ summary, start, datetype }) => [summary, [start.getFullYear(), start.getMonth() + 1, start.getDate()].join('-'), datetype])).toEqual([ // node-ical gives whole days in the machine's zone
      ['Rapport annuel – Pôle Bois ; Forêt, « Jura »', '2028-2-29', 'date'], ['Compte rendu financier – Pôle Bois ; Forêt, « Jura »', '2027-3-28', 'date'],
    ]);
    expect(events[0]).toMatchObject({ uid: 'monitoring-00000000-0000-4000-8000-000000000001-report-due@labels.example.fr', url: { val: date.url }, transparency: 'TRANSPARENT', sequence: 4 });
    expect(feed([date], 'en', 'x')).toContain('SUMMARY:Yearly report');
  });

  it('keeps the id of a date that moves, and is the same file for the same dates', () => {
    const uid = (text: string): string | undefined => /UID:(.+)/.exec(text)?.[1];
    expect(uid(feed([{ ...date, on: '2028-04-01', seq: 5 }], 'fr', 'x'))).toBe(uid(feed([date], 'fr', 'x')));
    expect(feed([date], 'fr', 'x')).toBe(feed([date], 'fr', 'x'));
  });

  it('says whether a day is the last to act, opens something or ends it, and to a holder that it is one', () => {
    const said = (more: Partial<CalendarDate>, locale: 'fr' | 'en') => feed([{ ...date, ...more }], locale, 'x').replace(/\r\n /g, '');
    expect(said({}, 'fr')).toContain('Dernier jour pour agir');
    expect(said({}, 'fr')).toContain('En qualité de\u00a0: titulaire');
    expect(said({ sense: 'opens' }, 'fr')).toContain('Commence ce jour-là');
    expect(said({ sense: 'ends' }, 'fr')).toContain('Prend fin avec ce jour');
    expect((['act', 'opens', 'ends'] as const).map((sense) => /Last day to act|Begins on|Ends with/.exec(said({ sense, role: 'applicant' }, 'en'))?.[0])).toEqual(['Last day to act', 'Begins on', 'Ends with']);
    const sense = (kind: Parameters<typeof senseOf>[0]['kind'], deadline: string, what: string | null = null) => senseOf({ kind, deadline, what });
    expect([sense('renewal', 'window'), sense('award', 'expiry'), sense('survey', 'close-due'), sense('change', 'effect', 'rename'), sense('change', 'effect', 'closure')]).toEqual(['opens', 'ends', 'act', 'opens', 'ends']);
    expect([calledAs('applicant', 'monitoring'), calledAs('applicant', 'application'), calledAs('authority', 'award')]).toEqual(['holder', 'applicant', 'authority']);
  });

  it('watches each deadline at which somebody must act', () => {
    expect(watched).toContainEqual({ kind: 'monitoring', deadline: 'report-due', role: 'applicant' });
    expect(watched).toContainEqual({ kind: 'award', deadline: 'expiry', role: 'applicant' });
    expect(watched.filter(({ deadline }) => deadline === 'opening')).toEqual([]);
  });
});
