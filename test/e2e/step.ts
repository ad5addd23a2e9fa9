import { it } from '@jest/globals';

/** Steps of a story: nothing that follows a broken one says anything. */
export function story(): (name: string, happens: () => Promise<void>) => void {
  let broken = false;
  return (name, happens) => {
    it(name, async () => {
      if (broken) throw new Error('A step before this one failed.');
      broken = true;
      await happens();
      broken = false;
    });
  };
}
