import { type CharacterSet, readSet } from './characterSet.ts';

// Patterns of `.gitignore` (gitignore(5)), matched in time that is in proportion to pattern and path: they are of the workspace, and as
// regular expressions some of them never come back (`a/**/a/**/a/**/…/b`).

/** One line of a `.gitignore`. */
export interface Pattern {
  /** `!kept.md`: what it matches is taken back. */
  readonly negated: boolean;
  /** `drafts/`: it matches folders only. */
  readonly foldersOnly: boolean;
  /** For one step of a path each. */
  readonly steps: readonly Step[];
}

/** Any number of steps: `**`. A name may be `**`, too. */
const MANY = Symbol('**');

/** What one step is to be: a plain name, one that ends so (`*.log`), or its pieces. */
type Step = typeof MANY | string | { readonly end: string } | readonly Piece[];

/** `*`, `?`, a character, or a set of some. */
type Piece = { readonly any: 'run' | 'one' } | { readonly unit: string } | { readonly set: CharacterSet };

/** No more of them are taken from one text. */
const MOST = 5_000;

/** The patterns in a text, one a line. What is none is left out. */
export function patternsIn(text: string): Pattern[] {
  const found: Pattern[] = [];
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    const pattern = read(line);
    if (pattern) found.push(pattern);
    if (found.length === MOST) break;
  }
  return found;
}

/**
 * What the patterns say of a path: the last that matches decides. The folders above it were asked of before.
 *
 * @param path from where the patterns stand; a folder's with a `/` at its end
 */
export function verdictOn(patterns: readonly Pattern[], path: string): 'out' | 'in' | undefined {
  const isFolder = path.endsWith('/');
  const names = (isFolder ? path.slice(0, -1) : path).split('/');
  for (let at = patterns.length - 1; at >= 0; at--) {
    const { negated, foldersOnly, steps } = patterns[at]!;
    if ((isFolder || !foldersOnly) && matches(steps, names)) return negated ? 'in' : 'out';
  }
  return undefined;
}

function read(line: string): Pattern | undefined {
  if (line.startsWith('#')) return undefined;
  const negated = line.startsWith('!');
  let body = withoutSpaces(negated ? line.slice(1) : line);
  const foldersOnly = body.endsWith('/');
  if (foldersOnly) body = body.slice(0, -1);
  const hasSlash = body.includes('/');
  const steps = body === '' ? undefined : stepsIn(body.startsWith('/') ? body.slice(1) : body);
  if (!steps) return undefined;
  // Without a slash it is a name, in whichever folder.
  return { negated, foldersOnly, steps: hasSlash || steps[0] === MANY ? steps : [MANY, ...steps] };
}

/** Spaces at the end do not count, but for one that is escaped: `a\ `. */
function withoutSpaces(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === ' ') end--;
  let slashes = 0;
  while (slashes < end && line[end - 1 - slashes] === '\\') slashes++;
  return line.slice(0, slashes % 2 === 1 && end < line.length ? end + 1 : end);
}

/** Undefined where it can match nothing: a set without an end, a `\` at the end. */
function stepsIn(body: string): Step[] | undefined {
  const steps: Step[] = [];
  let pieces: Piece[] = [];
  const endStep = (): void => {
    const step = stepOf(pieces);
    if (step !== MANY || steps.at(-1) !== MANY) steps.push(step);
    pieces = [];
  };
  for (let at = 0; at < body.length; at++) {
    const unit = body[at]!;
    if (unit === '/') endStep();
    else if (unit === '*') pieces.push({ any: 'run' });
    else if (unit === '?') pieces.push({ any: 'one' });
    else if (unit === '[') {
      const set = readSet(body, at);
      if (!set) return undefined;
      pieces.push({ set });
      at = set.end - 1;
    } else if (unit === '\\') {
      at++;
      if (at === body.length) return undefined;
      if (body[at] === '/') endStep();
      else pieces.push({ unit: body[at]! });
    } else pieces.push({ unit });
  }
  endStep();
  // At the end `**` stands for something: `a/**` is all in `a`, and not `a`.
  return steps.at(-1) === MANY ? [...steps, [{ any: 'run' }]] : steps;
}

function stepOf(pieces: readonly Piece[]): Step {
  if (pieces.length > 1 && pieces.every(isRun)) return MANY;
  const [first, ...rest] = pieces.filter((piece, at) => !isRun(piece) || !isRun(pieces[at - 1]));
  if (!first) return '';
  if (!rest.every((piece) => 'unit' in piece)) return [first, ...rest];
  const units = rest.map(({ unit }) => unit).join('');
  return isRun(first) ? { end: units } : 'unit' in first ? first.unit + units : [first, ...rest];
}

const isRun = (piece: Piece | undefined): boolean => piece !== undefined && 'any' in piece && piece.any === 'run';

const isUnit = (piece: Piece, unit: string): boolean =>
  'any' in piece || ('unit' in piece ? piece.unit === unit : piece.set.has(unit));

const matches = (steps: readonly Step[], names: readonly string[]): boolean =>
  // Most of them: a name in whichever folder.
  steps.length === 2 && steps[0] === MANY
    ? isNamed(steps[1]!, names.at(-1)!)
    : agree(
        steps.length,
        names.length,
        (step) => steps[step] === MANY,
        (step, name) => isNamed(steps[step]!, names[name]!),
      );

function isNamed(step: Step, name: string): boolean {
  if (step === MANY) return false;
  if (typeof step === 'string') return step === name;
  if ('end' in step) return name.endsWith(step.end);
  return agree(
    step.length,
    name.length,
    (piece) => isRun(step[piece]),
    (piece, unit) => isUnit(step[piece]!, name[unit]!),
  );
}

/**
 * Whether all that is wanted fits all that is given, one to one, where a run fits any number. It goes back to the last run only: what is
 * before that has found its earliest place, and a later one would leave no more for the rest.
 */
function agree(
  wanted: number,
  given: number,
  isRun: (wanted: number) => boolean,
  fits: (wanted: number, given: number) => boolean,
): boolean {
  let [want, at] = [0, 0];
  let run: { readonly behind: number; at: number } | undefined;
  while (at < given) {
    if (want < wanted && isRun(want)) run = { behind: ++want, at };
    else if (want < wanted && fits(want, at)) {
      want++;
      at++;
    } else {
      if (!run) return false;
      want = run.behind;
      at = ++run.at;
    }
  }
  while (want < wanted && isRun(want)) want++;
  return want === wanted;
}
