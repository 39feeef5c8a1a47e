import { fold } from '../text/fold.ts';
import { isWordUnit, Words } from '../text/words.ts';
import { headOf, PIECE, pairOf, pieceOf } from './keyColumns.ts';
import type { MissingTitle } from './missingIndex.ts';
import type { NameId } from './names.ts';
import { holdsBeginnings, runIn } from './runs.ts';
import { missingIndexOf, ranked, titleIndexOf } from './search.ts';
import { type Snapshot, userCount } from './snapshot.ts';
import type { Candidate, Wanted, Weighed } from './titleIndex.ts';

/** A title that somebody may be typing: that of a document, or of a missing note. */
export type Typed = Candidate | MissingTitle;

/** A short word in more titles than this says nothing by itself: `the`, `does`. */
const COMMON = 20;
const COMMON_PART = 0.1;
const COMMON_LENGTH = 4;

/** A word of a text, folded, and where it stands in it. */
export interface Word {
  readonly word: string;
  readonly hash: number;
  readonly start: number;
  readonly end: number;
}

export function wordsOf(text: string): Word[] {
  words.clear();
  words.read(text, 0, text.length);
  return Array.from({ length: words.count }, (_, at) => {
    const [start, end] = [words.starts[at]!, words.ends[at]!];
    return { word: fold(text.slice(start, end)), hash: words.hashes[at]!, start, end };
  });
}

/** Whether a title that the corpus knows may begin with these two words. */
export function mayBegin(snapshot: Snapshot, first: Word, second: Word): boolean {
  const pair = pairOf(first.hash, second.hash);
  return titleIndexOf(snapshot).mayBegin(snapshot, pair) || missingIndexOf(snapshot).mayBegin(snapshot, pair);
}

const words = new Words();

/**
 * Titles that the last of these words may begin or be part of, the best first, `most` of them: those that most of the words
 * belong to, then those that begin with them, then those in which they stand together, then those that most documents name, then
 * the shorter ones. Nothing for a word that is too short, or too common, to mean a title.
 *
 * @param typed folded words, in the order of the text
 */
export function titlesTyped(snapshot: Snapshot, typed: readonly string[], most: number): Typed[] {
  const last = typed.at(-1);
  if (last === undefined) return [];
  const isShort = last.length < PIECE;
  // `why does mud stick to b`: a short word goes on with a title of which enough was typed.
  const sought = typed.slice(-LEAST_BEFORE_SHORT - 1).findLast((word) => word.length >= PIECE);
  if (sought === undefined) return [];
  const piece = pieceOf(sought);
  const isCommon = !isShort && isInMany(snapshot, piece);
  const weigh = (key: string, name: NameId): number => {
    const run = runIn(typed, key);
    if (!run || (isShort && !(run.isClosed && run.words > LEAST_BEFORE_SHORT))) return -1;
    if (isCommon && !(run.isClosed && run.words > 1) && lengthAt(key, run.end) <= COMMON_LENGTH) return -1;
    const place = run.isClosed ? (run.start === 0 ? 0 : 1) : 2;
    return weightOf(snapshot, (LONGEST_RUN - Math.min(run.words, LONGEST_RUN)) * 4 + place, key, name);
  };
  return bestOf(snapshot, { piece, weigh }, most);
}

const LEAST_BEFORE_SHORT = 2;
const LONGEST_RUN = 15;
const LONGEST = 1024;

/** By how well it fits; of equals by how many documents name it, roughly; of those the shorter ones. */
function weightOf(snapshot: Snapshot, place: number, key: string, name: NameId): number {
  const rarity = Math.clz32(userCount(snapshot, name));
  return (place * 64 + rarity) * LONGEST + Math.min(key.length, LONGEST - 1);
}

/** Whether words of so many titles begin so that a short one of them means none. */
function isInMany(snapshot: Snapshot, piece: number): boolean {
  const { rows, all } = titleIndexOf(snapshot).share(piece);
  return rows > COMMON && rows > all * COMMON_PART;
}

function lengthAt(key: string, start: number): number {
  let end = start;
  while (end < key.length && isWordUnit(key.charCodeAt(end))) end++;
  return end - start;
}

/**
 * Titles that a text means which is a title's beginning, or words of it: the title itself first, then those that begin
 * so, then those that have its words, of equals those that most documents name; else those that hold or come near it. The first
 * ones by path for an empty text.
 */
export function titlesMeant(snapshot: Snapshot, text: string, most: number): Typed[] {
  const key = fold(text.trim());
  if (key === '') return bestOf(snapshot, { piece: undefined, weigh: () => 0 }, most);
  const beginnings = wordsOf(key).map(({ word }) => word);
  const long = beginnings.filter((word) => word.length >= PIECE).map(pieceOf);
  const weigh = (title: string, name: NameId): number => {
    const isWords = long.length > 0 && holdsBeginnings(title, beginnings);
    const place = title === key ? 0 : title.startsWith(key) ? 1 : isWords ? 2 : -1;
    return place < 0 ? place : weightOf(snapshot, place, title, name);
  };
  const share = (piece: number): number => titleIndexOf(snapshot).share(piece).rows;
  const rarest = long.length > 0 ? long.reduce((a, b) => (share(b) < share(a) ? b : a)) : headOf(key);
  const found = bestOf(snapshot, { piece: rarest, weigh }, most);
  // What is wrong in two letters is not to be told.
  if (found.length > 0 || key.length < PIECE) return found;
  return near(snapshot, key, most);
}

function near(snapshot: Snapshot, key: string, most: number): Typed[] {
  const titles = titleIndexOf(snapshot).near(snapshot, key, 0, MOST_NEAR);
  return ranked(titles, key, 0.4).slice(0, most);
}

const MOST_NEAR = 100;

function bestOf(snapshot: Snapshot, wanted: Wanted, most: number): Typed[] {
  const titles = titleIndexOf(snapshot).matching(snapshot, wanted, most);
  const missing = missingIndexOf(snapshot).matching(snapshot, wanted, most);
  const all: Weighed<Typed>[] = [...titles, ...missing];
  return all
    .sort((a, b) => a.weight - b.weight)
    .slice(0, most)
    .map(({ found }) => found);
}
