/**
 * What the graph webview and the extension say to each other. Every message has a `type`; both ends ignore what they
 * do not know.
 */
import {
  type Atlas,
  type AtlasChange,
  type DetailsResult,
  type EdgeSentence,
  type GraphFilter,
  type GraphResult,
  KIND_NUMBERS,
  type NodeKind,
  ROLE_NUMBERS,
} from '../../server/protocol.ts';

/** How a graph is laid out: rings around the focus, inquiries above the notes that they draw on, or the whole corpus. */
export type Arrangement = 'around' | 'lanes' | 'map';

/** A document or missing note that the reader's words mean. */
export interface Hit {
  readonly id: string;
  readonly title: string;
  readonly kind: NodeKind;
}

/** A picture that the reader has given a name to. */
export interface NamedView {
  readonly name: string;
  /** What the page remembers (`Saved`), as it told it. */
  readonly state: unknown;
}

/** Extension to webview. */
export type ToGraph =
  /** Before anything else: what the page remembered last time, here or before a restart, and the views that have names. */
  | {
      readonly type: 'remembered';
      readonly state: unknown;
      readonly views: readonly NamedView[];
      readonly map: boolean;
    }
  /** The views that have names are these now. */
  | { readonly type: 'views'; readonly views: readonly NamedView[] }
  /** Draw this neighbourhood; `pinned` says that it does not follow the active editor. */
  | { readonly type: 'show'; readonly graph: GraphResult; readonly depth: number; readonly pinned: boolean }
  /** Draw the whole corpus, or bring the drawing up to date; stand on `focus`, where that is a node. */
  | {
      readonly type: 'atlas';
      readonly atlas: Atlas | AtlasChange;
      readonly focus: string | null;
      readonly pinned: boolean;
    }
  /** The whole corpus is shown, and the reader goes to this document, or came back to none. */
  | { readonly type: 'stand'; readonly focus: string | null; readonly pinned: boolean }
  /** There is nothing to draw, and why, in words. */
  | { readonly type: 'empty'; readonly message: string }
  /** What was asked for with `details` or `sentences`. */
  | { readonly type: 'details'; readonly id: string; readonly details: DetailsResult | null }
  | { readonly type: 'sentences'; readonly id: string; readonly sentences: readonly EdgeSentence[] }
  /** What was looked for with `find`, the best first. */
  | { readonly type: 'found'; readonly query: string; readonly hits: readonly Hit[] }
  /** What lies one step around a node that is shown: it is to be added to what is drawn. */
  | { readonly type: 'expanded'; readonly id: string; readonly graph: GraphResult }
  /** A line for the page's status: an answer to what the reader did. */
  | { readonly type: 'said'; readonly message: string };

/** Webview to extension. */
export type FromGraph =
  /** The page is up and wants to know what it remembered. */
  | { readonly type: 'ready' }
  /** The page wants its graph, arranged so, and hears of changes from now on. `since`: the number of the atlas that it has. */
  | { readonly type: 'draw'; readonly arrangement: Arrangement; readonly filter: GraphFilter; readonly since?: number }
  /** Walk: make this node the focus. */
  | { readonly type: 'walk'; readonly id: string }
  /** Open the document of this node. */
  | { readonly type: 'open'; readonly id: string; readonly beside: boolean }
  /** Steps from the focus, 1 to 5. */
  | { readonly type: 'depth'; readonly depth: number }
  | { readonly type: 'pin'; readonly pinned: boolean }
  /** Show this node in the graph panel, in the whole corpus. */
  | { readonly type: 'full'; readonly id: string | null }
  /** Keep this over a reload and a restart. */
  | { readonly type: 'remember'; readonly state: unknown }
  /** Give what is seen a name; the extension asks for it. Or forget the view of that name. */
  | { readonly type: 'saveView'; readonly state: unknown }
  | { readonly type: 'forgetView'; readonly name: string }
  | { readonly type: 'details'; readonly id: string }
  | { readonly type: 'sentences'; readonly id: string; readonly others: readonly string[] }
  /** Look for documents of the whole corpus by title. */
  | { readonly type: 'find'; readonly query: string }
  /** Tell what lies one step around this node, wherever the focus is. */
  | { readonly type: 'expand'; readonly id: string }
  /** From the menu of a node. */
  | { readonly type: 'reveal' | 'copyTitle' | 'copyLink' | 'createNote'; readonly id: string }
  /** Keep a picture as a file, whose name the reader is asked for. `data`: the markup of an SVG, or a PNG in base64. */
  | { readonly type: 'export'; readonly format: 'svg' | 'png'; readonly data: string };

/** The longest folder or tag that anybody has. */
const longest = 1000;

/** The filter that a value is; undefined where it is none. Parts that are not there say nothing. */
export function readFilter(value: unknown): GraphFilter | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { kinds: ofKinds, roles: ofRoles, folder, tag, orphans } = value as Readonly<Record<string, unknown>>;
  const isSome = (list: unknown, all: readonly unknown[]): boolean =>
    list === undefined ||
    (Array.isArray(list) && list.length <= all.length && list.every((each) => all.includes(each)));
  const isName = (name: unknown): boolean =>
    name === undefined || (typeof name === 'string' && name !== '' && name.length <= longest);
  const isOrphans = orphans === undefined || orphans === 'shown' || orphans === 'hidden' || orphans === 'alone';
  if (!isSome(ofKinds, KIND_NUMBERS) || !isSome(ofRoles, ROLE_NUMBERS) || !isName(folder) || !isName(tag) || !isOrphans)
    return undefined;
  const parts = Object.entries({ kinds: ofKinds, roles: ofRoles, folder, tag, orphans });
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined)) as GraphFilter;
}
