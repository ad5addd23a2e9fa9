import { parentPort, workerData } from 'node:worker_threads';
import { bind } from './bind.js';
import type { BindingJob, BindingMessage } from './bound.js';

/** A thread that makes one book: what people sent is opened here, where it can be stopped. */
const say = (message: BindingMessage, moved: ArrayBuffer[] = []): void => parentPort?.postMessage(message, moved);

const { bytes, pages } = await bind(workerData as BindingJob, (reading) => say({ reading }));
// A copy of its own: a Buffer may lie in a block that others use.
const own = new Uint8Array(bytes);
say({ bytes: own, pages }, [own.buffer]);
