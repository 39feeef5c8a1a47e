/**
 * What the corpus page and the extension say to each other. Every message has a `type`; both ends ignore what they do not
 * know.
 */
import type { CorpusStats } from '../../server/protocol.ts';

/** A corpus with the name that VS Code shows for its folder. */
export interface NamedStats {
  readonly name: string;
  readonly stats: CorpusStats;
}

/** Extension to webview. */
export type ToCorpusPage =
  | { readonly type: 'show'; readonly corpora: readonly NamedStats[] }
  /** There is nothing to show, and why, in words. */
  | { readonly type: 'empty'; readonly message: string };

/** Webview to extension. Documents and titles are named as they were sent; the extension looks them up there. */
export type FromCorpusPage =
  /** The page is up and wants its numbers. */
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly uri: string; readonly beside: boolean }
  /** Show where a missing note is named, or make it. */
  | { readonly type: 'graph' | 'create'; readonly corpus: string; readonly title: string }
  /** Longer lists. */
  | { readonly type: 'more' };
