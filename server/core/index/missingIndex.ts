import {
  bestRows,
  firstPair,
  hasPair,
  type KeyColumns,
  keysIn,
  makeKeyColumns,
  rowIn,
  rowsWith,
  weightIn,
} from './keyColumns.ts';
import { commonSpelling, type NameId } from './names.ts';
import { rowsNear } from './rareRows.ts';
import { isMissing } from './resolve.ts';
import { recordOf, type Snapshot } from './snapshot.ts';
import type { Wanted, Weighed } from './titleIndex.ts';

/** The title of a note that nobody has written, as it is looked for. */
export interface MissingTitle {
  readonly text: string;
  readonly key: string;
  readonly name: NameId;
}

/**
 * The names of all missing notes, to be found as titles are. Made once, in columns; names that come later are kept beside
 * them, and of all that is found it is asked anew whether it is still missing.
 */
export class MissingIndex {
  readonly #columns: KeyColumns;
  readonly #known: ReadonlySet<NameId>;
  /** Names that are missing, and were not when the columns were made. */
  readonly #fresh = new Set<NameId>();
  #seen: number;

  constructor(columns: KeyColumns, since: number) {
    this.#columns = columns;
    this.#known = new Set(columns.keys);
    this.#seen = since;
  }

  isOld(snapshot: Snapshot): boolean {
    return this.#freshIn(snapshot).size > MOST_FRESH;
  }

  /** Those that are wanted; the best first, then by spelling, `most` of them. */
  matching(snapshot: Snapshot, { piece, weigh }: Wanted, most: number): Weighed<MissingTitle>[] {
    // Without a word to go by, titles that there are say more.
    if (piece === undefined) return [];
    const { keys } = this.#columns;
    const keyOf = keysIn(this.#columns);
    // Some of them may be missing no more.
    const best = bestRows(rowsWith(this.#columns, piece), (row) => weigh(keyOf(row), keys[row]!), most + MOST_FRESH);
    const found: Weighed<MissingTitle>[] = [];
    const add = (name: NameId, weight: number): void => {
      if (weight >= 0 && isMissing(snapshot, name)) found.push({ weight, found: missingTitle(snapshot, name) });
    };
    for (const each of best) {
      if (found.length === most) break;
      add(keys[rowIn(each)]!, weightIn(each));
    }
    for (const name of this.#freshIn(snapshot)) add(name, weigh(snapshot.keys.string(name), name));
    return found
      .sort((a, b) => a.weight - b.weight || (a.found.key < b.found.key ? -1 : a.found.key > b.found.key ? 1 : 0))
      .slice(0, most);
  }

  /** Of those that may be few words away from a key the ones that are near by this question, in no order. */
  few(snapshot: Snapshot, key: string, isNear: (key: string) => boolean): MissingTitle[] {
    const names = rowsNear(this.#columns, key).map((row) => this.#columns.keys[row]!);
    return [...new Set([...names, ...this.#freshIn(snapshot)])]
      .filter((name) => isNear(snapshot.keys.string(name)) && isMissing(snapshot, name))
      .map((name) => missingTitle(snapshot, name));
  }

  /** Whether some of them may begin with a pair of words (`pairOf`). */
  mayBegin(snapshot: Snapshot, pair: number): boolean {
    if (hasPair(this.#columns, pair)) return true;
    for (const name of this.#freshIn(snapshot)) if (firstPair(snapshot.keys.string(name)) === pair) return true;
    return false;
  }

  /** A title that is typed between brackets is another one with each letter: those that are gone again are not kept. */
  #freshIn(snapshot: Snapshot): ReadonlySet<NameId> {
    const { missingVersion, missed } = snapshot;
    for (; this.#seen < missingVersion; this.#seen++) {
      const name = missed[this.#seen]!;
      if (this.#known.has(name)) continue;
      // Two in a row are mostly the title that came and the one that went.
      if (this.#fresh.has(name)) this.#fresh.delete(name);
      else this.#fresh.add(name);
    }
    return this.#fresh;
  }
}

/** So many names are gone through one by one. */
const MOST_FRESH = 1000;

/** A search through the numbers of all names is done in steps, of so many. */
const STEP = 4096;

/** Makes the index of all missing notes as they are now, in steps. */
export function* makeMissingIndex(snapshot: Snapshot): Generator<void, MissingIndex> {
  const since = snapshot.missingVersion;
  const names: NameId[] = [];
  for (let name = 0; name < snapshot.keys.size; name++) {
    if (name % STEP === 0) yield;
    const mayBe = snapshot.names.get(name) !== undefined || snapshot.firstNames.isAskedInVain(name);
    if (mayBe && isMissing(snapshot, name)) names.push(name);
  }
  const columns = yield* makeKeyColumns(Int32Array.from(names), (key) => snapshot.keys.string(key));
  return new MissingIndex(columns, since);
}

function missingTitle(snapshot: Snapshot, name: NameId): MissingTitle {
  const key = snapshot.keys.string(name);
  return { text: commonSpelling(recordOf(snapshot, name), snapshot.spellings) ?? key, key, name };
}
