import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Arranged,
  type Arranging,
  arrangedBacklinks,
  backlinksOf,
  documentAt,
  documentsOf,
  type Snapshot,
} from '../../../server/core/index.ts';
import { atOnce } from '../../../server/core/steps.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';
import { corpus, holds } from '../arbitraries.ts';

function arranged(snapshot: Snapshot, path: string, arranging: Partial<Arranging> = {}): Arranged {
  const usual: Arranging = { groupBy: 'kind', sortBy: 'title', filter: '', recency: () => 0 };
  return atOnce(arrangedBacklinks(snapshot, documentAt(snapshot, path)!, { ...usual, ...arranging }));
}

const drawn = ({ groups }: Arranged): string[] =>
  groups.map(({ key, documents }) => `${key}: ${documents.map(({ path }) => path).join(', ')}`);

const FIELDS = `
=== mud.txt
Why does mud stick to boots?

Clay holds on.

Original note title

wet clay is what sticks
=== rain.txt
INQUIRING LINE

Does rain make a path worse?

It does, as Why does mud stick to boots? tells, and wet clay is what sticks.

Sources 1 note

Why does mud stick to boots?

Clay holds on.
=== ice.txt
INQUIRING LINE

does ice break a path?

Frost heaves. So Why does mud stick to boots? matters little.

Sources 1 note

Why does mud stick to boots?

Clay holds on.
=== loam.txt
Why is loam the best of soils?
It is a mixture.
Related concepts in this collection 1
-
Why does mud stick to boots?
Clay holds on.
grounds: tilth is measured by adhesion
=== a.md
# Zinc in the ground
See [the mud](mud.txt).
=== b.md
# Zinc in the ground
[[mud]] and [[Why does mud stick to boots?]] and [[wet clay is what sticks]] and [[mud.txt]]
=== other.md
# Something else
[[Who knows]]
`;

test('by kind, by title whatever its case, and by path where titles are the same', () => {
  const snapshot = snapshotOf(readFixture(FIELDS).files);
  const all = arranged(snapshot, 'mud.txt');
  assert.deepEqual(drawn(all), ['inquiries: ice.txt, rain.txt', 'notes: loam.txt, a.md, b.md']);
  assert.deepEqual([all.total, all.inquiries, all.left], [5, 2, 5]);
});

test('by role: a document stands in each group in which it names the note', () => {
  const snapshot = snapshotOf(readFixture(FIELDS).files);
  assert.deepEqual(drawn(arranged(snapshot, 'mud.txt', { groupBy: 'role' })), [
    'sources: ice.txt, rain.txt',
    'body: ice.txt, rain.txt, a.md, b.md',
    'related: loam.txt',
  ]);
});

test('in one list: those with most places first, or those that were edited last', () => {
  const snapshot = snapshotOf(readFixture(FIELDS).files);
  const list = (arranging: Partial<Arranging>) =>
    drawn(arranged(snapshot, 'mud.txt', { groupBy: 'none', ...arranging }));
  assert.deepEqual(list({ sortBy: 'places' }), ['all: b.md, rain.txt, ice.txt, loam.txt, a.md']);
  const recency = (path: string): number => ({ 'loam.txt': 3, 'a.md': 2 })[path] ?? 0;
  assert.deepEqual(list({ sortBy: 'recent', recency }), ['all: loam.txt, a.md, ice.txt, rain.txt, b.md']);
});

test('a filter wants all its words in the title, the sentence around one place, and its relation', () => {
  const { files } = readFixture(FIELDS);
  const snapshot = snapshotOf(files);
  const found = (filter: string) => drawn(arranged(snapshot, 'mud.txt', { filter }));
  assert.deepEqual(found('ZINC'), ['notes: a.md, b.md']);
  assert.deepEqual(found('little ice'), ['inquiries: ice.txt'], 'of the title and the sentence');
  assert.deepEqual(found('heaves'), [], 'of the sentence before');
  assert.deepEqual(found('tilth'), ['notes: loam.txt']);
  assert.deepEqual(found('measured? *tilth*'), ['notes: loam.txt'], 'without the marks behind its words');
  assert.deepEqual(arranged(snapshot, 'mud.txt', { filter: 'zinc' }).left, 2);
  assert.deepEqual(drawn(arranged(snapshot, 'mud.txt', { filter: ' * ' })), drawn(arranged(snapshot, 'mud.txt')));
});

test('of a document that nobody names', () => {
  const snapshot = snapshotOf(readFixture(FIELDS).files);
  assert.deepEqual(arranged(snapshot, 'other.md'), { total: 0, inquiries: 0, left: 0, groups: [] });
});

test('all documents that have backlinks are there, and no other, however they are put together', () => {
  holds(corpus, (files) => {
    const snapshot = snapshotOf(new Map(files.map(({ path, text }) => [path, text])));
    for (const target of documentsOf(snapshot)) {
      const users = backlinksOf(snapshot, target).map(({ document }) => document.path);
      for (const groupBy of ['kind', 'role', 'none'] as const) {
        const { groups, total } = arranged(snapshot, target.path, { groupBy, sortBy: 'places' });
        const found = new Set(groups.flatMap(({ documents }) => documents.map(({ path }) => path)));
        assert.deepEqual([[...found].sort(), total], [users, users.length]);
      }
    }
  });
});
