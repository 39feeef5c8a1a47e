import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics, documentsOf, ignoredTitles, type TitlesToIgnore } from '../../../server/core/index.ts';
import { drawn, type Mark, readFixture, snapshotOf } from '../../fixture.ts';

/** Everything that is wrong is underlined with its code, its message, and the documents that come with it. */
function check(picture: string, ignored: TitlesToIgnore = []): void {
  const { files, marks } = readFixture(picture);
  const snapshot = snapshotOf(files);
  const found = documentsOf(snapshot).flatMap((document) =>
    diagnostics(snapshot, document, ignoredTitles(ignored)).map(({ code, message, span, related }): Mark => {
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
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unmentioned-source: The text does not name “Why does the mud stick to boots?”, which the Sources list.
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

test('a heading that is not there, by its words and as sites call it', () => {
  check(`
=== mud.md
# Why mud sticks
## How *clay* holds: plates
## Water
> ## In a quote
### Why
<a id="grip"></a>
## Pressed {#pressed-clay}
## Water
=== rain.md
# Rain
[[Why mud sticks#How clay holds plates]], [[Why mud sticks#how clay holds: plates|so]], [[Why mud sticks#Water#Why]]
[a](mud.md#how-clay-holds-plates), [b](mud.md#water-1), [c](mud.md#grip), [d](mud.md#pressed-clay), [e](mud.md#in-a-quote)
[[Why mud sticks#^block]], [a](mud.md#L10), [b](mud.md#top), [c](mud.md#why%20mud%20sticks), [d](mud#water)
[[Why mud sticks#Sand|so]] and [[Why mud sticks#Water#Sand]]
  ^^^^^^^^^^^^^^^^^^^^^^ broken-anchor: “Why mud sticks” has no heading “Sand”. [mud.md]
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^ broken-anchor: “Why mud sticks” has no heading “Sand”. [mud.md]
[a](mud.md#water-2), [b](<mud.md#of sand>)
    ^^^^^^^^^^^^^^ broken-anchor: “Why mud sticks” has no heading “water-2”. [mud.md]
                          ^^^^^^^^^^^^^^ broken-anchor: “Why mud sticks” has no heading “of sand”. [mud.md]
[[Nobody#Sand]]
  ^^^^^^ dangling-reference: No document has the title “Nobody”.
`);
});

test('headings of a plain text are its title and its sections', () => {
  check(`
=== mud.txt
Why does mud stick?

Clay holds on.

Original note title

wet clay sticks
=== rain.md
# Rain
[[Why does mud stick?#Original note title]], [[Why does mud stick?#Why does mud stick?]]
[[Why does mud stick?#Water]]
  ^^^^^^^^^^^^^^^^^^^^^^^^^ broken-anchor: “Why does mud stick?” has no heading “Water”. [mud.txt]
`);
});

test('titles that nothing is to be told of, everywhere or in some documents', () => {
  const picture = (one: string, two: string): string => `
=== a.md
# Why mud sticks
[[Is sand dry?]] [[Gravel]]
${one}
=== b.md
# Why boots leak
[[Is sand dry?]]
${two}
`;
  const gravel = '                   ^^^^^^ dangling-reference: No document has the title “Gravel”.';
  const sand = '  ^^^^^^^^^^^^ dangling-reference: No document has the title “Is sand dry?”.';
  check(picture(gravel, ''), [['is  SAND dry', true]]);
  check(picture(gravel, sand), [['Is sand dry?', ['a.md', 'c.md']]]);
  check(
    `
=== a.md
# Why mud sticks
=== b.md
# Why mud sticks
  ^^^^^^^^^^^^^^ duplicate-title: Another document has the title “Why mud sticks” too. [a.md]
=== c.md
[[Why mud sticks]] [gone](gone.md)
                          ^^^^^^^ broken-link: There is no file “gone.md” in this corpus.
`,
    [['Why mud sticks', ['a.md', 'c.md']]],
  );
});
