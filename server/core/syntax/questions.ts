import { countWords } from '../text/fold.ts';
import { firstInk } from '../text/span.ts';
import { isWordUnit } from '../text/words.ts';
import { nameAt } from './nameAt.ts';
import type { Heading, Prose, Question, Role } from './summary.ts';

const NONE: readonly Question[] = [];

/**
 * The question-shaped stretches of a text's prose (CORPUS.md, "Bare titles in prose"): from a capitalised question word to the
 * question mark, in one sentence. Headings hold none.
 *
 * Each part of a text is looked at once, from its question marks backwards.
 */
export function questionsIn(text: string, prose: readonly Prose[], headings: readonly Heading[]): readonly Question[] {
  let mark = text.indexOf('?');
  if (mark < 0) return NONE;
  const found: Question[] = [];
  let heading = 0;
  for (const block of prose) {
    if (mark < block.start) mark = text.indexOf('?', block.start);
    if (mark < 0) break;
    while (heading < headings.length && headings[heading]!.span.end <= block.start) heading++;
    const isHeading = heading < headings.length && headings[heading]!.span.start <= block.start;
    const first = found.length;
    let free = block.start;
    for (; mark >= 0 && mark < block.end; mark = text.indexOf('?', mark + 1)) {
      if (!isHeading && !SILENT.includes(block.role)) take(text, block, free, mark, found, first);
      free = mark + 1;
    }
    if (found.length > first) settle(text, found, first);
  }
  return found.length > 0 ? found : NONE;
}

const SILENT: readonly Role[] = ['papers', 'prompt', 'original-title'];

/** Takes the question that ends at `mark`, if there is one, and says whether it stands inside a sentence. */
function take(text: string, block: Prose, free: number, mark: number, found: Question[], first: number): void {
  const start = startOf(text, Math.max(free, mark - LONGEST), mark);
  if (start < 0) return;
  const end = mark + 1;
  const isOdd = isOddlySpaced(text, start, mark);
  const written = isOdd ? nameAt(text, { start, end }) : text.slice(start, end);
  // Most have many: they need not be counted one by one.
  if (written.length < SHORT && countWords(written) < LEAST_WORDS) return;
  const before = found.length > first ? found.at(-1)! : undefined;
  const goesOn = (): boolean => (before?.end === free ? before.inside : free === block.start && isBehind(text, free));
  const inside = isInside(text, block, free, start, goesOn);
  found.push({ text: written, start, end, inside, closed: isClosed(text, end, block), listed: block.role !== 'body' });
}

/** A question that another one follows directly is ended as that is. */
function settle(text: string, found: Question[], first: number): void {
  for (let at = found.length - 2; at >= first; at--) {
    const [each, next] = [found[at]!, found[at + 1]!];
    if (!each.closed && next.closed && isGap(text, each.end, next.start)) found[at] = { ...each, closed: true };
  }
}

/** In UTF-16 units. */
const LONGEST = 240;

/** Titles of two words are not seen in prose (CORPUS.md), unless a setting says otherwise. */
const LEAST_WORDS = 3;
const SHORT = 40;

const OPENERS = new Set(
  (
    'Do Does Did Can Could Why What Which How Is Are Was Were Am Should Would Who Whom Whose When Where Will Shall Might ' +
    'Must Has Have Had'
  ).split(' '),
);

/** `To what extent do scaling laws hold?` */
const BEFORE_OPENERS = new Set('To In At On Under By For From With Of Through'.split(' '));

/** What is small in `Why Is the Sky So Blue at Noon?`. */
const SMALL = new Set('a an the of to in on at for and or with by as is do'.split(' '));

/**
 * Where a question begins that ends at `mark`: at the last question word, or at an earlier one where all between the two is
 * written like a title (`Why Do Bees Dance?`). -1 where there is none in the same sentence.
 */
function startOf(text: string, from: number, mark: number): number {
  let start = -1;
  let next = mark;
  for (let at = mark; at > from; at = next) {
    const end = wordEnd(text, from, at);
    if (isStop(text, end, next, start >= 0)) return start;
    if (end === from) return start;
    next = wordStart(text, from, end);
    // What `LONGEST` cuts through is no word.
    if (next === from && from > 0 && isWordUnit(text.charCodeAt(from - 1))) return start;
    if (isCapital(text.charCodeAt(next))) {
      if (isOpener(text, next, end)) start = next;
    } else if (start >= 0 && !SMALL.has(text.slice(next, end))) return start;
  }
  return start;
}

function isOpener(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST_OPENER || JOINERS.includes(text[start - 1] ?? ' ')) return false;
  const word = text.slice(start, end);
  // `What’s`, `Isn’t`
  const isOne = OPENERS.has(word) || CONTRACTED.some((end) => OPENERS.has(word.replace(end, '')));
  if (isOne) return !JOINERS.includes(text[end] ?? ' ');
  return BEFORE_OPENERS.has(word) && /^\s+(?:what|which|whom|whose)\s/.test(text.slice(end, end + 12));
}

const CONTRACTED = [/['’]\p{L}+$/u, /n['’]t$/];

/** `Shouldn’t`, in UTF-16 units. */
const LONGEST_OPENER = 9;

/** What a word hangs on that is no word by itself: `#Why`, `pre-Does`. */
const JOINERS = '-#@/\\&=';

/**
 * Whether a sentence ends between a word that ends at `at` and the one that begins at `next`: `It rains. Does`. Once a question
 * word was found, also where one part of a sentence ends.
 */
function isStop(text: string, at: number, next: number, isFound: boolean): boolean {
  if (next - at === 1 && text.charCodeAt(at) === SPACE) return false;
  for (let index = at; index < next; index++) {
    const unit = text[index]!;
    if (isFound && ':;—–"“”(['.includes(unit)) return true;
    // `3.5`, `e.g. mud`: a point that no capital follows ends nothing.
    if ((unit === '.' || unit === '!' || unit === '…') && index + 1 < next && !isLower(text[next])) return true;
    if (unit === '|') return true;
  }
  return false;
}

const SPACE = 32;
/** Behind it come other spaces. */
const MOST_COMMON = 0x7e;

const isLower = (letter: string | undefined): boolean => letter !== undefined && letter !== letter.toUpperCase();

const isCapital = (unit: number): boolean => unit >= 65 && unit <= 90;

/** Behind the last letter or digit before `at`, or `from`. An apostrophe in a word belongs to it. */
function wordEnd(text: string, from: number, at: number): number {
  let end = at;
  while (end > from && !isWordUnit(text.charCodeAt(end - 1))) end--;
  return end;
}

function wordStart(text: string, from: number, end: number): number {
  let start = end;
  while (start > from && (isWordUnit(text.charCodeAt(start - 1)) || isApostrophe(text, start - 1, from))) start--;
  return start;
}

const isApostrophe = (text: string, at: number, from: number): boolean =>
  (text[at] === "'" || text[at] === '’') && at > from && isWordUnit(text.charCodeAt(at - 1));

/** Whether words are parted by more than single spaces: by a line break, as in most texts no title is. */
function isOddlySpaced(text: string, start: number, end: number): boolean {
  let before = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit < SPACE || unit > MOST_COMMON || (unit === SPACE && before === SPACE)) return true;
    before = unit;
  }
  return false;
}

/** Whether between two places there is only white space, and emphasis. */
function isGap(text: string, from: number, to: number): boolean {
  return to - from <= 12 && /^[\s*_]*$/.test(text.slice(from, to));
}

/**
 * Whether something of the same sentence stands before `start`.
 *
 * @param free where the question before ends, or the prose begins
 * @param goesOn whether a sentence goes on there: `… off-distribution Does it reveal inference? What makes it work?.`
 */
function isInside(text: string, block: Prose, free: number, start: number, goesOn: () => boolean): boolean {
  let at = start;
  if (
    at - free > 2 &&
    text.charCodeAt(at - 1) === SPACE &&
    isWordUnit(text.charCodeAt(at - 2)) &&
    isWordUnit(text.charCodeAt(at - 3))
  )
    return true; // Nearly all that are inside.
  while (at > free && (text[at - 1] === '*' || text[at - 1] === '_')) at--;
  // `“Does it help?”`, `(Does it help?)`
  if (at > free && '"“„‘\'«([{'.includes(text[at - 1]!)) return false;
  for (; at > free; at--) {
    const unit = text[at - 1]!;
    if (isWordUnit(unit.charCodeAt(0))) return hasWord(text, free, at) || free > block.start || goesOn();
    if (unit === '.') return /\b(?:cf|e\.g|i\.e|vs|eg|ie)\.$/i.test(text.slice(Math.max(free, at - 5), at));
    if ('?!…:|'.includes(unit)) return false;
  }
  return goesOn();
}

/** Whether the word that ends at `at` is more than the letter of an item: `a) Does it help?`. */
function hasWord(text: string, from: number, at: number): boolean {
  return (
    at - 1 > from &&
    (isWordUnit(text.charCodeAt(at - 2)) || /\p{L}\p{L}/u.test(text.slice(Math.max(from, at - 80), at)))
  );
}

/** Whether what stands before the prose at `start` belongs to its sentence: a wikilink, code, a link, and no mark of a list. */
function isBehind(text: string, start: number): boolean {
  const near = text.slice(Math.max(0, start - 200), start);
  const line = near.slice(Math.max(near.lastIndexOf('\n'), near.lastIndexOf('\r')) + 1);
  return !/^[\s>*+•#|-]*(?:\d{1,9}[.)]\s*)?(?:\[[ xX]\]\s*)?$/.test(line);
}

/** Whether what follows at `end`, in the same paragraph, shows that a title was named, not a question asked. */
function isClosed(text: string, end: number, block: Prose): boolean {
  let at = end;
  while (text[at] === '*' || text[at] === '_') at++;
  const next = text[at] ?? '';
  if (next === '.') return text[at + 1] !== '.';
  if (next !== '' && ',;:)]—–'.includes(next)) return true;
  if (next === "'" || next === '’') return /^.s\b/.test(text.slice(at, at + 3));
  const ink = firstInk(text, at, Math.min(at + 4, text.length));
  // The prose ends where a wikilink begins.
  return ink > at && ink <= block.end && /^(?:[—–]|-\s|\[\[)/.test(text.slice(ink, ink + 2));
}
