import { Words } from '../text/words.ts';
import type { Document } from './document.ts';
import type { DocumentId, NameId } from './names.ts';
import { isMissing } from './resolve.ts';
import { hasQuestion } from './sheet.ts';
import { documentOf, type Snapshot } from './snapshot.ts';
import { mayHold } from './wordFilter.ts';

/** More titles at once are not looked for one by one. */
const MOST_TITLES = 50;

const words = new Words();

/**
 * The documents with questions that may be near to a title that came: nothing is read for it, each document is asked by its word
 * filter. A question that shares hardly a pair of neighbouring words with the title is passed over.
 *
 * @param titled documents whose titles changed
 * @param missed names that became those of missing notes, or ceased to be
 */
export function askersNear(snapshot: Snapshot, titled: readonly DocumentId[], missed: readonly NameId[]): Document[] {
  const came = new Set(missed.filter((name) => isMissing(snapshot, name)));
  for (const id of titled) for (const { key } of documentOf(snapshot, id)?.names ?? []) came.add(key);
  if (came.size === 0) return [];
  const titles = came.size > MOST_TITLES ? [] : [...came].map((name) => pairsOf(snapshot.keys.string(name)));
  const askers: Document[] = [];
  for (const [, document] of snapshot.documents) {
    if (!document || !hasQuestion(document.sheet)) continue;
    const filter = document.finds?.filter;
    const may = !filter || came.size > MOST_TITLES || titles.some((pairs) => holdsThird(filter, pairs));
    if (may) askers.push(document);
  }
  return askers;
}

/** The hashes of each two neighbouring words. */
function pairsOf(key: string): [number, number][] {
  words.clear();
  words.read(key, 0, key.length);
  const count = Math.max(0, words.count - 1);
  return Array.from({ length: count }, (_, at) => [words.hashes[at]!, words.hashes[at + 1]!]);
}

function holdsThird(filter: Uint32Array, pairs: readonly [number, number][]): boolean {
  const held = pairs.filter((pair) => mayHold(filter, pair)).length;
  return held > 0 && held >= pairs.length / 3;
}
