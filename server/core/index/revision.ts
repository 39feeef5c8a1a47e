import { stemOf } from '../syntax/summarize.ts';
import type { Summary } from '../syntax/summary.ts';
import { countWords, fold } from '../text/fold.ts';
import { type Document, usedNames } from './document.ts';
import {
  type Asked,
  type Definer,
  type DocumentId,
  type NameId,
  type NameRecord,
  pathKey,
  sameDefiners,
} from './names.ts';
import { linkedPath } from './paths.ts';
import { recordOf, type Snapshot } from './snapshot.ts';
import { touchedBy } from './touched.ts';

/** A name's record while one revision is made: the only time that it may change. */
interface DraftRecord extends NameRecord {
  readonly definers: Definer[];
  readonly files: DocumentId[];
  readonly users: DocumentId[];
  readonly asked: Map<string, Asked>;
}

const NO_NAMES: ReadonlySet<NameId> = new Set();

/** Numbers for what a summary's references name. */
export function namesOfReferences(snapshot: Snapshot, path: string, summary: Summary): NameId[] {
  return summary.references.map((reference) => {
    if (reference.form !== 'link') return snapshot.keys.number(fold(reference.text));
    const target = linkedPath(path, reference.text);
    return target === undefined ? -1 : snapshot.keys.number(pathKey(target));
  });
}

/** What is changing on the way from one snapshot to the next: name records and documents, each copied once. */
export class Revision {
  readonly #base: Snapshot;
  readonly #records = new Map<NameId, DraftRecord>();
  readonly #documents = new Map<DocumentId, Document | undefined>();

  constructor(base: Snapshot) {
    this.#base = base;
  }

  document(id: DocumentId): Document | undefined {
    return this.#documents.has(id) ? this.#documents.get(id) : this.#base.documents.get(id);
  }

  /** The records that this revision has touched. */
  get records(): ReadonlyMap<NameId, NameRecord> {
    return this.#records;
  }

  /** Puts a document in the place of the one with its number, with all that it says of names. */
  put(document: Document): void {
    this.drop(document.id);
    this.#documents.set(document.id, document);
    this.#say(document, 1);
  }

  /** The same document with other occurrences: nothing that it says of names changes. */
  replace(document: Document): void {
    this.#documents.set(document.id, document);
  }

  drop(id: DocumentId): void {
    const before = this.document(id);
    if (before) this.#say(before, -1);
    this.#documents.set(id, undefined);
  }

  /** Says of the changed documents which names stand in them now. */
  #use(): void {
    for (const [id, document] of this.#documents) {
      const was = this.#base.documents.get(id);
      const [before, after] = [was ? usedNames(was) : NO_NAMES, document ? usedNames(document) : NO_NAMES];
      for (const name of before) if (!after.has(name)) remove(this.#record(name).users, (each) => each === id);
      for (const name of after) if (!before.has(name)) insert(this.#record(name).users, id);
    }
  }

  /**
   * The snapshot as this revision makes it.
   *
   * @param moved paths of files, documents or not, that came or went
   */
  commit(files: ReadonlySet<string>, moved: readonly string[]): Snapshot {
    this.#use();
    const base = this.#base;
    const titles = [...this.#records].some(([name, record]) => !sameDefiners(recordOf(base, name), record));
    const next = {
      ...base,
      version: base.version + 1,
      titlesVersion: base.titlesVersion + (titles ? 1 : 0),
      documents: base.documents.with(this.#documents),
      names: base.names.with(this.#records),
      files,
    };
    return { ...next, touched: touchedBy({ base, next, documents: this.#documents, records: this.#records, moved }) };
  }

  /** Adds (1) or takes away (-1) what a document says: its titles, its file's name, and what it asks for. */
  #say(document: Document, sign: 1 | -1): void {
    const { id, summary } = document;
    for (const [index, each] of [summary.title, ...summary.aliases].entries()) {
      const definers = this.#name(each.text).definers;
      const definer = { document: id, text: each.text, alias: index > 0 };
      if (sign > 0) definers.push(definer);
      else
        remove(definers, (other) => other.document === id && other.text === each.text && other.alias === definer.alias);
    }
    const files = this.#name(stemOf(document.path)).files;
    if (sign > 0) files.push(id);
    else remove(files, (each) => each === id);
    for (const [index, reference] of summary.references.entries()) {
      // A paper that no document has is not missed (CORPUS.md: "never dangling").
      if (reference.form === 'link' || reference.role === 'papers') continue;
      ask(this.#record(document.names[index]!).asked, reference.text, reference.form, sign);
    }
  }

  #name(text: string): DraftRecord {
    return this.#record(this.#base.keys.number(fold(text)));
  }

  #record(name: NameId): DraftRecord {
    const known = this.#records.get(name);
    if (known) return known;
    const { definers, files, users, asked } = recordOf(this.#base, name);
    const draft = { definers: [...definers], files: [...files], users: [...users], asked: new Map(asked) };
    this.#records.set(name, draft);
    return draft;
  }
}

/** Whether a name has the words that a bare mention needs. */
export function isLongEnough(key: string, minimumWords: number): boolean {
  return !key.startsWith('\0') && countWords(key) >= minimumWords;
}

function ask(asked: Map<string, Asked>, spelling: string, form: 'wikilink' | 'entry', sign: 1 | -1): void {
  const { entries, wikilinks } = asked.get(spelling) ?? { entries: 0, wikilinks: 0 };
  const next = form === 'entry' ? { entries: entries + sign, wikilinks } : { entries, wikilinks: wikilinks + sign };
  if (next.entries + next.wikilinks === 0) asked.delete(spelling);
  else asked.set(spelling, next);
}

/** Keeps the numbers ascending. Most come in order. */
function insert(numbers: number[], number: number): void {
  let at = numbers.length;
  while (at > 0 && numbers[at - 1]! > number) at--;
  numbers.splice(at, 0, number);
}

function remove<T>(list: T[], matches: (each: T) => boolean): void {
  const at = list.findIndex(matches);
  if (at >= 0) list.splice(at, 1);
}
