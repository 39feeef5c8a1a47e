import type { Typed } from '../../index/typed.ts';
import type { Kind } from '../../syntax/summary.ts';
import type { Span } from '../../text/span.ts';

/** What is offered to somebody who types. */
export interface Completion {
  /** The best first. */
  readonly items: readonly CompletionItem[];
  /** Whether other ones may come with the next letter. */
  readonly isIncomplete: boolean;
}

export interface CompletionItem {
  readonly label: string;
  readonly what: Kind | 'missing' | 'heading' | 'file';
  /** Whether the label is an alias of the document. */
  readonly alias: boolean;
  /** What it takes the place of: on one line, around the cursor. */
  readonly replaces: Span;
  readonly insert: string;
  /** The document's path, or that of a file. */
  readonly path?: string;
}

/** So many are offered. */
export const MOST = 50;

export const NOTHING: Completion = { items: [], isIncomplete: false };

/** The item of a title, without what it inserts. */
export function itemOf(typed: Typed): Pick<CompletionItem, 'label' | 'what' | 'alias' | 'path'> {
  if (!('document' in typed)) return { label: typed.text, what: 'missing', alias: false };
  const { text, alias, document } = typed;
  return { label: text, what: document.kind, alias, path: document.path };
}

/** So many as are offered; more may always come, since what is typed next may be part of other titles. */
export const offered = (items: readonly CompletionItem[]): Completion => ({
  items: items.slice(0, MOST),
  isIncomplete: true,
});
