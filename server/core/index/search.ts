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
  /** All zero between two questions: how many pieces each title shares with the key in question. */
  readonly shared: Uint16Array;
  /** Answers of `didYouMean`, by key: a missing note is asked for in many places. */
  readonly suggested: Map<string, readonly Title[]>;
}

/** One index for each corpus; `keys` is shared by all its snapshots. */
const indexes = new WeakMap<object, TitleIndex>();

/** More than this many candidates are not ranked. */
const MOST_RANKED = 300;

/** So many of those that share most with a dangling reference are compared letter by letter. */
const MOST_COMPARED = 60;

/** Titles and aliases that a query means, the best first: those that hold all its words, else those that come near. */
export function searchTitles(snapshot: Snapshot, query: string, limit: number): Title[] {
  const { titles } = titleIndex(snapshot);
  const wanted = fold(query);
  const words = wanted.split(' ').filter(Boolean);
  if (words.length === 0) return current(snapshot, titles.slice(0, limit));
  const holding = titles
    .filter(({ key }) => words.every((word) => key.includes(word)))
    .sort((a, b) => fit(a.key, wanted) - fit(b.key, wanted) || a.key.length - b.key.length)
    .slice(0, MOST_RANKED);
  const candidates = holding.length > 0 ? holding : near(snapshot, wanted, 1);
  return current(snapshot, ranked(candidates, wanted, holding.length > 0 ? 1 : 0.4).slice(0, limit));
}

/** 0 for the query itself, 1 for what begins with it, 2 for what has a word that does, 3 for the rest. */
function fit(key: string, wanted: string): number {
  if (key === wanted) return 0;
  if (key.startsWith(wanted)) return 1;
  return ` ${key}`.includes(` ${wanted}`) ? 2 : 3;
}

/** Titles that a dangling reference may have meant, the best first, three at most. */
export function didYouMean(snapshot: Snapshot, text: string): Title[] {
  const key = fold(text);
  const { suggested } = titleIndex(snapshot);
  let titles = suggested.get(key);
  if (!titles) {
    const least = Math.max(1, Math.ceil(piecesOf(key).length * 0.5));
    const candidates = near(snapshot, key, least, MOST_COMPARED).filter((each) => isClose(key, each.key));
    titles = candidates.length > 1 ? ranked(candidates, key, 0.6).slice(0, 3) : candidates;
    suggested.set(key, titles);
  }
  return current(snapshot, titles);
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

/** Titles that share at least `least` pieces with a key, those that share most first, `most` of them. */
function near(snapshot: Snapshot, key: string, least: number, most = MOST_RANKED): TitleIndex['titles'][number][] {
  const { titles, byPiece, shared } = titleIndex(snapshot);
  const met: number[] = [];
  for (const piece of piecesOf(key)) {
    for (const title of byPiece.get(piece) ?? []) if (++shared[title]! === least) met.push(title);
  }
  met.sort((a, b) => shared[b]! - shared[a]! || a - b);
  const nearest = met.slice(0, most).map((title) => titles[title]!);
  shared.fill(0);
  return nearest;
}

function titleIndex(snapshot: Snapshot): TitleIndex {
  const known = indexes.get(snapshot.keys);
  if (known?.version === snapshot.titlesVersion) return known;
  const titles: (Title & { key: string })[] = [];
  const byPiece = new Map<string, number[]>();
  for (const document of documentsOf(snapshot)) {
    for (const [index, { text }] of [document.title, ...document.aliases].entries()) {
      const key = fold(text);
      for (const piece of piecesOf(key)) {
        const list = byPiece.get(piece);
        if (list) list.push(titles.length);
        else byPiece.set(piece, [titles.length]);
      }
      titles.push({ text, key, alias: index > 0, document });
    }
  }
  const shared = new Uint16Array(titles.length);
  const index = { version: snapshot.titlesVersion, titles, byPiece, shared, suggested: new Map() };
  indexes.set(snapshot.keys, index);
  return index;
}

/** `<rea` and `ces>` among those of `reasoning traces`. */
function piecesOf(key: string): string[] {
  const words = key.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  return [...new Set(words.flatMap((word) => [`<${word.slice(0, 3)}`, `${word.slice(-3)}>`]))];
}

/** Whether two keys differ by slips: a letter in eight, four at most; or up to three words, and not half of them. */
function isClose(a: string, b: string): boolean {
  const letters = Math.min(4, Math.max(1, Math.floor(Math.max(a.length, b.length) / 8)));
  if (distance(a, b, letters) <= letters) return true;
  const [left, right] = [a.split(' '), b.split(' ')];
  const words = Math.min(3, Math.floor(Math.max(left.length, right.length) * 0.4));
  return Math.max(left.length, right.length) > 3 && distance(left, right, words) <= words;
}

/** Levenshtein distance of two sequences up to `most`; anything larger where they are farther apart. */
function distance(a: ArrayLike<string>, b: ArrayLike<string>, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let at = 1; at <= a.length; at++) {
    const next: number[] = new Array(b.length + 1).fill(most + 1);
    next[0] = at;
    let least = at;
    // Farther than `most` from the diagonal no way leads back.
    for (let other = Math.max(1, at - most); other <= Math.min(b.length, at + most); other++) {
      const change = a[at - 1] === b[other - 1] ? 0 : 1;
      next[other] = Math.min(row[other]! + 1, next[other - 1]! + 1, row[other - 1]! + change);
      least = Math.min(least, next[other]!);
    }
    if (least > most) return most + 1;
    row = next;
  }
  return row[b.length]!;
}
