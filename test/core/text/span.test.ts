import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outside, overlaps, span, touches, trimmed } from '../../../server/core/text/span.ts';

test('a cursor behind the last character still touches', () => {
  assert.deepEqual(
    [1, 2, 4, 5].map((offset) => touches(span(2, 4), offset)),
    [false, true, true, false],
  );
});

test('spans that meet do not overlap', () => {
  assert.equal(overlaps(span(0, 2), span(2, 4)), false);
  assert.equal(overlaps(span(0, 3), span(2, 4)), true);
});

test('trimmed of white space of every kind', () => {
  const text = '\ufeff \u00a0\tmud\u2028\r\n';
  assert.deepEqual(trimmed(text, span(0, text.length)), span(4, 7));
  assert.deepEqual(trimmed('   ', span(1, 3)), span(1, 1));
});

test('what the holes leave, in whatever order they come', () => {
  assert.deepEqual(outside(span(2, 20), [span(15, 30), span(4, 6), span(5, 7), span(0, 3)]), [span(3, 4), span(7, 15)]);
  assert.deepEqual(outside(span(2, 4), [span(0, 9)]), []);
});
