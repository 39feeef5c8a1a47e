import type { Document } from '../index/document.ts';
import { searchTitles } from '../index/search.ts';
import { searchHeadings } from '../index/searchHeadings.ts';
import type { Snapshot } from '../index/snapshot.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';

/** A name by which a place in the corpus can be found. */
export interface WorkspaceSymbol {
  readonly text: string;
  readonly kind: 'title' | 'alias' | 'heading';
  readonly document: Document;
  /** The heading; for a title and an alias the title. */
  readonly span: Span;
}

/**
 * Titles and aliases that a query means, the best first, and behind them headings that hold all its words, at most `limit`.
 * Titles that only come near it stand behind those headings. An empty query gives the first titles by path.
 */
export function workspaceSymbols(snapshot: Snapshot, query: string, limit = 100): WorkspaceSymbol[] {
  const titles = searchTitles(snapshot, query, limit).map(
    ({ text, alias, document }): WorkspaceSymbol => ({
      text,
      kind: alias ? 'alias' : 'title',
      document,
      span: document.title.span,
    }),
  );
  const wanted = fold(query);
  const areMeant = titles[0] === undefined || wanted.split(' ').every((word) => fold(titles[0]!.text).includes(word));
  if (wanted === '' || (areMeant && titles.length === limit)) return titles;
  const headings = searchHeadings(snapshot, wanted, limit).map(
    (heading): WorkspaceSymbol => ({ ...heading, kind: 'heading' }),
  );
  return (areMeant ? [...titles, ...headings] : [...headings, ...titles]).slice(0, limit);
}
