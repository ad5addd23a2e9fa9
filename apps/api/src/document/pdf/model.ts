import type { Locale } from '../../http/locale.js';

/** A label and what stands beside it. */
export type Fact = readonly [label: string, value: string];

/** What a document is made of, from the first line to the last. Plain data. */
export type Block =
  /** `level` 1 begins a part on a page of its own, another one only if it `starts` one; levels 1 and 2 are in the table of contents unless `unlisted`. */
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly starts?: boolean; readonly unlisted?: boolean }
  | { readonly is: 'paragraph'; readonly text: string; readonly tone?: 'plain' | 'quiet' | 'lead' }
  | { readonly is: 'facts'; readonly rows: readonly Fact[] }
  /** `followed`: points that stay together with the last item, for what must not stand alone behind it. */
  | { readonly is: 'list'; readonly items: readonly string[]; readonly followed?: number }
  /** `widths`: shares of the line; numbers stand to the right. */
  | { readonly is: 'table'; readonly columns: readonly { readonly title: string; readonly width: number; readonly right?: boolean }[]; readonly rows: readonly (readonly string[])[] }
  | { readonly is: 'notice'; readonly text: string }
  | { readonly is: 'contents'; readonly title: string }
  /** Head of a letter: who writes, to whom, what it is about, when. */
  | { readonly is: 'letterhead'; readonly sender: readonly string[]; readonly addressee: readonly string[]; readonly references: readonly Fact[]; readonly date: string; readonly subjectLabel: string; readonly subject: string }
  /** Where a person signs, to the right. */
  | { readonly is: 'signature'; readonly lines: readonly string[] }
  | { readonly is: 'image'; readonly file: string; readonly alt: string }
  /** Pages of another PDF come behind this page; they are counted. */
  | { readonly is: 'insert'; readonly key: string; readonly pages: number }
  /** Ids and hashes, small, at the end. */
  | { readonly is: 'colophon'; readonly rows: readonly Fact[] };

/** The first page of a document that has one. */
export interface Cover {
  readonly sender: readonly string[];
  /** What kind of document it is, above its title. */
  readonly kicker: string;
  readonly title: string;
  readonly subtitle: string;
  readonly facts: readonly Fact[];
  readonly notice: readonly string[];
  readonly colophon: readonly Fact[];
}

/** A document before it is laid out. The same one gives the same bytes. */
export interface PdfSource {
  readonly locale: Locale;
  readonly title: string;
  readonly author: string;
  /** ISO 8601; the only date in the bytes that is not in the text. */
  readonly createdAt: string;
  readonly cover?: Cover;
  /** At the head and at the foot of each page but the cover. */
  readonly running: { readonly head: string; readonly aside: string; readonly foot: string };
  /** Large and pale behind the text of each page. */
  readonly mark?: string;
  readonly blocks: readonly Block[];
}

/** A document laid out. */
export interface Rendered {
  readonly bytes: Uint8Array;
  /** All pages, inserted ones included. */
  readonly pages: number;
  /** Where pages of others belong: behind the how-manieth page of ours. */
  readonly insertions: readonly { readonly key: string; readonly after: number }[];
}
