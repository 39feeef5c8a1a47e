import {
  commonSpelling,
  type Document,
  documentAt,
  findTitle,
  nameOf,
  placesOf,
  recordOf,
  type Snapshot,
} from '../../core/index.ts';
import { UsageError } from './arguments.ts';

/** What somebody means who writes a TITLE or PATH: a document, or the name of a missing note. */
export type Subject =
  | { readonly document: Document; readonly title: string }
  | { readonly missing: number; readonly title: string };

/** By path, else by title; several documents with the title are said to be so. */
export function subjectOf(snapshot: Snapshot, words: string): Subject {
  const document =
    documentAt(snapshot, words.replaceAll('\\', '/').replace(/^\.\//, '')) ?? documentWithTitle(snapshot, words);
  if (document) return { document, title: document.title.text };
  const missing = nameOf(snapshot, words);
  if (missing === undefined || placesOf(snapshot, missing).length === 0) {
    throw new UsageError(`nothing in this corpus is called “${words}”`);
  }
  return { missing, title: commonSpelling(recordOf(snapshot, missing), snapshot.spellings) ?? words };
}

function documentWithTitle(snapshot: Snapshot, title: string): Document | undefined {
  const resolution = findTitle(snapshot, title);
  if (resolution.status !== 'ambiguous') return resolution.status === 'resolved' ? resolution.target : undefined;
  const paths = resolution.targets.map(({ path }) => path).join(', ');
  throw new UsageError(`several documents answer to “${title}”: ${paths}. Name one by its path`);
}
