import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Box, type Candidate, directionOf, readable, wrap } from '../../media/graph/labels.ts';

/** The title as it stands under its node, in lines of 24 columns, at most three. */
function picture(title: string, columns = 24, lines = 3): string {
  return wrap(title, columns, lines).join('\n');
}

test('a short title is one line', () => {
  assert.equal(picture('Step boundaries'), 'Step boundaries');
});

test('lines come out even, not full and then a rest', () => {
  assert.equal(
    picture('Can rubrics and dense rewards work together?'),
    ['Can rubrics and dense', 'rewards work together?'].join('\n'),
  );
});

test('what does not fit into three lines ends in an ellipsis, after a whole word', () => {
  assert.equal(
    picture('Do reasoning traces need to be semantically correct, or is it enough that they look correct?'),
    ['Do reasoning traces need', 'to be semantically', 'correct, or is it…'].join('\n'),
  );
});

test('a line may end after the hyphen of a compound', () => {
  assert.equal(
    picture('What makes chain-of-thought reasoning actually work?', 20),
    ['What makes chain-of-', 'thought reasoning', 'actually work?'].join('\n'),
  );
});

test('a word longer than the line is broken where the line ends', () => {
  assert.equal(picture('abcdefghijkl', 5), ['abcde', 'fghij', 'kl'].join('\n'));
});

test('wide characters take two columns', () => {
  assert.equal(picture('推論の過程は正しい必要があるか', 12), ['推論の過程は', '正しい必要が', 'あるか'].join('\n'));
});

test('no character is cut in half', () => {
  assert.equal(picture('🧠🧠🧠🧠🧠🧠', 4, 1), '🧠🧠🧠…');
});

test('white space of any kind is one space, and nothing is no line', () => {
  assert.equal(picture('  two\n words\u00a0 '), 'two words');
  assert.deepEqual(wrap('', 24, 3), []);
});

/** A label ten columns wide and one row high from this column and row, under a shape in the row above. */
function node(id: string, left: number, top: number, width = 10): Candidate {
  const box = (row: number): Box => ({ left, right: left + width, top: row, bottom: row + 1 });
  return { id, shape: { ...box(top - 1), right: left + 1 }, labels: [box(top), box(top - 2)] };
}

test('labels with room are all shown, where they would best stand', () => {
  const shown = readable([node('focus', 0, 10), node('left', -20, 10), node('right', 20, 10)]);
  assert.deepEqual(
    [...shown],
    [
      ['focus', 0],
      ['left', 0],
      ['right', 0],
    ],
  );
});

test('of two labels in one place the more important one stands there, the other on its other side', () => {
  const shown = readable([node('focus', 0, 10), node('beside', 5, 10)]);
  assert.deepEqual(
    [...shown],
    [
      ['focus', 0],
      ['beside', 1],
    ],
  );
});

test('a label with no room on either side is not shown', () => {
  const shown = readable([node('focus', 0, 10), node('first', 5, 10), node('second', 7, 10)]);
  assert.deepEqual([...shown.keys()], ['focus', 'first']);
});

test('no label covers another node', () => {
  const shape = { left: 4, right: 5, top: 10, bottom: 11 };
  const dot: Candidate = { id: 'dot', shape, labels: [] };
  const shown = readable([node('far', 40, 10), node('near', 0, 10), dot]);
  assert.deepEqual(
    [...shown],
    [
      ['far', 0],
      ['near', 1],
    ],
  );
});

test('the focus is shown whatever it covers', () => {
  const everywhere: Candidate = { id: 'dot', shape: { left: -99, right: 99, top: -99, bottom: 99 }, labels: [] };
  assert.deepEqual([...readable([node('focus', 0, 0), everywhere]).keys()], ['focus']);
});

test('a text runs as its first letter does', () => {
  assert.equal(directionOf('שלום עולם?'), 'rtl');
  assert.equal(directionOf('«مرحبا» and more'), 'rtl');
  assert.equal(directionOf('Bread (לחם)'), 'ltr');
  assert.equal(directionOf('推論'), 'ltr');
  assert.equal(directionOf('42!'), 'ltr');
});
