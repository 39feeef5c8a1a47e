import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// Plants all faults into a copy of the project at once, each behind a switch: `isOn("17") ? a <= b : a < b`.

const HERE = import.meta.dirname;
export const ROOT = join(HERE, '../..');
const CORE = 'server/core';

/** A fault. Lines and columns count from 0; `end` is exclusive. */
export interface Mutant {
  readonly id: string;
  /** Below the project. */
  readonly file: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
  /** Which kind of fault, by Stryker's name. */
  readonly kind: string;
  /** What stands there instead. */
  readonly text: string;
}

/** The part of Stryker's instrumenter that is used; it is installed in this folder only, so its own types are not at hand. */
interface Instrumenter {
  instrument(
    files: readonly { readonly name: string; readonly mutate: true; readonly content: string }[],
    options: object,
  ): Promise<{
    readonly files: readonly { readonly name: string; readonly content: string }[];
    readonly mutants: readonly {
      readonly id: string;
      readonly fileName: string;
      readonly location: Pick<Mutant, 'start' | 'end'>;
      readonly mutatorName: string;
      readonly replacement: string;
    }[];
  }>;
}

async function instrumenter(): Promise<Instrumenter> {
  const folder = join(HERE, 'node_modules/@stryker-mutator/instrumenter');
  if (!existsSync(folder)) {
    const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: HERE,
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error('npm ci in test/mutation failed');
  }
  const { Instrumenter: made } = await import(pathToFileURL(join(folder, 'dist/src/index.js')).href);
  return new made({ debug: () => {}, info: () => {}, isDebugEnabled: () => false });
}

const filesBelow = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.includes('node_modules'))
    .sort();

/** The tests that must notice: all of the core but those that look at the clock. */
export const testFiles = (): string[] =>
  filesBelow('test/core').filter((path) => path.endsWith('.test.ts') && !path.endsWith('hostile.test.ts'));
export const coreFiles = (): string[] => filesBelow(CORE);

/** Says which core and which tests these are: answers of others are no answers for these. */
export function fingerprint(): string {
  const hash = createHash('sha256');
  for (const path of [...coreFiles(), ...filesBelow('test/core'), ...filesBelow('test/mutation')])
    hash.update(`${path}\n${readFileSync(join(ROOT, path))}\n`);
  return hash.digest('hex').slice(0, 16);
}

/**
 * Blanks for the marks that only the compiler reads in `counts[row]!++` and `++counts[row]!`: Stryker 10.0.0 breaks off where one
 * stands (Babel 8 will not have it in an update).
 */
const withoutBangs = (text: string): string =>
  text.replace(/(?<=[\w)\]])!(?=\+\+|--)/g, ' ').replace(/((?:\+\+|--)\w[\w.]*\[(?:[^[\]]|\[[^[\]]*\])*\])!/g, '$1 ');

/** What the project's tests of the core read. */
const COPIED = ['server', 'media', 'syntaxes', 'client', 'test', 'package.json', 'tsconfig.json'];

/** Copies the project into a folder, with all faults of the core in it, none of them on; answers the faults. */
export async function plant(folder: string): Promise<Mutant[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const filter = (path: string): boolean => !/node_modules|[/\\](?:pictures|bench|e2e)$/.test(path);
  for (const each of COPIED) cpSync(join(ROOT, each), join(folder, each), { recursive: true, filter });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const files = coreFiles().map((name) => {
    return { name, mutate: true as const, content: withoutBangs(readFileSync(join(ROOT, name), 'utf8')) };
  });
  const options = { plugins: null, excludedMutations: [], ignorers: [], noHeader: false };
  const planted = await (await instrumenter()).instrument(files, options);
  for (const { name, content } of planted.files) writeFileSync(join(folder, name), content);
  return planted.mutants.map(({ id, fileName, location, mutatorName, replacement }) => {
    return { id, file: fileName, ...location, kind: mutatorName, text: replacement };
  });
}

/** Writes every file of the copied core anew, where that makes it another. */
function rewrite(folder: string, written: (text: string) => string): void {
  for (const path of coreFiles()) {
    const text = readFileSync(join(folder, path), 'utf8');
    writeFileSync(join(folder, path), written(text));
  }
}

const SWITCH = /\bstryMutAct_9fa48\("(\d+)"\)/g;
const LOOK = /\bstryCov_9fa48\(((?:"\d+"(?:, )?)+)\)/g;

/** Takes all switches away but those of the faults that are wanted, so that the rest runs as fast as ever. */
export function thin(folder: string, wanted: ReadonlySet<string>): void {
  rewrite(folder, (text) =>
    text.replace(SWITCH, (call, id: string) => (wanted.has(id) ? call : 'false')).replace(LOOK, '0'),
  );
}

/** Takes all switches away and leaves counters, by the numbers of the faults: Stryker's own take minutes where these take seconds. */
export function counted(folder: string): void {
  rewrite(folder, (text) => {
    const counting = text
      .replace(SWITCH, 'false')
      .replace(LOOK, (_, ids: string) => `(${ids.replace(/"(\d+)"/g, 'counts_9fa48[$1]++')})`);
    return `const counts_9fa48 = globalThis.__counts__;${counting}`;
  });
}

/** The text of a file with one fault in it. */
export function faulty(text: string, { start, end, text: fault }: Mutant): string {
  const lines = text.split('\n');
  const at = ({ line, column }: Mutant['start']): number =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + column;
  return text.slice(0, at(start)) + fault + text.slice(at(end));
}
