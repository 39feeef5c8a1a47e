import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Camera } from '../../media/graph/looks.ts';
import { fittedTo, flight, framed, onMap, onStage, panned, sane, zoomedAt } from '../../media/graph/map/camera.ts';

const size = { width: 900, height: 600 };
const anyCamera: fc.Arbitrary<Camera> = fc.record({
  x: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
  y: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
  scale: fc.double({ min: 0.05, max: 50, noNaN: true }),
});
const near = (a: number, b: number): void => assert.ok(Math.abs(a - b) < 1e-3 * (1 + Math.abs(a)), `${a} is not ${b}`);

test('what is under the pointer stays there while one zooms', () => {
  fc.assert(
    fc.property(anyCamera, fc.double({ min: 0.2, max: 5, noNaN: true }), (camera, factor) => {
      const at = { x: 123, y: 456 };
      const place = onMap(camera, size, at);
      const after = onStage(zoomedAt(camera, size, factor, at), size, place);
      near(after.x, at.x);
      near(after.y, at.y);
    }),
  );
});

test('dragging to the right moves the map to the right', () => {
  const camera = { x: 10, y: 20, scale: 2 };
  assert.deepEqual(panned(camera, 30, -10), { x: -5, y: 25, scale: 2 });
});

test('a flight begins where one is, ends where one goes, and is a sound camera all the way', () => {
  fc.assert(
    fc.property(anyCamera, anyCamera, (from, to) => {
      const way = flight(from, to, size);
      assert.deepEqual({ ...way(0) }, { ...from });
      assert.deepEqual({ ...way(1) }, { ...to });
      for (const share of [0.1, 0.5, 0.9]) assert.ok(sane(way(share)));
    }),
  );
});

test('a flight over a long way rises', () => {
  const way = flight({ x: 0, y: 0, scale: 5 }, { x: 3000, y: 0, scale: 5 }, size);
  assert.ok(way(0.5).scale < 1);
});

test('a disc that is fitted is in full view', () => {
  const camera = fittedTo(size, { x: 5, y: 5 }, 200);
  assert.ok(onStage(camera, size, { x: 5, y: 205 }).y <= size.height);
});

test('a camera that was told is taken only where it is one', () => {
  assert.equal(sane({ x: Number.NaN, y: 0, scale: 1 }), undefined);
  assert.equal(sane({ x: 0, y: 0, scale: 0 }), undefined);
  assert.deepEqual(sane({ x: 1, y: 2, scale: 3 }), { x: 1, y: 2, scale: 3 });
});

test('who stands somewhere sees the dozen that stand nearest to it; where names could not be read then, the place itself', () => {
  const at = { x: 40, y: -10 };
  const arc = (radius: number, count: number) =>
    Array.from({ length: count }, (_, each) => ({
      x: at.x + radius * Math.cos((each / count) * Math.PI),
      y: at.y + radius * Math.sin((each / count) * Math.PI),
    }));
  const [near, far] = [arc(60, 12), arc(4_000, 50)];
  const camera = framed(size, at, [...far, ...near]);
  for (const each of [at, ...near]) {
    const { x, y } = onStage(camera, size, each);
    assert.ok(x > 0 && x < size.width && y > 0 && y < size.height, `${x} ${y}`);
  }
  assert.deepEqual(framed(size, at, far), { ...at, scale: 3.5 });
  assert.deepEqual(framed(size, at, []), { ...at, scale: 12 });
});
