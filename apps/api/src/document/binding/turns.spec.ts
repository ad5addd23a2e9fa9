import { expect, it } from '@jest/globals';
import { Turns } from './turns.js';

it('lets nobody take all places', async () => {
  const turns = new Turns({ running: 1, waiting: 1 });
  const ends: (() => void)[] = [];
  const book = (person: string) => turns.take(person, () => new Promise<string>((resolve) => ends.push(() => resolve(person))));
  const first = book('amelie');
  await expect(book('amelie')).rejects.toMatchObject({ status: 429, code: 'document-under-way' });
  const second = book('bruno');
  await expect(book('bruno')).rejects.toMatchObject({ status: 429 });
  await expect(book('diane')).rejects.toMatchObject({ status: 503, code: 'too-many-documents' });
  ends[0]?.();
  expect(await first).toBe('amelie');
  // Who has theirs may ask for another one; the one who waited is at it.
  const third = book('amelie');
  ends[1]?.();
  expect(await second).toBe('bruno');
  await Promise.resolve();
  ends[2]?.();
  expect(await third).toBe('amelie');
  await expect(turns.take('diane', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await turns.take('diane', () => Promise.resolve('again'))).toBe('again');
});
