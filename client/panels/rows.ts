import type { TreeItem, Uri } from 'vscode';

/** What a row stands for: a document, or a title that no document has. */
export interface Named {
  readonly title: string;
  /** Of the document; undefined for a missing note. */
  readonly uri?: Uri;
}

/** One row of a tree: how it looks, and what unfolds below it. */
export interface Row {
  readonly item: TreeItem;
  /** The document that the row opens. */
  readonly opens?: Uri;
  /** What is dragged, copied and opened with the row. */
  readonly names?: Named;
  readonly children?: () => readonly Row[] | Promise<readonly Row[]>;
}

/**
 * Why a tree is empty; the manifest has words for each, and what to do. `corpus`: there is none; `document`: none is open;
 * `foreign`: the open file is none of a corpus; `found`: there is nothing; `filtered`: nothing that the filter leaves.
 */
export type Nothing = 'corpus' | 'document' | 'foreign' | 'found' | 'filtered';

/** What a tree shows: its rows, or `nothing` or `message` for why there are none. */
export interface Answer {
  readonly rows: readonly Row[];
  readonly nothing?: Nothing;
  readonly message?: string;
  /** Shown behind the view's title. */
  readonly description?: string;
  /** Shown at the icon of the view. */
  readonly badge?: { readonly value: number; readonly tooltip: string } | undefined;
  /** Equal for two answers that look the same: the tree is then left as the reader has it. */
  readonly fingerprint: string;
}

/** What the rows stand for that a menu is about: the one that it was opened on, and all that are selected with it. */
export const chosen = (row: Row | undefined, rows: readonly Row[] = []): Named[] =>
  (row && !rows.includes(row) ? [row] : rows).flatMap(({ names }) => names ?? []);

/** The answer of a view that has no rows. */
export const none = (nothing: Nothing): Answer => ({ rows: [], nothing, fingerprint: nothing });
