import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const HELP = `note-corpus: notes and inquiring lines that name each other by title

  note-corpus check      [DIR] [--format pretty|json|sarif] [--fail-on error|warning|information|never]
  note-corpus references [DIR] [--format pretty|json]
  note-corpus backlinks  TITLE|PATH [DIR] [--format pretty|json]
  note-corpus graph      [DIR] [--format json|dot|graphml|html] [--focus TITLE|PATH] [--depth N]
  note-corpus convert    [DIR|PATH [DIR]] --to markdown|spaced|dense [--bare] [--write | --out NEW]
  note-corpus lsp --stdio

convert says what it would do, file by file. --write does it in place: the new file is written first, then the old one
is removed. --out writes all documents to another folder, empty or new, and leaves the corpus alone; pictures and other
files are not copied. --bare leaves bare titles bare in Markdown, which get brackets otherwise.

DIR is the corpus' folder (default: this one). --jobs N reads with that many threads (default: as many as there are
cores). --cache DIR keeps what was read in that folder, and reads only changed files the next time; without it, or with
--no-cache, nothing is kept. The answers are the same.

Exit code: 0 everything checked, clean; 1 findings at or above --fail-on (default: warning); 2 could not check
(wrong usage, a folder or file that could not be read or written). convert: 1 where a document stays as it is.
`;

/** The call was not understood; the message says why, in words. */
export class UsageError extends Error {}

export interface Arguments {
  readonly directory: string;
  /** TITLE or PATH, for the command that needs one. */
  readonly subject?: string;
  readonly format: string;
  readonly failOn: 'error' | 'warning' | 'information' | 'never';
  /** TITLE or PATH. */
  readonly focus?: string;
  readonly depth: number;
  /** How many threads may read at once. */
  readonly jobs?: number;
  /** Absolute path of the folder where what was read is kept for the next call. */
  readonly cache?: string;
  /** What `convert` converts to, and where to. */
  readonly conversion?: ConversionArguments;
  /** Whether the output may have colours. */
  readonly styled: boolean;
}

export interface ConversionArguments {
  readonly to: 'markdown' | 'spaced' | 'dense';
  /** Whether bare titles stay bare in Markdown. */
  readonly bare: boolean;
  readonly write: boolean;
  /** Absolute path of the folder to write to. */
  readonly out?: string;
}

/** Formats of each command; the first is the default. */
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  check: ['pretty', 'json', 'sarif'],
  references: ['pretty', 'json'],
  backlinks: ['pretty', 'json'],
  graph: ['json', 'dot', 'graphml', 'html'],
  convert: ['pretty'],
};
const FAIL_ON: readonly string[] = ['error', 'warning', 'information', 'never'] satisfies Arguments['failOn'][];

export function readArguments(command: string, words: readonly string[], styled: boolean): Arguments {
  const { values, positionals } = parse(words);
  const hasSubject = command === 'backlinks' || (command === 'convert' && isFile(positionals[0]));
  const places = hasSubject ? 2 : 1;
  if (positionals.length > places) throw new UsageError(`${command} takes no “${positionals[places]}”`);
  if (command === 'backlinks' && positionals[0] === undefined) throw new UsageError('backlinks needs a TITLE or PATH');
  const subject = hasSubject ? positionals[0] : undefined;
  const format = oneOf('--format', values.format, FORMATS[command]!);
  if (command !== 'check' && values['fail-on'] !== undefined) throw new UsageError('--fail-on goes with check only');
  if (command !== 'graph' && (values.focus ?? values.depth) !== undefined) {
    throw new UsageError('--focus and --depth go with graph only');
  }
  const { to, write, out, bare } = values;
  if (command !== 'convert' && (to ?? write ?? out ?? bare) !== undefined) {
    throw new UsageError('--to, --bare, --write and --out go with convert only');
  }
  return {
    directory: positionals[places - 1] ?? '.',
    ...(subject !== undefined && { subject }),
    format,
    failOn: oneOf('--fail-on', values['fail-on'] ?? 'warning', FAIL_ON) as Arguments['failOn'],
    ...(values.focus !== undefined && { focus: values.focus }),
    depth: wholeNumber('--depth', values.depth ?? '1', 1, 100),
    ...(values.jobs !== undefined && { jobs: wholeNumber('--jobs', values.jobs, 1, 64) }),
    ...(values.cache !== undefined && !values['no-cache'] && { cache: resolve(values.cache) }),
    ...(command === 'convert' && { conversion: conversionOf(values, hasSubject) }),
    styled,
  };
}

const LAYOUTS: readonly string[] = ['markdown', 'spaced', 'dense'] satisfies ConversionArguments['to'][];

function conversionOf(
  { to, write = false, out, bare = false }: ReturnType<typeof parse>['values'],
  isOne: boolean,
): ConversionArguments {
  if (to === undefined) throw new UsageError(`convert needs --to ${LAYOUTS.join(', ')}`);
  if (write && out !== undefined) throw new UsageError('--write and --out do not go together');
  if (isOne && out !== undefined) throw new UsageError('--out goes with a folder, not with one file');
  return {
    to: oneOf('--to', to, LAYOUTS) as ConversionArguments['to'],
    bare,
    write,
    ...(out !== undefined && { out: resolve(out) }),
  };
}

/** Whether a word names a file: then it is the one to be converted, and no folder. */
function isFile(word: string | undefined): boolean {
  try {
    return word !== undefined && statSync(word, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}

function parse(words: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    format: text,
    'fail-on': text,
    focus: text,
    depth: text,
    jobs: text,
    cache: text,
    'no-cache': { type: 'boolean' },
    to: text,
    out: text,
    write: { type: 'boolean' },
    bare: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    // What follows the first sentence is advice on `--`, which nobody needs here.
    throw new UsageError((error as Error).message.split(/\. |\n/)[0]!);
  }
}

function oneOf(option: string, value: string | undefined, known: readonly string[]): string {
  if (value === undefined) return known[0]!;
  if (known.includes(value)) return value;
  throw new UsageError(`${option} takes ${known.join(', ')}; not “${value}”`);
}

function wholeNumber(option: string, value: string, least: number, most: number): number {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`${option} takes a whole number from ${least} to ${most}; not “${value}”`);
}
