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
  isSure: fc.boolean(),
  boxes: fc
    .array(
      fc
        .tuple(
          fc.integer({ min: -200, max: 1400 }),
          fc.integer({ min: -200, max: 1000 }),
          fc.integer({ min: 1, max: 200 }),
        )
        .map(([left, top, width]) => box(left, top, width)),
      { minLength: 1, maxLength: 3 },
    )
    .map((boxes) => () => boxes),
});

test('no name stands over another', () => {
  fc.assert(
    fc.property(fc.array(anyWish, { maxLength: 120 }), (wishes) => {
      const boxes = named(wishes, [box(300, 300, 90, 90)], new Set()).map((given) => given.box);
      boxes.forEach((one, at) => {
        for (const other of boxes.slice(at + 1)) assert.ok(!overlap(one, other));
      });
    }),
    { numRuns: 60 },
  );
});

const wish = (key: string, weight: number, ...lefts: number[]): Wish => ({
  key,
  weight,
  boxes: () => lefts.map((left) => box(left, 0)),
});
/** The names that are shown, with where they begin. */
const shown = (...[wishes, taken, before]: Parameters<typeof named>): [string, number][] =>
  named(wishes, taken, before).map(({ title, box }) => [title.key, box.left]);

test('the more important of two names gets the place', () => {
  assert.deepEqual(shown([wish('a', 1, 0), wish('b', 2, 10)], [], new Set()), [['b', 10]]);
});

test('a name that is shown stays, unless the other is much more important', () => {
  assert.deepEqual(shown([wish('a', 10, 0), wish('b', 12, 10)], [], new Set(['a'])), [['a', 0]]);
  assert.deepEqual(shown([wish('a', 10, 0), wish('b', 20, 10)], [], new Set(['a'])), [['b', 10]]);
});

test('a name keeps off what is taken, and stands in its second place instead', () => {
  const taken = [box(20, 5, 4, 4)];
  assert.deepEqual(shown([wish('a', 1, 0, 100)], taken, new Set()), [['a', 100]]);
  assert.deepEqual(shown([wish('a', 1, 0)], taken, new Set()), []);
  assert.deepEqual(shown([{ ...wish('a', 1, 0), isSure: true }], taken, new Set()), [['a', 0]]);
  assert.deepEqual(shown([{ ...wish('a', 1, 0), isInside: true }], taken, new Set()), [['a', 0]]);
});
