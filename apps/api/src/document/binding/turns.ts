import { Problem } from '../../http/problem.js';

/** So many at once, so many waiting, and one a person, running or waiting: nobody takes everybody's places. */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private readonly people = new Set<string>();
  private running = 0;

  constructor(private readonly most: { readonly running: number; readonly waiting: number }) {}

  /** Does it when its turn comes. @throws Problem 429 `document-under-way` to who has one under way, 503 `too-many-documents` */
  async take<T>(person: string, work: () => Promise<T>): Promise<T> {
    if (this.people.has(person)) throw new Problem(429, 'document-under-way');
    if (this.running >= this.most.running && this.waiting.length >= this.most.waiting) throw new Problem(503, 'too-many-documents');
    this.people.add(person);
    // Who comes next takes the place over from who leaves: nobody steps in between.
    if (this.running < this.most.running) this.running += 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      this.people.delete(person);
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
