/**
 * Lanes: inquiries above the notes that they draw on, pages and missing notes in lanes of their own below. Pure, and the same for
 * the same graph: what stays keeps its order.
 */
import type { GraphNode, GraphResult, NodeKind } from '../../../server/protocol.ts';
import { labelGap } from '../labels.ts';
import type { Extent, Place } from './layout.ts';

/** A lane with somebody in it, from its upper edge to its lower one, in layout pixels. */
export interface Band {
  readonly kind: NodeKind;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface LanesInput {
  readonly graph: GraphResult;
  readonly extents: ReadonlyMap<string, Extent>;
  /** Ids in the order in which they stood in lanes before; empty where they did not. */
  readonly before: readonly string[];
  /** Size of the view in pixels. */
  readonly width: number;
  readonly height: number;
}

export interface Lanes {
  readonly places: Map<string, Place>;
  readonly bands: readonly Band[];
  /** All ids, lane by lane. */
  readonly order: readonly string[];
}

/** From the top to the bottom. */
const laneKinds: readonly NodeKind[] = ['inquiry', 'note', 'page', 'missing'];

/** Free room between two labels, under the name of a lane, and between lanes. */
const gap = 16;
const nameRoom = 26;
const between = 26;
const sweeps = 6;

/** How far every other row stands to the side, in columns. */
const stagger = 0.1;

/** Drawn smaller than this, labels of a lane have no room any more. */
export const readable = 0.85;

/** Everything in its lane; the focus is no exception. */
export function lanes({ graph, extents, before, width, height }: LanesInput): Lanes {
  const near = neighbours(graph);
  const lists = ordered(graph.nodes, near, before);
  const cells = lists.map((nodes) => cellOf(nodes, extents));
  const across = widthOf(lists, cells, width, height);
  const places = new Map<string, Place>();
  const bands: Band[] = [];
  let top = 0;
  lists.forEach((nodes, lane) => {
    const cell = cells[lane] as Cell;
    const grid = gridOf(nodes.length, cell, across);
    // Columns are filled one after the other, so that order in the lane is order across the picture.
    const pitch = Math.max(cell.width, across / grid.columns);
    nodes.forEach(({ id }, at) => {
      const [column, row] = [Math.floor(at / grid.rows), at % grid.rows];
      // Labels stand where edges do not run: those of the lane at the top above, the others below.
      const side = lane === 0 && lists.length > 1 ? -1 : 1;
      const above = side < 0 ? cell.height - gap - cell.radius : cell.radius;
      const y = top + nameRoom + row * cell.height + above;
      // In a straight column, edges would run through all that stands between.
      const aside = grid.rows > 2 ? (row % 2 === 0 ? -stagger : stagger) : 0;
      places.set(id, { x: (column + 0.5 + aside - grid.columns / 2) * pitch, y, side });
    });
    const bottom = top + nameRoom + grid.rows * cell.height;
    bands.push({ kind: nodes[0]?.kind ?? 'note', left: -across / 2, right: across / 2, top, bottom });
    top = bottom + between;
  });
  return { places, bands, order: lists.flatMap((nodes) => nodes.map(({ id }) => id)) };
}

/** The room that one node takes in a lane: that of the largest. */
interface Cell {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

function cellOf(nodes: readonly GraphNode[], extents: ReadonlyMap<string, Extent>): Cell {
  const all = nodes.map(({ id }) => extents.get(id) ?? { radius: 7, labelWidth: 0, labelHeight: 0 });
  const radius = Math.max(...all.map((extent) => extent.radius));
  const label = Math.max(...all.map((extent) => extent.labelHeight));
  const width = Math.max(...all.map((extent) => Math.max(extent.labelWidth, 2 * extent.radius)));
  return { radius, width: width + gap, height: 2 * radius + labelGap + label + gap };
}

function gridOf(count: number, cell: Cell, across: number): { rows: number; columns: number } {
  const fit = Math.max(1, Math.floor(across / cell.width + 1e-6));
  const rows = Math.ceil(count / fit);
  return { rows, columns: Math.ceil(count / rows) };
}

/**
 * The width at which the whole picture comes nearest to the shape of the view; where its labels could not be read then, since it is so
 * much larger than the view, one that fits the view from side to side.
 */
function widthOf(
  lists: readonly (readonly GraphNode[])[],
  cells: readonly Cell[],
  width: number,
  height: number,
): number {
  const most = Math.max(1, ...lists.map((nodes) => nodes.length));
  const widest = Math.max(1, ...cells.map((cell) => cell.width));
  const sizeOf = (across: number): number => {
    const heights = lists.map((nodes, lane) => {
      const cell = cells[lane] as Cell;
      return nameRoom + gridOf(nodes.length, cell, across).rows * cell.height + between;
    });
    const total = heights.reduce((sum, each) => sum + each, 0);
    return Math.max(across / Math.max(1, width), total / Math.max(1, height));
  };
  const widths = Array.from({ length: most }, (_, at) => (at + 1) * widest);
  const sizes = widths.map(sizeOf);
  const least = Math.min(...sizes);
  if (least > 1 / readable) return Math.max(1, Math.min(most, Math.floor(width / readable / widest))) * widest;
  return widths[sizes.findIndex((size) => size <= least + 1e-6)] ?? widest;
}

type Near = ReadonlyMap<string, ReadonlySet<string>>;

function neighbours({ nodes, edges }: GraphResult): Near {
  const near = new Map(nodes.map(({ id }) => [id, new Set<string>()]));
  for (const { source, target } of edges) {
    near.get(source)?.add(target);
    near.get(target)?.add(source);
  }
  return near;
}

/**
 * The lanes that have somebody, each in an order in which edges cross little: every node stands where its neighbours stand on
 * average, over a few sweeps down and up (the barycentre method of Sugiyama, Tagawa and Toda).
 */
function ordered(nodes: readonly GraphNode[], near: Near, before: readonly string[]): GraphNode[][] {
  const rank = new Map(before.map((id, at) => [id, at]));
  const first = [...nodes].sort((a, b) => a.distance - b.distance || b.uses - a.uses || (a.id < b.id ? -1 : 1));
  let lists = laneKinds.map((kind) => first.filter((node) => node.kind === kind)).filter((list) => list.length > 0);
  lists = lists.map((list) => {
    const stayed = list.filter(({ id }) => rank.has(id)).sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
    return [...stayed, ...list.filter(({ id }) => !rank.has(id))];
  });
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const way = sweep % 2 === 0 ? lists.keys() : [...lists.keys()].reverse();
    for (const lane of way) {
      const shares = sharesOf(lists);
      lists = lists.map((list, at) => (at === lane ? settled(list, near, shares, rank) : list));
    }
  }
  return lists;
}

/** Where each node stands in its lane, from 0 at the left to 1 at the right. */
function sharesOf(lists: readonly (readonly GraphNode[])[]): Map<string, number> {
  return new Map(lists.flatMap((list) => list.map(({ id }, at) => [id, (at + 0.5) / list.length] as const)));
}

/** A lane by where its nodes' neighbours stand. Those that stood in lanes before keep their order, and newcomers go between them. */
function settled(
  list: readonly GraphNode[],
  near: Near,
  shares: ReadonlyMap<string, number>,
  rank: ReadonlyMap<string, number>,
): GraphNode[] {
  const wish = new Map(
    list.map(({ id }) => {
      const others = [...(near.get(id) ?? [])].map((other) => shares.get(other) ?? 0.5);
      const own = shares.get(id) ?? 0.5;
      return [id, others.length === 0 ? own : others.reduce((sum, each) => sum + each, 0) / others.length];
    }),
  );
  const place = (node: GraphNode): number => wish.get(node.id) ?? 0.5;
  const stayed = list.filter(({ id }) => rank.has(id));
  const free = stable(
    list.filter(({ id }) => !rank.has(id)),
    place,
  );
  if (stayed.length === 0) return free;
  const result = [...stayed];
  for (const node of free) {
    const at = result.findIndex((other) => (shares.get(other.id) ?? 0) > place(node));
    result.splice(at < 0 ? result.length : at, 0, node);
  }
  return result;
}

function stable(list: readonly GraphNode[], place: (node: GraphNode) => number): GraphNode[] {
  const was = new Map(list.map((node, at) => [node, at]));
  return [...list].sort((a, b) => place(a) - place(b) || (was.get(a) ?? 0) - (was.get(b) ?? 0));
}
