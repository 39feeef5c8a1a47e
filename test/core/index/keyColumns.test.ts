import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bestRows,
  firstPair,
  hasPair,
  headOf,
  keysIn,
  makeKeyColumns,
  pieceOf,
  piecesOf,
  rowIn,
  rowsWith,
  weightIn,
} from '../../../server/core/index/keyColumns.ts';
import { atOnce } from '../../../server/core/steps.ts';

const KEYS = ['why mud sticks', 'why rain', 'mud', 'who am i', '', '🐝 mud and rain'];
const COLUMNS = atOnce(
  makeKeyColumns(
    Int32Array.from(KEYS, (_, row) => 10 * row),
    (key) => KEYS[key / 10]!,
  ),
);

const rows = (piece: number): string[] => Array.from(rowsWith(COLUMNS, piece), keysIn(COLUMNS));

test('keys by the first letters of their words, and by how they begin', () => {
  assert.deepEqual(
    KEYS.map((_, row) => keysIn(COLUMNS)(row)),
    KEYS,
  );
  assert.deepEqual(rows(pieceOf('mud')), ['why mud sticks', 'mud', '🐝 mud and rain']);
  assert.deepEqual(rows(pieceOf('rainy')), ['why rain', '🐝 mud and rain']);
  assert.deepEqual(rows(pieceOf('clay')), []);
  assert.deepEqual(rows(headOf('w')), ['why mud sticks', 'why rain', 'who am i']);
  assert.deepEqual(rows(headOf('wh')), ['why mud sticks', 'why rain', 'who am i']);
  assert.deepEqual(rows(headOf('whx')), ['why mud sticks', 'why rain', 'who am i'], 'two letters at most');
  assert.deepEqual(rows(headOf('m')), ['mud']);
});

test('the beginnings and ends of words, each once', () => {
  assert.equal(piecesOf('why mud sticks').length, 6);
  assert.equal(piecesOf('mud mud').length, 2);
  assert.equal(piecesOf('').length, 0);
  assert.ok(piecesOf('reasoning').includes(pieceOf('reality')));
});

test('the two words that a key begins with', () => {
  assert.ok(hasPair(COLUMNS, firstPair('why mud is')));
  assert.ok(hasPair(COLUMNS, firstPair('mud and')));
  assert.ok(!hasPair(COLUMNS, firstPair('mud sticks')));
  assert.ok(!hasPair(COLUMNS, firstPair('rain why')));
});

test('the best rows, by weight and then by row', () => {
  const best = (most: number, ...weights: readonly number[]): string[] =>
    Array.from(
      bestRows(Int32Array.from(weights.keys()), (row) => weights[row]!, most),
      (each) => `${rowIn(each)} at ${weightIn(each)}`,
    );
  assert.deepEqual(best(3, 2, 0, 1, 2, 0), ['1 at 0', '4 at 0', '2 at 1']);
  assert.deepEqual(best(9, 2, -1, 1), ['2 at 1', '0 at 2']);
  assert.deepEqual(best(2, 3, 3, 3), ['0 at 3', '1 at 3']);
  assert.deepEqual(best(2, -1, -2), []);
  assert.deepEqual(best(1, 5, 4, 3), ['2 at 3']);
});
