import type { Document } from '../../index/document.ts';
import type { Interner } from '../../index/interner.ts';
import { commonSpelling, type DocumentId, type NameId } from '../../index/names.ts';
import { byPath, documentOf, recordOf, type Snapshot } from '../../index/snapshot.ts';
import type { Kind } from '../../syntax/summary.ts';
import { EDGE, type EdgeRow, eachTarget, edgeRow, NO_EDGES, sameRow } from './edgeRow.ts';
import { type Before, Heirs, renumberRow } from './heirs.ts';

/** A node of the whole graph: a document, or a title that some document names and none has. */
export interface AtlasNode {
  /** A document's path, or `missing:` and the title. */
  readonly id: string;
  readonly title: string;
  readonly kind: Kind | 'missing';
  /** Without `#`. */
  readonly tags: readonly string[];
  /** Of a missing note; -1 for a document. */
  readonly name: NameId;
}

/**
 * The graph of a corpus through time: numbered nodes, and for each its edges as a run of integers. It says what `graph` says of
 * the same snapshot, without a look at any text, and looks only at the documents that changed. Numbers of nodes stay, and
 * are not given again: what is gone leaves a gap, and what takes its place (`Heirs`) its number.
 */
export class GraphColumns {
  /** Counts up each time that something is another thing than before. */
  step = 0;
  /** By number; undefined for those that are gone. */
  readonly nodes: (AtlasNode | undefined)[] = [];
  readonly rows: EdgeRow[] = [];
  /** How many other nodes name each. */
  readonly uses: number[] = [];
  /** The steps in which each node came, was last told otherwise (or went), and in which its edges were last others. */
  readonly born: number[] = [];
  readonly told: number[] = [];
  readonly rewritten: number[] = [];
  /** How many numbers are gaps, and how often they were closed. */
  gaps = 0;
  closed = 0;
  #documents = new Map<DocumentId, number>();
  #missing = new Map<NameId, number>();
  #snapshot: Snapshot | undefined;
  /** Missing notes that nobody may name any more, and those that may be called otherwise. */
  readonly #lost = new Set<number>();
  readonly #called = new Set<number>();

  /** How many nodes there are. */
  get size(): number {
    return this.nodes.length - this.gaps;
  }

  /**
   * Takes a step to a snapshot, a document at a time: whoever has other work does it between two, and asks nothing else here
   * before the end.
   *
   * @param touched the documents that any snapshot since the last one touched; at first it makes no difference
   */
  *follow(snapshot: Snapshot, touched: Iterable<DocumentId>): Generator<void> {
    // From here on, whoever tells what is touched tells it for the next step.
    this.step++;
    const documents = yield* documentsIn(snapshot, this.#snapshot && touched);
    const gone = this.#snapshot
      ? [...touched].filter((id) => this.#documents.has(id) && !documentOf(snapshot, id))
      : [];
    const heirs = new Heirs(this.#snapshot, gone);
    for (const document of documents) {
      this.#meet(snapshot, document, heirs);
      yield;
    }
    for (const id of gone) this.#leave(id, heirs);
    const fresh = new Map<NameId, number>();
    const rows = yield* this.#read(snapshot, documents, fresh);
    const numbers = heirs.settle(fresh, rows, this.#before, this.nodes.length);
    for (const [name, number] of fresh) {
      this.#come(snapshot, name, numbers.get(number)!);
      yield;
    }
    yield* this.#write(rows, numbers);
    for (const number of this.#lost) this.#lose(number);
    for (const number of heirs.left) this.#forget(number);
    for (const number of this.#called) this.#call(snapshot, number);
    this.#lost.clear();
    this.#called.clear();
    this.#snapshot = snapshot;
  }

  /** Goes on under the numbers of another snapshot, which says the same as the last one (`index/renewal.ts`). In steps. */
  *renumber(snapshot: Snapshot): Generator<void> {
    const before = this.#snapshot;
    if (!before) return;
    this.#documents = yield* renumbered(this.#documents, before.paths, snapshot.paths);
    this.#missing = yield* renumbered(this.#missing, before.keys, snapshot.keys);
    for (const [name, number] of this.#missing) this.nodes[number] = { ...this.nodes[number]!, name };
    this.#snapshot = snapshot;
  }

  /** Closes the gaps. Answers the old numbers by the new ones; undefined where there were none. Steps are as if all was told in this one. */
  *closeGaps(): Generator<void, Uint32Array | undefined> {
    if (this.gaps === 0) return undefined;
    const kept = Uint32Array.from(this.nodes.keys()).filter((number) => this.nodes[number]);
    const numbers = new Uint32Array(this.nodes.length);
    for (const [number, old] of kept.entries()) numbers[old] = number;
    this.step++;
    for (const [number, old] of kept.entries()) {
      const row = this.rows[old]!;
      for (let at = 0; at < row.length; at += EDGE) row[at] = numbers[row[at]!]!;
      this.nodes[number] = this.nodes[old];
      this.rows[number] = row;
      this.uses[number] = this.uses[old]!;
      this.rewritten[number] = this.step;
      yield;
    }
    for (const column of [this.nodes, this.rows, this.uses, this.born, this.told, this.rewritten])
      column.length = kept.length;
    this.born.fill(this.step);
    this.told.fill(this.step);
    for (const [id, old] of this.#documents) this.#documents.set(id, numbers[old]!);
    for (const [name, old] of this.#missing) this.#missing.set(name, numbers[old]!);
    this.gaps = 0;
    this.closed++;
    return kept;
  }

  /** Gives a document its number, and says what it is. */
  #meet(snapshot: Snapshot, document: Document, heirs: Heirs): void {
    const { id, path, kind, title } = document;
    const number = this.#documents.get(id) ?? this.#inherited(snapshot, document, heirs) ?? this.nodes.length;
    this.#documents.set(id, number);
    this.#tell(number, { id: path, title: title.text, kind, tags: document.tags, name: -1 });
  }

  #inherited(snapshot: Snapshot, document: Document, heirs: Heirs): number | undefined {
    const gone = heirs.documentFor(document);
    if (gone !== undefined) {
      const number = this.#documents.get(gone);
      this.#documents.delete(gone);
      return number;
    }
    const name = heirs.missingFor(snapshot, document, this.#missing);
    if (name === undefined) return undefined;
    const number = this.#missing.get(name);
    this.#missing.delete(name);
    return number;
  }

  /** A document is gone; its number may be taken. */
  #leave(id: DocumentId, heirs: Heirs): void {
    const number = this.#documents.get(id);
    if (number === undefined) return;
    this.#documents.delete(id);
    this.#rewrite(number, NO_EDGES);
    heirs.leave(id, number);
  }

  /**
   * The edges that are others now, by their sources.
   *
   * @param fresh takes provisional numbers of missing notes that come
   */
  *#read(
    snapshot: Snapshot,
    documents: readonly Document[],
    fresh: Map<NameId, number>,
  ): Generator<void, Map<number, EdgeRow>> {
    const first = this.nodes.length;
    const numbers = {
      document: (id: DocumentId): number => this.#documents.get(id)!,
      missing: (name: NameId): number => {
        const number = this.#missing.get(name) ?? fresh.get(name) ?? first + fresh.size;
        if (number >= first) fresh.set(name, number);
        return number;
      },
    };
    const rows = new Map<number, EdgeRow>();
    for (const document of documents) {
      const source = this.#documents.get(document.id)!;
      const row = edgeRow(snapshot, document, numbers);
      if (this.#snapshot) this.#mayBeCalled(this.rows[source]!);
      if (this.#snapshot) this.#mayBeCalled(row);
      if (!sameRow(row, this.rows[source]!)) rows.set(source, row);
      yield;
    }
    return rows;
  }

  get #before(): Before {
    const isMissing = (number: number): boolean => (this.nodes[number]?.name ?? -1) >= 0;
    return { rows: this.rows, uses: this.uses, isMissing };
  }

  /** A missing note comes. */
  #come(snapshot: Snapshot, name: NameId, number: number): void {
    const { name: before } = this.nodes[number] ?? { name: -1 };
    if (before >= 0) this.#missing.delete(before);
    this.#missing.set(name, number);
    this.#tell(number, missingNode(snapshot, name));
  }

  *#write(rows: ReadonlyMap<number, EdgeRow>, numbers: ReadonlyMap<number, number>): Generator<void> {
    for (const [source, row] of rows) {
      renumberRow(row, numbers);
      if (!sameRow(row, this.rows[source]!)) this.#rewrite(source, row);
      yield;
    }
  }

  #rewrite(source: number, row: EdgeRow): void {
    eachTarget(this.rows[source]!, (target) => {
      if (--this.uses[target]! === 0) this.#lost.add(target);
    });
    eachTarget(row, (target) => this.uses[target]!++);
    this.rows[source] = row;
    this.rewritten[source] = this.step;
  }

  #tell(number: number, node: AtlasNode): void {
    const before = this.nodes[number];
    if (before && isToldAs(before, node)) return;
    if (number === this.nodes.length) {
      this.rows.push(NO_EDGES);
      this.uses.push(0);
      this.born.push(this.step);
      this.rewritten.push(0);
    }
    this.nodes[number] = node;
    this.told[number] = this.step;
  }

  #mayBeCalled(row: EdgeRow): void {
    eachTarget(row, (target) => {
      if ((this.nodes[target]?.name ?? -1) >= 0) this.#called.add(target);
    });
  }

  /** Missing notes are called as most call them. */
  #call(snapshot: Snapshot, number: number): void {
    const name = this.nodes[number]?.name ?? -1;
    if (name >= 0) this.#tell(number, missingNode(snapshot, name));
  }

  /** Nobody names it any more: a missing note is one no longer. */
  #lose(number: number): void {
    const node = this.nodes[number];
    if (!node || node.name < 0 || this.uses[number]! > 0) return;
    this.#missing.delete(node.name);
    this.#forget(number);
  }

  #forget(number: number): void {
    if (!this.nodes[number]) return;
    this.nodes[number] = undefined;
    this.told[number] = this.step;
    this.gaps++;
  }
}

/** Numbers of nodes, by what now has the number of what had one before. */
function* renumbered(
  nodes: ReadonlyMap<number, number>,
  before: Interner,
  now: Interner,
): Generator<void, Map<number, number>> {
  const renumbered = new Map<number, number>();
  for (const [old, node] of nodes) {
    const number = now.find(before.string(old));
    if (number !== undefined) renumbered.set(number, node);
    yield;
  }
  return renumbered;
}

/** Those of some documents, or of all, that are there; by path. They mostly come so: a hundred thousand are not sorted in one step. */
function* documentsIn(snapshot: Snapshot, ids: Iterable<DocumentId> | undefined): Generator<void, Document[]> {
  const documents: Document[] = [];
  let isSorted = true;
  for (const id of ids ?? snapshot.documents.keys()) {
    const document = documentOf(snapshot, id);
    if (!document) continue;
    const last = documents.at(-1);
    isSorted &&= !last || byPath(last, document) < 0;
    documents.push(document);
    yield;
  }
  return isSorted ? documents : documents.sort(byPath);
}

function missingNode(snapshot: Snapshot, name: NameId): AtlasNode {
  const title = commonSpelling(recordOf(snapshot, name), snapshot.spellings) ?? snapshot.keys.string(name);
  return { id: `missing:${title}`, title, kind: 'missing', tags: NO_TAGS, name };
}

const NO_TAGS: readonly string[] = [];

const isToldAs = (a: AtlasNode, b: AtlasNode): boolean =>
  a.id === b.id && a.title === b.title && a.kind === b.kind && a.tags.join() === b.tags.join();
