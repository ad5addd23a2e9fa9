import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../apps/cli/src/stack/project.js';
import { servers, type RunningSpace } from './stack.js';

const git = (...args: string[]): string => execFileSync('git', args, { cwd: projectRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** The commit before what lies in this folder: the last one when files differ from it, else the one before. Undefined without history. */
export function olderCommit(): string | undefined {
  try {
    // A tarball unpacked inside somebody's repository has that repository's history, not ours.
    if (realpathSync(git('rev-parse', '--show-toplevel')) !== realpathSync(projectRoot)) return undefined;
    const changed = git('status', '--porcelain', '--untracked-files=no') !== '';
    return git('rev-parse', '--short', '--verify', '--quiet', changed ? 'HEAD' : 'HEAD~1');
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
