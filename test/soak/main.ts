/**
 * Works with one server for a long time, at random, and looks whether it keeps what it does not need: its heap, after everything was
 * swept, its handles and timers. Between two pieces of work the server compares all that it knows with what is read anew
 * (`noteCorpus.paranoid`), and in the end it must answer as a server does that was started just now.
 *
 *     npm run soak -- [--minutes N] [--notes N] [--seed N] [--ci] [--wide]
 *
 * An hour and 2,000 notes where it is not said; `--minutes 480` for a working day: a sample a minute, the first third of which is
 * not counted. With `--wide` all documents are written in, and new names are typed
 * all the time: memory goes up and down then, and an hour fails where it surely rises, eight hours tell a slope exactly. `--ci` is for a few minutes: memory
 * is still being filled then, and only gross leaks fail. It takes longer on a slow machine, where it does less, and so finds less.
 * Exit code 1: something is kept, or an answer is wrong.
 */
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { generate } from '../bench/generate.ts';
import { random } from '../bench/random.ts';
import { type Day, doSomething, warmUp } from './deeds.ts';
import { Editor } from './editor.ts';
import { median, moreResources, type Sample, slopeOf } from './fit.ts';
import { compareWithFresh } from './same.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    notes: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    ci: { type: 'boolean', default: false },
    wide: { type: 'boolean', default: false },
  },
});
const [minutes, notes, seed] = [values.minutes, values.notes, values.seed].map(Number) as [number, number, number];

/** MB of heap in an hour. A few minutes cannot show that little: in them it may grow by so many MB in all. */
const MOST_IN_AN_HOUR = 1;
const MOST_AT_ALL = 6;

/** Handles and timers of a kind that may be there by chance whenever one looks, where one looks a few times only. */
const SPARE = 3;

/** Fewer samples say nothing: a machine that is too slow for them in the time goes on for longer. */
const LEAST_SAMPLES = 9;

const MB = 1024 * 1024;
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'note-corpus-soak-')));
const samplesFile = join(folder, 'samples');
writeFileSync(samplesFile, '');
process.env.SOAK_SAMPLES = samplesFile;

const began = performance.now();
const hours = (): number => (performance.now() - began) / 3_600_000;

try {
  process.exitCode = (await soak()) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function soak(): Promise<boolean> {
  const { root } = generate(join(folder, 'corpus'), notes, 'bare');
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.txt'))
    .sort();
  const originals = new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  const editor = new Editor(root, ['--expose-gc', `--require=${join(import.meta.dirname, 'sampler.cjs')}`]);
  await editor.start();
  const day: Day = {
    editor,
    next: random(seed),
    originals,
    paths,
    wide: values.wide,
    moved: new Map(),
    atlas: -1,
    counts: new Map(),
  };
  console.log(`${paths.length} notes, ${minutes} minutes, seed ${seed}`);

  const samples: Sample[] = [];
  const every = Math.min(60_000, (minutes * 60_000) / 24);
  await warmUp(day);
  const end = performance.now() + minutes * 60_000;
  for (let nextSample = performance.now() + every; performance.now() < end || samples.length < LEAST_SAMPLES; ) {
    await doSomething(day);
    if (performance.now() < nextSample) continue;
    samples.push(await sampleOf(editor));
    nextSample = performance.now() + every;
    console.log(lineOf(samples.at(-1)!));
  }
  const { asked, differ } = await compareWithFresh(editor, paths);
  await editor.client.end();
  return report(day, samples, asked, differ);
}

/** Between two pieces of work: one that goes on by itself, such as the reading of words, is waited for. */
async function sampleOf(editor: Editor): Promise<Sample> {
  for (let tries = 0; ; tries++) {
    const sample = await sampleNow(editor);
    if (sample.resources.Immediate === undefined || tries === 10) return sample;
    await sleep(1000);
  }
}

async function sampleNow(editor: Editor): Promise<Sample> {
  await editor.quiet();
  await editor.checked();
  const lines = (): string[] => readFileSync(samplesFile, 'utf8').trim().split('\n').filter(Boolean);
  const before = lines().length;
  editor.client.process.kill('SIGUSR2');
  for (let tries = 0; lines().length === before; tries++) {
    if (tries > 3000) throw new Error('no sample in five minutes');
    await sleep(100);
  }
  return { at: hours(), ...JSON.parse(lines().at(-1)!) };
}

function lineOf({ at, heapUsed, external, rss, resources }: Sample): string {
  const kinds = Object.entries(resources).map(([kind, count]) => `${kind} ${count}`);
  const figures = [
    `heap ${(heapUsed / MB).toFixed(2)} MB`,
    `external ${(external / MB).toFixed(1)}`,
    `rss ${(rss / MB).toFixed(0)}`,
  ];
  return `${(at * 60).toFixed(1)} min: ${[...figures, ...kinds].join(', ')}`;
}

function report(
  { counts, editor: { checks, faults } }: Day,
  samples: readonly Sample[],
  asked: number,
  differ: readonly string[],
): boolean {
  // The first third fills what is to be filled.
  const warm = samples.slice(Math.floor(samples.length / 3));
  const slope = (of: (sample: Sample) => number): ReturnType<typeof slopeOf> =>
    slopeOf(warm.map((each) => [each.at, of(each) / MB]));
  const heap = slope(({ heapUsed }) => heapUsed);
  const half = warm.length >> 1;
  const middle = (some: readonly Sample[]): number => median(some.map(({ heapUsed }) => heapUsed / MB));
  const grown = middle(warm.slice(half)) - middle(warm.slice(0, half));
  const more = moreResources(warm, values.ci ? SPARE : 0);
  console.log([...counts].map(([name, count]) => `${name} ${count}`).join(', '));
  console.log(
    `heap ${heap.slope.toFixed(2)} MB/h, at least ${heap.least.toFixed(2)}, rss ${slope(({ rss }) => rss).slope.toFixed(2)} MB/h, heap of the two halves apart by ${grown.toFixed(2)} MB`,
  );
  console.log(more.length > 0 ? `more handles and timers: ${more.join(', ')}` : 'handles and timers are constant');
  console.log(
    `${asked} answers compared with a fresh server's, ${differ.length} differ${differ
      .slice(0, 10)
      .map((each) => `\n  ${each}`)
      .join('')}`,
  );
  console.log(
    `checked ${checks} times against what is read anew, ${faults.length} faults${faults
      .slice(0, 10)
      .map((each) => `\n  ${each}`)
      .join('')}`,
  );
  // Names are forgotten all at once, so that with many of them memory goes up and down by some MB.
  const hourly = values.wide ? heap.least : heap.slope;
  const isFlat = values.ci ? grown <= MOST_AT_ALL : hourly <= MOST_IN_AN_HOUR;
  const isRight = differ.length === 0 && faults.length === 0 && checks > 0;
  console.log(isFlat && more.length === 0 && isRight ? 'held' : 'not held');
  return isFlat && more.length === 0 && isRight;
}
