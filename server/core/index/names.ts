import { splitMarks } from '../text/fold.ts';
import type { Interner } from './interner.ts';

/** Number of a document in this corpus: given out once per path, never to another path. */
export type DocumentId = number;

/** Number of a name: of the key that titles fold to (`fold.ts`), or of a path (`pathKey`). */
export type NameId = number;

/** A document that answers to a name. */
export interface Definer {
  readonly document: DocumentId;
  /** The title or alias as its document writes it, by its number. */
  readonly spelling: number;
  readonly alias: boolean;
}

/** All that the corpus knows of one name. Immutable. */
export interface NameRecord {
  /** Documents with this title or alias. */
  readonly definers: readonly Definer[];
  /** Documents whose file has this stem: wikilinks may name them so. */
  readonly files: DocumentIds;
  /** Documents in which it stands, in whatever form, ascending. */
  readonly users: DocumentIds;
  /** How often entries and wikilinks name it, a row for each spelling: they make a title known that no document has. */
  readonly asked: readonly Asked[];
}

/** Numbers of documents: a list, or part of a column. */
export type DocumentIds = ArrayLike<DocumentId> & Iterable<DocumentId>;

export interface Asked {
  /** By its number. */
  readonly spelling: number;
  readonly entries: number;
  readonly wikilinks: number;
}

export const NO_NAME: NameRecord = { definers: [], files: [], users: [], asked: [] };

/** Whether the same documents have a name, as the same title or alias. */
export function sameDefiners({ definers }: NameRecord, other: NameRecord): boolean {
  if (definers === other.definers) return true;
  if (definers.length !== other.definers.length) return false;
  const key = ({ document, spelling, alias }: Definer): string => `${document} ${alias} ${spelling}`;
  const keys = new Set(definers.map(key));
  return other.definers.every((each) => keys.has(key(each)));
}

/** The spellings whose marks a text may show: those of the documents, or, for a missing note, of who asks for it. */
function spellingsOf({ definers, asked }: NameRecord): number[] {
  return definers.length > 0 ? definers.map((each) => each.spelling) : asked.map((each) => each.spelling);
}

/** Counts one more (1) or one less (-1) that asks for a name in a spelling. */
export function ask(asked: Asked[], spelling: number, isEntry: boolean, sign: 1 | -1): void {
  const at = asked.findIndex((each) => each.spelling === spelling);
  const { entries, wikilinks } = asked[at] ?? { entries: 0, wikilinks: 0 };
  const next: Asked = {
    spelling,
    entries: isEntry ? entries + sign : entries,
    wikilinks: isEntry ? wikilinks : wikilinks + sign,
  };
  if (at < 0) asked.push(next);
  else if (next.entries + next.wikilinks === 0) asked.splice(at, 1);
  else asked[at] = next;
}

/** How a missing note is called: as most entries and wikilinks do; of equals the one that sorts first. */
export function commonSpelling({ asked }: NameRecord, spellings: Interner): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const { spelling: number, entries, wikilinks } of asked) {
    const spelling = spellings.string(number);
    const weight = entries + wikilinks;
    if (weight < most || (weight === most && best !== undefined && best < spelling)) continue;
    [best, most] = [spelling, weight];
  }
  return best;
}

/** `?` of `Does rain cause mud?`, for each spelling, the longest first and without repeats. */
export function marksOf(record: NameRecord, spellings: Interner): readonly string[] {
  const numbers = spellingsOf(record);
  if (numbers.length === 1) return marksAlone(spellings.string(numbers[0]!));
  const marks = new Set(numbers.map((number) => splitMarks(spellings.string(number)).marks));
  marks.delete('');
  return [...marks].sort((a, b) => b.length - a.length);
}

function marksAlone(spelling: string): readonly string[] {
  const { marks } = splitMarks(spelling);
  return marks === '' ? NO_MARKS : [marks];
}

const NO_MARKS: readonly string[] = [];
