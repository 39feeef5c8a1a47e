import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentHighlights, references } from '../../../server/core/index.ts';
import { drawn, type Mark, readFixture, snapshotOf } from '../../fixture.ts';

/** All places that name what is at `$0`: those marked `here` are highlighted too, `title` comes with the declaration only. */
function check(picture: string): void {
  const { files, marks, cursor } = readFixture(picture);
  const snapshot = snapshotOf(files);
  const places = (declaration: boolean): Mark[] =>
    references(snapshot, cursor!, declaration).map(({ document, span }) => ({ path: document.path, span, label: '' }));
  const unlabelled = (list: readonly Mark[]): Mark[] => list.map((each) => ({ ...each, label: '' }));
  assert.equal(
    drawn(files, places(true)),
    drawn(files, unlabelled(marks.filter((each) => each.label !== 'only here'))),
  );
  assert.equal(
    drawn(files, places(false)),
    drawn(files, unlabelled(marks.filter((each) => !/title|only here/.test(each.label)))),
  );
  const highlights = documentHighlights(snapshot, cursor!).map(
    ({ span }): Mark => ({ path: cursor!.path, span, label: '' }),
  );
  assert.equal(drawn(files, highlights), drawn(files, unlabelled(marks.filter((each) => /\bhere$/.test(each.label)))));
}

test('all forms in which a note is named', () => {
  check(`
=== mud.txt
Why does mud stick?
^^^^^^^^^^^^^^^^^^^ title
Clay holds on.
Original note title
wet clay sticks
=== rain.txt
INQUIRING LINE

Does rain cause mud?

We ask Why does mud$0 stick?, since wet clay sticks.
       ^^^^^^^^^^^^^^^^^^^ here
                                  ^^^^^^^^^^^^^^^ here

Sources 1 note

Why does mud stick?
^^^^^^^^^^^^^^^^^^^ here

Clay holds on.

=== snow.md
# Snow
[it](mud.txt) and [[wet clay sticks]] and [[mud]]
     ^^^^^^^ there
                    ^^^^^^^^^^^^^^^ there
                                            ^^^ there
`);
});

test('a missing note has places, and no title', () => {
  check(`
=== rain.md
# Rain
See [[how deep the$0 puddle is]].
      ^^^^^^^^^^^^^^^^^^^^^^ here
=== snow.md
# Snow
So how deep the puddle is, and [[How deep the puddle is?]].
   ^^^^^^^^^^^^^^^^^^^^^^ there
                                 ^^^^^^^^^^^^^^^^^^^^^^^ there
`);
});

test('from a title', () => {
  check(`
=== mud.md
# Why does mu$0d stick?
  ^^^^^^^^^^^^^^^^^^^ title here
[[Why does mud stick?]]
  ^^^^^^^^^^^^^^^^^^^ only here
=== rain.md
# Rain
[[mud]]
  ^^^ there
`);
});

test('in plain prose there is nothing', () => {
  check(`
=== mud.md
# Mud
Brown$0 as it is.
=== rain.md
[[Mud]]
`);
});
