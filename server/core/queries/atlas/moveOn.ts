import type { GraphColumns } from './columns.ts';
import { eachTarget } from './edgeRow.ts';
import { freeGround } from './freeGround.ts';
import { MOST } from './groups.ts';
import { innermost, type Standing } from './standing.ts';

/** The part of all nodes that may come before all is to be arranged anew; and how many may in any case. */
const MANY = 0.2;
const SOME = 24;

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
  const place = (node: number, group: number, wished: { x: number; y: number }): void => {
    const found = freeGround(columns, standing, inside, group, wished, radiusOf(uses[node]!), radiusOf);
    standing.isCrowded ||= !found.isFree;
    [x[node], y[node], groupOf[node]] = [found.x, found.y, found.group];
    inside.get(found.group)!.push(node);
    standing.arrived++;
    standing.strangers++;
    fresh.delete(node);
  };
  yield;
  for (let isDone = false; !isDone; ) {
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
  for (const node of fresh) {
    const group = ofFolder(columns, standing, node);
    place(node, group, { x: standing.groups.groupX[group]!, y: standing.groups.groupY[group]! });
    yield;
  }
  return isOutgrown(columns, standing, inside);
}

function isOutgrown(
  columns: GraphColumns,
  { arrived, isCrowded }: Standing,
  inside: ReadonlyMap<number, readonly number[]>,
): boolean {
  if (isCrowded || arrived > Math.max(SOME, MANY * columns.size)) return true;
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

/** Where others of the folder stand: best those that have to do with nobody either. */
function ofFolder({ nodes, rows, uses }: GraphColumns, standing: Standing, node: number): number {
  const folderOf = (id: string): string => id.slice(0, id.lastIndexOf('/') + 1);
  const folder = folderOf(nodes[node]!.id);
  let found: number | undefined;
  for (const [other, told] of nodes.entries()) {
    if (!told || told.name >= 0 || other === node || Number.isNaN(standing.x[other]!)) continue;
    if (folderOf(told.id) !== folder) continue;
    if (uses[other] === 0 && rows[other]!.length === 0) return standing.groupOf[other]!;
    found ??= standing.groupOf[other]!;
  }
  return found ?? innermost(standing.groups)[0]!;
}
