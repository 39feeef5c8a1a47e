import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { QUIET, SHORT } from './coverage.ts';
import type { Ask, Said } from './worker.ts';

/** A process that runs the tests of the copy, one at a time. A test fails with `hangs` or `dies` where it or its process does. */
export interface Tests {
  readonly ask: (ask: Ask, milliseconds: number) => Promise<Said>;
  readonly end: () => void;
}

/** The next thing that a process says, if it says so in time. */
const next = (worker: ChildProcess, milliseconds: number): Promise<Said> =>
  new Promise((resolve) => {
    const done = (said: Said): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      resolve(said);
    };
    const timer = setTimeout(() => done({ failed: 'hangs', milliseconds }), milliseconds);
    worker.once('message', (said) => done(said as unknown as Said));
    worker.once('exit', () => done({ failed: 'dies', milliseconds }));
  });

/** Starts such a process; with a fault that is on from the start, or with none. Answers why where it does not start. */
export async function startTests(folder: string, mutant: string | null): Promise<Tests | string> {
  const env = { ...process.env, ...SHORT, MUTANT: mutant ?? '' };
  const execArgv = [QUIET, '--max-old-space-size=1500'];
  const worker = fork(join(folder, 'test/mutation/worker.ts'), {
    execArgv,
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const end = (): void => void worker.kill('SIGKILL');
  const { failed } = await next(worker, 60_000);
  if (failed) {
    end();
    return failed;
  }
  const ask: Tests['ask'] = async (question, milliseconds) => {
    worker.send(question);
    const said = await next(worker, milliseconds);
    if (said.failed === 'hangs') end();
    return said;
  };
  return { ask, end };
}
