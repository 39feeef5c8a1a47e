import { type Memento, Uri } from 'vscode';
import { pathIn } from '../documents.ts';
import { isDepth } from './fromPage.ts';

/** Where a graph stands: what it shows, as far as that survives a reload of the window. */
export interface Stand {
  /** Any uri in the corpus: of the document it stands on, or of the corpus folder. */
  readonly uri?: string;
  /** The node it has walked to. */
  readonly focus?: string;
  /** Steps from the focus, where the reader has chosen; the setting otherwise. */
  readonly depth?: number;
  readonly pinned: boolean;
}

/** What was remembered under `key`; anything that is not of its shape is forgotten. */
export function recall(memory: Memento, key: string): Stand {
  const { uri, focus, depth, pinned } = memory.get<Partial<Record<keyof Stand, unknown>>>(key) ?? {};
  return {
    ...(typeof uri === 'string' && { uri }),
    ...(typeof focus === 'string' && { focus }),
    ...(isDepth(depth) && { depth }),
    pinned: pinned === true,
  };
}

/** Whether two stands show the same. */
export function sameStand(a: Stand, b: Stand): boolean {
  return a.uri === b.uri && a.focus === b.focus && a.depth === b.depth && a.pinned === b.pinned;
}

/** The id of the node that one stands on: the one walked to, or that of the document in its corpus. */
export function focusOf({ focus, uri }: Stand, folder: string | undefined): string | null {
  if (focus !== undefined || uri === undefined || folder === undefined) return focus ?? null;
  return pathIn(Uri.parse(folder), Uri.parse(uri)) ?? null;
}
