import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { Turns } from '../binding/turns.js';
import type { SheetSource } from './sheet.js';

/** Has sheets written in threads apart, two at once, one a person. */
@Injectable()
export class SheetWriter {
  private readonly turns = new Turns({ running: 2, waiting: 20 });

  /** @param person who asks @param read gives the rows, once it is this person's turn @throws Problem 429 `document-under-way`, 503 `too-many-documents` */
  write(person: string, read: () => Promise<SheetSource>): Promise<Uint8Array> {
    return this.turns.take(person, async () => inThread(await read()));
  }
}

function inThread(source: SheetSource): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./sheet.worker.js', import.meta.url), { workerData: source, resourceLimits: { maxOldGenerationSizeMb: 1024 } });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The sheet was not written.')));
  });
}
