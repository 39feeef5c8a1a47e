import type { GraphColumns } from './columns.ts';
import { eachTarget } from './edgeRow.ts';
import { crowdedGround, freeGround } from './freeGround.ts';
import { MOST } from './groups.ts';
import { innermost, type Standing } from './standing.ts';

/** The part of all nodes that may come before all is to be arranged anew; and how many may in any case. */
const MANY = 0.2;
const SOME = 24;

/** So often those that came together are gone through: each time some find a neighbour that stands. */
const ROUNDS = 20;

/**
 * Gives nodes that came a place: in the group in which most of their neighbours stand, next to these, on free ground; those that
 * have none where their folder is. All others stay where they are. Answers whether all should be arranged anew.
 *
 * @param radiusOf the radius of a node by how many others name it
 */
export function* moveOn(
  columns: GraphColumns,
  standing: Standing,
  radiusOf: (uses: number) => number,
): Generator<void, boolean> {
  const { nodes, uses } = columns;
  const { x, y, groupOf } = standing;
  for (let node = x.length; node < nodes.length; node++) {
    x.push(Number.NaN);
    y.push(Number.NaN);
    groupOf.push(0);
  }
  const stands = (node: number): boolean => !Number.isNaN(x[node]!);
  const fresh = new Set<number>();
  for (const [node, told] of nodes.entries()) if (told && !stands(node)) fresh.add(node);
  const since = standing.step;
  standing.step = columns.step;
  if (fresh.size === 0) return false;
  const beside = neighboursOf(columns, fresh, since);
  yield;
  const inside = membersIn(columns, standing);
  // Where so many come at once, all will be arranged anew: until then they may stand over each other.
  const isFlood = fresh.size > mostOf(columns);
  const place = (node: number, group: number, wished: { x: number; y: number }): void => {
    const radius = radiusOf(uses[node]!);
    const found = isFlood
      ? crowdedGround(standing, group, wished, radius)
      : freeGround(columns, standing, inside, group, wished, radius, radiusOf);
    standing.isCrowded ||= !found.isFree;
    [x[node], y[node], groupOf[node]] = [found.x, found.y, found.group];
    inside.get(found.group)!.push(node);
    standing.arrived++;
    standing.strangers++;
    fresh.delete(node);
  };
  yield;
  let isDone = false;
  for (let round = 0; round < ROUNDS && !isDone; round++) {
    isDone = true;
    // Those that came together may know only each other: one after the other finds a neighbour that stands.
    for (const node of [...fresh]) {
      const around = [...beside.get(node)!].filter(([other]) => stands(other));
      if (around.length === 0) continue;
      const group = heaviest(around.map(([other, weight]) => [groupOf[other]!, weight]));
      const near = around.filter(([other]) => groupOf[other] === group);
      place(node, group, middleOf(standing, near));
      isDone = false;
      yield;
    }
  }
  const ofFolder = groupsOfFolders(columns, standing);
  for (const node of fresh) {
    const group = ofFolder.get(folderOf(nodes[node]!.id)) ?? innermost(standing.groups)[0]!;
    place(node, group, { x: standing.groups.groupX[group]!, y: standing.groups.groupY[group]! });
    yield;
  }
  return isOutgrown(columns, standing, inside);
}

const mostOf = ({ size }: GraphColumns): number => Math.max(SOME, MANY * size);

function isOutgrown(
  columns: GraphColumns,
  { arrived, isCrowded }: Standing,
  inside: ReadonlyMap<number, readonly number[]>,
): boolean {
  if (isCrowded || arrived > mostOf(columns)) return true;
  for (const members of inside.values()) if (members.length > 1.5 * MOST) return true;
  return false;
}

/** What is named by, and what names, each of some nodes that came after a step, and how often. */
function neighboursOf(
  { rows, rewritten }: GraphColumns,
  nodes: ReadonlySet<number>,
  since: number,
): Map<number, Map<number, number>> {
  const beside = new Map(Array.from(nodes, (node) => [node, new Map<number, number>()]));
  const add = (node: number, other: number): void => {
    const around = beside.get(node);
    if (around && node !== other) around.set(other, (around.get(other) ?? 0) + 1);
  };
  for (const [source, row] of rows.entries()) {
    if (rewritten[source]! <= since) continue;
    eachTarget(row, (target) => {
      add(source, target);
      add(target, source);
    });
  }
  return beside;
}

function membersIn({ nodes }: GraphColumns, standing: Standing): Map<number, number[]> {
  const inside = new Map(innermost(standing.groups).map((group): [number, number[]] => [group, []]));
  for (const [node, group] of standing.groupOf.entries())
    if (nodes[node] && !Number.isNaN(standing.x[node]!)) inside.get(group)?.push(node);
  return inside;
}

/** Of equals the first that was met. */
function heaviest(pairs: readonly (readonly [number, number])[]): number {
  const weights = new Map<number, number>();
  for (const [key, weight] of pairs) weights.set(key, (weights.get(key) ?? 0) + weight);
  return [...weights].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

function middleOf(
  { x, y }: Standing,
  near: readonly (readonly [node: number, weight: number])[],
): { x: number; y: number } {
  const weight = near.reduce((sum, [, each]) => sum + each, 0);
  const mean = (column: readonly number[]): number =>
    near.reduce((sum, [node, each]) => sum + column[node]! * each, 0) / weight;
  return { x: mean(x), y: mean(y) };
}

const folderOf = (id: string): string => id.slice(0, id.lastIndexOf('/') + 1);

/** Where the documents of each folder stand: best those that have to do with nobody. */
function groupsOfFolders({ nodes, rows, uses }: GraphColumns, { x, groupOf }: Standing): Map<string, number> {
  const groups = new Map<string, number>();
  const alone = new Set<string>();
  for (const [node, told] of nodes.entries()) {
    if (!told || told.name >= 0 || Number.isNaN(x[node]!)) continue;
    const folder = folderOf(told.id);
    const isAlone = uses[node] === 0 && rows[node]!.length === 0;
    if (groups.has(folder) && (!isAlone || alone.has(folder))) continue;
    groups.set(folder, groupOf[node]!);
    if (isAlone) alone.add(folder);
  }
  return groups;
}
