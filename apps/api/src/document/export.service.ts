import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { logExport } from '../../../../libs/persistence/src/document/export.queries.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';

/** What leaves as a file, before it leaves. */
export interface Leaving {
  readonly bytes: Uint8Array;
  readonly format: 'pdf' | 'xlsx' | 'csv';
  /** The request's address with its filter. */
  readonly address: string;
  readonly subject: string | null;
  /** Pages or rows. */
  readonly extent: number;
}

/** Writes down who takes what out. */
@Injectable()
export class ExportService {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Journals an export; whatever cannot be journalled does not leave. */
  async journal(caller: Caller, { bytes, format, address, subject, extent }: Leaving): Promise<void> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await logExport(this.db, { personId: caller.personId, format, address: address.slice(0, 2000), subject, extent, size: bytes.length, sha256 });
  }

  /** The same of a zip, which lies on disk. @param extent files in it */
  async journalZip(caller: Caller, zip: { readonly address: string; readonly subject: string; readonly extent: number; readonly size: number; readonly sha256: string }): Promise<void> {
    await logExport(this.db, { ...zip, personId: caller.personId, format: 'zip', address: zip.address.slice(0, 2000) });
  }
}
