import type { Document } from '../../index/document.ts';
import { currentText, documentAt, type Snapshot } from '../../index/snapshot.ts';
import { type Span, span } from '../../text/span.ts';
import type { FilePosition } from '../subject.ts';

/** How references are written that are offered. */
export interface CompletionOptions {
  /** In Markdown; the plain layouts write bare titles. */
  readonly form: 'wikilink' | 'link' | 'bare';
  /** Whether titles are offered while their words are typed bare. */
  readonly prose: boolean;
}

/** Where somebody types: the text as it is now, and the line of the cursor. */
export interface Here {
  readonly snapshot: Snapshot;
  readonly document: Document;
  readonly options: CompletionOptions;
  readonly text: string;
  readonly offset: number;
  /** Without its line break. */
  readonly line: Span;
  /** What stands on the line before the cursor, and behind it. */
  readonly left: string;
  readonly right: string;
  /** How often the whole text was read with something else in it, to see what would stand there (`probe.ts`). */
  readonly effort: { probes: number };
}

/** Undefined where there is no such document. */
export function hereAt(
  snapshot: Snapshot,
  { path, offset: wanted }: FilePosition,
  options: CompletionOptions,
): Here | undefined {
  const document = documentAt(snapshot, path);
  const text = document && currentText(snapshot, document);
  // A text that the index does not know yet is asked about again.
  if (!document || text === undefined) return undefined;
  const offset = Math.max(0, Math.min(wanted, text.length));
  let start = offset;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  const [left, right] = [text.slice(start, offset), text.slice(offset, end)];
  return { snapshot, document, options, text, offset, line: span(start, end), left, right, effort: { probes: 0 } };
}

const isBreak = (unit: number): boolean => unit === 10 || unit === 13;
