import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type GraphFilter, isMonth, type YearMonth } from '../../core/index.ts';
import { thisMonth } from '../../lsp/prompt.ts';
import { KIND_NUMBERS, ROLE_NUMBERS } from '../../protocol.ts';

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
  /** What of a graph is left in. */
  readonly filter: GraphFilter;
  /** Whether a prompt is to come with its sources, and whether one is to be made. */
  readonly withSources: boolean;
  readonly isNew: boolean;
  /** The month from which it is counted how old something is. */
  readonly now: YearMonth;
  /** So many of each list. */
  readonly top: number;
  /** Only relations that have none back. */
  readonly oneSided: boolean;
  /** Pairs of notes that no relation joins instead of relations. */
  readonly suggested: boolean;
  /** Whether `fix` and `convert` write what they would change. */
  readonly write: boolean;
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
  /** Absolute path of the folder to write to. */
  readonly out?: string;
}

/** Formats of each command; the first is the default. */
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  check: ['pretty', 'json', 'sarif'],
  references: ['pretty', 'json'],
  backlinks: ['pretty', 'json'],
  graph: ['json', 'dot', 'graphml', 'gexf', 'html'],
  prompt: [''],
  stats: ['pretty', 'json'],
  relations: ['pretty', 'json'],
  fix: ['pretty', 'json'],
  convert: ['pretty'],
};

/** Options that go with some commands only. */
const ONLY: readonly (readonly [commands: readonly string[], options: readonly Option[]])[] = [
  [['check'], ['fail-on']],
  [['graph'], ['focus', 'depth', 'kind', 'role', 'folder', 'tag', 'orphans']],
  [['prompt'], ['with-sources', 'new', 'now']],
  [['stats'], ['top']],
  [['relations'], ['one-sided', 'suggested']],
  [['convert'], ['to', 'bare', 'out']],
  [['convert', 'fix'], ['write']],
];

type Option = keyof ReturnType<typeof parse>['values'];

const FAIL_ON: readonly string[] = ['error', 'warning', 'information', 'never'] satisfies Arguments['failOn'][];

export function readArguments(command: string, words: readonly string[], styled: boolean): Arguments {
  const { values, positionals } = parse(words);
  const hasSubject =
    command === 'backlinks' || command === 'prompt' || (command === 'convert' && isFile(positionals[0]));
  const places = hasSubject ? 2 : 1;
  if (positionals.length > places) throw new UsageError(`${command} takes no “${positionals[places]}”`);
  if (hasSubject && positionals[0] === undefined) throw new UsageError(`${command} needs a TITLE or PATH`);
  const subject = hasSubject ? positionals[0] : undefined;
  if (command === 'prompt' && values.format !== undefined) throw new UsageError('prompt takes no --format');
  const format = oneOf('--format', values.format, FORMATS[command]!);
  for (const [only, options] of ONLY) {
    if (only.includes(command) || options.every((option) => values[option] === undefined)) continue;
    const words = options.map((option) => `--${option}`);
    const last = words.pop();
    const list = words.length > 0 ? `${words.join(', ')} and ${last} go` : `${last} goes`;
    throw new UsageError(`${list} with ${only.join(' and ')} only`);
  }
  const { 'one-sided': oneSided = false, suggested = false, write = false } = values;
  if (oneSided && suggested) throw new UsageError('--one-sided does not go with --suggested');
  return {
    directory: positionals[places - 1] ?? '.',
    ...(subject !== undefined && { subject }),
    format,
    failOn: oneOf('--fail-on', values['fail-on'] ?? 'warning', FAIL_ON) as Arguments['failOn'],
    ...(values.focus !== undefined && { focus: values.focus }),
    depth: wholeNumber('--depth', values.depth ?? '1', 1, 100),
    filter: filterOf(values),
    withSources: values['with-sources'] === true,
    isNew: values.new === true,
    now: month(values.now),
    top: wholeNumber('--top', values.top ?? '10', 0, 1000),
    ...(values.jobs !== undefined && { jobs: wholeNumber('--jobs', values.jobs, 1, 64) }),
    ...(values.cache !== undefined && !values['no-cache'] && { cache: resolve(values.cache) }),
    oneSided,
    suggested,
    write,
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
    ...(out !== undefined && { out: resolve(out) }),
  };
}

const ORPHANS = ['shown', 'hidden', 'alone'] as const;

function filterOf({ kind, role, folder, tag, orphans }: ReturnType<typeof parse>['values']): GraphFilter {
  return {
    ...(kind && { kinds: someOf('--kind', kind, KIND_NUMBERS) }),
    ...(role && { roles: someOf('--role', role, ROLE_NUMBERS) }),
    ...(folder !== undefined && { folder: folder.replaceAll('\\', '/').replace(/^(?:\.\/)+|^\.$|\/+$/g, '') }),
    ...(tag !== undefined && { tag: tag.replace(/^#/, '') }),
    ...(orphans !== undefined && { orphans: oneOf('--orphans', orphans, ORPHANS) as (typeof ORPHANS)[number] }),
  };
}

/** `--kind note,inquiry`, and `--kind note --kind inquiry`. */
function someOf<T extends string>(option: string, values: readonly string[], known: readonly T[]): T[] {
  return values.flatMap((value) => value.split(',')).map((value) => oneOf(option, value.trim(), known) as T);
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
    kind: { type: 'string', multiple: true },
    role: { type: 'string', multiple: true },
    folder: text,
    tag: text,
    orphans: text,
    'with-sources': { type: 'boolean' },
    new: { type: 'boolean' },
    now: text,
    top: text,
    jobs: text,
    cache: text,
    'no-cache': { type: 'boolean' },
    'one-sided': { type: 'boolean' },
    suggested: { type: 'boolean' },
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

function month(value: string | undefined): YearMonth {
  if (value === undefined) return thisMonth();
  if (isMonth(value)) return value;
  throw new UsageError(`--now takes a month such as 2026-02; not “${value}”`);
}

function wholeNumber(option: string, value: string, least: number, most: number): number {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`${option} takes a whole number from ${least} to ${most}; not “${value}”`);
}
