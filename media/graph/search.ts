/**
 * Titles that a few typed letters mean, out of ten thousand within a frame: words narrow first, then the fuzzy matcher ranks what
 * is left. Pure.
 */
import Fuse from 'fuse.js';

/** What can be found. */
export interface Titled {
  readonly id: string;
  readonly title: string;
  readonly uses: number;
}

interface Entry<T> {
  readonly node: T;
  /** The title, folded, with a space before it: " does it hold?". */
  readonly key: string;
}

export interface Search<T> {
  /** Makes ready for so many milliseconds; answers whether all is. Looking makes ready what is not, however long it takes. */
  prepare(milliseconds: number, now: () => number): boolean;
  /** The best first, at most `limit`: titles that hold all words, else those that come near. */
  look(query: string, limit: number): T[];
}

/** More than this many are not ranked. */
const mostRanked = 300;
/** So many runs of letters of a query are looked for. */
const mostRuns = 20;
/** Longer queries and titles are looked at as far as this, in characters. */
const longest = 200;

/** A search over these. */
export function createSearch<T extends Titled>(nodes: readonly T[]): Search<T> {
  const entries: Entry<T>[] = [];
  let before: { readonly wanted: string; readonly holding: readonly Entry<T>[] } | undefined;
  const fill = (): void => {
    const node = nodes[entries.length];
    if (node) entries.push({ node, key: ` ${foldTitle(node.title)}` });
  };
  return {
    prepare: (milliseconds, now) => {
      const until = now() + milliseconds;
      while (entries.length < nodes.length) {
        for (let many = 200; many > 0; many--) fill();
        if (now() >= until) break;
      }
      return entries.length >= nodes.length;
    },
    look: (query, limit) => {
      while (entries.length < nodes.length) fill();
      const wanted = foldTitle(query);
      if (wanted === '') return [];
      const words = wanted.split(' ');
      // What holds the words that are typed on holds those that were there before.
      const among = before && wanted.startsWith(before.wanted) ? before.holding : entries;
      const holding = among.filter(({ key }) => words.every((word) => key.includes(word)));
      before = { wanted, holding };
      if (holding.length > 0) return byFit(holding, wanted, limit);
      return byLikeness(near(entries, wanted), wanted, limit);
    },
  };
}

/** The one form in which titles are compared: without case, accents, kinds of quotes and dashes, and runs of white space. */
export function foldTitle(title: string): string {
  const start = title.slice(0, longest);
  return (isPlain.test(start) ? start : unadorned(start)).toLowerCase().replace(/\s+/gu, ' ').trim();
}

const isPlain = /^[ -~]*$/;

const unadorned = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[‘’‚‛]/gu, "'")
    .replace(/[“”„‟]/gu, '"')
    .replace(/[‐-―]/gu, '-');

/** The title itself, then what begins with the query, then what has a word that does, then the rest; the most used first. */
function byFit<T extends Titled>(entries: readonly Entry<T>[], wanted: string, limit: number): T[] {
  // Only the best are wanted: sorting all, where one letter is typed, would take a while.
  const best: { readonly entry: Entry<T>; readonly fit: number }[] = [];
  for (const entry of entries) {
    const candidate = { entry, fit: fit(entry.key, wanted) };
    const last = best.at(-1);
    if (best.length >= limit && last && order(candidate, last) >= 0) continue;
    const at = best.findIndex((other) => order(candidate, other) < 0);
    best.splice(at < 0 ? best.length : at, 0, candidate);
    if (best.length > limit) best.pop();
  }
  return best.map(({ entry }) => entry.node);
}

function order<T extends Titled>(a: { entry: Entry<T>; fit: number }, b: { entry: Entry<T>; fit: number }): number {
  const [one, other] = [a.entry, b.entry];
  return a.fit - b.fit || other.node.uses - one.node.uses || (one.key < other.key ? -1 : one.key > other.key ? 1 : 0);
}

function fit(key: string, wanted: string): number {
  if (key.length === wanted.length + 1) return 0;
  if (key.startsWith(wanted, 1)) return 1;
  if (key.includes(` ${wanted}`)) return 2;
  return wanted.split(' ').every((word) => key.includes(` ${word}`)) ? 3 : 4;
}

/** Those that share most runs of three letters with the query, and at least a third of them. */
function near<T>(entries: readonly Entry<T>[], wanted: string): Entry<T>[] {
  const runs = threes(` ${wanted}`);
  const shares = entries.flatMap((entry) => {
    const shared = runs.reduce((sum, run) => sum + Number(entry.key.includes(run)), 0);
    return shared * 3 >= runs.length ? [{ entry, shared }] : [];
  });
  return shares
    .sort((a, b) => b.shared - a.shared)
    .slice(0, mostRanked)
    .map(({ entry }) => entry);
}

/** Runs of three letters, from all over the text where there are many. */
function threes(text: string): string[] {
  const all = Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(at, at + 3));
  const step = Math.max(1, all.length / mostRuns);
  return [
    ...new Set(Array.from({ length: Math.min(all.length, mostRuns) }, (_, at) => all[Math.floor(at * step)] ?? '')),
  ];
}

function byLikeness<T>(entries: readonly Entry<T>[], wanted: string, limit: number): T[] {
  const fuse = new Fuse(entries, { keys: ['key'], threshold: 0.5, ignoreLocation: true });
  return fuse.search(wanted.slice(0, 32), { limit }).map(({ item }) => item.node);
}
