import { splitMarks } from '../text/fold.ts';

/** Number of a document in this corpus: given out once per path, never to another path. */
export type DocumentId = number;

/** Number of a name: of the key that titles fold to (`fold.ts`), or of a path (`pathKey`). */
export type NameId = number;

/** A document that answers to a name. */
export interface Definer {
  readonly document: DocumentId;
  /** The title or alias as its document writes it. */
  readonly text: string;
  readonly alias: boolean;
}

/** All that the corpus knows of one name. Immutable. */
export interface NameRecord {
  /** Documents with this title or alias, by number. */
  readonly definers: readonly Definer[];
  /** Documents whose file has this stem: wikilinks may name them so. */
  readonly files: readonly DocumentId[];
  /** Documents in which it stands, in whatever form, ascending. */
  readonly users: readonly DocumentId[];
  /** How often entries and wikilinks name it, by spelling: they make a title known that no document has. */
  readonly asked: ReadonlyMap<string, Asked>;
}

export interface Asked {
  readonly entries: number;
  readonly wikilinks: number;
}

export const NO_NAME: NameRecord = { definers: [], files: [], users: [], asked: new Map() };

/** Whether the same documents have a name, as the same title or alias. */
export function sameDefiners(a: NameRecord, b: NameRecord): boolean {
  const keysOf = ({ definers }: NameRecord): Set<string> =>
    new Set(definers.map(({ document, text, alias }) => `${document} ${alias} ${text}`));
  const keys = keysOf(a);
  const others = keysOf(b);
  return keys.size === others.size && [...others].every((key) => keys.has(key));
}

/** The spellings whose marks a text may show: those of the documents, or, for a missing note, of who asks for it. */
export function spellings(record: NameRecord): string[] {
  return record.definers.length > 0 ? record.definers.map((each) => each.text) : [...record.asked.keys()];
}

/** How a missing note is called: as most entries and wikilinks do; of equals the one that sorts first. */
export function commonSpelling(record: NameRecord): string | undefined {
  const weight = ({ entries, wikilinks }: Asked): number => entries + wikilinks;
  const [first] = [...record.asked].sort((a, b) => weight(b[1]) - weight(a[1]) || (a[0] < b[0] ? -1 : 1));
  return first?.[0];
}

/** `?` of `Does rain cause mud?`, for each spelling, the longest first and without repeats. */
export function marksOf(record: NameRecord): string[] {
  const marks = new Set(spellings(record).map((spelling) => splitMarks(spelling).marks));
  marks.delete('');
  return [...marks].sort((a, b) => b.length - a.length);
}

/** The key of a path among the names. `fold` takes control characters away, so no title has such a key. */
export const pathKey = (path: string): string => `\0${path}`;
export const pathOf = (key: string): string => key.slice(1);
