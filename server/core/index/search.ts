import Fuse from 'fuse.js';
import { atOnce } from '../steps.ts';
import { fold } from '../text/fold.ts';
import { distance } from './distance.ts';
import type { Document } from './document.ts';
import { type MissingIndex, makeMissingIndex } from './missingIndex.ts';
import { documentOf, type Snapshot } from './snapshot.ts';
import { type Candidate, makeTitleIndex, type Title, type TitleIndex } from './titleIndex.ts';
import { type Unlikeness, unlikeness } from './unlike.ts';

// The only file that knows the fuzzy matcher. It ranks a few hundred titles, never all: an index narrows them first.

interface Search {
  titles: TitleIndex;
  missing: MissingIndex;
  /** Answers of `didYouMean`, by key: a missing note is asked for in many places. They hold for one version of the titles. */
  readonly suggested: Map<string, readonly Title[]>;
  version: number;
  /** Of the corpus as it was when this was made. */
  readonly first: object;
}

/** One for each corpus; `keys` is shared by all its snapshots. */
const searches = new WeakMap<object, Search>();

/** More than this many candidates are not ranked. */
const MOST_RANKED = 300;

/** So many of those that share most with a dangling reference are compared letter by letter. */
const MOST_COMPARED = 60;

/** Answers for so many keys are kept: a title that is typed is asked for with each letter. */
const MOST_SUGGESTED = 20_000;

/** Titles and aliases that a query means, the best first: those that hold all its words, else those that come near. */
export function searchTitles(snapshot: Snapshot, query: string, limit: number): Title[] {
  const { titles } = searchOf(snapshot);
  const wanted = fold(query);
  const words = wanted.split(' ').filter(Boolean);
  if (words.length === 0) return shown(byPath([...titles.all(snapshot)]).slice(0, limit));
  const holding = titles.holding(snapshot, words, (key) => fit(key, wanted), MOST_RANKED);
  const candidates = holding.length > 0 ? holding : titles.near(snapshot, wanted, 0, MOST_RANKED);
  return shown(ranked(candidates, wanted, holding.length > 0 ? 1 : 0.4).slice(0, limit));
}

/** 0 for the query itself, 1 for what begins with it, 2 for what has a word that does, 3 for the rest. */
export function fit(key: string, wanted: string): number {
  if (key === wanted) return 0;
  if (key.startsWith(wanted)) return 1;
  return ` ${key}`.includes(` ${wanted}`) ? 2 : 3;
}

/** Titles that a dangling reference may have meant, the best first, three at most. */
export function didYouMean(snapshot: Snapshot, text: string): Title[] {
  const key = fold(text);
  const { titles, suggested } = searchOf(snapshot);
  let found = suggested.get(key);
  if (!found) {
    const candidates = titles.near(snapshot, key, 0.5, MOST_COMPARED).filter((each) => isClose(key, each.key));
    found = shown(candidates.length > 1 ? ranked(candidates, key, 0.6).slice(0, 3) : candidates);
    if (suggested.size >= MOST_SUGGESTED) suggested.clear();
    suggested.set(key, found);
  }
  // As the documents are now: an edit that leaves all titles as they are may still move them in their texts.
  return found.map((each) => ({ ...each, document: documentOf(snapshot, each.document.id) ?? each.document }));
}

/** A title or alias that a text comes near; without a document where it is that of a missing note. */
export interface NearName extends Unlikeness {
  readonly text: string;
  readonly document?: Document;
}

/** The names that are one to three words away from a text, or a slip of the pen, and ask much the same; the nearest first. */
export function nearNames(snapshot: Snapshot, text: string): NearName[] {
  const key = fold(text);
  const { titles, missing } = searchOf(snapshot);
  const isNear = (other: string): boolean => other !== key && isClose(key, other);
  const candidates: readonly { readonly key: string; readonly text: string; readonly document?: Document }[] = [
    ...titles.few(snapshot, key, isNear),
    ...missing.few(snapshot, key, isNear),
  ];
  const near = candidates.flatMap((each): NearName[] => {
    const how = unlikeness(key, each.key);
    return how ? [{ ...how, text: each.text, ...(each.document && { document: each.document }) }] : [];
  });
  const path = ({ document }: NearName): string => document?.path ?? '\uffff';
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return near.sort((a, b) => a.apart - b.apart || order(path(a), path(b)) || order(a.text, b.text));
}

const shown = (candidates: readonly Candidate[]): Title[] =>
  candidates.map(({ text, alias, document }) => ({ text, alias, document }));

const byPath = (candidates: Candidate[]): Candidate[] => candidates.sort(order);

const order = (a: Title, b: Title): number =>
  a.document.path < b.document.path ? -1 : a.document.path > b.document.path ? 1 : Number(a.alias) - Number(b.alias);

/** Those that come near a key (0: the key itself, 1: anything), the nearest first. */
export function ranked<T extends { readonly key: string }>(
  candidates: readonly T[],
  key: string,
  threshold: number,
): T[] {
  const fuse = new Fuse(candidates, { keys: ['key'], threshold, ignoreLocation: true, includeScore: true });
  return fuse.search(key.slice(0, 200)).map(({ item }) => item);
}

/** Makes ready what titles are looked for in, in steps: whoever has other work does it between two. */
export function* prepareSearch(snapshot: Snapshot): Generator<void> {
  if (searches.get(snapshot.keys)?.first === snapshot.firstNames) return;
  const titles = yield* makeTitleIndex(snapshot);
  const missing = yield* makeMissingIndex(snapshot);
  keepSearch(snapshot, titles, missing);
}

function keepSearch(snapshot: Snapshot, titles: TitleIndex, missing: MissingIndex): Search {
  const { titlesVersion: version, firstNames: first } = snapshot;
  const search = { titles, missing, suggested: new Map(), version, first };
  searches.set(snapshot.keys, search);
  return search;
}

function searchOf(snapshot: Snapshot): Search {
  let search = searches.get(snapshot.keys);
  if (search?.first !== snapshot.firstNames) {
    search = keepSearch(snapshot, atOnce(makeTitleIndex(snapshot)), atOnce(makeMissingIndex(snapshot)));
  }
  if (search.titles.isOld(snapshot)) search.titles = atOnce(makeTitleIndex(snapshot));
  if (search.missing.isOld(snapshot)) search.missing = atOnce(makeMissingIndex(snapshot));
  if (search.version !== snapshot.titlesVersion) search.suggested.clear();
  search.version = snapshot.titlesVersion;
  return search;
}

export const titleIndexOf = (snapshot: Snapshot): TitleIndex => searchOf(snapshot).titles;
export const missingIndexOf = (snapshot: Snapshot): MissingIndex => searchOf(snapshot).missing;

/** Whether two keys differ by slips: a letter in eight, four at most; or up to three words, and not half of them. */
function isClose(a: string, b: string): boolean {
  const letters = Math.min(4, Math.max(1, Math.floor(Math.max(a.length, b.length) / 8)));
  if (distance(a, b, letters) <= letters) return true;
  const [left, right] = [a.split(' '), b.split(' ')];
  const words = Math.min(3, Math.floor(Math.max(left.length, right.length) * 0.4));
  return Math.max(left.length, right.length) > 3 && distance(left, right, words) <= words;
}
