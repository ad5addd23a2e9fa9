import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type InjectedSinks, type Logger } from '@temporalio/worker';
import { failureConverterPath } from '../../../../libs/temporal/src/codec.js';
import type { AskedSinks } from './asked.interceptor.js';

/** What a run asked of its worker, in order: timers and activities. */
export interface Asked {
  readonly timers: { readonly ms: number; readonly summary: string | null }[];
  readonly activities: { readonly name: string; readonly args: readonly unknown[] }[];
}

export const nothingAsked = (): Asked => ({ timers: [], activities: [] });

/** This build's workflows with an ear in them. */
export async function listeningBundle(logger: Logger): Promise<{ code: string }> {
  const workflowsPath = fileURLToPath(new URL('../../../../workflows/index.js', import.meta.url));
  const ear = fileURLToPath(new URL('./asked.interceptor.js', import.meta.url));
  return bundleWorkflowCode({ workflowsPath, failureConverterPath, workflowInterceptorModules: [ear], logger });
}

/** Where the ear speaks to; `present` is the run that is replayed now. */
export function listeningSinks(present: () => Asked): InjectedSinks<AskedSinks> {
  return {
    asked: {
      timer: { fn: (_run, ms, summary) => void present().timers.push({ ms, summary: summary ?? null }), callDuringReplay: true },
      activity: { fn: (_run, name, args) => void present().activities.push({ name, args }), callDuringReplay: true },
    },
  };
}
