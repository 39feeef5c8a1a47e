import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findTitles } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';

const SOIL = snapshotOf(
  readFixture(`
=== boots.md
---
aliases: [mud on leather, mud on soles]
---
# Boots
See [[Mud]].
=== mud.md
# Mud
See [[Clay]] and [[Clay]] and [[gone]] and [[Mud]].
=== clay.md
# Clay
=== rain.md
# Rain
So [[mud]].
`).files,
);

const paths = (...asked: [query: string, limit: number, near?: string]): string =>
  findTitles(SOIL, ...asked)
    .map(({ path }) => path)
    .join(' ');

test('for a query the documents that it means, each once', () => {
  assert.equal(paths('mud', 9), 'mud.md boots.md');
  assert.equal(paths('mud', 1), 'mud.md');
  assert.equal(paths('mud', 9, 'mud.md'), 'mud.md boots.md');
  assert.equal(paths('$^([', 9), '');
});

test('without one what the document names, then what names it, then the rest, and not itself', () => {
  assert.equal(paths('', 9, 'mud.md'), 'clay.md boots.md rain.md');
  assert.equal(paths(' ', 2, 'mud.md'), 'clay.md boots.md');
  assert.equal(paths('', 9), 'boots.md mud.md clay.md rain.md');
  assert.equal(paths('', 0), '');
  assert.equal(paths('', 1, 'nowhere.md'), 'boots.md');
});
