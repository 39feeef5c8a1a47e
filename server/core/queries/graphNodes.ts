import type { Document } from '../index/document.ts';
import { commonSpelling, type NameId } from '../index/names.ts';
import type { Reference } from '../index/references.ts';
import { documentAt, nameOf, recordOf, type Snapshot } from '../index/snapshot.ts';
import type { Kind } from '../syntax/summary.ts';

export interface GraphNode {
  /** A document's path, or `missing:` and the title. */
  readonly id: string;
  readonly title: string;
  readonly kind: Kind | 'missing';
  /** `null` for a missing note. */
  readonly path: string | null;
  /** Of the document, without `#`. */
  readonly tags: readonly string[];
}

const MISSING = 'missing:';

/** Whether an id has the form of a missing note's. */
export const isMissing = (id: string): boolean => id.startsWith(MISSING);

/** The id of a missing note's node. */
export function missingId(snapshot: Snapshot, { name, text }: Pick<Reference, 'name' | 'text'>): string {
  return MISSING + (commonSpelling(recordOf(snapshot, name), snapshot.spellings) ?? text);
}

/** The id by which the graph knows a node: a missing note may be asked for in another spelling. */
export function canonical(snapshot: Snapshot, id: string): string {
  const name = missingName(snapshot, id);
  return name === undefined ? id : missingId(snapshot, { name, text: id.slice(MISSING.length) });
}

/** The name of a missing note's id; undefined for a document's, even one at `missing:x.md`. */
export function missingName(snapshot: Snapshot, id: string): NameId | undefined {
  return isMissing(id) && !documentAt(snapshot, id) ? nameOf(snapshot, id.slice(MISSING.length)) : undefined;
}

export function nodeOf(snapshot: Snapshot, id: string): GraphNode {
  const document = documentAt(snapshot, id);
  return document ? documentNode(document) : missingNode(id);
}

export const documentNode = ({ path, title, kind, tags }: Document): GraphNode => ({
  id: path,
  title: title.text,
  kind,
  path,
  tags,
});

export const missingNode = (id: string): GraphNode => ({
  id,
  title: id.slice(MISSING.length),
  kind: 'missing',
  path: null,
  tags: [],
});
