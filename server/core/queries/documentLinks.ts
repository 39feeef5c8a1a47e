import type { Document } from '../index/document.ts';
import { pathNamed } from '../index/files.ts';
import { linkedPath } from '../index/paths.ts';
import { resolvedReferencesOf } from '../index/references.ts';
import { isEmbedded, resolve } from '../index/resolve.ts';
import { currentText, documentAt, type Snapshot } from '../index/snapshot.ts';
import { summaryOf } from '../index/summaries.ts';
import { type Citation, citationsIn } from '../syntax/citations.ts';
import { SpanIndex } from '../syntax/spanIndex.ts';
import type { Span } from '../text/span.ts';
import { type NavTarget, navTarget } from './definition.ts';

/** A place that leads to one document, to another file of the corpus (its path), or out of it (an address with `https:`). */
export type DocumentLink = { readonly span: Span } & (
  | { readonly target: NavTarget }
  | { readonly file: string }
  | { readonly url: string }
);

/** All that can be followed from a document, in text order, without overlap. */
export function documentLinks(snapshot: Snapshot, path: string): DocumentLink[] {
  const document = documentAt(snapshot, path);
  if (!document) return [];
  const resolved = resolvedReferencesOf(snapshot, document);
  const links: DocumentLink[] = resolved.flatMap(({ reference, resolution }) =>
    resolution.status === 'resolved'
      ? [{ span: reference.span, target: navTarget(snapshot, resolution.target, reference.fragment) }]
      : [],
  );
  const files = filesOf(snapshot, document);
  // Also where a title leads nowhere: what is in it is a part of the title.
  const taken = [...resolved.map(({ reference }) => reference.whole), ...files.map(({ whole }) => whole)];
  const index = new SpanIndex(taken, (each) => each);
  const cited = citationsOf(snapshot, document).filter((each) => index.overlapping(each).length === 0);
  for (const { span, file } of files) links.push({ span, file });
  for (const { start, end, url } of cited) links.push({ span: { start, end }, url });
  return links.sort((a, b) => a.span.start - b.span.start);
}

/** Links and embeds of files that are no documents: `![oven](oven.png)`, `![[oven.png]]`. */
function filesOf(snapshot: Snapshot, document: Document): { span: Span; whole: Span; file: string }[] {
  const found: { span: Span; whole: Span; file: string }[] = [];
  for (let at = 0; at < document.writtenCount; at++) {
    const name = document.writtenName(at);
    if (name < 0) continue;
    const { form, span, whole, text } = document.written(at);
    let file: string | undefined;
    if (form === 'link') file = linkedPath(document.path, text);
    else if (form === 'wikilink' && isEmbedded(snapshot, text)) {
      if (resolve(snapshot, { form, name, text }).status === 'dangling') file = pathNamed(snapshot.files, text);
    }
    if (file !== undefined && snapshot.files.has(file) && !documentAt(snapshot, file))
      found.push({ span, whole, file });
  }
  return found;
}

/**
 * Papers and addresses that the text cites, wherever they stand. Addresses only in the plain layouts: in Markdown they have
 * marks of their own, which every editor of Markdown knows.
 */
function citationsOf(snapshot: Snapshot, document: Document): Citation[] {
  const text = currentText(snapshot, document);
  const summary = summaryOf(snapshot, document);
  if (text === undefined || !summary) return [];
  const papers = summary.sections.filter(({ role }) => role === 'papers' || role === 'prompt');
  const found = citationsIn(
    text,
    papers.map(({ whole }) => whole),
  );
  return summary.layout === 'markdown' ? found.filter((each) => !text.startsWith('http', each.start)) : found;
}
