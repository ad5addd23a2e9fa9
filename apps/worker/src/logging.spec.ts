import { describe, expect, it } from '@jest/globals';
import type { Config } from '../../../libs/config/src/config.js';
import { NestLog, TemporalLog, workerLogger } from './logging.js';

function heard(level: Config['logLevel']): { nest: NestLog; temporal: TemporalLog; lines: () => Record<string, unknown>[] } {
  const written: string[] = [];
  const log = workerLogger(level, { write: (line: string) => { written.push(line); } });
  return { nest: new NestLog(log), temporal: new TemporalLog(log, level), lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('the worker’s log', () => {
  it('names the workflow and the activity, never what went in or came out', () => {
    const { temporal, lines } = heard('info');
    temporal.warn('Activity failed', { workflowId: 'application/1', activityType: 'record', attempt: 2, input: ['Jeanne'], error: new Error('no answer') });
    expect(lines()).toMatchObject([{ level: 40, name: 'worker', context: 'temporal', workflowId: 'application/1', activityType: 'record', attempt: 2, msg: 'Activity failed', err: { type: 'Error', message: 'no answer' } }]);
    expect(JSON.stringify(lines())).not.toContain('Jeanne');
  });

  it('says nothing of the values of a failed query', () => {
    const { temporal, nest, lines } = heard('info');
    const failed = Object.assign(new Error("Failed query: insert into person values ($1)\nparams: Jeanne", { cause: Object.assign(new Error('Key (email)=(jeanne@example.org) exists'), { code: '23505' }) }), { params: ['Jeanne'] });
    temporal.error('Activity failed', { error: failed });
    nest.error(failed, 'relay');
    expect(lines()).toMatchObject([{ err: { message: 'a query failed', cause: { code: '23505' } } }, { context: 'relay', err: { message: 'a query failed' } }]);
    expect(JSON.stringify(lines())).not.toMatch(/jeanne/i);
  });

  it('is quiet about Temporal’s own doings unless somebody looks for a fault', () => {
    const usual = heard('info');
    usual.temporal.info('Worker state changed');
    usual.nest.log('WorkerModule dependencies initialized', 'InstanceLoader');
    usual.nest.warn('round failed', 'relay');
    expect(usual.lines()).toMatchObject([{ level: 40, context: 'relay', msg: 'round failed' }]);
    const looking = heard('debug');
    looking.temporal.debug('Workflow started', { workflowId: 'call/1' });
    expect(looking.lines()).toMatchObject([{ level: 20, workflowId: 'call/1' }]);
    const silent = heard('silent');
    silent.temporal.error('x');
    expect(silent.lines()).toEqual([]);
  });
});
