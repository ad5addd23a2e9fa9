import { parentPort, workerData } from 'node:worker_threads';
import { type SheetSource, writeSheet } from './sheet.js';

/** A thread that writes one sheet: thousands of rows take seconds, during which the API would answer nobody. */
const own = new Uint8Array(await writeSheet(workerData as SheetSource));
parentPort?.postMessage(own, [own.buffer]);
