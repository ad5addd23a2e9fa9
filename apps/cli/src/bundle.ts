import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import { failureConverterPath } from '../../../libs/temporal/src/codec.js';

/** Bundles the workflows at build time, so that a worker starts at once and runs exactly what was tested. */
const workflowsPath = fileURLToPath(new URL('../../../workflows/index.js', import.meta.url));
const target = fileURLToPath(new URL('../../../workflow-bundle.js', import.meta.url));

const { code } = await bundleWorkflowCode({ workflowsPath, failureConverterPath, logger: { log() {}, trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error } });
writeFileSync(target, code);
process.stdout.write(`Workflows bundled: ${Math.round(code.length / 1024)} KiB, ${createHash('sha256').update(readFileSync(target)).digest('hex').slice(0, 12)}\n`);
