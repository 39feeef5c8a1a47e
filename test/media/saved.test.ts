import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitting, nothingSaved, readSaved, type Saved } from '../../media/graph/saved.ts';

const saved: Saved = {
  arrangement: 'lanes',
  walk: [
    { id: 'note', title: 'The note' },
    { id: 'page', title: 'The page' },
  ],
  depth: 3,
  zoom: 1.5,
  camera: { x: -3, y: 4.5, scale: 2 },
  legend: false,
  list: true,
  filter: { kinds: ['note'], tag: 'bread' },
  colouring: 'folder',
  hidden: ['mud.md'],
};

test('what was saved comes back', () => {
  assert.deepEqual(readSaved(JSON.parse(JSON.stringify(saved))), saved);
});

test('a first visit is a fresh start', () => {
  for (const nothing of [undefined, null, 'text', 7, {}]) assert.deepEqual(readSaved(nothing), nothingSaved);
});

test('of another version, or of nonsense, what can be read is', () => {
  const broken = {
    arrangement: 'spiral',
    walk: [{ id: 7 }],
    depth: 12,
    zoom: -1,
    camera: { x: Number.NaN, y: 0, scale: 1 },
    legend: 'yes',
    list: 1,
    filter: { kinds: ['dragon'] },
    colouring: 'mood',
    hidden: ['mud.md', 7],
  };
  assert.deepEqual(readSaved(broken), { ...nothingSaved, hidden: ['mud.md'] });
});

test('what is remembered fits into a message, whatever titles one walked along: the end of the walk stays', () => {
  const walk = Array.from({ length: 50 }, (_, at) => ({ id: `${at}${'x'.repeat(10_000)}`, title: 'A long one' }));
  const fits = fitting({ ...saved, walk, hidden: ['mud.md'] });
  assert.ok(JSON.stringify(fits).length <= 60_000);
  assert.equal(fits.walk.at(-1), walk.at(-1));
  assert.deepEqual({ ...fits, walk: [], hidden: [] }, { ...saved, walk: [], hidden: [] });
  assert.equal(fitting(saved), saved);
});
