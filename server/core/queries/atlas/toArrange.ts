import type { Before, ToArrange } from './arrange.ts';
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

/** So many nodes are looked at in a step. */
const STEP = 512;

/** In steps. @param nodes whose edges are wanted, by their sources; all, where it is not said */
export function* edgeColumns({ rows }: GraphColumns, nodes?: ArrayLike<number>): Generator<void, EdgeColumns> {
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
    if (index % STEP === 0) yield;
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
 * What `arrange` wants to know of the columns; in steps.
 *
 * @param radiusOf the radius of a node in units of the map, by how many others name it
 */
export function* toArrange(
  columns: GraphColumns,
  radiusOf: (uses: number) => number,
  before?: Before,
): Generator<void, ToArrange> {
  const { sources, targets, counts } = yield* edgeColumns(columns);
  const radii = Float32Array.from(columns.uses, radiusOf);
  return { radii, folders: yield* foldersIn(columns), sources, targets, counts, ...(before && { before }) };
}

/** A number for each folder, in the order of their paths; missing notes are in one behind all others. */
function* foldersIn({ nodes }: GraphColumns): Generator<void, Uint32Array> {
  const all = new Map<string, number>();
  const folders = new Uint32Array(nodes.length).fill(NO_FOLDER);
  for (const [number, node] of nodes.entries()) {
    if (number % STEP === 0) yield;
    if (!node || node.name >= 0) continue;
    const folder = node.id.slice(0, node.id.lastIndexOf('/') + 1);
    folders[number] = all.get(folder) ?? all.size;
    all.set(folder, folders[number]!);
  }
  const sorted = [...all.keys()].sort();
  const numbers = new Uint32Array(all.size);
  for (const [number, folder] of sorted.entries()) numbers[all.get(folder)!] = number;
  return folders.map((folder) => numbers[folder] ?? folder);
}

const NO_FOLDER = 0xffff_ffff;
