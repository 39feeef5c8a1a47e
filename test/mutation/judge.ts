import type { Coverage } from './coverage.ts';
import type { Mutant } from './plant.ts';
import type { Outcome } from './record.ts';
import { startTests, type Tests } from './testing.ts';

export interface Judge {
  readonly fateOf: (mutant: Mutant) => Promise<Outcome>;
  readonly end: () => void;
}

/** So long all tests of a fault may take, in milliseconds of the processor: one that nobody noticed by then counts as not noticed. */
const PATIENCE = Number(process.env.PATIENCE ?? 4000);

/** So long a test may take, in milliseconds: what takes longer hangs. A busy machine is no fault. */
const LIMIT = 30_000;

const baseOf = (path: string): string => path.replace(/^.*\//, '').replace(/\..*$/, '');

const roomOf = (path: string): string | undefined => /core\/(\w+)\//.exec(path)?.[1];

/** The tests that may notice a fault, those first that do little, are named after the file, or lie in the folder of the same name. */
function inOrder({ tests }: Coverage, file: string, which: readonly number[]): number[] {
  const weight = (test: number): number => {
    const { file: own, work } = tests[test]!;
    return work * (baseOf(own) === baseOf(file) ? 0.01 : roomOf(own) === roomOf(file) ? 0.1 : 1);
  };
  return [...which].sort((a, b) => weight(a) - weight(b));
}

/**
 * Judges faults one after the other in one process, which is left for a new one where a fault hangs or leaves something behind. The
 * first test that fails decides.
 */
export function judgeIn(folder: string, coverage: Coverage, all: readonly Mutant[]): Judge {
  const { tests, reach, early, inFile } = coverage;
  let process: Tests | undefined;
  const unsteady = new Set<number>();

  async function started(): Promise<Tests> {
    const made = process ?? (await startTests(folder, null));
    if (typeof made === 'string') throw new Error(`the tests do not start without a fault: ${made}`);
    process = made;
    return made;
  }

  function end(): void {
    process?.end();
    process = undefined;
  }

  /** Whether a test passes without a fault: in the process as it is now, else in a new one. */
  async function isSteady(test: number): Promise<'here' | 'anew' | 'never'> {
    for (const where of ['here', 'anew'] as const) {
      const { failed } = await (await started()).ask({ test, mutant: null, hits: 0, again: false }, LIMIT);
      if (!failed) return where;
      end();
    }
    unsteady.add(test);
    console.error(`left out, since it fails without a fault: ${tests[test]!.file}, “${tests[test]!.name}”`);
    return 'never';
  }

  /** A fault that is met while the core is read: any test that comes by its file may notice. */
  async function fateOfEarly({ id, file }: Mutant): Promise<Outcome> {
    const inSame = all.filter((each) => each.file === file).flatMap((each) => reach.get(each.id)?.tests ?? []);
    const own = await startTests(folder, id);
    if (typeof own === 'string') return { by: `no test starts: it ${own}` };
    const order = inOrder(coverage, file, [...(inSame.length > 0 ? new Set(inSame) : tests.keys())]);
    let [asked, spent] = [0, 0];
    for (const test of order.filter((each) => !unsteady.has(each))) {
      if (spent > PATIENCE) break;
      const { failed, milliseconds } = await own.ask({ test, mutant: id, hits: 1e9, again: false }, LIMIT);
      [asked, spent] = [asked + 1, spent + milliseconds];
      if (!failed || (await isSteady(test)) === 'never') continue;
      own.end();
      return { by: `${tests[test]!.file} ${tests[test]!.name}` };
    }
    own.end();
    return { by: null, tests: asked };
  }

  async function fateOf(mutant: Mutant, isAgain = false): Promise<Outcome> {
    if (early.has(mutant.id)) return fateOfEarly(mutant);
    const { tests: reached, hits } = reach.get(mutant.id) ?? { tests: [], hits: 0 };
    let [asked, spent] = [0, 0];
    for (const test of inOrder(coverage, mutant.file, reached)) {
      if (spent > PATIENCE) break;
      if (unsteady.has(test)) continue;
      const { file, name } = tests[test]!;
      const again = inFile.has(`${mutant.id} ${file}`);
      const ask = { test, mutant: mutant.id, hits: 100 * hits + 1000, again };
      const { failed, milliseconds } = await (await started()).ask(ask, LIMIT);
      [asked, spent] = [asked + 1, spent + milliseconds];
      if (!failed) continue;
      if (failed === 'hangs' || failed === 'dies') {
        end();
        return { by: `${file} ${name} (${failed})` };
      }
      const steady = await isSteady(test);
      if (steady === 'never') continue;
      // The fault before this one, or this one, left something behind: once more with nothing behind it.
      return steady === 'anew' && !isAgain ? fateOf(mutant, true) : { by: `${file} ${name}` };
    }
    return { by: null, tests: asked };
  }
  return { fateOf: (mutant) => fateOf(mutant), end };
}
