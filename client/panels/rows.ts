import type { TreeItem, Uri } from 'vscode';

/** One row of a tree: how it looks, and what unfolds below it. */
export interface Row {
  readonly item: TreeItem;
  /** The document that the row opens. */
  readonly opens?: Uri;
  readonly children?: () => readonly Row[] | Promise<readonly Row[]>;
}

/** What a tree shows: its rows, or `message` for why there are none. */
export interface Answer {
  readonly rows: readonly Row[];
  readonly message?: string;
  /** Shown behind the view's title. */
  readonly description?: string;
  /** Equal for two answers that look the same: the tree is then left as the reader has it. */
  readonly fingerprint: string;
}
