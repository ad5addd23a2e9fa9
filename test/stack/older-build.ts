import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../apps/cli/src/stack/project.js';
import { servers, type RunningSpace } from './stack.js';

const git = (...args: string[]): string => execFileSync('git', args, { cwd: projectRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** An earlier build to upgrade from: its commit, and why it is not the last release when it isn't. */
export interface Older {
  readonly commit: string;
  readonly instead?: string;
}

/**
 * The last release, as `test/e2e/older-release` names it. A shallow clone may lack that commit: then the commit before this one,
 * with a sentence to print. Undefined without any history.
 */
export function olderCommit(): Older | undefined {
  const release = readFileSync(join(projectRoot, 'test', 'e2e', 'older-release'), 'utf8').trim();
  if (!/^[0-9a-f]{40}$/.test(release)) throw new Error('test/e2e/older-release holds one line: the full hash of the last release’s commit.');
  // A tarball unpacked inside somebody's repository has that repository's history, not ours.
  const root = asked('rev-parse', '--show-toplevel');
  if (root === undefined || realpathSync(root) !== realpathSync(projectRoot)) return undefined;
  if (asked('cat-file', '-e', `${release}^{commit}`) !== undefined) return { commit: release };
  const commit = asked('rev-parse', '--verify', '--quiet', 'HEAD~1');
  const missing = `The last release, ${release}, is not in this clone (get it with “git fetch --unshallow”)`;
  return commit === undefined ? undefined : { commit, instead: `${missing}: the upgrade is tried from the commit before this one, ${commit.slice(0, 8)}.` };
}

/** What git answers; undefined when it refuses or isn't there. */
function asked(...args: string[]): string | undefined {
  try {
    return git(...args);
  } catch {
    return undefined;
  }
}

/** An earlier commit's programs, built by that commit's own script in a folder of their own. Remove them in afterAll. */
export class OlderBuild {
  private constructor(private readonly root: string) {}

  static of(commit: string): OlderBuild {
    const root = mkdtempSync(join(tmpdir(), 'estampille-older-'));
    const archive = join(root, 'older.tar');
    git('archive', '--format=tar', '-o', archive, commit);
    execFileSync('tar', ['-xf', archive, '-C', root]);
    rmSync(archive);
    symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
    execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root, stdio: 'inherit' });
    return new OlderBuild(root);
  }

  /** Makes a space as this older build makes it, and runs its api and worker there. */
  async run(name: string, start: string): Promise<RunningSpace> {
    const theirs = await this.load<typeof import('../../apps/cli/src/stack/space.js')>('apps/cli/src/stack/space.js');
    const space = await theirs.openSpace(servers(), { name, clock: { mode: 'stepped', start }, logLevel: 'warn' });
    const [api, worker] = await Promise.all([theirs.startApi(space), theirs.startWorker(space)]);
    const running: RunningSpace = {
      ...space, api, worker,
      stop: async () => {
        await Promise.all([running.api.stop(), running.worker.stop()]);
      },
    };
    return running;
  }

  /** A module of theirs, as they compiled it. */
  async load<T>(path: string): Promise<T> {
    return (await import(join(this.root, 'dist', path))) as T;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
