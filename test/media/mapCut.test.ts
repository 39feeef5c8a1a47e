import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cut, mostThings } from '../../media/graph/map/cut.ts';
import { placesOf } from '../../media/graph/map/drawn.ts';
import { gather } from '../../media/graph/map/gather.ts';
import { kept, mostLines } from '../../media/graph/map/keep.ts';
import { leftBy } from '../../media/graph/map/left.ts';
import { atOnce } from '../../media/graph/map/slices.ts';
import { wholeOf } from '../../media/graph/map/whole.ts';
import { madeUpAtlas } from '../bench/graph/atlases.ts';

const whole = atOnce(wholeOf(madeUpAtlas(6000), undefined))!;
const all = atOnce(leftBy(whole, {}, new Set()));
const size = { width: 1200, height: 800 };

const anyCamera = fc.record({
  x: fc.double({ min: -2000, max: 2000, noNaN: true }),
  y: fc.double({ min: -2000, max: 2000, noNaN: true }),
  scale: fc.double({ min: 0.01, max: 60, noNaN: true }),
});
const anyFilter = fc.constantFrom(
  {},
  { kinds: ['note' as const] },
  { folder: 'part 3' },
  { orphans: 'hidden' as const },
);

test('wherever one looks from, what is drawn stays within bounds', () => {
  fc.assert(
    fc.property(anyCamera, anyFilter, fc.array(fc.nat(5999), { maxLength: 150 }), (camera, filter, always) => {
      const left = atOnce(leftBy(whole, filter, new Set()));
      const made = cut(whole, left, camera, size, always);
      assert.ok(made.closed.length + made.nodes.length <= mostThings);
      const places = placesOf(whole, made);
      const seen = new Uint8Array(places.x.length).fill(1);
      assert.ok(atOnce(kept(atOnce(gather(whole, left, made)), places, seen, 50)).length <= mostLines);
    }),
    { numRuns: 60 },
  );
});

test('every document that is left in is drawn, or stands in one closed group, or lies in an open one off the stage', () => {
  fc.assert(
    fc.property(anyCamera, (camera) => {
      const made = cut(whole, all, camera, size);
      const [closed, open] = [new Set(made.closed), new Set(made.open)];
      const parents = whole.groups.parents;
      made.thing.forEach((thing, node) => {
        const inside: number[] = [];
        for (let group = whole.nodes.groups[node]!; group < parents.length; group = parents[group]!) inside.push(group);
        const isDrawn = made.nodes[thing - made.closed.length] === node;
        const around = inside.filter((group) => closed.has(group));
        assert.equal(around.length, open.has(inside[0]!) ? 0 : 1);
        if (around.length === 1) assert.equal(made.closed[thing], around[0]);
        else assert.ok(isDrawn || thing === -1);
      });
    }),
    { numRuns: 20 },
  );
});

test('from far away all is a few groups; near by what is there is drawn', () => {
  const far = cut(whole, all, { x: 0, y: 0, scale: 0.05 }, size);
  assert.equal(far.nodes.length, 0);
  assert.ok(far.closed.length > 1 && far.closed.length < 40);
  const [x, y] = [whole.nodes.x[123]!, whole.nodes.y[123]!];
  const near = cut(whole, all, { x, y, scale: 10 }, size);
  assert.ok(near.nodes.includes(123));
});

test('a small corpus is drawn whole', () => {
  const small = atOnce(wholeOf(madeUpAtlas(200), undefined))!;
  const left = atOnce(leftBy(small, {}, new Set()));
  assert.equal(cut(small, left, { x: 0, y: 0, scale: 0.2 }, size).nodes.length, 200);
});

test('edges that are gathered equal a plain count', () => {
  for (const scale of [0.05, 0.6, 2, 8]) {
    const made = cut(whole, all, { x: 30, y: -20, scale }, size, [5, 77, 4000]);
    const counts = new Map<string, number>();
    whole.edges.sources.forEach((source, edge) => {
      const [a, b] = [made.thing[source]!, made.thing[whole.edges.targets[edge]!]!];
      if (a < 0 || b < 0 || a === b) return;
      const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    });
    const pairs = atOnce(gather(whole, all, made));
    const gathered = Array.from(pairs.a, (a, pair): [string, number] => [
      `${a} ${pairs.b[pair]}`,
      pairs.weights[pair]!,
    ]);
    assert.deepEqual(gathered.sort(), [...counts].sort());
  }
});

test('only edges in the roles that are left in are gathered', () => {
  const left = atOnce(leftBy(whole, { roles: ['sources'] }, new Set()));
  const made = cut(whole, left, { x: 0, y: 0, scale: 0.05 }, size);
  const pairs = atOnce(gather(whole, left, made));
  let expected = 0;
  whole.edges.sources.forEach((source, edge) => {
    if (whole.edges.roles[edge] === 1 && made.thing[source] !== made.thing[whole.edges.targets[edge]!]) expected++;
  });
  assert.equal(
    pairs.weights.reduce((sum, weight) => sum + weight, 0),
    expected,
  );
});
