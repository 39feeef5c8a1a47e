import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { overlap } from '../../media/graph/labels.ts';
import { named, type Wish } from '../../media/graph/map/names.ts';

const box = (left: number, top: number, width = 60, height = 14) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

const anyWish = fc.record({
  key: fc.uuid(),
  weight: fc.nat(1000),
  boxes: fc.array(
    fc
      .tuple(
        fc.integer({ min: -200, max: 1400 }),
        fc.integer({ min: -200, max: 1000 }),
        fc.integer({ min: 1, max: 200 }),
      )
      .map(([left, top, width]) => box(left, top, width)),
    { minLength: 1, maxLength: 3 },
  ),
});

test('no name stands over another', () => {
  fc.assert(
    fc.property(fc.array(anyWish, { maxLength: 120 }), (wishes) => {
      const given = named(wishes, [], new Set());
      const boxes = wishes.filter(({ key }) => given.has(key)).map(({ key, boxes }) => boxes[given.get(key)!]!);
      boxes.forEach((one, at) => {
        for (const other of boxes.slice(at + 1)) assert.ok(!overlap(one, other));
      });
    }),
    { numRuns: 60 },
  );
});

const wish = (key: string, weight: number, left: number): Wish => ({ key, weight, boxes: [box(left, 0)] });

test('the more important of two names gets the place', () => {
  assert.deepEqual([...named([wish('a', 1, 0), wish('b', 2, 10)], [], new Set())], [['b', 0]]);
});

test('a name that is shown stays, unless the other is much more important', () => {
  assert.deepEqual([...named([wish('a', 10, 0), wish('b', 12, 10)], [], new Set(['a']))], [['a', 0]]);
  assert.deepEqual([...named([wish('a', 10, 0), wish('b', 20, 10)], [], new Set(['a']))], [['b', 0]]);
});

test('a name keeps off what is taken, and stands in its second place instead', () => {
  const beside: Wish = { key: 'a', weight: 1, boxes: [box(0, 0), box(0, -30)] };
  assert.deepEqual([...named([beside], [box(20, 5, 4, 4)], new Set())], [['a', 1]]);
});
