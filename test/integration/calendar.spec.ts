import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import nodeIcal, { type VEvent } from 'node-ical';
import { labelsInForce, type LabelsInForce } from '../stack/labels.js';

let on: LabelsInForce;
const label = randomUUID();
let address: string;

beforeAll(async () => {
  on = await labelsInForce('calendar', '2027-06-01', [label]);
}, 120_000);
afterAll(() => on?.space.stop());

const make = async (who: 'holder' | 'authority' | 'stranger' | 'colleague'): Promise<string> => (await on.as(on[who], 'POST', '/api/me/calendar', {})).body.url;

/** What a calendar program reads there: a title and a civil day for each event. */
async function events(url: string): Promise<[title: string, day: string][]> {
  const read = Object.values(nodeIcal.sync.parseICS(await (await fetch(url)).text())).filter((one) => one?.type === 'VEVENT') as VEvent[];
  // node-ical gives whole days at midnight of the machine's zone.
  const day = ({ start }: VEvent): string => new Date(start.getTime() + 12 * 3_600_000).toISOString().slice(0, 10);
  return read.map((one): [string, string] => [typeof one.summary === 'string' ? one.summary : '', day(one)]).sort((a, b) => (a[1] < b[1] ? -1 : 1));
}

describe('the calendar of a person', () => {
  it('is read at a secret address that is told once', async () => {
    expect((await on.as(undefined, 'GET', '/api/me/calendar')).status).toBe(401);
    expect((await on.as(on.holder, 'GET', '/api/me/calendar')).body).toEqual({ createdAt: null });
    address = await make('holder');
    expect(address).toMatch(new RegExp(`^${on.space.apiUrl}/calendar/[A-Za-z0-9_-]{43}\\.ics$`));
    const shown = await on.as(on.holder, 'GET', '/api/me/calendar');
    expect(Object.keys(shown.body)).toEqual(['createdAt']);
    const response = await fetch(address);
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control'), response.headers.get('x-robots-tag')]).toEqual([200, 'text/calendar; charset=utf-8', 'private, no-store', 'noindex']);
  });

  it('holds the days by which the pole must act, and those that it plans by', async () => {
    expect(await events(address)).toContainEqual(['Terme du label – Pôle Bois', '2030-06-30']);
    await on.advance('2028-07-02T09:00:00.000Z');
    expect((await events(address)).map(([title]) => title)).toContain('Rapport annuel – Pôle Bois');
    const due = (await on.as(on.holder, 'GET', `/api/monitorings/${label}`)).body.timeline.ahead.find(({ kind, mark }: { kind: string; mark: string }) => kind === 'report-due' && mark === '');
    expect(await events(address)).toContainEqual(['Rapport annuel – Pôle Bois', due.on]);
  });

  it('follows a day that is moved, under the same id', async () => {
    const uid = async (): Promise<string | undefined> => /UID:(monitoring-[^\r]*report-due[^\r]*)/.exec((await (await fetch(address)).text()).replace(/\r\n /g, ''))?.[1];
    const before = await uid();
    const moved = await on.as(on.secretariat, 'POST', `/api/monitorings/${label}/deadlines/report-due/moves`, { to: '2028-10-16', reason: 'Incendie du centre de formation' });
    expect(moved).toMatchObject({ status: 201 });
    expect(await events(address)).toContainEqual(['Rapport annuel – Pôle Bois', '2028-10-16']);
    expect(await uid()).toBe(before);
  });

  it('shows nobody what is not theirs', async () => {
    expect(await events(await make('stranger'))).toEqual([]);
    expect((await events(await make('authority'))).map(([title]) => title)).not.toContain('Rapport annuel – Pôle Bois');
    const colleague = await make('colleague');
    expect((await events(colleague)).length).toBeGreaterThan(0);
    expect((await on.as(on.holder, 'DELETE', `/api/poles/${on.pole}/members/${on.colleague.id}`)).status).toBe(204);
    await on.advance('2028-07-03T09:00:00.000Z');
    expect(await events(colleague)).toEqual([]);
  });

  it('ends with its address: a new one, or none', async () => {
    const next = await make('holder');
    expect([(await fetch(address)).status, (await fetch(next)).status]).toEqual([404, 200]);
    expect((await on.as(on.holder, 'DELETE', '/api/me/calendar')).status).toBe(204);
    expect((await fetch(next)).status).toBe(404);
    expect((await on.as(on.holder, 'DELETE', '/api/me/calendar')).status).toBe(404);
    for (const wrong of ['x.ics', `${'a'.repeat(43)}.ics`, 'a'.repeat(43)]) expect((await fetch(`${on.space.apiUrl}/calendar/${wrong}`)).status).toBe(404);
    const both = await Promise.all([make('holder'), make('holder')]);
    expect((await Promise.all(both.map(async (url) => (await fetch(url)).status))).sort()).toEqual([200, 404]);
  });

  it('leaves its address in no log', async () => {
    const log = await readFile(join(on.space.servers.logsDir, `api-${on.space.name}.log`), 'utf8');
    expect(log).not.toContain(address.slice(-47, -4));
  });
});
