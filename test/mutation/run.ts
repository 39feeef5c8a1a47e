import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chance } from '../hostile/bytes.ts';

// Mutation testing by hand: `node test/mutation/run.ts`, see README.md beside it. Faults are planted one at a time into a copy of
// the project, and the tests that are about the file must fail.

/** A file, and the tests that are about it. */
const SUBJECTS: readonly { readonly file: string; readonly tests: readonly string[] }[] = [
  { file: 'server/core/text/lines.ts', tests: ['test/core/text/lines.test.ts'] },
  { file: 'server/core/text/span.ts', tests: ['test/core/text/span.test.ts', 'test/core/syntax/summarize.test.ts'] },
  {
    file: 'server/core/index/resolve.ts',
    tests: ['resolve', 'mentions', 'references', 'increment'].map((each) => `test/core/index/${each}.test.ts`),
  },
  {
    file: 'server/core/syntax/scan/state.ts',
    tests: ['test/core/syntax/scan.test.ts', 'test/core/syntax/commonmark.test.ts'],
  },
  {
    file: 'server/core/syntax/scan/resources.ts',
    tests: ['test/core/syntax/scan.test.ts', 'test/core/syntax/commonmark.test.ts'],
  },
  { file: 'server/core/queries/differences.ts', tests: ['test/core/index/increment.test.ts'] },
  { file: 'client/edits/agrees.ts', tests: ['test/lsp/interleavings.test.ts'] },
];

interface Mutant {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What stands for what. Operators have spaces around them: biome sees to it. */
const SWAPPED: Readonly<Record<string, string>> = {
  ' < ': ' <= ',
  ' <= ': ' < ',
  ' > ': ' >= ',
  ' >= ': ' > ',
  ' === ': ' !== ',
  ' !== ': ' === ',
  ' && ': ' || ',
  ' || ': ' && ',
  ' + ': ' - ',
  ' - ': ' + ',
  true: 'false',
  false: 'true',
  '++': '--',
  '!': '',
};

/** What is no code, or only types, as blanks: comments, texts, regular expressions, and imports. */
const codeOf = (text: string): string =>
  text.replace(
    /\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\\\n ])+\/[a-z]*|^import [\s\S]*?;$/gm,
    (found) => ' '.repeat(found.length).replace(/ /g, '\u00a0'),
  );

/** All the faults that can be planted into a text: other operators, truths and numbers. */
function mutantsOf(text: string): Mutant[] {
  const found = codeOf(text).matchAll(/ (?:[<>]=?|[!=]==|&&|\|\||[+-]) |\btrue\b|\bfalse\b|\+\+|!(?=[\w(])|\b\d+\b/g);
  return Array.from(found, ({ index, 0: what }) => {
    const after = SWAPPED[what] ?? String(Number(what) + 1);
    return { start: index, end: index + what.length, text: after };
  });
}

const ROOT = join(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'note-corpus-mutation-'));
for (const each of ['server', 'client', 'media', 'test', 'package.json', 'tsconfig.json']) {
  cpSync(join(ROOT, each), join(copy, each), { recursive: true, filter: (path) => !path.includes('node_modules') });
}
symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));

/** Whether the tests pass, as they must without a fault. */
function passes(tests: readonly string[]): boolean {
  const options = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', '--test', '--test-isolation=none'];
  const env = { ...process.env, MILLISECONDS: '150', RUNS: '200' };
  return spawnSync(process.execPath, [...options, ...tests], { cwd: copy, env, timeout: 60_000 }).status === 0;
}

/** So many of each file, chosen by a seed; by hand all: `MOST=10000`. */
const MOST = Number(process.env.MOST ?? 12);
const random = chance(Number(process.env.SEED ?? 20260101));
const only = process.argv[2];
let [killed, all] = [0, 0];
for (const { file, tests } of SUBJECTS) {
  if (only && !file.includes(only)) continue;
  const text = readFileSync(join(ROOT, file), 'utf8');
  if (!passes(tests)) throw new Error(`${file}: its tests fail without a fault`);
  const chosen = mutantsOf(text)
    .map((mutant) => ({ mutant, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, MOST);
  let dead = 0;
  for (const { mutant } of chosen) {
    writeFileSync(join(copy, file), text.slice(0, mutant.start) + mutant.text + text.slice(mutant.end));
    if (!passes(tests)) dead++;
    else {
      const line = text.slice(0, mutant.start).split('\n').length;
      process.stdout.write(`  survived: ${file}:${line} ${text.slice(mutant.start, mutant.end)} → ${mutant.text}\n`);
    }
  }
  writeFileSync(join(copy, file), text);
  process.stdout.write(`${file}: ${dead} of ${chosen.length} killed\n`);
  killed += dead;
  all += chosen.length;
}
process.stdout.write(`score: ${((100 * killed) / all).toFixed(1)} % (${killed} of ${all})\n`);
rmSync(copy, { recursive: true, force: true });
