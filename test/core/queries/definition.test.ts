import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definition } from '../../../server/core/index.ts';
import { drawn, type Mark, readFixture, snapshotOf } from '../../fixture.ts';

/** From `$0` one gets from what is marked `origin` to what is marked `target`. */
function check(picture: string): void {
  const { files, marks, cursor } = readFixture(picture);
  const found = definition(snapshotOf(files), cursor!);
  const drawnMarks: Mark[] = found
    ? [
        { path: cursor!.path, span: found.origin, label: 'origin' },
        ...found.targets.map(({ document, focus }) => ({ path: document.path, span: focus, label: 'target' })),
      ]
    : [];
  assert.equal(drawn(files, drawnMarks), drawn(files, marks));
}

test('from a bare title in prose to the title of its note', () => {
  check(`
=== mud.txt
Why does mud stick?
^^^^^^^^^^^^^^^^^^^ target
Clay holds on.
Original note title
wet clay sticks
=== rain.md
# Rain
We ask Why does$0 mud stick?. That is all.
       ^^^^^^^^^^^^^^^^^^^ origin
`);
});

test('from both ends of a reference, and from its brackets', () => {
  for (const cursor of ['$0[[Mud#Clay|it]]', '[[M$0ud#Clay|it]]', '[[Mud#Clay|it]]$0']) {
    check(`
=== mud.md
# Mud
## Clay
   ^^^^ target
=== rain.md
# Rain
See ${cursor}.
      ^^^ origin
`);
  }
});

test('to a heading by its words or its slug, and to the title where there is no such heading', () => {
  for (const [link, focus] of [
    ['$0mud.md#how-clay-holds', '   ^^^^^^^^^^^^^^ target'],
    ['$0mud.md#How clay holds!', '   ^^^^^^^^^^^^^^ target'],
  ]) {
    check(`
=== mud.md
# Mud
## How clay holds
${focus}
=== rain.md
# Rain
[it](<${link}>)
      ${'^'.repeat(link!.length - 2)} origin
`);
  }
  check(`
=== mud.md
# Mud
  ^^^ target
=== rain.md
# Rain
[[Mud#$0Sand]]
  ^^^ origin
`);
});

test('to the title in the front matter', () => {
  check(`
=== mud.md
---
title: "Mud"
        ^^^ target
---
Brown.
=== rain.md
[[mu$0d]]
  ^^^ origin
`);
});

test('to all documents of an ambiguous title', () => {
  check(`
=== a.md
# Mud
  ^^^ target
=== b.md
# Mud
  ^^^ target
=== c.md
# Rain
[[Mu$0d]]
  ^^^ origin
`);
});

test('from a document’s own title and alias to itself', () => {
  check(`
=== mud.txt
Why does mud stick?
^^^^^^^^^^^^^^^^^^^ target
Clay holds on.
Original note title
wet cl$0ay sticks
^^^^^^^^^^^^^^^ origin
`);
});

test('from nowhere to nowhere', () => {
  check(`
=== mud.md
# Mud
Brown as [[it$0 is]].
`);
  check(`
=== mud.md
# Mud
Brown $0 as it is.
`);
  check(`
=== mud.txt
Bro$0wn.
`);
});
