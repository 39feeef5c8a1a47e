/**
 * What the graph webview and the extension say to each other. Every message has a `type`; both ends ignore what they
 * do not know.
 */
import type { GraphResult } from '../../server/protocol.ts';

/** Extension to webview. */
export type ToGraph =
  /** Draw this; `pinned` says that it does not follow the active editor. */
  | { readonly type: 'show'; readonly graph: GraphResult; readonly depth: number; readonly pinned: boolean }
  /** There is nothing to draw, and why, in words. */
  | { readonly type: 'empty'; readonly message: string };

/** Webview to extension. */
export type FromGraph =
  /** The page is up and wants its graph. */
  | { readonly type: 'ready' }
  /** Walk: make this node the focus. */
  | { readonly type: 'walk'; readonly id: string }
  /** Open the document of this node. */
  | { readonly type: 'open'; readonly id: string; readonly beside: boolean }
  /** Steps from the focus, 1 to 5. */
  | { readonly type: 'depth'; readonly depth: number }
  | { readonly type: 'pin'; readonly pinned: boolean };
