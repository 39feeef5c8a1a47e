/**
 * Where nodes start: the same graph starts, and so ends, in the same picture on every machine. Pure.
 */
import type { GraphResult } from '../../../server/protocol.ts';
import type { Point } from '../point.ts';

/** A number from 0 up to 1 that depends on nothing but the text (FNV-1a, 32 bit). */
export function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  // FNV mixes its last characters poorly into the high bits, and ids differ in their last characters ("…-01", "…-02").
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 12)) >>> 0) / 2 ** 32;
}

/** The simulation's dice: the same throws every time (linear congruential, Numerical Recipes). */
export function dice(): () => number {
  let state = 42;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * A start for every node: a tree of steps from the focus, each branch with an angle as wide as its leaves are many, and
 * each node on the ring of its distance. So neighbours of one note start together, and branches do not start crossed.
 * Without a focus: a spiral.
 *
 * @param rings how far from the focus each node belongs, in layout pixels
 */
export function starts(graph: GraphResult, rings: ReadonlyMap<string, number>): Map<string, Point> {
  const places = new Map<string, Point>();
  const children = tree(graph);
  const leaves = new Map<string, number>();
  const count = (id: string): number => {
    const sum = (children.get(id) ?? []).reduce((total, child) => total + count(child), 0);
    leaves.set(id, Math.max(1, sum));
    return Math.max(1, sum);
  };
  const spread = (id: string, from: number, to: number): void => {
    const angle = (from + to) / 2;
    const radius = rings.get(id) ?? 0;
    places.set(id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
    let start = from;
    for (const child of children.get(id) ?? []) {
      const share = ((to - from) * (leaves.get(child) ?? 1)) / (leaves.get(id) ?? 1);
      spread(child, start, start + share);
      start += share;
    }
  };
  if (graph.focus !== null) {
    count(graph.focus);
    spread(graph.focus, -Math.PI, Math.PI);
  }
  const rest = graph.nodes.filter((node) => !places.has(node.id)).sort((a, b) => fraction(a.id) - fraction(b.id));
  rest.forEach(({ id }, index) => {
    const radius = 60 * Math.sqrt(index + 0.5);
    places.set(id, { x: radius * Math.cos(index * 2.4), y: radius * Math.sin(index * 2.4) });
  });
  return places;
}

/** Every node under one neighbour that is a step nearer; siblings that name each other side by side. */
export function tree(graph: GraphResult): Map<string, readonly string[]> {
  const distances = new Map(graph.nodes.map((node) => [node.id, node.distance]));
  const touching = new Map<string, Set<string>>(graph.nodes.map((node) => [node.id, new Set()]));
  for (const { source, target } of graph.edges) {
    touching.get(source)?.add(target);
    touching.get(target)?.add(source);
  }
  const children = new Map<string, string[]>();
  for (const { id, distance } of [...graph.nodes].sort((a, b) => fraction(a.id) - fraction(b.id))) {
    const nearer = [...(touching.get(id) ?? [])].filter((other) => distances.get(other) === distance - 1);
    const parent = nearer.sort((a, b) => fraction(a) - fraction(b))[0];
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  return new Map([...children].map(([id, siblings]) => [id, chained(siblings, touching)]));
}

/** Siblings in an order that puts each beside one it touches, where there is one. */
function chained(siblings: readonly string[], touching: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const left = [...siblings];
  const order: string[] = [];
  while (left.length > 0) {
    const last = order.at(-1);
    const next = last === undefined ? -1 : left.findIndex((id) => touching.get(last)?.has(id));
    order.push(...left.splice(Math.max(0, next), 1));
  }
  return order;
}
