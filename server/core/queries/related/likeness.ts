import type { Document } from '../../index/document.ts';
import type { DocumentId } from '../../index/names.ts';
import { wordIndexOf } from '../../index/searchWords.ts';
import { currentText, type Snapshot } from '../../index/snapshot.ts';
import { wordsOf } from '../../index/terms.ts';
import { termsIn, type WordIndex } from '../../index/wordIndex.ts';
import { foldWord } from '../../text/fold.ts';

/**
 * How alike documents are to one in their words: the cosine of the angle between their vectors, in which each word counts
 * by how often the text has it and how few documents do (TF-IDF). All sums go by the words' hashes in their order, so that an answer
 * hangs on the texts alone, and is the same from both sides.
 */
export interface Likeness {
  /** From 0 to 1. */
  to(other: Document): number;
  /** The words that count for most in it, folded; from the text of the document in question. */
  words(other: Document): string[];
  /** The documents that share its rare words, those that share most first, then by path. */
  nearest(limit: number): DocumentId[];
}

/** Undefined while the words of the corpus are not known (`prepareWords`). */
export function likenessTo(snapshot: Snapshot, document: Document): Likeness | undefined {
  const index = wordIndexOf(snapshot);
  if (!index) return undefined;
  const weigh = weighing(snapshot, index);
  const own = vectorOf(snapshot, document, weigh);
  const products = (other: Document): { hash: number; product: number }[] => {
    const theirs = vectorOf(snapshot, other, weigh);
    return own.hashes.flatMap((hash) => {
      const product = (own.weights.get(hash) ?? 0) * (theirs.weights.get(hash) ?? 0);
      return product > 0 ? [{ hash, product }] : [];
    });
  };
  return {
    to: (other) => {
      const theirs = vectorOf(snapshot, other, weigh);
      const dot = products(other).reduce((sum, { product }) => sum + product, 0);
      return dot === 0 ? 0 : dot / Math.sqrt(own.square * theirs.square);
    },
    words: (other) => {
      const best = products(other).sort((a, b) => b.product - a.product || a.hash - b.hash);
      const text = currentText(snapshot, document) ?? '';
      const hashes = best.slice(0, SHOWN).map(({ hash }) => hash);
      return wordsOf(text, hashes).map(foldWord);
    },
    nearest: (limit) => nearest(snapshot, index, document, own, limit),
  };
}

/** So many words are told. */
const SHOWN = 3;

/** A word that more documents hold finds nobody; it still counts between two. */
const MOST_HOLDING = 500;

interface Vector {
  /** Ascending. */
  readonly hashes: readonly number[];
  readonly weights: ReadonlyMap<number, number>;
  /** Its length, squared. */
  readonly square: number;
}

type Weigh = (hash: number) => number;

/** What a word counts by how many documents hold it: nothing where a third of them do, but for a handful of documents. */
function weighing(snapshot: Snapshot, index: WordIndex): Weigh {
  const { note, inquiry, page } = snapshot.kinds;
  const all = note + inquiry + page;
  const known = new Map<number, number>();
  return (hash) => {
    let weight = known.get(hash);
    if (weight === undefined) {
      const holding = index.frequency(snapshot, hash);
      const isStop = holding === 0 || (all >= A_HANDFUL && 3 * holding > all);
      weight = isStop ? 0 : Math.log(all / holding);
      known.set(hash, weight);
    }
    return weight;
  };
}

const A_HANDFUL = 6;

function vectorOf(snapshot: Snapshot, document: Document, weigh: Weigh): Vector {
  const { hashes, counts } = termsIn(snapshot, document);
  const weights = new Map<number, number>();
  let square = 0;
  for (const [at, hash] of hashes.entries()) {
    const weight = (1 + Math.log(counts[at]!)) * weigh(hash);
    if (weight === 0) continue;
    weights.set(hash, weight);
    square += weight * weight;
  }
  return { hashes: [...weights.keys()], weights, square };
}

function nearest(snapshot: Snapshot, index: WordIndex, own: Document, vector: Vector, limit: number): DocumentId[] {
  const shared = new Map<DocumentId, number>();
  for (const hash of vector.hashes) {
    if (index.frequency(snapshot, hash) > MOST_HOLDING) continue;
    const weight = vector.weights.get(hash)!;
    for (const id of index.holding(snapshot, hash)) shared.set(id, (shared.get(id) ?? 0) + weight * weight);
  }
  shared.delete(own.id);
  const path = (id: DocumentId): string => snapshot.paths.string(id);
  const found = [...shared].sort(([a, less], [b, more]) => more - less || (path(a) < path(b) ? -1 : 1));
  return found.slice(0, limit).map(([id]) => id);
}
