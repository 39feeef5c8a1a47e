import type { Atlas, Column } from './atlas.ts';

/**
 * What is written into a graph page that stands alone (`note-corpus graph --format html`): all that the page shows, and all
 * that it can say. There is one graph in it, in columns; the rest goes by the numbers of its nodes and edges.
 */
export interface GraphPage {
  /** What the corpus' folder is called. */
  readonly corpus: string;
  readonly atlas: Atlas;
  /** Id of the node to stand on first, and how many steps are shown around it. */
  readonly focus: string | null;
  readonly depth: number;
  /** One or two sentences on each node, by number; `null` where they would be too many. */
  readonly descriptions: readonly (string | null)[] | null;
  /** What documents say of those that they name among their related concepts. */
  readonly relations: {
    /** u32: numbers of edges, ascending. The other lists are as long. */
    readonly edges: Column;
    readonly sentences: readonly string[];
    readonly types: readonly (string | null)[];
  };
  /** The sentences around links; `null` where they would be too much. */
  readonly sentences: {
    /** u32: numbers of edges, ascending. The other lists are as long. */
    readonly edges: Column;
    readonly texts: readonly string[];
    /** u32: where the reference stands in each, in UTF-16 offsets: two numbers for each. */
    readonly highlights: Column;
  } | null;
}
