import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrive, back, type Walk } from '../../media/graph/walk.ts';

/** The walk of someone who arrived at these nodes one after the other. */
function walked(...ids: string[]): Walk {
  return ids.reduce<Walk>((walk, id) => arrive(walk, { id, title: `The ${id}` }), []);
}

function picture(walk: Walk): string {
  return walk.map(({ id }) => id).join(' › ');
}

test('walking on makes the trail longer', () => {
  assert.equal(picture(walked('note', 'inquiry', 'page')), 'note › inquiry › page');
});

test('standing still makes it no longer: the same graph again, with a new title', () => {
  const walk = arrive(walked('note', 'inquiry'), { id: 'inquiry', title: 'Renamed' });
  assert.equal(picture(walk), 'note › inquiry');
  assert.equal(walk.at(-1)?.title, 'Renamed');
});

test('going back is arriving where one was before: the trail ends there', () => {
  assert.equal(picture(walked('note', 'inquiry', 'page', 'inquiry')), 'note › inquiry');
});

test('a long way round to the beginning is the beginning', () => {
  assert.equal(picture(walked('note', 'inquiry', 'page', 'note')), 'note');
});

test('back leads to the step before, and from the beginning nowhere', () => {
  assert.equal(back(walked('note', 'inquiry'))?.id, 'note');
  assert.equal(back(walked('note')), undefined);
  assert.equal(back([]), undefined);
});

test('nobody goes back fifty steps: an endless walk forgets its beginning', () => {
  const walk = walked(...Array.from({ length: 80 }, (_, i) => `n${i}`));
  assert.equal(walk.length, 50);
  assert.equal(walk.at(-1)?.id, 'n79');
});
