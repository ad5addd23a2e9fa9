import { openDatabase } from '../../libs/persistence/src/database.js';
import { ensurePerson, issueToken } from '../../libs/persistence/src/people/people.commands.js';
import type { GrantedRole } from '../../libs/domain/src/procedure/granted-role.js';
import type { Space } from '../../apps/cli/src/stack/space.js';

/** Somebody with a bearer token, made directly in the database as the command line does for the first operator. */
export async function someone(space: Space, name: string, roles: readonly GrantedRole[] = []): Promise<{ id: string; token: string; email: string }> {
  const database = openDatabase(space.databaseUrl, { max: 1 });
  try {
    const email = `${name}@${space.name}.example.org`;
    const { id } = await ensurePerson(database.db, { email, name, roles });
    const { token } = await issueToken(database.db, id, 'test', new Date(Date.now() + 3_600_000));
    return { id, token, email };
  } finally {
    await database.close();
  }
}

/** An answer's status and body. */
export interface Answer { readonly status: number; readonly body: any; readonly headers: Headers } // eslint-disable-line @typescript-eslint/no-explicit-any -- tests read whatever came

/** Calls the API as the holder of a token (a visitor without one). */
export async function call(space: Space, token: string | undefined, method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${space.apiUrl}${path}`, {
    method, redirect: 'manual', ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
  });
  const text = await response.text();
  const json = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, body: json && text !== '' ? JSON.parse(text) : text, headers: response.headers };
}
