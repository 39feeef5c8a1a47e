import assert from 'node:assert/strict';
import { test } from 'node:test';
import { behindInk, firstInk, outside, overlaps, span, touches, trimmed } from '../../../server/core/text/span.ts';

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

test('spans that overlap by a character on either side, or not at all', () => {
  const others = [span(0, 2), span(0, 3), span(3, 4), span(5, 9), span(6, 9), span(2, 6)];
  assert.deepEqual(
    others.map((other) => overlaps(span(2, 6), other)),
    [false, true, true, true, false, true],
  );
});

test('ink and white space, not beyond where it is looked for', () => {
  assert.equal(firstInk('a  b', 1, 2), 2);
  assert.equal(firstInk('a   ', 1, 3), 3);
  assert.equal(behindInk('  b ', 1, 2), 1);
  assert.equal(behindInk('b   ', 2, 4), 2);
  assert.deepEqual(trimmed('\u0008x\u000e', span(0, 3)), span(0, 3), 'other control characters are ink');
  assert.deepEqual(trimmed('\u007fé\u0085', span(0, 3)), span(0, 3));
  assert.deepEqual(trimmed('\t\vx\f\r', span(0, 5)), span(2, 3));
});

test('what holes leave in front, behind and between', () => {
  assert.deepEqual(outside(span(2, 9), []), [span(2, 9)]);
  assert.deepEqual(outside(span(2, 9), [span(2, 4)]), [span(4, 9)]);
  assert.deepEqual(outside(span(2, 9), [span(5, 9)]), [span(2, 5)]);
  assert.deepEqual(outside(span(2, 9), [span(9, 12), span(0, 2)]), [span(2, 9)]);
  assert.deepEqual(outside(span(2, 9), [span(3, 5), span(5, 6)]), [span(2, 3), span(6, 9)]);
});
