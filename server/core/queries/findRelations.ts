import { fit } from '../index/search.ts';
import type { Snapshot } from '../index/snapshot.ts';
import { fold } from '../text/fold.ts';
import { hasRelated, isOneSided, type Relation, relationsOf } from './relations.ts';

export interface RelationsWanted {
  /** Words of the sentence, its type or one of the two titles, all of them; none for all relations. */
  readonly query: string;
  /** Only those that have none back (`isOneSided`). */
  readonly oneSided: boolean;
  readonly limit: number;
}

export interface FoundRelations {
  readonly relations: readonly Relation[];
  /** How many there are in all. */
  readonly total: number;
}

/** So many documents are looked at in a step; the first time each of them is a file to read. */
const STEP = 16;

/**
 * The relations of a corpus that somebody looks for, in steps, since all documents are gone through: those first whose
 * sentence says the words, then by path and place.
 */
export function* findRelations(snapshot: Snapshot, wanted: RelationsWanted): Generator<void, FoundRelations> {
  const key = fold(wanted.query);
  const words = key.split(' ').filter(Boolean);
  let found: Weighed[] = [];
  let total = 0;
  let looked = 0;
  for (const [, document] of snapshot.documents) {
    if (!document || !hasRelated(document.sheet)) continue;
    if (++looked % STEP === 0) yield;
    for (const relation of relationsOf(snapshot, document)) {
      const weight = weightOf(relation, key, words);
      if (weight < 0 || (wanted.oneSided && !isOneSided(snapshot, relation))) continue;
      total++;
      found.push({ relation, weight });
    }
    if (found.length > 4 * wanted.limit + 1000) found = best(found, wanted.limit);
  }
  return { relations: best(found, wanted.limit).map(({ relation }) => relation), total };
}

interface Weighed {
  readonly relation: Relation;
  readonly weight: number;
}

/** 0 to 3 for what the sentence says (`fit`), 4 where titles are needed for it, -1 for what is not wanted. */
function weightOf({ from, title, sentence }: Relation, key: string, words: readonly string[]): number {
  if (words.length === 0) return 0;
  const said = fold(sentence ?? '');
  const missed = words.filter((word) => !said.includes(word));
  if (missed.length === 0) return fit(said, key);
  const titles = `${fold(from.title.text)}\n${fold(title)}`;
  return missed.every((word) => titles.includes(word)) ? 4 : -1;
}

const best = (found: readonly Weighed[], limit: number): Weighed[] => [...found].sort(inOrder).slice(0, limit);

function inOrder({ relation: a, weight }: Weighed, { relation: b, weight: other }: Weighed): number {
  const paths = a.from.path < b.from.path ? -1 : a.from.path > b.from.path ? 1 : 0;
  return weight - other || paths || a.span.start - b.span.start;
}
