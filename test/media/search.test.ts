import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSearch, foldTitle } from '../../media/graph/search.ts';

const titles = [
  'Why does mud stick?',
  'Does mud dry faster on stone?',
  'What the river carries',
  'River',
  'How rivers carry stones',
  'Les gâteaux d’été',
  'C++ (and other tongues)',
  'Istanbul’un ışıkları',
  '[a-z]+ | $^',
];

/** What a query finds, the best first. */
function found(query: string, uses: Readonly<Record<string, number>> = {}): string[] {
  const nodes = titles.map((title) => ({ id: title, title, uses: uses[title] ?? 0 }));
  return createSearch(nodes)
    .look(query, 3)
    .map(({ title }) => title);
}

test('the title itself comes first, then what begins with the words, then what has them', () => {
  assert.deepEqual(found('river'), ['River', 'How rivers carry stones', 'What the river carries']);
});

test('all words must be there, in any order, and may be beginnings', () => {
  assert.deepEqual(found('ston mud'), ['Does mud dry faster on stone?']);
});

test('of titles that fit alike the most used comes first', () => {
  assert.deepEqual(found('mud', { 'Does mud dry faster on stone?': 3 }), [
    'Does mud dry faster on stone?',
    'Why does mud stick?',
  ]);
});

test('a slip of the pen is forgiven', () => {
  assert.deepEqual(found('waht teh river caries').slice(0, 1), ['What the river carries']);
});

test('case, accents and kinds of quotes make no difference', () => {
  assert.deepEqual(found("GATEAUX D'ETE"), ['Les gâteaux d’été']);
});

test('a query is no pattern', () => {
  assert.deepEqual(found('[a-z]+ |'), ['[a-z]+ | $^']);
  assert.deepEqual(found('c++'), ['C++ (and other tongues)']);
});

test('nothing is found for nothing, and for what is like nothing', () => {
  assert.deepEqual(found('   '), []);
  assert.deepEqual(found('zzzzqqqq'), []);
});

test('titles are made ready a piece at a time, and a search in between finds all the same', () => {
  const nodes = Array.from({ length: 1000 }, (_, at) => ({ id: `${at}`, title: `Number ${at}`, uses: 0 }));
  const search = createSearch(nodes);
  let clock = 0;
  assert.equal(
    search.prepare(1, () => clock++),
    false,
  );
  assert.deepEqual(
    search.look('number 999', 5).map(({ id }) => id),
    ['999'],
  );
  assert.equal(
    search.prepare(1, () => clock++),
    true,
  );
});

test('a title of ten thousand characters is looked at as far as anybody types', () => {
  assert.ok(foldTitle('long '.repeat(2000)).length <= 200);
});
