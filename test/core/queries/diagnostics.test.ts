import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics, documentsOf } from '../../../server/core/index.ts';
import { drawn, type Mark, readFixture, snapshotOf } from '../../fixture.ts';

/** Everything that is wrong is underlined with its code, its message, and the documents that come with it. */
function check(picture: string): void {
  const { files, marks } = readFixture(picture);
  const snapshot = snapshotOf(files);
  const found = documentsOf(snapshot).flatMap((document) =>
    diagnostics(snapshot, document).map(({ code, message, span, related }): Mark => {
      const paths = related.map((each) => each.path).join(', ');
      return { path: document.path, span, label: `${code}: ${message}${paths && ` [${paths}]`}` };
    }),
  );
  assert.equal(drawn(files, found), drawn(files, marks));
}

test('a title that no document has, in every form, with what may have been meant', () => {
  check(`
=== mud.md
# Why does mud stick to boots?
=== rain.txt
INQUIRING LINE

Does rain cause mud?

So how deep is the puddle? we ask.
   ^^^^^^^^^^^^^^^^^^^^^^^ dangling-reference: No document has the title “how deep is the puddle?”.

Sources 2 notes

How deep is the puddle?
^^^^^^^^^^^^^^^^^^^^^^^ dangling-reference: No document has the title “How deep is the puddle?”.

Nobody has come back.

Why does the mud stick to boots?
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dangling-reference: No document has the title “Why does the mud stick to boots?”. Did you mean “Why does mud stick to boots?”? [mud.md]

Clay holds on.
`);
});

test('a title that several documents have', () => {
  check(`
=== a.md
---
kind: note
---
# Why mud sticks
  ^^^^^^^^^^^^^^ duplicate-title: Another document has the title “Why mud sticks” too. [b.md]
=== b.md
# Why mud sticks
  ^^^^^^^^^^^^^^ duplicate-title: Another document has the title “Why mud sticks” too. [a.md]
=== c.md
# On boots
See [[why mud sticks]].
      ^^^^^^^^^^^^^^ ambiguous-reference: 2 documents answer to “why mud sticks”. [a.md, b.md]
`);
});

test('pages may share a title until somebody names it', () => {
  check(`
=== a/readme.md
# Read me
=== b/readme.md
# Read me
`);
  check(`
=== a/readme.md
# Read me
  ^^^^^^^ duplicate-title: Another document has nearly the same title: they differ in case or punctuation only. [b/readme.md]
=== b/readme.md
# Read me!
  ^^^^^^^^ duplicate-title: Another document has nearly the same title: they differ in case or punctuation only. [a/readme.md]
=== c.md
[[Read me]]
`);
});

test('a link to a file that is not there', () => {
  check(`
=== soil/mud.md
# Mud
[a](../gone.md), [b](mud.md), [c](oven.png), ![d](gone.png), [e](https://example.org/gone.md)
    ^^^^^^^^^^ broken-link: There is no file “gone.md” in this corpus.
                                                  ^^^^^^^^ broken-link: There is no file “soil/gone.png” in this corpus.
=== soil/oven.png
no picture
`);
});

test('papers never dangle', () => {
  check(`
=== mud.md
# Mud
## Related papers in this collection 3
- [[On the Stickiness of Clay]]
- On the Depth of Puddles
- [On Boots](https://example.org/boots)
`);
});

test('ordinary questions are silent', () => {
  check(`
=== mud.md
# Mud
Which raises the deeper question: why does mud stick at all? Nobody knows why it does.
`);
});
