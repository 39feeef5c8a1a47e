import { documentAt, type Snapshot } from '../index/snapshot.ts';
import { type Span, span } from '../text/span.ts';
import { isUsed } from './uses.ts';

/**
 * Where to say over a document who uses it: at its title, or at its begin where the title is the file's name. Nothing where
 * nobody does. How many they are is counted when it is to be shown (`usesOf`).
 */
export function codeLenses(snapshot: Snapshot, path: string): Span[] {
  const document = documentAt(snapshot, path);
  if (!document || !isUsed(snapshot, document)) return [];
  const { start, end } = document.title.span;
  // A lens stands over one line, and a title may go on in the next (LSP 3.17, "Code Lens Request").
  const isWrapped = document.lines.some((line) => start < line && line <= end);
  return [span(start, isWrapped ? start : end)];
}
