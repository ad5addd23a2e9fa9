import type { Locale } from '../../http/locale.js';
import type { Fact, PdfSource } from '../pdf/model.js';

/** A file of somebody's that a book shows: its pages, its picture, or its name alone. */
export interface BoundFile {
  readonly key: string;
  readonly path: string;
  readonly name: string;
  /** As found from its bytes when it came: pdf, png, jpg, docx… */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  /** What it is for, when it came. */
  readonly facts: readonly Fact[];
}

/** Why a file is only listed. */
export type Omission = 'office' | 'encrypted' | 'damaged' | 'too-long' | 'too-heavy' | 'absent';

/** A document and the files that follow it. Plain data: it goes to another process. */
export interface BindingJob {
  readonly source: PdfSource;
  readonly files: readonly BoundFile[];
  /** Files that have already brought a thread down. */
  readonly omitted: Readonly<Record<string, Omission>>;
  readonly locale: Locale;
}

/** What became of a book: made, or ended while a file was read. `memory`: of its own process, which no other book shares. */
export type Attempt = { readonly made: { readonly bytes: Uint8Array; readonly pages: number } } | { readonly stopped: string | null; readonly by: 'memory' | 'time' | 'fault' };

/** What the thread says: which file it reads, then the bytes. */
export type BindingMessage = { readonly reading: string | null } | { readonly bytes: Uint8Array; readonly pages: number };

/** What of others may come into one book. A file beyond is listed, with its hash. */
export const limits = {
  /** Pages of one file, and of all together. */
  pages: 300,
  allPages: 1500,
  /** Bytes of all files together. */
  allBytes: 60_000_000,
  /** Points of a picture. */
  points: 30_000_000,
  /** Bytes by which the process of one book may grow, and milliseconds that it may take. */
  growth: 600_000_000,
  time: 120_000,
} as const;
