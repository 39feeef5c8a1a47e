import { type Document, eachUse } from './document.ts';
import { Marks } from './marks.ts';
import { type Asked, type Definer, type NameId, type NameRecord, NO_NAME } from './names.ts';
import { asksAt, stemIn, writtenForm, writtenSpelling } from './sheet.ts';

/**
 * The records of all names when many documents are met at once, as columns that were counted and filled: many times
 * faster, and smaller, than one object for each. They say what a `Revision` would. A record is made when it is asked for.
 */
export class FirstRecords {
  /** How many names there are. */
  readonly length: number;
  readonly #definers: Lists;
  readonly #files: Lists;
  readonly #users: Lists;
  readonly #asked: Lists;
  /** Records that were asked for lately, each at the place that its number falls to. */
  readonly #lately: ({ readonly name: NameId; readonly record: NameRecord } | undefined)[] = [];

  /** @param columns without which there are none */
  constructor(names = 0, columns?: Columns) {
    this.length = names;
    this.#definers = columns?.definers ?? NO_LISTS;
    this.#files = columns?.files ?? NO_LISTS;
    this.#users = columns?.users ?? NO_LISTS;
    this.#asked = columns?.asked ?? NO_LISTS;
  }

  get(name: NameId): NameRecord {
    if (name >= this.length) return NO_NAME;
    const at = name & (LATELY - 1);
    const known = this.#lately[at];
    if (known?.name === name) return known.record;
    const record = this.#make(name);
    this.#lately[at] = { name, record };
    return record;
  }

  /** Whether a name may be that of a missing note: somebody asks for it, and no document has it. */
  isAskedInVain(name: NameId): boolean {
    return isEmpty(this.#definers, name) && !isEmpty(this.#asked, name);
  }

  /** In how many documents a name stands. */
  userCount(name: NameId): number {
    return name < this.length ? listOf(this.#users, name).length : 0;
  }

  /** Whether a document has a name, or somebody asks for it. */
  isInUse(name: NameId): boolean {
    return name < this.length && !(isEmpty(this.#definers, name) && isEmpty(this.#asked, name));
  }

  #make(name: NameId): NameRecord {
    const rows = listOf(this.#definers, name);
    const definers: Definer[] = [];
    for (let at = 0; at < rows.length; at += 3) {
      definers.push({ document: rows[at]!, spelling: rows[at + 1]!, alias: rows[at + 2] === 1 });
    }
    return { definers, files: listOf(this.#files, name), users: listOf(this.#users, name), asked: this.#askedOf(name) };
  }

  #askedOf(name: NameId): Asked[] {
    const rows = listOf(this.#asked, name);
    const counts = new Map<number, { entries: number; wikilinks: number }>();
    for (let at = 0; at < rows.length; at += 2) {
      const count = counts.get(rows[at]!) ?? { entries: 0, wikilinks: 0 };
      counts.set(rows[at]!, count);
      if (rows[at + 1] === 1) count.entries++;
      else count.wikilinks++;
    }
    return [...counts].map(([spelling, count]) => ({ spelling, ...count }));
  }
}

/** A power of two. */
const LATELY = 4096;

/** A list of integers for each name: that of name 7 is `values` from `starts[7]` to `starts[8]`. */
interface Lists {
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

interface Columns {
  readonly definers: Lists;
  readonly files: Lists;
  readonly users: Lists;
  readonly asked: Lists;
}

const NO_LISTS: Lists = { starts: new Int32Array(1), values: new Int32Array() };

/**
 * Counts and fills the columns, in steps of some documents.
 *
 * @param documents by number, ascending
 * @param names how many names there are
 */
export function* firstRecords(documents: readonly Document[], names: number): Generator<void, FirstRecords> {
  const met = new Marks();
  const listed = (width: 1 | 2 | 3, rowsOf: (document: Document, add: Add) => void): Generator<void, Lists> =>
    listsOf(names, width, documents, rowsOf);
  const definers = yield* listed(3, ({ id, names }, add) => {
    for (const [index, { key, spelling }] of names.entries()) add(key, id, spelling, index > 0 ? 1 : 0);
  });
  const files = yield* listed(1, ({ id, sheet }, add) => add(stemIn(sheet), id));
  const users = yield* listed(1, (document, add) => {
    met.clear();
    eachUse(document, (name) => {
      if (met.set(name)) add(name, document.id);
    });
  });
  const asked = yield* listed(2, (document, add) => {
    const { sheet, writtenCount } = document;
    for (let index = 0; index < writtenCount; index++) {
      if (!asksAt(sheet, index)) continue;
      const isEntry = writtenForm(sheet, index) === 'entry';
      add(document.writtenName(index), writtenSpelling(sheet, index), isEntry ? 1 : 0);
    }
  });
  return new FirstRecords(names, { definers, files, users, asked });
}

/** So many documents are looked at in a step: less than a millisecond. */
const STEP = 256;

/** Rows of `width` integers by name. `rowsOf` is called twice for each document, and adds the same rows in the same order. */
function* listsOf(
  names: number,
  width: 1 | 2 | 3,
  documents: readonly Document[],
  rowsOf: (document: Document, add: Add) => void,
): Generator<void, Lists> {
  const starts = new Int32Array(names + 1);
  const count: Add = (name) => {
    starts[name + 1]! += width;
  };
  for (const [at, document] of documents.entries()) {
    if (at % STEP === 0) yield;
    rowsOf(document, count);
  }
  for (let name = 0; name < names; name++) starts[name + 1]! += starts[name]!;
  const values = new Int32Array(starts[names]!);
  const next = starts.slice();
  const fill: Add = (name, first, second, third) => {
    const at = next[name]!;
    next[name] = at + width;
    values[at] = first;
    if (width > 1) values[at + 1] = second!;
    if (width > 2) values[at + 2] = third!;
  };
  for (const [at, document] of documents.entries()) {
    if (at % STEP === 0) yield;
    rowsOf(document, fill);
  }
  return { starts, values };
}

type Add = (name: NameId, first: number, second?: number, third?: number) => void;

const isEmpty = ({ starts }: Lists, name: NameId): boolean => starts[name] === starts[name + 1];

const listOf = ({ starts, values }: Lists, name: NameId): Int32Array =>
  values.subarray(starts[name]!, starts[name + 1]!);
