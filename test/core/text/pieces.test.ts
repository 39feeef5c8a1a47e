import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineStarts } from '../../../server/core/index.ts';
import { piecesOf } from '../../../server/core/text/pieces.ts';

/** What is between ‹ and ›, line by line. */
function pieces(picture: string): string[] {
  const text = picture.replace(/[‹›]/g, '');
  const whole = { start: picture.indexOf('‹'), end: picture.indexOf('›') - 1 };
  return piecesOf(text, lineStarts(text), whole).map(({ start, end }) => text.slice(start, end));
}

test('a span over several lines, without line ends and the marks of quotes', () => {
  assert.deepEqual(pieces('so ‹Why mud› is'), ['Why mud']);
  assert.deepEqual(pieces('‹Why mud\n> sticks›'), ['Why mud', 'sticks']);
  assert.deepEqual(pieces('> so ‹Why mud \n> > \t sticks\n\n>\n to› it'), ['Why mud', 'sticks', 'to']);
  assert.deepEqual(pieces('‹Why mud\r\n  sticks\r\nso›'), ['Why mud', 'sticks', 'so']);
  assert.deepEqual(pieces('‹a > b\n> b > c›\nd'), ['a > b', 'b > c']);
});

test('nothing is no piece', () => {
  assert.deepEqual(pieces('so ‹›Why'), []);
  assert.deepEqual(pieces('so‹\n›Why'), []);
  assert.deepEqual(pieces('so ‹mud\n› it'), ['mud']);
});

test('tabs between marks of a quote, and a mark behind the end', () => {
  assert.deepEqual(pieces('‹mud\n\t>\t> sticks› so'), ['mud', 'sticks']);
  assert.deepEqual(pieces('‹mud\n>›> so'), ['mud']);
  assert.deepEqual(pieces('‹ mud › so'), [' mud ']);
});
