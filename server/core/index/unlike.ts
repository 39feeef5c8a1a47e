import { distance } from './distance.ts';

// How far two questions are from each other in what they ask: `Why does wet mud stick on boots` is nearly `Why does mud stick to
// boots`, and `Why does glue stick to paper` asks something else, although as many of its words are the same.

/** Words that say little by themselves, and what one of them weighs that is missing or too many. */
const SMALL = 0.3;
const MODAL = 0.5;
const ASKING = 0.6;
const WEIGHTS = new Map<string, number>([
  ...listed(
    SMALL,
    'a an the of to in on at for from with by as into onto and or do does did is are was were be been being am has have had it its ' +
      'they their them this that these those there our your my we you i really actually still also just so very quite even ever ' +
      'then than too',
  ),
  ...listed(MODAL, 'can could will would shall should may might must'),
  ...listed(ASKING, 'how why what which who whom whose when where'),
]);

/** Without one of these, the opposite is asked. */
const OPPOSITE = /^(?:not?|never|none|nobody|nothing|without|neither|nor|.*n't)$/;

/** A word with other endings, or a slip of the pen in it. */
const CHANGED = 0.35;
/** Two neighbours that changed places. */
const SWAPPED = 0.75;
/** Another word: dearer than one that is missing, but not than two. */
const REPLACED = 1.5;

/** What two keys (`fold.ts`) are apart, and how many words they have that say something. */
export interface Unlikeness {
  /** 0 for the same words; a word that is missing is 1. */
  readonly apart: number;
  readonly words: number;
}

/** Undefined where they cannot mean the same: other numbers, other signs (`C`, `C++`), or the opposite. */
export function unlikeness(a: string, b: string): Unlikeness | undefined {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (tellingOf(left) !== tellingOf(right)) return undefined;
  const [some, others] = [left.filter(isWeighty), right.filter(isWeighty)];
  return {
    apart: lightApart(left, right) + weightyApart(some, others),
    words: Math.max(some.length, others.length),
  };
}

function* listed(weight: number, words: string): Generator<[string, number]> {
  for (const word of words.split(' ')) yield [word, weight];
}

const wordsOf = (key: string): string[] =>
  key
    .split(/[\s-]+/)
    .map((word) => word.replace(/^["'(,;:*_]+|(?<!["'),;:*_?])["'),;:*_?]+$/g, '').replace(/'s$/, ''))
    .filter(Boolean);

const isWeighty = (word: string): boolean => !WEIGHTS.has(word);

/** The words that no other may stand for, in their order. */
const tellingOf = (words: readonly string[]): string =>
  words
    .filter((word) => OPPOSITE.test(word) || /[^\p{L}\p{M}'’.]/u.test(word) || (word.length === 1 && word !== 'a'))
    .join(' ');

/** What the words weigh that say little, and stand in one of the two only. */
function lightApart(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of a) if (!isWeighty(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of b) if (!isWeighty(word)) counts.set(word, (counts.get(word) ?? 0) - 1);
  let apart = 0;
  for (const [word, count] of counts) apart += Math.abs(count) * WEIGHTS.get(word)!;
  return apart;
}

/** The least that it costs to make one row of words of the other. */
function weightyApart(a: readonly string[], b: readonly string[]): number {
  const costs: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const [word, other] = [a[i - 1]!, b[j - 1]!];
      let least = Math.min(costs[i - 1]![j]! + 1, row[j - 1]! + 1, costs[i - 1]![j - 1]! + changeOf(word, other));
      if (i > 1 && j > 1 && word === b[j - 2] && a[i - 2] === other)
        least = Math.min(least, costs[i - 2]![j - 2]! + SWAPPED);
      // `rain water`, `rainwater`
      if (i > 1 && a[i - 2]! + word === other) least = Math.min(least, costs[i - 2]![j - 1]! + CHANGED);
      if (j > 1 && b[j - 2]! + other === word) least = Math.min(least, costs[i - 1]![j - 2]! + CHANGED);
      row.push(least);
    }
    costs.push(row);
  }
  return costs[a.length]![b.length]!;
}

function changeOf(a: string, b: string): number {
  if (a === b) return 0;
  return isChanged(a, b) ? CHANGED : REPLACED;
}

/** `boot` and `boots`, `stik` and `stick`, `fact` and `factual`; not `bees` and `ants`. */
function isChanged(a: string, b: string): boolean {
  const [shorter, longer] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  if (longer < 4 || shorter < 3) return false;
  let same = 0;
  while (same < shorter && a[same] === b[same]) same++;
  if (same >= 3 && same >= 0.6 * longer) return true;
  const most = longer >= 7 ? 2 : 1;
  return distance(a, b, most) <= most || [...a].sort().join('') === [...b].sort().join('');
}
