import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Shelf } from '../../../server/core/index/shelf.ts';

const numbers = (length: number): Shelf<number | undefined> =>
  Shelf.of<number | undefined>(Array.from({ length }, (_, at) => at));

test('where two lists differ of which one was made from the other', () => {
  const before = numbers(10_000);
  const changes: [number, number | undefined][] = [
    [3, -1],
    [4095, undefined],
    [4096, 4096],
    [9999, -9999],
    [12_345, 1],
  ];
  const after = before.with(new Map(changes));
  assert.deepEqual([...after.unlike(before)], [3, 4095, 9999, 12_345]);
  assert.deepEqual([...before.unlike(after)], [3, 4095, 9999, 12_345]);
  assert.deepEqual([...before.unlike(before)], []);
  assert.deepEqual([...Shelf.empty<number>().unlike(Shelf.of([7, 8]))], [0, 1]);
});
