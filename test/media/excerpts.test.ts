import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Box, labelGap } from '../../media/graph/labels.ts';
import type { LaidOut } from '../../media/graph/near/arrange.ts';
import { excerpt, placed, sayingType } from '../../media/graph/near/excerpts.ts';
import type { Spot } from '../../media/graph/near/view.ts';
import { graph, roomy } from './graphs.ts';

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

/** A focus at 0, 0 and a node to the right of it, both with labels 140 wide and 45 high below them. */
const laidOut: LaidOut = {
  graph: graph('A', 'A → B'),
  places: new Map(),
  extents: roomy(graph('A', 'A → B')),
};
const standing = (x: number): Spot => ({ x, y: 0, side: 1, nudge: 0 });
const arrangement = {
  spots: new Map([
    ['A', standing(0)],
    ['B', standing(500)],
  ]),
  shown: new Set(['A', 'B']),
};
const saying = { id: 'B', text: 'See […] for more.' };
const width = (text: string): number => text.length * 6;

/** Where the saying of B stands: the middle of its upper edge. */
function place(view: Box | null, spots = arrangement): { x: number; y: number } | undefined {
  const [found] = placed([saying], laidOut, spots, 1, view, width);
  return found && { x: found.x, y: found.y - sayingType.size };
}

test('in a picture that is seen whole, a sentence stands below the label of its node', () => {
  assert.deepEqual(place({ left: -1000, right: 1000, top: -1000, bottom: 1000 }), { x: 500, y: 9 + labelGap + 45 + 2 });
});

test('where the view ends there, it stands above the node; where it ends there too, nowhere', () => {
  assert.deepEqual(place({ left: -1000, right: 1000, top: -1000, bottom: 60 }), { x: 500, y: -9 - labelGap - 13 });
  assert.equal(place({ left: -1000, right: 510, top: -1000, bottom: 60 }), undefined);
});

test('in a picture that was zoomed into, it stands on its edge', () => {
  assert.deepEqual(place(null), { x: 250, y: -6.5 });
});

test('it covers no node: on a short edge it stands with the label after all', () => {
  const near = {
    ...arrangement,
    spots: new Map([
      ['A', standing(0)],
      ['B', standing(110)],
    ]),
  };
  assert.deepEqual(place(null, near), { x: 110, y: 9 + labelGap + 45 + 2 });
});
