import type { Arrangement, ToArrange } from './arrange.ts';
import type { GraphColumns } from './columns.ts';
import { EDGE } from './edgeRow.ts';

/** Edges in columns: one for each source, target and role. */
export interface EdgeColumns {
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly roles: Uint8Array;
  readonly counts: Uint16Array;
}

/** How often is told up to this. */
const MOST_COUNTED = 0xffff;

/** @param nodes whose edges are wanted, by their sources; all, where it is not said */
export function edgeColumns({ rows }: GraphColumns, nodes?: ArrayLike<number>): EdgeColumns {
  const sources = nodes ?? rows.map((_, number) => number);
  let length = 0;
  for (let at = 0; at < sources.length; at++) length += rows[sources[at]!]!.length / EDGE;
  const columns = {
    sources: new Uint32Array(length),
    targets: new Uint32Array(length),
    roles: new Uint8Array(length),
    counts: new Uint16Array(length),
  };
  let edge = 0;
  for (let index = 0; index < sources.length; index++) {
    const row = rows[sources[index]!]!;
    for (let at = 0; at < row.length; at += EDGE, edge++) {
      columns.sources[edge] = sources[index]!;
      columns.targets[edge] = row[at]!;
      columns.roles[edge] = row[at + 1]!;
      columns.counts[edge] = Math.min(MOST_COUNTED, row[at + 2]!);
    }
  }
  return columns;
}

/**
 * What `arrange` wants to know of the columns.
 *
 * @param radiusOf the radius of a node in units of the map, by how many others name it
 */
export function toArrange(
  columns: GraphColumns,
  radiusOf: (uses: number) => number,
  before?: Pick<Arrangement, 'x' | 'y'>,
): ToArrange {
  const { sources, targets, counts } = edgeColumns(columns);
  const radii = Float32Array.from(columns.uses, radiusOf);
  return { radii, folders: foldersIn(columns), sources, targets, counts, ...(before && { before }) };
}

/** A number for each folder, in the order of their paths; missing notes are in one behind all others. */
function foldersIn({ nodes }: GraphColumns): Uint32Array {
  const folderOf = nodes.map((node) => (node && node.name < 0 ? node.id.slice(0, node.id.lastIndexOf('/') + 1) : null));
  const all = [...new Set(folderOf.filter((each) => each !== null))].sort();
  const numbers = new Map(all.map((folder, number) => [folder, number]));
  return Uint32Array.from(folderOf, (folder) => (folder === null ? all.length : numbers.get(folder)!));
}
