import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Box, overlap } from '../../media/graph/labels.ts';
import { layout, type Place, settling } from '../../media/graph/near/layout.ts';
import { boxes } from '../../media/graph/near/view.ts';
import type { Point } from '../../media/graph/point.ts';
import type { GraphResult } from '../../server/protocol.ts';
import { graph, roomy, star } from './graphs.ts';

const family = graph('A', 'A → B → B1, B → B2, A → C → C1, C → C2, A → D, C → D, B1 → C2');

function lay(drawn: GraphResult, previous: ReadonlyMap<string, Point> = new Map(), aspect = 1.5) {
  return layout({ graph: drawn, extents: roomy(drawn), previous, aspect });
}

/** The boxes that shape and label take together, by id. */
function rooms(drawn: GraphResult, places: ReadonlyMap<string, Place>): [id: string, box: Box][] {
  const extents = roomy(drawn);
  return [...places].map(([id, place]) => {
    const { shape, label } = boxes({ ...place, nudge: 0 }, extents.get(id)!, 1);
    const [top, bottom] = [Math.min(shape.top, label.top), Math.max(shape.bottom, label.bottom)];
    return [id, { left: label.left, right: label.right, top, bottom }];
  });
}

/** Pairs of nodes whose shapes or labels cover each other, in words. */
function collisions(drawn: GraphResult, places: ReadonlyMap<string, Place>): string[] {
  const all = rooms(drawn, places);
  return all.flatMap(([a, boxA], i) =>
    all.slice(i + 1).flatMap(([b, boxB]) => (overlap(boxA, boxB) ? [`${a} covers ${b}`] : [])),
  );
}

function spread(places: ReadonlyMap<string, Place>): { width: number; height: number } {
  const [xs, ys] = [[...places.values()].map(({ x }) => x), [...places.values()].map(({ y }) => y)];
  return { width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) };
}

const fromCentre = ({ x, y }: Point) => Math.hypot(x, y);

test('the focus stands at the centre', () => {
  const { x, y } = lay(family).get('A')!;
  assert.deepEqual([x, y], [0, 0]);
});

test('a lone node is a picture too, and so is none', () => {
  const alone: GraphResult = { ...family, nodes: family.nodes.slice(0, 1), edges: [] };
  assert.deepEqual([...lay(alone).keys()], ['A']);
  assert.deepEqual([...lay({ focus: null, nodes: [], edges: [], omitted: 0 })], []);
});

for (const rays of [1, 7, 12, 34]) {
  test(`no label covers another: a star of ${rays}`, () => {
    const drawn = star(rays);
    assert.deepEqual(collisions(drawn, lay(drawn)), []);
  });
}

test('no label covers another: two steps', () => {
  assert.deepEqual(collisions(family, lay(family)), []);
});

test('what is one step away stands nearer than what is two steps away', () => {
  const places = lay(family, new Map(), 1);
  const mean = (ids: string[]) => ids.reduce((sum, id) => sum + fromCentre(places.get(id)!), 0) / ids.length;
  assert.ok(mean(['B', 'C', 'D']) < mean(['B1', 'B2', 'C1', 'C2']));
});

test('the same graph is the same picture, in whatever order it is told', () => {
  const told = lay(family);
  const toldBackwards = lay({ ...family, nodes: family.nodes.toReversed(), edges: family.edges.toReversed() });
  assert.deepEqual(Object.fromEntries(toldBackwards), Object.fromEntries(told));
});

test('labels of nodes above the centre stand above them, of those below, below: edges come from the other side', () => {
  for (const { y, side } of lay(star(12)).values()) {
    if (Math.abs(y) > 40) assert.equal(side, y < 0 ? -1 : 1);
  }
});

test('a wide view gets a wide picture, a side bar a tall one', () => {
  const wide = spread(lay(star(20), new Map(), 2));
  const tall = spread(lay(star(20), new Map(), 0.3));
  assert.ok(wide.width > wide.height, `${wide.width} × ${wide.height}`);
  assert.ok(tall.width < tall.height, `${tall.width} × ${tall.height}`);
});

test('walking to a neighbour keeps what stays where it was, as seen from there', () => {
  // B stands somewhere around A; after the walk A stands on the opposite side of B.
  const before = lay(family);
  const after = lay(graph('B', 'B → A, B → B1, B → B2, A → C, A → D, C → D'), before);
  const [way, wayBack] = [before.get('B')!, after.get('A')!];
  const turn = (way.x * -wayBack.x + way.y * -wayBack.y) / (fromCentre(way) * fromCentre(wayBack));
  assert.ok(turn > 0.7, `turned by ${Math.round((Math.acos(turn) * 180) / Math.PI)} degrees`);
});

test('nodes that no edge ties to the focus are drawn as well', () => {
  const loose = { ...family, edges: [] };
  const places = lay(loose);
  assert.equal(places.size, family.nodes.length);
  for (const { x, y } of places.values()) assert.ok(Number.isFinite(x) && Number.isFinite(y));
});

test('a layout comes to rest, in ticks that can be counted', () => {
  const drawn = star(60);
  const work = settling({ graph: drawn, extents: roomy(drawn), previous: new Map(), aspect: 1.5 });
  let ticks = 1;
  while (!work.tick()) ticks++;
  assert.ok(ticks < 500, `${ticks} ticks`);
});
