import { grouped, regrouped } from './groups.ts';
import { type Places, placed } from './places.ts';
import { treeOf } from './tree.ts';
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
  readonly before?: Before;
}

/** How it was arranged before: what stood somewhere stays there roughly. */
export interface Before extends Pick<Places, 'x' | 'y'> {
  /** The groups that there were, and of each node the innermost one; without them all are grouped anew. */
  readonly parents?: Int32Array;
  readonly groupOf?: Uint32Array;
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
  const { parents, groupOf } = before ?? {};
  const root = parents && groupOf ? yield* regrouped(web, folders, parents, groupOf) : yield* grouped(web, folders);
  const tree = treeOf(root, radii.length);
  yield;
  const places = yield* placed(web, tree, radii, before);
  return { ...places, parents: tree.parents, groupOf: tree.groupOf };
}
