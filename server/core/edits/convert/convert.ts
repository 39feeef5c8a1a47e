import type { Document } from '../../index/document.ts';
import { currentText, type Snapshot } from '../../index/snapshot.ts';
import type { Layout } from '../../syntax/summary.ts';
import { edited, type FileEdits, type Refused } from '../edits.ts';
import { moveEdits } from '../moves.ts';
import { convertText } from './convertText.ts';
import { NewPaths } from './newPath.ts';
import { proveAll } from './proveAll.ts';
import type { WordingOptions } from './worded.ts';

/** A document in another layout. */
export interface ConvertedFile {
  /** Where it lies; the same as `path` where its ending will do. */
  readonly from: string;
  readonly path: string;
  /** Its text as it was, by which to know it again. */
  readonly before: string;
  readonly text: string;
}

/** A document that stays as it is, and why, in a sentence. */
export interface Unconverted extends Refused {
  readonly path: string;
}

/** What converting some documents comes to. Nothing is done yet. */
export interface Conversion {
  readonly files: readonly ConvertedFile[];
  /** Links in other documents that follow. */
  readonly edits: readonly FileEdits[];
  readonly unconverted: readonly Unconverted[];
}

export interface ConvertOptions {
  /** Whether bare titles become wikilinks in Markdown wherever they can. */
  readonly wikilinks: boolean;
  /** Whether the corpus as it would be is read once more as a whole: for many documents at once. */
  readonly proven: boolean;
}

/** Whether a document is meant where all of a corpus is to be converted: its pages stay in Markdown, which they are in everywhere. */
export const goesWithAll = ({ kind, layout }: Document): boolean => kind !== 'page' || layout !== 'markdown';

/**
 * Converts documents of a corpus to another layout. Those that are in it already are left out; each other one is either converted so
 * that the corpus reads the same in it, or it is said why not.
 *
 * Yields after each step, so that whoever serves others at the same time can do so: the number of documents that are done.
 *
 * @returns refused where the corpus as a whole would not say the same
 */
export function* convert(
  snapshot: Snapshot,
  documents: readonly Document[],
  to: Layout,
  { wikilinks, proven }: ConvertOptions,
): Generator<number, Conversion | Refused> {
  const wanted = documents.filter(({ layout }) => layout !== to);
  const ids = new Set(wanted.map(({ id }) => id));
  const options: WordingOptions = { wikilinks, isConverted: ({ id }) => ids.has(id) };
  const paths = new NewPaths(snapshot);
  const unconverted: Unconverted[] = [];
  let files: Drafted[] = [];
  for (const [at, document] of wanted.entries()) {
    yield at;
    const path = paths.pathFor(document.path, to);
    const text = currentText(snapshot, document);
    const made =
      text === undefined
        ? { refused: `“${document.path}” has changed meanwhile, so it stays as it is. Try again.` }
        : convertText(snapshot, document, text, path, to, options);
    if (typeof made === 'object') unconverted.push({ path: document.path, ...made });
    else files.push({ document, from: document.path, path, before: text!, text: made });
  }
  for (;;) {
    const edits = moveEdits(snapshot, movesOf(files));
    const followed = withLinks(snapshot, files, edits, to, options);
    if (followed.unconverted.length > 0) {
      unconverted.push(...followed.unconverted);
      files = followed.files;
      continue;
    }
    const own = new Set(files.map(({ from }) => from));
    const conversion: Conversion = {
      files: followed.files.map(({ document: _, ...file }) => file),
      edits: edits.filter(({ path }) => !own.has(path)),
      unconverted: unconverted.sort((a, b) => (a.path < b.path ? -1 : 1)),
    };
    const fault = proven ? yield* proveAll(snapshot, conversion) : undefined;
    return fault ? { refused: fault } : conversion;
  }
}

interface Drafted extends ConvertedFile {
  readonly document: Document;
}

const movesOf = (files: readonly Drafted[]): { from: string; to: string }[] =>
  files.filter(({ from, path }) => from !== path).map(({ from, path }) => ({ from, to: path }));

/** The files with their own links to what moves written anew: they are changed first, and then converted. */
function withLinks(
  snapshot: Snapshot,
  files: readonly Drafted[],
  edits: readonly FileEdits[],
  to: Layout,
  options: WordingOptions,
): { files: Drafted[]; unconverted: Unconverted[] } {
  const byPath = new Map(edits.map((each) => [each.path, each.edits]));
  const unconverted: Unconverted[] = [];
  const kept = files.flatMap((file): Drafted[] => {
    const own = byPath.get(file.from);
    if (!own) return [file];
    const made = convertText(snapshot, file.document, edited(file.before, own), file.path, to, options);
    if (typeof made === 'string') return [{ ...file, text: made }];
    unconverted.push({ path: file.from, ...made });
    return [];
  });
  return { files: kept, unconverted };
}
