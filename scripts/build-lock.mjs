import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ownFolder } from './project.mjs';
import { say } from './say.mjs';

const longestMs = 20 * 60_000;

/** Lets one process at a time do `work` in this clone: `npm start` and `npm test` may be typed together. */
export async function oneAtATime(work) {
  mkdirSync(ownFolder, { recursive: true });
  const file = join(ownFolder, 'build.lock');
  let told = false;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!ownerLives(file)) rmSync(file, { force: true });
    else {
      if (!told) say('Waiting for another command that is installing or building…');
      told = true;
      await delay(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function ownerLives(file) {
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    // Empty: its owner is just writing its number.
    if (owner > 0) process.kill(owner, 0);
    // Its number may belong to another program by now.
    return Date.now() - statSync(file).mtimeMs < longestMs;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
