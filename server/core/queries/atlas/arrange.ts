import { grouped } from './groups.ts';
import { type Places, placed } from './places.ts';
import { type Tree, treeOf } from './tree.ts';
import { webOf } from './web.ts';

/** A graph to be arranged: columns, which go to another thread as they are. */
export interface ToArrange {
  /** Of nodes, in units of the map. */
  readonly radii: Float32Array;
  /** A number for each node: those of one folder have the same. */
  readonly folders: Uint32Array;
  /** Of edges; several may lead from one node to another. */
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly counts: Uint16Array;
  /** Where nodes stood before, NaN for those that stood nowhere: they stay there roughly. */
  readonly before?: Pick<Places, 'x' | 'y'>;
}

/** Where everything stands. */
export interface Arrangement extends Places {
  /** The parent of each group, -1 for the first, which holds all. A parent comes before its groups. */
  readonly parents: Int32Array;
  /** The innermost group of each node. */
  readonly groupOf: Uint32Array;
}

/**
 * Arranges a whole graph: communities in communities, each a disc, and nodes in them. Whoever has other work does it between two
 * steps; the longest of them, the search for communities among all nodes, cannot be cut. The same graph is arranged alike.
 */
export function* arrange({
  radii,
  folders,
  sources,
  targets,
  counts,
  before,
}: ToArrange): Generator<void, Arrangement> {
  const web = webOf(radii.length, sources, targets, counts);
  yield;
  const tree: Tree = treeOf(yield* grouped(web, folders), radii.length);
  yield;
  const places = yield* placed(web, tree, radii, before);
  return { ...places, parents: tree.parents, groupOf: tree.groupOf };
}
