import { onePage } from './one-page.js';

/** Somebody who may call the API. */
export interface Holder {
  readonly token: string;
}

/** The API said no. `code` is its stable code. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly status: number, readonly code: string, readonly asked: string, detail: string) {
    super(`${asked}: ${status} ${code}: ${detail}`);
  }
}

interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
}

/** The public HTTP API, and nothing else: what the simulated people see of Estampille. */
export class Api {
  /** How many requests each route has had, and the real milliseconds that they took. */
  readonly spent = new Map<string, { count: number; milliseconds: number }>();

  constructor(private readonly url: string) {}

  get<T>(who: Holder | undefined, path: string): Promise<T> {
    return this.ask<T>(who, 'GET', path);
  }

  /** `key`: an Idempotency-Key, for what may be asked twice and is to happen once. */
  post<T = unknown>(who: Holder | undefined, path: string, body: object = {}, key?: string): Promise<T> {
    return this.ask<T>(who, 'POST', path, body, key === undefined ? {} : { 'idempotency-key': key });
  }

  put<T>(who: Holder, path: string, body: object): Promise<T> {
    return this.ask<T>(who, 'PUT', path, body);
  }

  /** Sends a small PDF with its name on its one page. */
  upload<T>(who: Holder, path: string, name: string): Promise<T> {
    const form = new FormData();
    form.append('file', new Blob([onePage(name)], { type: 'application/pdf' }), `${name}.pdf`);
    return this.ask<T>(who, 'POST', path, form);
  }

  /** Sends a file of any kind. */
  send<T>(who: Holder, path: string, name: string, content: string, type: string): Promise<T> {
    const form = new FormData();
    form.append('file', new Blob([content], { type }), name);
    return this.ask<T>(who, 'POST', path, form);
  }

  /** Every item of a list, page by page. */
  async all<T>(who: Holder | undefined, path: string): Promise<T[]> {
    const items: T[] = [];
    const first = `${path}${path.includes('?') ? '&' : '?'}limit=100`;
    for (let page = await this.get<Page<T>>(who, first); ; page = await this.get<Page<T>>(who, `${first}&cursor=${page.next}`)) {
      items.push(...page.items);
      if (page.next === null) return items;
    }
  }

  private async ask<T>(who: Holder | undefined, method: string, path: string, body?: object, more: Record<string, string> = {}): Promise<T> {
    const began = performance.now();
    const json = body !== undefined && !(body instanceof FormData);
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { 'accept-language': 'fr', ...(who ? { authorization: `Bearer ${who.token}` } : {}), ...(json ? { 'content-type': 'application/json' } : {}), ...more },
      ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : (body as FormData) }),
    });
    const text = await response.text();
    this.note(`${method} ${path}`, performance.now() - began);
    if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as T;
    throw refused(response.status, `${method} ${path}`, text);
  }

  private note(asked: string, milliseconds: number): void {
    const route = asked.replace(/[0-9a-f-]{36}(-\d+)?/g, ':id').replace(/\?.*/, '');
    const before = this.spent.get(route) ?? { count: 0, milliseconds: 0 };
    this.spent.set(route, { count: before.count + 1, milliseconds: before.milliseconds + milliseconds });
  }
}

function refused(status: number, asked: string, text: string): Refused {
  let problem: { code?: string; detail?: string; errors?: unknown };
  try {
    problem = JSON.parse(text) as typeof problem;
  } catch {
    problem = { detail: text.slice(0, 200) };
  }
  return new Refused(status, problem.code ?? 'no-code', asked, `${problem.detail ?? ''}${problem.errors === undefined ? '' : ` ${JSON.stringify(problem.errors)}`}`);
}
