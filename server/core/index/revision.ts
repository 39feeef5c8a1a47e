import { type Document, eachUse } from './document.ts';
import { firstRecords } from './firstRecords.ts';
import { Marks } from './marks.ts';
import { ask, type DocumentId, type NameId, type NameRecord } from './names.ts';
import { isMissing } from './resolve.ts';
import { asksAt, headingCount, headingSpelling, stemIn, writtenForm, writtenSpelling } from './sheet.ts';
import { Shelf } from './shelf.ts';
import { recordOf, type Snapshot } from './snapshot.ts';
import { changedMissing, changedNames, touchedBy } from './touched.ts';

/** A name's record while one revision is made: the only time that it may change. A list is copied when it first changes. */
type DraftRecord = { -readonly [Key in keyof NameRecord]: NameRecord[Key] };

/**
 * The snapshot that has other documents in some places; undefined for those that are gone.
 *
 * @param moved paths of files, documents or not, that came or went
 */
export function nextSnapshot(
  base: Snapshot,
  documents: ReadonlyMap<DocumentId, Document | undefined>,
  files: ReadonlySet<string>,
  moved: readonly string[],
): Snapshot {
  const revision = new Revision(base);
  for (const [id, document] of documents) revision.change(id, document);
  const { records } = revision;
  const retitled = base.retitled as DocumentId[];
  const reheaded = base.reheaded as DocumentId[];
  for (const [id, document] of documents) {
    const was = base.documents.get(id);
    if (hasOtherTitles(was, document)) retitled.push(id);
    if (hasOtherHeadings(was, document)) reheaded.push(id);
  }
  const next = {
    ...base,
    version: base.version + 1,
    titlesVersion: retitled.length,
    headingsVersion: reheaded.length,
    kinds: kindsAfter(base, documents),
    documents: base.documents.with(documents),
    names: base.names.with(records),
    files,
  };
  const step = { base, next, documents, records, moved };
  const changed = changedNames(step);
  const { came, went } = changedMissing(step, changed);
  for (const names of [came, went]) for (const name of names) (base.missed as NameId[]).push(name);
  const { touched, isOfBooks } = touchedBy(step, changed);
  return {
    ...next,
    touched,
    booksVersion: base.booksVersion + Number(isOfBooks),
    missing: base.missing + came.length - went.length,
    missingVersion: base.missed.length,
  };
}

/** The first snapshot with anything in it: all is new. In steps. */
export function* firstSnapshot(
  base: Snapshot,
  documents: ReadonlyMap<DocumentId, Document | undefined>,
  files: ReadonlySet<string>,
): Generator<void, Snapshot> {
  const ids = [...documents.keys()].filter((id) => documents.get(id)).sort((a, b) => a - b);
  yield;
  const list: (Document | undefined)[] = new Array((ids.at(-1) ?? -1) + 1).fill(undefined);
  for (const id of ids) list[id] = documents.get(id);
  yield;
  const there = ids.map((id) => documents.get(id)!);
  const firstNames = yield* firstRecords(there, base.keys.size);
  const next = {
    ...base,
    version: base.version + 1,
    booksVersion: base.booksVersion + 1,
    kinds: kindsAfter(base, documents),
    documents: Shelf.of(list),
    firstNames,
    files,
  };
  let missing = 0;
  for (let name = 0; name < firstNames.length; name++) {
    if (name % STEP === 0) yield;
    if (firstNames.isAskedInVain(name) && isMissing(next, name)) missing++;
  }
  return { ...next, touched: new Set(ids), missing };
}

/** So many names are looked at in a step. */
const STEP = 4096;

function hasOtherTitles(a: Document | undefined, b: Document | undefined): boolean {
  if (a?.sheet === b?.sheet) return false;
  const [before, after] = [a?.names ?? [], b?.names ?? []];
  return before.length !== after.length || before.some(({ spelling }, at) => spelling !== after[at]!.spelling);
}

function hasOtherHeadings(a: Document | undefined, b: Document | undefined): boolean {
  if (a?.sheet === b?.sheet) return false;
  const [before, after] = [a ? headingCount(a.sheet) : 0, b ? headingCount(b.sheet) : 0];
  if (before !== after) return true;
  for (let index = 0; index < before; index++)
    if (headingSpelling(a!.sheet, index) !== headingSpelling(b!.sheet, index)) return true;
  return false;
}

function kindsAfter(base: Snapshot, documents: ReadonlyMap<DocumentId, Document | undefined>): Snapshot['kinds'] {
  const kinds = { ...base.kinds };
  for (const [id, document] of documents) {
    const was = base.documents.get(id);
    if (was) kinds[was.kind]--;
    if (document) kinds[document.kind]++;
  }
  return kinds;
}

/** What is said of names otherwise on the way from one snapshot to the next: each record is copied once. */
class Revision {
  readonly #base: Snapshot;
  readonly #records = new Map<NameId, DraftRecord>();
  /** The lists that this revision made, and may change. */
  readonly #own = new Set<unknown>();

  constructor(base: Snapshot) {
    this.#base = base;
  }

  /** The records that are other ones than before. */
  get records(): ReadonlyMap<NameId, NameRecord> {
    return this.#records;
  }

  change(id: DocumentId, document: Document | undefined): void {
    const was = this.#base.documents.get(id);
    // The same file, looked at for new names: it says what it said.
    if (was?.sheet !== document?.sheet) {
      if (was) this.#say(was, -1);
      if (document) this.#say(document, 1);
    }
    this.#use(id, was, document);
  }

  /** Says which names stand in a document now. */
  #use(id: DocumentId, was: Document | undefined, document: Document | undefined): void {
    const [before, after] = [usedBefore, usedAfter];
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
        if (after.set(name)) remove(this.#list(name, 'users'), (each) => each === id);
      });
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
      if (!asksAt(sheet, index)) continue;
      const isEntry = writtenForm(sheet, index) === 'entry';
      ask(this.#list(document.writtenName(index), 'asked'), writtenSpelling(sheet, index), isEntry, sign);
    }
  }

  /** A list of a record, made ready to be changed. */
  #list<Key extends keyof NameRecord>(name: NameId, key: Key): NameRecord[Key][number][] {
    const record = this.#record(name);
    if (!this.#own.has(record[key])) {
      const list: Iterable<NameRecord[Key][number]> = record[key];
      record[key] = [...list] as never;
      this.#own.add(record[key]);
    }
    return record[key] as never;
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

/** Empty between two uses. */
const usedBefore = new Marks();
const usedAfter = new Marks();

function remove<T>(list: T[], matches: (each: T) => boolean): void {
  const at = list.findIndex(matches);
  if (at >= 0) list.splice(at, 1);
}
