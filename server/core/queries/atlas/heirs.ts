import type { Document } from '../../index/document.ts';
import type { DocumentId, NameId } from '../../index/names.ts';
import { isMissing, namesOf } from '../../index/resolve.ts';
import { documentOf, type Snapshot } from '../../index/snapshot.ts';
import { EDGE, type EdgeRow, eachTarget } from './edgeRow.ts';

/** What is known of nodes as they were. */
export interface Before {
  readonly rows: readonly EdgeRow[];
  readonly uses: readonly number[];
  /** Whether a number is that of a missing note. */
  isMissing(number: number): boolean;
}

/**
 * Who takes over whose number in one step, and with it the place on the map: a document that has another path now, or comes
 * where a note was missing; a missing note where its document went, or where its title is just being typed.
 */
export class Heirs {
  readonly #before: Snapshot | undefined;
  /** Documents that go, by their titles' names. */
  readonly #byTitle = new Map<NameId, DocumentId>();
  /** Numbers of documents that went and are not taken, by all their names. */
  readonly #byName = new Map<NameId, number>();
  /** Numbers of documents that went, and that nobody took. */
  readonly left = new Set<number>();

  constructor(before: Snapshot | undefined, gone: readonly DocumentId[]) {
    this.#before = before;
    for (const id of gone) {
      const title = before && documentOf(before, id)?.names[0]?.key;
      if (title !== undefined) this.#byTitle.set(title, id);
    }
  }

  /** The document that goes, and whose title this one has. */
  documentFor(document: Document): DocumentId | undefined {
    if (this.#byTitle.size === 0) return undefined;
    const title = document.names[0]!.key;
    const id = this.#byTitle.get(title);
    this.#byTitle.delete(title);
    return id;
  }

  /** The missing note that this document is. */
  missingFor(snapshot: Snapshot, document: Document, missing: ReadonlyMap<NameId, number>): NameId | undefined {
    if (missing.size === 0) return undefined;
    for (const name of namesOf(snapshot, document)) if (missing.has(name) && !isMissing(snapshot, name)) return name;
    return undefined;
  }

  /** A document went, and no other took its number. */
  leave(id: DocumentId, number: number): void {
    this.left.add(number);
    const document = this.#before && documentOf(this.#before, id);
    if (document) for (const name of namesOf(this.#before!, document)) this.#byName.set(name, number);
  }

  /**
   * The final numbers of missing notes that came, by the provisional ones.
   *
   * @param fresh provisional numbers, ascending
   * @param rows the edges that are others now, by their sources, in those numbers
   * @param next the first number that is free
   */
  settle(
    fresh: ReadonlyMap<NameId, number>,
    rows: ReadonlyMap<number, EdgeRow>,
    before: Before,
    next: number,
  ): ReadonlyMap<number, number> {
    const numbers = new Map<number, number>();
    if (this.#before) {
      for (const [name, number] of fresh) {
        const taken = this.#byName.get(name);
        if (taken !== undefined && this.left.delete(taken)) numbers.set(number, taken);
      }
      this.#followTyping(fresh, rows, before, numbers);
    }
    for (const number of fresh.values()) if (!numbers.has(number)) numbers.set(number, next++);
    return numbers;
  }

  /** `[[Where does ra]]` becomes `[[Where does rain]]`: where one document alone named the one and names the other. */
  #followTyping(
    fresh: ReadonlyMap<NameId, number>,
    rows: ReadonlyMap<number, EdgeRow>,
    before: Before,
    numbers: Map<number, number>,
  ): void {
    const waiting = new Set([...fresh.values()].filter((number) => !numbers.has(number)));
    if (waiting.size === 0) return;
    const given = new Set(numbers.values());
    const sources = new Map<number, number[]>();
    const named = new Set<number>();
    for (const [source, row] of rows) {
      eachTarget(row, (target) => {
        named.add(target);
        if (waiting.has(target)) sources.set(target, [...(sources.get(target) ?? []), source]);
      });
    }
    for (const [target, [source, ...others]] of sources) {
      if (others.length > 0 || before.rows[source!] === undefined) continue;
      const free = (old: number): boolean => !named.has(old) && before.isMissing(old) && before.uses[old] === 1;
      eachTarget(before.rows[source!]!, (old) => {
        if (numbers.has(target) || !free(old) || given.has(old)) return;
        numbers.set(target, old);
        given.add(old);
      });
    }
  }
}

/** Puts final numbers for provisional ones, in place. */
export function renumberRow(row: EdgeRow, numbers: ReadonlyMap<number, number>): void {
  for (let at = 0; at < row.length; at += EDGE) row[at] = numbers.get(row[at]!) ?? row[at]!;
}
