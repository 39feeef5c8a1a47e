import type { Document } from '../index/document.ts';
import { linkedPath } from '../index/paths.ts';
import { type Resolved, resolvedReferencesOf } from '../index/references.ts';
import { isUsed } from '../index/resolve.ts';
import { didYouMean } from '../index/search.ts';
import { byPath, documentOf, recordOf, type Snapshot } from '../index/snapshot.ts';
import { type Span, span } from '../text/span.ts';
import { brokenAnchor } from './anchors.ts';
import { bookFindings } from './books/books.ts';
import type { DiagnosticCode } from './codes.ts';
import type { IgnoredTitles } from './ignoredTitles.ts';
import { type Possible, possibleReferences } from './possible.ts';

/** Another place that belongs to a finding. */
export interface Related {
  readonly path: string;
  readonly span: Span;
  readonly message: string;
}

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly Related[];
  /** The title that it is about, where it can be told to be silent of it (`ignoredTitles`). */
  readonly title?: string;
}

/**
 * What is wrong in one document, in text order.
 *
 * @param ignored the titles that the reader wants to hear nothing of
 */
export function diagnostics(snapshot: Snapshot, document: Document, ignored?: IgnoredTitles): Diagnostic[] {
  const references = resolvedReferencesOf(snapshot, document);
  const found = references.flatMap((each) => ofReference(snapshot, document, each, ignored));
  const isWanted = ({ title }: Diagnostic): boolean => title === undefined || !ignored?.has(title, document.path);
  const others = [
    ...bookFindings(snapshot, document, references),
    ...possibleReferences(snapshot, document, references).map(ofPossible),
    ...duplicateTitle(snapshot, document),
  ].filter(isWanted);
  return others.length > 0 ? [...others, ...found].sort((a, b) => a.span.start - b.span.start) : found;
}

function ofPossible({ span, text, near }: Possible): Diagnostic {
  const message =
    near.length > 0
      ? `This is nearly “${near[0]!.text}”. Did you mean that?`
      : `This looks like a title, and no document has it: “${text}”.`;
  const related = near.flatMap((each) => (each.document ? [titlePlace(each.document, `“${each.text}”`)] : []));
  return { code: 'possible-reference', span, message, related, title: text };
}

function ofReference(
  snapshot: Snapshot,
  document: Document,
  resolved: Resolved,
  ignored: IgnoredTitles | undefined,
): Diagnostic[] {
  const { reference, resolution } = resolved;
  const { span, text, form } = reference;
  if (resolution.status === 'resolved') {
    const anchor = brokenAnchor(snapshot, resolved);
    return anchor === undefined ? [] : [withoutAnchor(resolved, resolution.target, anchor)];
  }
  if (form !== 'link' && ignored?.has(text, document.path)) return [];
  if (resolution.status === 'ambiguous') {
    const related = resolution.targets.map((each) => titlePlace(each, `“${each.title.text}”`));
    const message = `${resolution.targets.length} documents answer to “${text}”.`;
    return [{ code: 'ambiguous-reference', span, message, related }];
  }
  if (form === 'link') {
    const path = linkedPath(document.path, text) ?? text;
    return [{ code: 'broken-link', span, message: `There is no file “${path}” in this corpus.`, related: [] }];
  }
  const near = didYouMean(snapshot, text);
  const hint = near[0] ? ` Did you mean “${near[0].text}”?` : '';
  const related = near.map((each) => titlePlace(each.document, `“${each.text}”`));
  return [{ code: 'dangling-reference', span, message: `No document has the title “${text}”.${hint}`, related }];
}

function withoutAnchor({ reference }: Resolved, target: Document, anchor: string): Diagnostic {
  const { form, whole } = reference;
  // Where the fragment ends in a wikilink, the index does not know: what is shown behind it is underlined too.
  const at = form === 'link' ? reference.span : span(reference.span.start, whole.end - 2);
  const message = `“${target.title.text}” has no heading “${anchor}”.`;
  return { code: 'broken-anchor', span: at, message, related: [titlePlace(target, `“${target.title.text}”`)] };
}

/**
 * Several documents with one title. Pages of an ordinary folder often share one (`README`, `Introduction`): between pages it
 * matters only once somebody names the title.
 */
function duplicateTitle(snapshot: Snapshot, document: Document): Diagnostic[] {
  const name = document.names[0]!.key;
  const { definers } = recordOf(snapshot, name);
  if (definers.length < 2) return [];
  const { title, kind } = document;
  const others = definers
    .filter((each) => each.document !== document.id && !each.alias)
    .map((each) => documentOf(snapshot, each.document))
    .filter((each) => each !== undefined)
    .sort(byPath);
  if (others.length === 0) return [];
  const matters = kind !== 'page' || others.some((each) => each.kind !== 'page') || isUsed(recordOf(snapshot, name));
  if (!matters) return [];
  const same = others.every((each) => each.title.text === title.text);
  const message = same
    ? `Another document has the title “${title.text}” too.`
    : `Another document has nearly the same title: they differ in case or punctuation only.`;
  const related = others.map((each) => titlePlace(each, each.title.text));
  return [{ code: 'duplicate-title', span: title.span, message, related, title: title.text }];
}

const titlePlace = (document: Document, message: string): Related => ({
  path: document.path,
  span: document.title.span,
  message,
});
