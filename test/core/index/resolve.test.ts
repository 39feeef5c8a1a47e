import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolvePath } from '../../../server/core/index/resolve.ts';
import { findTitle } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';
import { checkReferences as check } from '../checkReferences.ts';

// Exact title → alias → folded title or alias → (wikilinks only) file stem or path suffix.

test('an exact title beats one that is the same but for case or marks', () => {
  check(`
=== a.md
# Why mud sticks
=== b.md
# Why Mud Sticks
=== c.md
# Why mud sticks?
=== d.md
# On boots
[[Why mud sticks]], [[Why Mud Sticks]], [[Why mud sticks?]], [[WHY MUD STICKS]].
  ^^^^^^^^^^^^^^ wikilink in body → a.md
                      ^^^^^^^^^^^^^^ wikilink in body → b.md
                                          ^^^^^^^^^^^^^^^ wikilink in body → c.md
                                                               ^^^^^^^^^^^^^^ wikilink in body → a.md | b.md | c.md
So Why mud sticks and Why mud sticks? and why mud sticks.
   ^^^^^^^^^^^^^^ mention in body → a.md
                      ^^^^^^^^^^^^^^^ mention in body → c.md
                                          ^^^^^^^^^^^^^^ mention in body → a.md | b.md | c.md
`);
});

test('a title beats an alias, an alias beats what is only nearly the same', () => {
  check(`
=== a.md
# What boots know
=== b.md
---
aliases: [What boots know, Boots know it]
---
# Mud
=== c.md
# Boots Know It
=== d.md
# On boots
[[What boots know]], [[what boots know]], [[Boots know it]] and [[Boots Know It]].
  ^^^^^^^^^^^^^^^ wikilink in body → a.md
                       ^^^^^^^^^^^^^^^ wikilink in body → a.md | b.md
                                            ^^^^^^^^^^^^^ wikilink in body → b.md
                                                                  ^^^^^^^^^^^^^ wikilink in body → c.md
`);
});

test('two documents of one title are both named, in every form', () => {
  check(`
=== a.md
# Why does mud stick?
=== b.txt
INQUIRING LINE

Why does mud stick?

=== c.txt
INQUIRING LINE

What about boots?

We ask Why does mud stick? again.
       ^^^^^^^^^^^^^^^^^^^ mention in body → a.md | b.txt

Sources 1 note

Why does mud stick?
^^^^^^^^^^^^^^^^^^^ entry in sources → a.md | b.txt

It does.
`);
});

test('a title beats a file of that name; a bare mention never names a file', () => {
  check(`
=== why mud sticks.md
# Clay
=== deep.md
# Deep mud is cold
=== other.md
# deep
=== d.md
# On boots
[[why mud sticks]] but why mud sticks is no title, and [[deep]] is one.
  ^^^^^^^^^^^^^^ wikilink in body → why mud sticks.md
                                                         ^^^^ wikilink in body → other.md
`);
});

test('the text under “Original note title” is an alias', () => {
  check(`
=== mud.txt
Why does mud stick?
Clay holds on.
Original note title
wet clay sticks to everything — it always has
=== a.md
# On boots
Wet clay sticks to everything – it always has. And [[wet clay sticks to everything - it always has]].
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mention in body → mud.txt
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wikilink in body → mud.txt
`);
});

test('no part of a title is a title', () => {
  check(`
=== mud.md
# Why does mud stick to boots?
=== a.md
# On boots
[[Why does mud stick]], [[mud]], [[boots]] and does mud stick to boots.
  ^^^^^^^^^^^^^^^^^^ wikilink in body → dangling
                          ^^^ wikilink in body → mud.md
                                   ^^^^^ wikilink in body → dangling
`);
});

test('front matter names a document, its first heading does where there is none, else its file', () => {
  check(`
=== one.md
---
title: "Rain: a story"
---
# A chapter
=== two.md
Just words.
=== three.md
# A heading with *emphasis* and \`code\`
=== links.md
# Links
[[Rain: a story]], [[A chapter]], [[two]], [[A heading with emphasis and code]].
  ^^^^^^^^^^^^^ wikilink in body → one.md
                     ^^^^^^^^^ wikilink in body → dangling
                                    ^^^ wikilink in body → two.md
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wikilink in body → three.md
`);
});

test('a title that somebody types is found as a wikilink would find it', () => {
  const snapshot = snapshotOf(
    readFixture(`
=== soil/mud.md
# Why does mud stick?
`).files,
  );
  const found = (title: string): string => {
    const resolution = findTitle(snapshot, title);
    return resolution.status === 'resolved' ? resolution.target.path : resolution.status;
  };
  assert.equal(found('WHY DOES MUD STICK'), 'soil/mud.md');
  assert.equal(found('mud'), 'soil/mud.md');
  assert.equal(found('soil/mud.md'), 'soil/mud.md');
  assert.equal(found('soil/mud'), 'soil/mud.md');
  assert.equal(found('why does'), 'dangling');
});

test('of several files with one stem the name says which: all, by the end of the path, or the whole of it', () => {
  const snapshot = snapshotOf(
    readFixture(`
=== mud.md
# A
=== soil/mud.md
# B
=== wet/soil/mud.markdown
# C
`).files,
  );
  const found = (title: string): string => {
    const resolution = findTitle(snapshot, title);
    if (resolution.status === 'dangling') return 'dangling';
    return resolution.status === 'resolved'
      ? resolution.target.path
      : resolution.targets.map(({ path }) => path).join(' | ');
  };
  assert.equal(found('mud'), 'mud.md | soil/mud.md | wet/soil/mud.markdown');
  assert.equal(found('MUD.md'), 'mud.md');
  assert.equal(found('mud.markdown'), 'wet/soil/mud.markdown');
  assert.equal(found('soil/mud'), 'soil/mud.md');
  assert.equal(found('wet/soil/mud'), 'wet/soil/mud.markdown');
  assert.equal(found('oil/mud'), 'dangling');
});

test('the path of a link, with or without its ending', () => {
  const snapshot = snapshotOf(
    new Map(['a.md', 'b.markdown', 'c.txt', 'd', 'd.md'].map((path) => [path, `# ${path}\n`])),
  );
  const found = (path: string): string => {
    const resolution = resolvePath(snapshot, path);
    return resolution.status === 'resolved' ? resolution.target.path : resolution.status;
  };
  assert.deepEqual(['a.md', 'a', 'b', 'c', 'd', 'A', ''].map(found), [
    'a.md',
    'a.md',
    'b.markdown',
    'dangling',
    'd.md',
    'dangling',
    'dangling',
  ]);
});
