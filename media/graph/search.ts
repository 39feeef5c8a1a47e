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
/** Longer queries and titles are looked at as far as this, in characters. */
const longest = 200;

/** A search over these. */
export function createSearch<T extends Titled>(nodes: readonly T[]): Search<T> {
  const entries: Entry<T>[] = [];
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
      const holding = entries.filter(({ key }) => words.every((word) => key.includes(word)));
      const found = holding.length > 0 ? byFit(holding, wanted) : byLikeness(near(entries, wanted), wanted);
      return found.slice(0, limit).map(({ node }) => node);
    },
  };
}

/** The one form in which titles are compared: without case, accents, kinds of quotes and dashes, and runs of white space. */
export function foldTitle(title: string): string {
  return title
    .slice(0, longest)
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[‘’‚‛]/gu, "'")
    .replace(/[“”„‟]/gu, '"')
    .replace(/[‐-―]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The title itself, then what begins with the query, then what has a word that does, then the rest; the most used first. */
function byFit<T extends Titled>(entries: readonly Entry<T>[], wanted: string): Entry<T>[] {
  const fits = entries.map((entry) => ({ entry, fit: fit(entry.key, wanted) }));
  fits.sort((a, b) => a.fit - b.fit || b.entry.node.uses - a.entry.node.uses || byTitle(a.entry, b.entry));
  return fits.map(({ entry }) => entry);
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

function threes(text: string): string[] {
  const found = new Set<string>();
  for (let at = 0; at + 3 <= text.length && found.size < 40; at++) found.add(text.slice(at, at + 3));
  return [...found];
}

function byLikeness<T>(entries: readonly Entry<T>[], wanted: string): Entry<T>[] {
  const fuse = new Fuse(entries, { keys: ['key'], threshold: 0.5, ignoreLocation: true });
  return fuse.search(wanted.slice(0, 32)).map(({ item }) => item);
}

const byTitle = <T>(a: Entry<T>, b: Entry<T>): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
