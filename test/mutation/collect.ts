// Stands in for `node:test` (worker.ts): remembers what the tests are instead of running them, so that each can be run by itself, and often.

/** One test: its file below the project, its name, and what runs it. */
export interface Case {
  readonly file: string;
  readonly name: string;
  readonly run: () => unknown;
}

export const cases: Case[] = [];
let file = '';

/** Tests that are told from now on are of this file. */
export function of(path: string): void {
  file = path;
}

interface Settings {
  readonly skip?: boolean | string;
}

type Run = (context: unknown) => unknown;

/** What tests of the core ask of their context: to say something, or to be left out. */
const CONTEXT = { diagnostic: (): void => {}, skip: (): void => {} };

/** `test(name, run)` and `test(name, { skip }, run)`. */
export function test(name: string, settings: Settings | Run, run?: Run): void {
  const body = typeof settings === 'function' ? settings : run!;
  if (typeof settings === 'function' || !settings.skip) cases.push({ file, name, run: () => body(CONTEXT) });
}
