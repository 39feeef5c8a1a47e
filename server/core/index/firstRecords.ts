import { type Document, eachUse } from './document.ts';
import { Marks } from './marks.ts';
import { type Asked, ask, type Definer, type DocumentId, type NameId, type NameRecord, NO_NAME } from './names.ts';
import { stemIn, writtenForm, writtenSpelling } from './sheet.ts';

/** A record while it is made. */
type Draft = { -readonly [Key in keyof NameRecord]: NameRecord[Key] };

/**
 * The records of all names, by number, when many documents are met at once: counted and filled, which is many times
 * faster than to change records one by one. Answers what a `Revision` would.
 *
 * @param documents by number, ascending
 * @param names how many names there are
 */
export function firstRecords(documents: readonly Document[], names: number): (NameRecord | undefined)[] {
  const records: (Draft | undefined)[] = new Array(names).fill(undefined);
  const recordOf = (name: NameId): Draft => {
    records[name] ??= { ...NO_NAME };
    return records[name];
  };
  for (const document of documents) say(document, recordOf);
  const { starts, users } = usersByName(documents, names);
  for (let name = 0; name < names; name++) {
    if (starts[name]! < starts[name + 1]!) recordOf(name).users = users.subarray(starts[name]!, starts[name + 1]!);
  }
  return records;
}

/** Puts down what a document says: its titles, its file's name, and what it asks for. */
function say(document: Document, recordOf: (name: NameId) => Draft): void {
  const { id, sheet } = document;
  for (const [index, { key, spelling }] of document.names.entries()) {
    const record = recordOf(key);
    record.definers = [...record.definers, { document: id, spelling, alias: index > 0 } satisfies Definer];
  }
  const stem = recordOf(stemIn(sheet));
  stem.files = [...stem.files, id];
  for (let index = 0, count = document.writtenCount; index < count; index++) {
    if (!document.asksAt(index)) continue;
    const record = recordOf(document.writtenName(index));
    if (record.asked === NO_NAME.asked) record.asked = [];
    const isEntry = writtenForm(sheet, index) === 'entry';
    ask(record.asked as Asked[], writtenSpelling(sheet, index), isEntry, 1);
  }
}

/** In which documents each name stands: those of name 7 are `users` from `starts[7]` to `starts[8]`, ascending. */
function usersByName(documents: readonly Document[], names: number): { starts: Int32Array; users: Int32Array } {
  const starts = new Int32Array(names + 1);
  const met = new Marks();
  const eachName = (use: (name: NameId, id: DocumentId) => void): void => {
    for (const document of documents) {
      met.clear();
      eachUse(document, (name) => {
        if (met.set(name)) use(name, document.id);
      });
    }
  };
  eachName((name) => starts[name + 1]!++);
  for (let name = 0; name < names; name++) starts[name + 1]! += starts[name]!;
  const users = new Int32Array(starts[names]!);
  const next = starts.slice();
  eachName((name, id) => {
    users[next[name]!++] = id;
  });
  return { starts, users };
}
