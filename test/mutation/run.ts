import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chance } from '../hostile/bytes.ts';
import { coverageOf } from './coverage.ts';
import { judgeIn } from './judge.ts';
import { counted, fingerprint, type Mutant, plant, ROOT, thin } from './plant.ts';
import { type Judged, type Outcome, shown, sourceLine, table } from './record.ts';
import { noticedByCompiler } from './valid.ts';

// Mutation testing of the core, by hand: see README.md beside it.

const SEED = Number(process.env.SEED ?? 1);
const MOST = Number(process.env.MOST ?? 400);
const only = process.argv[2] ?? '';
const print = fingerprint();
const WORK = join(tmpdir(), 'note-corpus-mutation', print);
mkdirSync(WORK, { recursive: true });
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What is kept in a file once it was made. */
async function kept<T>(name: string, make: () => T | Promise<T>): Promise<T> {
  const path = join(WORK, name);
  if (!existsSync(path)) writeFileSync(path, JSON.stringify(await make()));
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** Faults that make the same program, or one that nobody can tell from it: each looked at by somebody, with the reason. */
const SAME: readonly Pick<Judged, 'file' | 'line' | 'from' | 'to'>[] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'same.json'), 'utf8'),
);

const all = await kept('mutants.json', async () => {
  const mutants = await plant(join(WORK, 'all'));
  counted(join(WORK, 'all'));
  return mutants;
});
const coverage = await coverageOf(
  join(WORK, 'all'),
  1 + Math.max(...all.map(({ id }) => Number(id))),
  join(WORK, 'coverage.json'),
);
const random = chance(SEED);
const sample = all
  .filter(({ file }) => file.includes(only))
  .map((mutant) => ({ mutant, order: random() }))
  .sort((a, b) => a.order - b.order)
  .slice(0, MOST)
  .map(({ mutant }) => mutant);
const name = `${SEED}-${sample.length}${only.replace(/\W+/g, '-')}`;
say(`${sample.length} of ${all.length} faults, seed ${SEED}; core and tests are ${print}`);

const noticed = new Set(await kept(`compiler-${name}.json`, () => [...noticedByCompiler(join(WORK, 'types'), sample)]));
say(`${noticed.size} are noticed by the compiler`);

const record = join(WORK, `record-${name}.json`);
const outcomes = new Map<string, Outcome>(existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : []);
const open = sample.filter(({ id }) => !noticed.has(id) && !outcomes.has(id));
const folder = join(WORK, `run-${name}`);
if (open.length > 0) {
  await plant(folder);
  thin(folder, new Set(sample.map(({ id }) => id)));
  const judge = judgeIn(folder, coverage, all);
  for (const [index, mutant] of open.entries()) {
    const start = Date.now();
    const outcome = await judge.fateOf(mutant);
    outcomes.set(mutant.id, outcome);
    writeFileSync(record, JSON.stringify([...outcomes]));
    say(
      `${index + 1}/${open.length} ${((Date.now() - start) / 1000).toFixed(1)} s ${shown(judged(mutant))} — ${outcome.by ?? 'SURVIVED'}`,
    );
  }
  judge.end();
}

function judged(mutant: Mutant): Judged {
  const { line, from } = sourceLine(readFileSync(join(ROOT, mutant.file), 'utf8'), mutant);
  const seen = { file: mutant.file, line, from, to: mutant.text };
  const same = SAME.some(
    (each) => each.file === seen.file && each.line === line && each.from === from && each.to === seen.to,
  );
  const outcome = outcomes.get(mutant.id);
  return {
    ...seen,
    at: mutant.start.line + 1,
    fate: noticed.has(mutant.id) ? 'compiler' : same ? 'same' : outcome?.by ? 'killed' : 'survived',
    outcome,
  };
}

const results = sample.map(judged);
say(`\n${table(results)}\n`);
for (const each of results)
  if (each.fate === 'survived') say(`- ${shown(each)}${each.outcome?.tests === 0 ? ' (no test comes by)' : ''}`);
