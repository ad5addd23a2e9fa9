import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { fileTypeFromFile } from 'file-type';
import type { Config } from '../../../../libs/config/src/config.js';
import { CONFIG } from '../environment/tokens.js';

/** A file that has arrived and has no place yet. */
export interface Arrived {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  /** What its bytes say it is; undefined when they say nothing known. */
  readonly type: string | undefined;
}

/** Bytes by their SHA-256, in a folder for each application. Names given by people never become paths. */
@Injectable()
export class FileStore {
  private readonly folder: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = config.filesDir;
  }

  /** Writes a stream aside, counting and hashing it. The caller keeps or discards what arrived. */
  async receive(stream: Readable): Promise<Arrived> {
    const aside = join(this.folder, 'arriving');
    await mkdir(aside, { recursive: true, mode: 0o700 });
    const path = join(aside, randomUUID());
    const hash = createHash('sha256');
    let size = 0;
    const counting = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        hash.update(chunk);
        size += chunk.length;
        done(null, chunk);
      },
    });
    try {
      await pipeline(stream, counting, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      const type = size > 0 ? (await fileTypeFromFile(path))?.ext : undefined;
      return { path, sha256: hash.digest('hex'), size, type };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  async keep(arrived: Arrived, applicationId: string): Promise<void> {
    await mkdir(join(this.folder, 'applications', applicationId), { recursive: true, mode: 0o700 });
    await rename(arrived.path, this.pathOf(applicationId, arrived.sha256));
  }

  /** Keeps a copy: what arrived may belong to several applications. */
  async copy(arrived: Arrived, applicationId: string): Promise<void> {
    await mkdir(join(this.folder, 'applications', applicationId), { recursive: true, mode: 0o700 });
    await copyFile(arrived.path, this.pathOf(applicationId, arrived.sha256));
  }

  /** Gives an application the bytes that another one has; false when they are gone. */
  async carry(from: string, to: string, sha256: string): Promise<boolean> {
    await mkdir(join(this.folder, 'applications', to), { recursive: true, mode: 0o700 });
    try {
      await copyFile(this.pathOf(from, sha256), this.pathOf(to, sha256));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    }
  }

  async discard(arrived: Arrived): Promise<void> {
    await rm(arrived.path, { force: true });
  }

  async forget(applicationId: string, sha256: string): Promise<void> {
    await rm(this.pathOf(applicationId, sha256), { force: true });
  }

  read(applicationId: string, sha256: string): Readable {
    return createReadStream(this.pathOf(applicationId, sha256));
  }

  /** Where the bytes lie, for a thread that reads them itself. */
  pathOf(applicationId: string, sha256: string): string {
    return join(this.folder, 'applications', applicationId, sha256);
  }
}
