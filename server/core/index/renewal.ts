import type { Document } from './document.ts';
import type { Finds } from './lexicon.ts';
import type { Numbering } from './numbering.ts';
import { OCCURRENCE_COLUMNS, type Occurrences } from './occurrences.ts';
import { packed, unpacked } from './rows.ts';
import { prepareSearch } from './search.ts';
import { prepareHeadings } from './searchHeadings.ts';
import { knowsWords, prepareWords } from './searchWords.ts';
import { renumber, type Sheet } from './sheet.ts';
import { documentAt, type Snapshot } from './snapshot.ts';
import { type Change, Workspace } from './workspace.ts';

/**
 * A corpus made anew from what is known of its documents, under numbers of its own, while the old one is still asked: names,
 * spellings and paths that nobody uses any more have none there, and so are forgotten. No text is read for it, but what a
 * start would read as well.
 *
 * Invariant: it answers as the snapshot that it follows. Whoever asks that one may go on to ask it.
 */
export class Renewal {
  readonly workspace: Workspace;
  readonly #numbering: Numbering;
  /** What it stands for; undefined before it has followed. */
  #known: Snapshot | undefined;
  readonly #keys: Numbers;
  readonly #spellings: Numbers;

  /** @param snapshot of the corpus that is to be followed: any */
  constructor({ textOf, minimumWords, numbering }: Snapshot) {
    this.#numbering = numbering;
    this.workspace = new Workspace(textOf, { minimumWords });
    const own = this.workspace.numbering;
    this.#keys = new Numbers(numbering, own, 'keys');
    this.#spellings = new Numbers(numbering, own, 'spellings');
  }

  /** Whether it can follow a snapshot: one under the numbers of the first. */
  canFollow({ numbering }: Snapshot): boolean {
    return numbering === this.#numbering;
  }

  /** Whether it stands for this snapshot. */
  isAt(snapshot: Snapshot): boolean {
    return this.#known === snapshot;
  }

  /** Goes on to a later snapshot, in steps. Once it stands for one, the few documents that changed since are one step. */
  *follow(to: Snapshot): Generator<void> {
    const before = this.#known;
    if (before === to) return;
    const ids = before ? [...to.documents.unlike(before.documents)].sort((a, b) => a - b) : to.documents.keys();
    const [there, changes]: [Document[], Change[]] = [[], []];
    for (const id of ids) {
      const document = to.documents.get(id);
      if (document) there.push(document);
      else if (before) changes.push(this.#without(to, to.paths.string(id)));
    }
    const sheets = yield* this.#sheets(there);
    while (!this.workspace.lexicon.settle(NAMES)) yield;
    const finds = yield* this.#finds(there);
    for (const [at, { path }] of there.entries()) changes.push(this.#change(path, sheets[at]!, finds[at]));
    yield* this.#otherFiles(to, changes);
    yield* this.workspace.applying(changes);
    this.workspace.countFrom(to.version);
    this.#known = to;
    const { snapshot } = this.workspace;
    // What was ready to be asked is ready again.
    yield* prepareSearch(snapshot);
    yield* prepareHeadings(snapshot);
    if (!before && knowsWords(to)) yield* prepareWords(snapshot);
  }

  /** The sheets of some documents under the new numbers, many in one block of memory; their names are learned. */
  *#sheets(documents: readonly Document[]): Generator<void, Sheet[]> {
    const sheets: Sheet[] = [];
    for (let at = 0; at < documents.length; at += STEP) {
      for (const sheet of unpacked(packed(documents.slice(at, at + STEP).map(({ sheet }) => sheet)))) {
        renumber(sheet, this.#keys.of, this.#spellings.of);
        this.workspace.learn(sheet);
        sheets.push(sheet);
      }
      yield;
    }
    return sheets;
  }

  /** What was found in them, many in one block as well. */
  *#finds(documents: readonly Document[]): Generator<void, (Finds | undefined)[]> {
    const all: (Finds | undefined)[] = [];
    for (let at = 0; at < documents.length; at += STEP) {
      const batch = documents.slice(at, at + STEP);
      const occurrences = unpacked(packed(batch.map((each) => this.#renumbered(each.occurrences))));
      const filters = unpacked(packed(batch.map(({ finds }) => integers(finds?.filter ?? NONE))));
      for (const [index, { finds }] of batch.entries()) {
        const { buffer, byteOffset, length } = filters[index]!;
        const filter = new Uint32Array(buffer, byteOffset, length);
        all.push(finds && { occurrences: occurrences[index]!, filter });
      }
      yield;
    }
    return all;
  }

  /** Without the names that are not looked for here. Should one be asked for again, it is new, and looked for everywhere. */
  #renumbered(occurrences: Occurrences): Occurrences {
    const kept = new Int32Array(occurrences.length);
    let length = 0;
    for (let at = 0; at < occurrences.length; at += OCCURRENCE_COLUMNS) {
      const name = this.#keys.known(occurrences[at + 2]!);
      if (name === undefined || !this.workspace.looksFor(name)) continue;
      kept.set(occurrences.subarray(at, at + OCCURRENCE_COLUMNS), length);
      kept[length + 2] = name;
      kept[length + 4] = this.#spellings.of(occurrences[at + 4]!);
      length += OCCURRENCE_COLUMNS;
    }
    return kept.subarray(0, length);
  }

  /** One that could not be looked through is looked at once more. */
  #change(path: string, sheet: Sheet, finds: Finds | undefined): Change {
    const scanned = this.workspace.lexicon.size;
    return { path, condensed: finds ? { sheet, finds, scanned } : { sheet, scanned: 0 } };
  }

  #without({ files }: Snapshot, path: string): Change {
    return files.has(path) ? { path, present: true } : { path, gone: true };
  }

  /** Files that are no documents, which came or went. */
  *#otherFiles(to: Snapshot, changes: Change[]): Generator<void> {
    const before: ReadonlySet<string> = this.#known?.files ?? new Set();
    if (before === to.files) return;
    for (const [these, others] of [
      [to.files, before],
      [before, to.files],
    ] as const) {
      let step = 0;
      for (const path of these) {
        if (++step % NAMES === 0) yield;
        if (!others.has(path) && !documentAt(to, path)) changes.push(this.#without(to, path));
      }
    }
  }
}

/** So many documents, and so many names, are taken up in a step: about a millisecond. */
const STEP = 64;
const NAMES = 1024;

const NONE = new Uint32Array();
const integers = ({ buffer, byteOffset, length }: Uint32Array): Int32Array =>
  new Int32Array(buffer, byteOffset, length);

/** New numbers for old ones, given out as they are met. */
class Numbers {
  readonly #old: Numbering['keys'];
  readonly #own: Numbering['keys'];
  readonly #numbers: number[] = [];

  constructor(old: Numbering, own: Numbering, kind: 'keys' | 'spellings') {
    this.#old = old[kind];
    this.#own = own[kind];
  }

  readonly of = (old: number): number => {
    this.#numbers[old] ??= this.#own.number(this.#old.string(old));
    return this.#numbers[old];
  };

  /** Undefined where it has none, or none yet. */
  known(old: number): number | undefined {
    return this.#numbers[old] ?? this.#own.find(this.#old.string(old));
  }
}
