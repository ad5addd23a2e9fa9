import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { ZipFile } from 'yazl';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import { originalsOf, type Original, writtenIn } from '../../../../libs/persistence/src/retention/originals.queries.js';
import { noteArchive } from '../../../../libs/persistence/src/retention/retention.commands.js';
import { dueStill, findRetention } from '../../../../libs/persistence/src/retention/retention.queries.js';
import { type Arrived, FileStore } from '../application/file-store.js';
import type { Caller } from '../auth/caller.js';
import { BookService } from '../document/book/book.service.js';
import { ContractDocumentService } from '../document/contract/contract.document.js';
import { ExportService } from '../document/export.service.js';
import { DATABASE } from '../environment/tokens.js';
import type { Locale } from '../http/locale.js';
import { Problem } from '../http/problem.js';

/** A part of the zip: where it stands in it, its size in bytes and its SHA-256. */
interface Part { readonly path: string; readonly size: number; readonly sha256: string; readonly is: string; readonly name?: string }

/** A file as one zip: its book, the originals, its journal with all that was written, and a manifest by which each part is checked. */
@Injectable()
export class ArchiveService {
  constructor(
    @Inject(DATABASE) private readonly db: Database, private readonly store: FileStore, private readonly books: BookService, private readonly contracts: ContractDocumentService, private readonly exports: ExportService,
  ) {}

  /**
   * Writes the zip aside, journals that it leaves, and remembers its hash; the caller of this sends and discards it.
   * @throws Problem 404; 409 `retention-not-now` once the file is eliminated, `retention-not-due` when something in it was opened again
   */
  async make(caller: Caller, id: string, locale: Locale, address: string): Promise<{ zip: Arrived; name: string }> {
    const row = await findRetention(this.db, id);
    if (!row) throw new Problem(404, 'not-found');
    if (row.status === 'eliminated' || row.erased !== null) throw new Problem(409, 'retention-not-now', {}, undefined, { currentStatus: row.status });
    const due = await dueStill(this.db, row.file);
    if (!due) throw new Problem(409, 'retention-not-due', { file: row.file });
    const at = new Date(await clockNow(this.db));
    const zip = new ZipFile();
    const parts: Part[] = [];
    const add = (path: string, bytes: Buffer, is: string): void => {
      zip.addBuffer(bytes, path);
      parts.push({ path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), is });
    };
    for (const [path, bytes, is] of await this.documents(caller, due.subjects, locale)) add(path, bytes, is);
    const { journal, subjects, ...written } = await writtenIn(this.db, due.subjects);
    add('journal.json', json({ subjects, journal }), 'journal');
    add('written.json', json(written), 'written');
    const missing: string[] = [];
    for (const [n, original] of (await originalsOf(this.db, due.subjects)).entries()) {
      const found = await this.addOriginal(zip, original, n + 1);
      if (found) parts.push(found);
      else if (!original.removed) missing.push(original.id);
    }
    const { file, category, from, until, schemeId, decision, reference } = row;
    zip.addBuffer(json({ format: 'estampille-file/1', file, subjects: due.subjects, scheme: schemeId, category, from, until, decision, reference, madeAt: at.toISOString(), parts, missing }), 'manifest.json');
    zip.end();
    const arrived = await this.store.receive(Readable.from(zip.outputStream as AsyncIterable<Buffer>));
    await this.exports.journalZip(caller, { address, subject: file, extent: parts.length + 1, size: arrived.size, sha256: arrived.sha256 });
    await noteArchive(this.db, id, { hash: arrived.sha256, at });
    return { zip: arrived, name: `${row.poleName}-${file.replaceAll('/', '-')}.zip` };
  }

  private async documents(caller: Caller, subjects: readonly string[], locale: Locale): Promise<[string, Buffer, string][]> {
    const key = (kind: string): string | undefined => subjects.find((one) => one.startsWith(`${kind}/`) && one.length === kind.length + 37)?.slice(kind.length + 1);
    const [application, label] = [key('application'), key('award')];
    return [
      ...(application ? [['file.pdf', Buffer.from((await this.books.ofFile(caller, application, locale)).bytes), 'book'] as [string, Buffer, string]] : []),
      ...(label ? await this.contract(caller, label, locale) : []),
    ];
  }

  /** A scheme may go without contracts, and an imported label has none here. */
  private async contract(caller: Caller, label: string, locale: Locale): Promise<[string, Buffer, string][]> {
    try {
      return [['contract.pdf', Buffer.from((await this.contracts.contract(caller, label, locale)).bytes), 'contract']];
    } catch (error) {
      if (error instanceof Problem && error.status < 500) return [];
      throw error;
    }
  }

  /** Undefined when the bytes are not there. Hashed as they lie on disk: the manifest says what is in the zip. */
  private async addOriginal(zip: ZipFile, { folder, sha256, name, type, purpose }: Original, n: number): Promise<Part | undefined> {
    const path = this.store.pathOf(folder, sha256);
    const hash = createHash('sha256');
    let size = 0;
    try {
      await pipeline(createReadStream(path), async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) {
          hash.update(chunk);
          size += chunk.length;
        }
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    const inside = `originals/${String(n).padStart(3, '0')}-${purpose}.${type}`;
    zip.addFile(path, inside, { compress: false });
    return { path: inside, size, sha256: hash.digest('hex'), is: purpose, name };
  }
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value, null, 1), 'utf8');
}
