import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { chance } from '../hostile/bytes.ts';
import { type Case, cases, of } from './collect.ts';
import { coreFiles, testFiles } from './plant.ts';

// Runs in the copy of the project, in a process of its own: one test a request, with a fault or without one.

/** What the switches in the instrumented core look at (Stryker's names). */
interface Switches {
  activeMutant?: string | undefined;
  hitCount?: number;
  hitLimit?: number;
}

/** Runs a test with a fault on; `null` is none. More than `hits` looks at the switch is taken for a loop without end. */
export interface Ask {
  readonly test: number;
  readonly mutant: string | null;
  readonly hits: number;
  /** Whether the file of the test must be read again, since it makes what it looks at while it is read. */
  readonly again: boolean;
}

/** `null` where the test passes, else what it said; and the time of the processor that it took. */
export interface Said {
  readonly failed: string | null;
  readonly milliseconds: number;
}

/** A test, and how often it looked at which switch. */
export interface Told {
  readonly file: string;
  readonly name: string;
  readonly hits: Record<string, number>;
}

export interface Covered {
  readonly tests: readonly Told[];
  /** Switches that are looked at while the core is read, and while a file of tests is. */
  readonly core: readonly string[];
  readonly files: Record<string, Record<string, number>>;
}

const ROOT = join(import.meta.dirname, '../..');
const global = globalThis as { __stryker__?: Switches };
global.__stryker__ ??= {};
const switches = global.__stryker__;
switches.activeMutant = process.env.MUTANT || undefined;
console.log = () => {};

registerHooks({
  resolve: (name, context, next) =>
    next(name === 'node:test' ? new URL('./collect.ts', import.meta.url).href : name, context),
});

const urlOf = (path: string): string => pathToFileURL(join(ROOT, path)).href;

async function readTests(path: string, version = ''): Promise<void> {
  of(path);
  await import(urlOf(path) + version);
}

/** Runs a test as it always runs: by the same dice. */
async function run({ run: body }: Case): Promise<void> {
  Math.random = chance(1);
  fc.configureGlobal({ seed: 1 });
  await body();
}

let [reads, tests]: [number, Case[]] = [0, []];

async function answer({ test, mutant, hits, again }: Ask): Promise<string | null> {
  Object.assign(switches, { activeMutant: mutant ?? undefined, hitCount: 0, hitLimit: hits });
  try {
    let wanted = tests[test]!;
    if (again) {
      cases.length = 0;
      await readTests(wanted.file, `?${++reads}`);
      wanted = cases.find(({ name }) => name === wanted.name)!;
    }
    await run(wanted);
    return null;
  } catch (error) {
    return String(error).slice(0, 200);
  }
}

/** Runs every test once, without a fault, and says by which switches it came, and how often. */
async function cover(): Promise<Covered> {
  const counts = new Uint32Array(Number(process.env.COVER));
  Object.assign(globalThis, { __counts__: counts });
  const counted = (): Record<string, number> => {
    const met = Array.from(counts.entries()).filter(([, count]) => count > 0);
    counts.fill(0);
    return Object.fromEntries(met);
  };
  for (const path of coreFiles()) await import(urlOf(path));
  const core = Object.keys(counted());
  const files: Covered['files'] = {};
  for (const path of testFiles()) {
    await readTests(path);
    files[path] = counted();
  }
  const told: Told[] = [];
  for (const each of cases) {
    await run(each).catch(() => {});
    told.push({ file: each.file, name: each.name, hits: counted() });
  }
  return { tests: told, core, files };
}

if (process.env.COVER) process.send!(await cover(), undefined, undefined, () => process.exit());
else {
  for (const path of testFiles()) await readTests(path);
  tests = [...cases];
  process.on('message', async (ask: Ask) => {
    const before = process.cpuUsage();
    const failed = await answer(ask);
    const { user, system } = process.cpuUsage(before);
    process.send!({ failed, milliseconds: (user + system) / 1000 } satisfies Said);
  });
  process.send!({ failed: null, milliseconds: 0 } satisfies Said);
}
