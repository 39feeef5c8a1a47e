import Fuse from 'fuse.js';
import { fold } from '../text/fold.ts';
import type { Document } from './document.ts';
import { documentOf, documentsOf, type Snapshot } from './snapshot.ts';

// The only file that knows the fuzzy matcher. It ranks a few hundred titles, never all: an index narrows them first.

/** A title or alias, and the document that has it. */
export interface Title {
  readonly text: string;
  readonly alias: boolean;
  readonly document: Document;
}

interface TitleIndex {
  readonly version: number;
  readonly titles: readonly (Title & { readonly key: string })[];
  /** Titles by the beginnings and endings of their words: a slip of the pen leaves most of them as they are. */
  readonly byPiece: ReadonlyMap<string, readonly number[]>;
}

/** One index for each corpus; `keys` is shared by all its snapshots. */
const indexes = new WeakMap<object, TitleIndex>();

/** More than this many candidates are not ranked. */
const MOST_RANKED = 300;

/** Titles and aliases that a query means, the best first: those that hold all its words, else those that come near. */
export function searchTitles(snapshot: Snapshot, query: string, limit: number): Title[] {
  const { titles } = titleIndex(snapshot);
  const words = fold(query).split(' ').filter(Boolean);
  if (words.length === 0) return current(snapshot, titles.slice(0, limit));
  const holding = titles.filter(({ key }) => words.every((word) => key.includes(word))).slice(0, MOST_RANKED);
  const candidates = holding.length > 0 ? holding : near(snapshot, fold(query), 1);
  return current(snapshot, ranked(candidates, fold(query), holding.length > 0 ? 1 : 0.4).slice(0, limit));
}

/** Titles that a dangling reference may have meant, the best first, three at most. */
export function didYouMean(snapshot: Snapshot, text: string): Title[] {
  const key = fold(text);
  const pieces = piecesOf(key);
  const candidates = near(snapshot, key, Math.max(1, Math.ceil(pieces.length * 0.5))).filter((each) =>
    isClose(key, each.key),
  );
  return current(snapshot, ranked(candidates, key, 0.6).slice(0, 3));
}

/** The documents as they are now: an edit that leaves all titles as they are may still move them in their texts. */
function current(snapshot: Snapshot, titles: readonly Title[]): Title[] {
  return titles.map(({ text, alias, document }) => ({
    text,
    alias,
    document: documentOf(snapshot, document.id) ?? document,
  }));
}

function ranked<T extends { readonly key: string }>(candidates: readonly T[], key: string, threshold: number): T[] {
  const fuse = new Fuse(candidates, { keys: ['key'], threshold, ignoreLocation: true, includeScore: true });
  return fuse.search(key.slice(0, 200)).map(({ item }) => item);
}

/** Titles that share at least `least` pieces with a key, those that share most first. */
function near(snapshot: Snapshot, key: string, least: number): TitleIndex['titles'][number][] {
  const { titles, byPiece } = titleIndex(snapshot);
  const shared = new Map<number, number>();
  for (const piece of piecesOf(key))
    for (const title of byPiece.get(piece) ?? []) shared.set(title, (shared.get(title) ?? 0) + 1);
  return [...shared]
    .filter(([, count]) => count >= least)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_RANKED)
    .map(([title]) => titles[title]!);
}

function titleIndex(snapshot: Snapshot): TitleIndex {
  const known = indexes.get(snapshot.keys);
  if (known?.version === snapshot.titlesVersion) return known;
  const titles: (Title & { key: string })[] = [];
  const byPiece = new Map<string, number[]>();
  for (const document of documentsOf(snapshot)) {
    for (const [index, { text }] of [document.summary.title, ...document.summary.aliases].entries()) {
      const key = fold(text);
      for (const piece of piecesOf(key)) {
        const list = byPiece.get(piece);
        if (list) list.push(titles.length);
        else byPiece.set(piece, [titles.length]);
      }
      titles.push({ text, key, alias: index > 0, document });
    }
  }
  const index = { version: snapshot.titlesVersion, titles, byPiece };
  indexes.set(snapshot.keys, index);
  return index;
}

/** `<rea` and `ces>` among those of `reasoning traces`. */
function piecesOf(key: string): string[] {
  const words = key.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  return [...new Set(words.flatMap((word) => [`<${word.slice(0, 3)}`, `${word.slice(-3)}>`]))];
}

/** Whether two keys differ by slips: up to three words, and not half of them; in short ones a few letters. */
function isClose(a: string, b: string): boolean {
  const [left, right] = [a.split(' '), b.split(' ')];
  const longer = Math.max(left.length, right.length);
  if (longer > 3 && distance(left, right) <= Math.min(3, Math.floor(longer * 0.4))) return true;
  return distance([...a], [...b]) <= Math.min(4, Math.floor(Math.max(a.length, b.length) * 0.25));
}

/** Levenshtein distance of two sequences; those of more than 300 items count as far apart. */
function distance(a: readonly string[], b: readonly string[]): number {
  if (a.length > 300 || b.length > 300) return Number.POSITIVE_INFINITY;
  let row = b.map((_, index) => index + 1);
  for (const [at, item] of a.entries()) {
    let diagonal = at;
    let left = at + 1;
    row = row.map((above, index) => {
      const next = Math.min(above + 1, left + 1, diagonal + (b[index] === item ? 0 : 1));
      diagonal = above;
      left = next;
      return next;
    });
  }
  return row.at(-1) ?? a.length;
}
