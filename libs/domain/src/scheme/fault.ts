/** One place of a scheme file that is wrong, or worth a look. Lines and columns count from 1. */
export interface Fault {
  line: number;
  column: number;
  /** Keys and positions joined by dots: `grid.criteria.2.weight`. */
  path: string;
  /** One sentence in English, for the person who writes the file. */
  message: string;
}

/** A remark about a place in the data; the reader finds its line. */
export interface Remark {
  path: (string | number)[];
  message: string;
}
