import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics, documentAt, documentsOf, ignoredTitles, newNote } from '../../../server/core/index.ts';
import { drawn, type Mark, readFixture, snapshotOf } from '../../fixture.ts';

/** What may be meant for a title is underlined with what is told of it, and the documents that come with it. */
function check(picture: string, ignored: string[] = []): void {
  const { files, marks } = readFixture(picture);
  const snapshot = snapshotOf(files);
  const titles = ignoredTitles(ignored.map((each) => [each, true] as const));
  const found = documentsOf(snapshot).flatMap((document) =>
    diagnostics(snapshot, document, titles)
      .filter(({ code }) => code === 'possible-reference')
      .map(({ message, span, related }): Mark => {
        const paths = related.map((each) => each.path).join(', ');
        return { path: document.path, span, label: `${message}${paths && ` [${paths}]`}` };
      }),
  );
  assert.equal(drawn(files, found), drawn(files, marks));
}

const BOOTS = '=== mud.md\n---\naliases: [Why is wet clay sticky?]\n---\n# Why does mud stick to boots?\n';

test('nearly a title or an alias, in all layouts; and what looks like a title', () => {
  check(`${BOOTS}=== rain.md
# Rain
So it is Why does mud stick on boots?. And so Why is wet clay so sticky? — and
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This is nearly “Why does mud stick to boots?”. Did you mean that? [mud.md]
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^ This is nearly “Why is wet clay sticky?”. Did you mean that? [mud.md]
so Does sand dry in the wind?, we know.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^ This looks like a title, and no document has it: “Does sand dry in the wind?”.
=== sand.txt
INQUIRING LINE
What is sand good for?
It is sand that is dry, and Why does mud
So it is Why does the mud stick to boots?, we know from Does sand dry in the wind?.
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This is nearly “Why does mud stick to boots?”. Did you mean that? [mud.md]
                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ This looks like a title, and no document has it: “Does sand dry in the wind?”.
=== snow.txt
INQUIRING LINE

What is snow good for?

So it is Why does mud
         ^^^^^^^^^^^^ …
stik to boots?, we know.
^^^^^^^^^^^^^^ This is nearly “Why does mud stick to boots?”. Did you mean that? [mud.md]

Sources 1 note

Is snow ever dry?

As it is in Does sand dry in the wind?. Why does mud stik to boots?
            ^^^^^^^^^^^^^^^^^^^^^^^^^^ This looks like a title, and no document has it: “Does sand dry in the wind?”.
`);
});

test('nearly the title of a missing note, which some list names', () => {
  check(`
=== rain.md
---
kind: inquiry
---
# Rain
So it is Does sand dry in wind?.
         ^^^^^^^^^^^^^^^^^^^^^^ This is nearly “Does sand dry in the wind?”. Did you mean that?

## Sources

- Does sand dry in the wind?
`);
});

test('at the beginning of a sentence only what can hardly be meant otherwise', () => {
  check(`${BOOTS}=== rain.md
# Rain
Why does mud stik to boots? It is clay. Why does glue stick to boots? It is glue. Why does mud stick to roads? Why not.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ This is nearly “Why does mud stick to boots?”. Did you mean that? [mud.md]

Why does mud not stick to boots? Does it stick? Why does mud stick? It is clay.
`);
});

test('other numbers, other signs and the opposite are other titles', () => {
  check(`
=== c.md
# How does one learn C++ well?
=== flood.md
# Why did the river flood in 1342?
=== mud.md
# Why does mud stick to boots?
=== rain.md
# Rain
Of How does one learn C well?, Why did the river flood in 1343?, and Why does mud never stick to boots?.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^ This looks like a title, and no document has it: “How does one learn C well?”.
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This looks like a title, and no document has it: “Why did the river flood in 1343?”.
                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This looks like a title, and no document has it: “Why does mud never stick to boots?”.
`);
});

test('a title beside it, which only the corpus knows', () => {
  check(`
=== clay.md
# Wet clay holds on
=== rain.md
# Rain
Wet clay holds on Does sand dry in the wind?, it does. So Can sand hold water? Wet clay holds on, as we know.
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ This looks like a title, and no document has it: “Does sand dry in the wind?”.
                                                          ^^^^^^^^^^^^^^^^^^^^ This looks like a title, and no document has it: “Can sand hold water?”.
`);
});

test('nothing of what is a reference, of a document’s own title, or of what the reader wants to hear nothing of', () => {
  check(
    `${BOOTS}So it is Why does mud stick on boots?, and Why does mud stick to boots?.
=== rain.md
# Rain
So it is Why does mud stick to boots?, [[Does sand dry in the wind?]], so Does sand dry in the wind?.
And so Does gravel ever get wet?, it does.
`,
    ['does gravel ever get wet'],
  );
});

test('it goes when the note is made, and in all files that have it', () => {
  const { files } = readFixture(`
=== rain.md
# Rain
So it is Does sand dry in the wind?. It does.
=== snow.md
# Snow
We know *Does sand
dry in the wind?* — and so on.
`);
  const before = snapshotOf(files);
  const made = newNote(before, 'Does sand dry in the wind?');
  assert.ok('text' in made);
  const after = snapshotOf(new Map([...files, [made.path, made.text]]));
  const count = (snapshot: typeof before): number[] =>
    ['rain.md', 'snow.md'].map((path) => diagnostics(snapshot, documentAt(snapshot, path)!).length);
  assert.deepEqual(count(before), [1, 1]);
  assert.deepEqual(count(after), [0, 0]);
});
