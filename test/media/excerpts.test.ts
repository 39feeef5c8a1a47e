import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerpt } from '../../media/graph/near/excerpts.ts';

/** The sentence of a picture, «so», as it is shown beside a node. */
function shown(sentence: string): string {
  const [start, end] = [sentence.indexOf('«'), sentence.indexOf('»') - 1];
  return excerpt(sentence.replace(/[«»]/g, ''), [start, end]);
}

test('a short sentence is shown whole', () => {
  assert.equal(shown('Mud sticks, as «River clay» shows.'), 'Mud sticks, as River clay shows.');
});

test('a long title is left out: the sentence stands under it', () => {
  assert.equal(
    shown('Drying matters, see «Does mud dry faster on a warm stone?» for more.'),
    'Drying matters, see […] for more.',
  );
});

test('a long sentence is cut at words, on the side where there is more', () => {
  const long = 'word '.repeat(30).trim();
  const text = shown(`${long} «River clay» ends it.`);
  assert.match(text, /^…(word )+River clay ends it\.$/);
  assert.ok(text.length <= 70);
});

test('brackets of a wikilink are not shown', () => {
  assert.equal(shown('As [[«River clay»]] shows.'), 'As River clay shows.');
});

test('where nothing else is said, nothing is shown', () => {
  assert.equal(shown('- «River clay»'), '');
});

test('of an entry of a list, what is said of it is shown, and not the next entry', () => {
  assert.equal(shown('- [[«River clay»]] — grounds: it holds water'), 'River clay — grounds: it holds water');
  assert.equal(shown('- «River clay» Related concepts 3'), '');
});
