import { cpuOf, FORMS, type Grown, worksOn } from './measure.ts';
import { FAMILIES } from './repeated.ts';

// Run as a process by growth.test.ts: says a line of JSON before and after each text, so that it is known which one hangs.

/** In UTF-16 units; by hand longer ones: `LENGTH=200000`. */
const LENGTH = Number(process.env.LENGTH ?? 6_000);
/** What takes less at that length is not looked at further, in milliseconds: so little is mostly noise. */
const LEAST = Number(process.env.LEAST ?? 10);
/** Twice the length may take so much longer: a bound on growth, and no timing. */
const MOST = 2.5;
/** Something else may have kept the machine busy, or memory been tidied up: the best of so many tries counts. */
const TRIES = 4;

const [share, shares] = process.argv.slice(2).map(Number) as [number, number];
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

for (const [nth, { name, make }] of FAMILIES.entries()) {
  if (nth % shares !== share) continue;
  for (const { path, frame } of FORMS) {
    say({ begun: `${name} in ${path}` });
    const text = frame(make(LENGTH));
    for (const [work, ask] of worksOn(path, text)) {
      say({ begun: `${name} in ${path}: ${work}` });
      if (cpuOf(ask) < LEAST) continue;
      const grown = growthOf(name, path, work, (length) => worksOn(path, frame(make(length))).get(work)!);
      if (grown) say({ grown });
    }
  }
}
say({ done: true });

/** The times at one, two and four times the length, where both steps are too large. */
function growthOf(
  family: string,
  path: string,
  work: string,
  askAt: (length: number) => () => unknown,
): Grown | undefined {
  const asks = [1, 2, 4].map((times) => askAt(times * LENGTH));
  const best = asks.map(() => Number.POSITIVE_INFINITY);
  for (let left = TRIES; left > 0; left--) {
    for (const [at, ask] of asks.entries()) best[at] = Math.min(best[at]!, cpuOf(ask));
    const [one, two, four] = best as [number, number, number];
    // What is dear only once, at the beginning, makes one of the steps small.
    if (four / two <= MOST || four / one <= MOST * MOST) return undefined;
  }
  return { family, path, work, milliseconds: best.map(Math.round) };
}
