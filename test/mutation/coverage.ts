import { fork } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Covered } from './worker.ts';

/** Which tests look at which faults: no other test can notice them. */
export interface Coverage {
  readonly tests: readonly {
    readonly file: string;
    readonly name: string;
    /** How much it does: how often it comes by any fault. */
    readonly work: number;
  }[];
  /** For each fault, which tests come by, by their place in `tests`, and how often one of them does at most. */
  readonly reach: ReadonlyMap<string, { readonly tests: readonly number[]; readonly hits: number }>;
  /** Faults that are met while the core is read: only a new process has them. */
  readonly early: ReadonlySet<string>;
  /** Of the faults that are met while a file of tests is read, `id file`. */
  readonly inFile: ReadonlySet<string>;
}

/** The environment of all tests: properties are tried for a short time only. */
export const SHORT = { MILLISECONDS: '60', RUNS: '40' };
export const QUIET = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON';

const runCovered = (folder: string, count: number): Promise<Covered> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, ...SHORT, COVER: `${count}` };
    const worker = fork(join(folder, 'test/mutation/worker.ts'), { execArgv: [QUIET], env });
    worker.once('message', (covered) => resolve(covered as unknown as Covered));
    worker.once('exit', (code) => reject(new Error(`the tests ended with ${code}`)));
  });

function indexed({ tests, core, files }: Covered): Coverage {
  const reach = new Map<string, { tests: number[]; hits: number }>();
  const inFile = new Set<string>();
  for (const [index, { file, hits }] of tests.entries()) {
    for (const id of new Set([...Object.keys(hits), ...Object.keys(files[file]!)])) {
      const entry = reach.get(id) ?? { tests: [], hits: 0 };
      entry.tests.push(index);
      entry.hits = Math.max(entry.hits, hits[id] ?? 0, files[file]![id] ?? 0);
      reach.set(id, entry);
      if (files[file]![id]) inFile.add(`${id} ${file}`);
    }
  }
  const sum = (hits: Record<string, number>): number => Object.values(hits).reduce((all, each) => all + each, 0);
  return {
    tests: tests.map(({ file, name, hits }) => ({ file, name, work: sum(hits) })),
    reach,
    early: new Set(core),
    inFile,
  };
}

/** Runs all tests once over the planted faults; what was seen is kept in a file, since it takes a minute. */
export async function coverageOf(folder: string, count: number, keptIn: string): Promise<Coverage> {
  if (!existsSync(keptIn)) writeFileSync(keptIn, JSON.stringify(await runCovered(folder, count)));
  return indexed(JSON.parse(readFileSync(keptIn, 'utf8')));
}
