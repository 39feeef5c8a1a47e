import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentHighlights } from '../../../server/core/index.ts';
import { drawn, type Mark, readFixture, snapshotOf } from '../../fixture.ts';

/** What is underlined is highlighted, with its kind, whichever of these words the cursor stands in. */
function check(picture: string, ...words: readonly string[]): void {
  for (const word of words) {
    const { files, marks, cursor } = readFixture(picture.replace(word, `${word.slice(0, 1)}$$0${word.slice(1)}`));
    const found = documentHighlights(snapshotOf(files), cursor!).map(
      ({ span, kind }): Mark => ({ path: cursor!.path, span, label: kind }),
    );
    assert.equal(drawn(files, found), drawn(files, marks), word);
  }
}

test('a document’s own title, wherever it says it, and what leads back to it', () => {
  check(
    `
=== mud.md
---
title: Why does mud stick?
       ^^^^^^^^^^^^^^^^^^^ title
aliases: [wet clay]
          ^^^^^^^^ title
---
# Why does mud stick?
  ^^^^^^^^^^^^^^^^^^^ title
See [[wet clay]] or [it](mud.md), and [[mud]].
      ^^^^^^^^ reference
                         ^^^^^^ reference
                                        ^^^ reference
`,
    'Why does',
    'wet clay]\n',
    'stick?\n  ^^^^^^^^^^^^^^^^^^^ title\nSee',
    'wet clay]]',
    'mud.md)',
    'mud]]',
  );
});

test('mentions, wikilinks, links and entries of another document, in any spelling', () => {
  check(
    `
=== mud.txt
Why does mud stick to boots?
Clay.
Original note title
wet clay sticks to boots
=== rain.md
# Rain
We ask why does MUD stick to boots, as [[Wet clay sticks to boots#So|it]] and [it](mud.txt) say.
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ reference
                                         ^^^^^^^^^^^^^^^^^^^^^^^^ reference
                                                                                   ^^^^^^^ reference
## Sources 1 note
- Why does mud stick to boots?
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reference
`,
    'MUD',
    'Wet clay',
    'mud.txt)',
    'stick to boots?\n  ^',
  );
});

test('titles that several documents have, a title that nobody has, a file that is not there', () => {
  check(
    `
=== a.md
# Mud
=== b.md
# Mud
=== rain.md
# Rain
[[Mud]], [[mud]] and [[a]].
  ^^^ reference
           ^^^ reference
`,
    'Mud]]',
    'mud]]',
  );
  check(
    `
=== rain.md
# Rain
[[Why is it (so) wet?]] and, since why is it (so) wet, [[Why is it so wet?]].
  ^^^^^^^^^^^^^^^^^^^ reference
                                   ^^^^^^^^^^^^^^^^^^ reference
`,
    'Why is it (so',
    'why is it (so',
  );
  check(
    `
=== rain.md
# Rain
[it](gone.md) and [that](./gone.md), not [[gone]].
     ^^^^^^^ reference
                         ^^^^^^^^^ reference
`,
    'gone.md',
    'gone.md),',
  );
});
