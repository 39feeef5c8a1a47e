import { countWords } from '../text/fold.ts';
import { type Document, eachUse } from './document.ts';
import { type Asked, type Definer, type DocumentId, type NameId, type NameRecord, sameDefiners } from './names.ts';
import { isMissing } from './resolve.ts';
import { stemIn, writtenForm, writtenSpelling } from './sheet.ts';
import { recordOf, type Snapshot } from './snapshot.ts';
import { changedNames, missingAfter, touchedBy } from './touched.ts';

/** A name's record while one revision is made: the only time that it may change. A list is copied when it first changes. */
type DraftRecord = { -readonly [Key in keyof NameRecord]: NameRecord[Key] };

/** What is changing on the way from one snapshot to the next: name records and documents, each copied once. */
export class Revision {
  readonly #base: Snapshot;
  readonly #records = new Map<NameId, DraftRecord>();
  /** The lists and maps that this revision made, and may change. */
  readonly #own = new Set<unknown>();
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

  /** The documents that are other ones than before. */
  get documents(): ReadonlyMap<DocumentId, Document | undefined> {
    return this.#documents;
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
    const [before, after] = [usedBefore, usedAfter];
    for (const [id, document] of this.#documents) {
      const was = this.#base.documents.get(id);
      before.clear();
      after.clear();
      if (was) eachUse(was, (name) => before.set(name));
      if (document) {
        eachUse(document, (name) => {
          if (after.set(name) && !before.has(name)) this.#addUser(name, id);
        });
      }
      if (was) {
        eachUse(was, (name) => {
          if (after.set(name)) this.#removeUser(name, id);
        });
      }
    }
  }

  /** Keeps the numbers ascending. Most come in order. */
  #addUser(name: NameId, id: DocumentId): void {
    const users = this.#list(name, 'users');
    let at = users.length;
    while (at > 0 && users[at - 1]! > id) at--;
    if (at === users.length) users.push(id);
    else users.splice(at, 0, id);
  }

  #removeUser(name: NameId, id: DocumentId): void {
    remove(this.#list(name, 'users'), (each) => each === id);
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
    if (base.documents.length === 0) return firstOf(next, this.#documents.keys());
    const step = { base, next, documents: this.#documents, records: this.#records, moved };
    const changed = changedNames(step);
    return { ...next, touched: touchedBy(step, changed), missing: missingAfter(step, changed) };
  }

  /** Adds (1) or takes away (-1) what a document says: its titles, its file's name, and what it asks for. */
  #say(document: Document, sign: 1 | -1): void {
    const { id, sheet } = document;
    for (const [index, { key, spelling }] of document.names.entries()) {
      const alias = index > 0;
      const definers = this.#list(key, 'definers');
      if (sign > 0) definers.push({ document: id, spelling, alias });
      else remove(definers, (each) => each.document === id && each.spelling === spelling && each.alias === alias);
    }
    const files = this.#list(stemIn(sheet), 'files');
    if (sign > 0) files.push(id);
    else remove(files, (each) => each === id);
    for (let index = 0, count = document.writtenCount; index < count; index++) {
      if (!document.asksAt(index)) continue;
      const isEntry = writtenForm(sheet, index) === 'entry';
      ask(this.#asked(document.writtenName(index)), writtenSpelling(sheet, index), isEntry, sign);
    }
  }

  /** A list of a record, made ready to be changed. */
  #list<K extends 'definers' | 'files' | 'users'>(name: NameId, key: K): K extends 'definers' ? Definer[] : number[] {
    const record = this.#record(name);
    let list = record[key] as NameRecord[K];
    if (!this.#own.has(list)) {
      list = [...list] as unknown as NameRecord[K];
      this.#own.add(list);
      record[key] = list as never;
    }
    return list as never;
  }

  #asked(name: NameId): Map<number, Asked> {
    const record = this.#record(name);
    if (!this.#own.has(record.asked)) {
      record.asked = new Map(record.asked);
      this.#own.add(record.asked);
    }
    return record.asked as Map<number, Asked>;
  }

  #record(name: NameId): DraftRecord {
    let draft = this.#records.get(name);
    if (!draft) {
      const { definers, files, users, asked } = recordOf(this.#base, name);
      draft = { definers, files, users, asked };
      this.#records.set(name, draft);
    }
    return draft;
  }
}

/** The first snapshot with anything in it: all is new. */
function firstOf(next: Snapshot, documents: Iterable<DocumentId>): Snapshot {
  let missing = 0;
  for (const [name] of next.names) if (isMissing(next, name)) missing++;
  return { ...next, touched: new Set(documents), missing };
}

/** A set of numbers that is empty again in no time. */
class Marks {
  #marks = new Uint32Array(1024);
  #round = 1;

  clear(): void {
    this.#round++;
  }

  has(number: number): boolean {
    return this.#marks[number] === this.#round;
  }

  /** Whether the number was not in the set before. */
  set(number: number): boolean {
    if (this.has(number)) return false;
    if (number >= this.#marks.length) {
      const marks = new Uint32Array(Math.max(number + 1, 2 * this.#marks.length));
      marks.set(this.#marks);
      this.#marks = marks;
    }
    this.#marks[number] = this.#round;
    return true;
  }
}

/** Empty between two uses. */
const usedBefore = new Marks();
const usedAfter = new Marks();

/** Whether a name has the words that a bare mention needs. */
export function isLongEnough(key: string, minimumWords: number): boolean {
  return !key.startsWith('\0') && countWords(key) >= minimumWords;
}

function ask(asked: Map<number, Asked>, spelling: number, isEntry: boolean, sign: 1 | -1): void {
  const { entries, wikilinks } = asked.get(spelling) ?? { entries: 0, wikilinks: 0 };
  const next = isEntry ? { entries: entries + sign, wikilinks } : { entries, wikilinks: wikilinks + sign };
  if (next.entries + next.wikilinks === 0) asked.delete(spelling);
  else asked.set(spelling, next);
}

function remove<T>(list: T[], matches: (each: T) => boolean): void {
  const at = list.findIndex(matches);
  if (at >= 0) list.splice(at, 1);
}
