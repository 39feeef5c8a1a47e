import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Orphans, orphansOf, statsOf } from '../../../server/core/index.ts';
import { atOnce } from '../../../server/core/steps.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';
import { corpus, holds } from '../arbitraries.ts';

const paths = ({ orphans, unused }: Orphans): Record<string, string[]> => ({
  orphans: orphans.map(({ path }) => path),
  unused: unused.map(({ path }) => path),
});

test('documents that stand alone: named by nobody, naming nobody; and notes that no inquiry uses', () => {
  const { files } = readFixture(`
=== mud.txt
Why does mud stick to boots?

Clay holds on.

Original note title

wet clay sticks
=== rain.txt
INQUIRING LINE

Does rain make a path worse?

It does: Why does mud stick to boots?.

Sources 1 note

Why does mud stick to boots?

Clay holds on.
=== alone.md
# All alone, see [[all alone]]
=== note.md
---
kind: note
---
# A note that nobody uses
=== named.md
---
kind: note
---
# A note that a page names
=== page.md
# A page of some words
[[A note that a page names]]
=== wanting.md
# Something
[[Nobody has this]]
=== outward.md
# Something else
[out](https://example.com), [gone](gone.md), [itself](outward.md)
=== one.md
# Twice as wet
=== two.md
# Twice as wet
=== asking.md
# Who asks
[[Twice as wet]]
`);
  assert.deepEqual(paths(atOnce(orphansOf(snapshotOf(files)))), {
    orphans: ['alone.md', 'note.md', 'outward.md'],
    unused: ['named.md', 'note.md'],
  });
  assert.deepEqual(paths(atOnce(orphansOf(snapshotOf(new Map())))), { orphans: [], unused: [] });
});

test('as the corpus in numbers has them, whatever the corpus', () => {
  holds(corpus, (files) => {
    const snapshot = snapshotOf(new Map(files.map(({ path, text }) => [path, text])));
    const { orphans, unused } = atOnce(statsOf(snapshot, 1000));
    assert.deepEqual(paths(atOnce(orphansOf(snapshot))), paths({ orphans: orphans.first, unused: unused.first }));
  });
});
