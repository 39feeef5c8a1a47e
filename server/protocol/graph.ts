import type { NodeKind, SectionRole } from '../protocol.ts';

// What the graph is drawn from.

/** The neighbourhood of a document or a missing note, or the whole corpus where neither is given. */
export const graphRequest = 'noteCorpus/graph';
export interface GraphParams {
  /** Any uri in the corpus in question: of the focused document, or of the corpus folder. */
  readonly uri: string;
  /** Id of the node to stand on (`GraphNode.id`); without it, the document at `uri`. */
  readonly focus?: string;
  /** Steps from the focus, 1 to 5 (default 1). */
  readonly depth?: number;
  /** At most so many nodes, nearest and most connected first (default 200). */
  readonly limit?: number;
  /** What is left in. The focus always is. */
  readonly filter?: GraphFilter;
}

/** What of a graph is shown. Every part that is given must hold; without any, all is. */
export interface GraphFilter {
  /** Only nodes of these kinds. */
  readonly kinds?: readonly NodeKind[];
  /** Only edges in these roles; a walk goes along them alone. */
  readonly roles?: readonly SectionRole[];
  /** Only documents in this folder or below it: a path in the corpus, without a slash at the end. Missing notes stay. */
  readonly folder?: string;
  /** Only documents with this tag, without `#`; one with `a/b` has `a` too. Missing notes stay. */
  readonly tag?: string;
  /** Whether nodes without an edge that is left in are shown. A neighbourhood has none. */
  readonly orphans?: 'shown' | 'hidden' | 'alone';
}
export interface GraphResult {
  /** The focused node's id, or `null` where nothing is focused. */
  readonly focus: string | null;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** How many nodes were left out by `limit`. */
  readonly omitted: number;
}
export interface GraphNode {
  /** Stable while the title or path lives: a document's path in the corpus, or `missing:` and the title. */
  readonly id: string;
  readonly title: string;
  readonly kind: NodeKind;
  /** The document's uri; `null` for a missing note. */
  readonly uri: string | null;
  /** Steps from the focus: 0 is the focus itself. Without a focus 1. */
  readonly distance: number;
  /** In how many documents of the corpus it is named. */
  readonly uses: number;
  /** Of the document, without `#`, in its order. */
  readonly tags: readonly string[];
}
export interface GraphEdge {
  /** Ids of the nodes: `source` names `target`. */
  readonly source: string;
  readonly target: string;
  readonly role: SectionRole;
  /** The sentence that a note gives for a related concept. */
  readonly relation: string | null;
  /** Its leading word, or two, before a colon, in lower case: `grounds`. */
  readonly type: string | null;
  /** How often, in this role. */
  readonly count: number;
}
