import type { Document } from '../index/document.ts';
import type { NameId } from '../index/names.ts';
import { type Resolved, resolvedReferencesOf } from '../index/references.ts';
import { documentAt, type Snapshot } from '../index/snapshot.ts';
import { summaryOf } from '../index/summaries.ts';
import type { Span } from '../text/span.ts';
import { touches } from '../text/span.ts';

/** A place in the corpus: UTF-16 offset into the document's text. */
export interface FilePosition {
  readonly path: string;
  readonly offset: number;
}

/** What a place in a text is about. */
export interface Subject {
  /** Where it stands: the reference or the title at the place. */
  readonly span: Span;
  /** The reference, where it is one; a title of the document itself otherwise. */
  readonly reference?: Resolved;
  /** The documents that are meant: none for a missing note, several where the reference is ambiguous. */
  readonly documents: readonly Document[];
  /** The name of a missing note. */
  readonly missing?: NameId;
}

/** The reference or the document's own title or alias at a place; undefined in plain prose. */
export function subjectAt(snapshot: Snapshot, at: FilePosition): Subject | undefined {
  const document = documentAt(snapshot, at.path);
  if (!document) return undefined;
  const resolved = resolvedReferencesOf(snapshot, document).find(({ reference }) =>
    touches(reference.whole, at.offset),
  );
  if (resolved) {
    const { reference, resolution } = resolved;
    const about = { span: reference.span, reference: resolved };
    switch (resolution.status) {
      case 'resolved':
        return { ...about, documents: [resolution.target] };
      case 'ambiguous':
        return { ...about, documents: resolution.targets };
      default:
        return { ...about, documents: [], ...(reference.form !== 'link' && { missing: reference.name }) };
    }
  }
  const own = ownNames(snapshot, document).find((each) => touches(each, at.offset));
  return own && { span: own, documents: [document] };
}

/** Where a document says its own title and aliases: in the front matter, in its first heading. */
export function ownNames(snapshot: Snapshot, document: Document): Span[] {
  const { title, aliases } = document;
  const headings = summaryOf(snapshot, document)?.headings ?? [];
  const repeated = headings.filter(({ text, span }) => text === title.text && span.start !== title.span.start);
  return [title, ...repeated, ...aliases].map((each) => each.span).filter((each) => each.start < each.end);
}
