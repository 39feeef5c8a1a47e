import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentAt, resolvedReferencesOf } from '../../../server/core/index.ts';
import { snapshotOf } from '../../fixture.ts';
import { checkReferences as check } from '../checkReferences.ts';

test('a bare title in prose is a reference, with its question mark and without the full stop behind it', () => {
  check(`
=== mud.txt
Why does mud stick to boots?
Clay platelets slide and hold.
Original note title
wet clay sticks

=== rain.txt
INQUIRING LINE

Does rain cause mud?

It does, as we know from Why does mud stick to boots?. That is all.
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mention in body → mud.txt
`);
});

test('two titles back to back, and a title that is the beginning of a longer one', () => {
  check(`
=== a.md
# Why does mud stick?
=== b.md
# Why does mud stick to boots?
=== c.md
# Something else entirely
We ask Why does mud stick to boots? Why does mud stick? and go on.
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mention in body → b.md
                                    ^^^^^^^^^^^^^^^^^^^ mention in body → a.md
`);
});

test('a missing note is known once an entry or a wikilink names it: then its bare mentions dangle too', () => {
  check(`
=== rain.txt
INQUIRING LINE

Does rain cause mud?

We know Why does mud stick to boots? well. Nobody knows Why does sand not stick at all?
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mention in body → dangling

Sources 1 notes

Why does mud stick to boots?
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ entry in sources → dangling

Clay platelets slide and hold.

=== wind.md
# On wind and weather
See [[Who has seen the wind?|this]], and Why does mud stick to boots?
      ^^^^^^^^^^^^^^^^^^^^^^ wikilink in body → dangling
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mention in body → dangling
`);
});

test('a text that names the same thousands of times, each time told', () => {
  const title = 'Why does mud stick to boots?';
  const files = new Map([
    ['mud.md', `# ${title}\n`],
    ['rain.md', `# Rain\n${`So ${title}\n`.repeat(5000)}`],
  ]);
  const snapshot = snapshotOf(files);
  const places = resolvedReferencesOf(snapshot, documentAt(snapshot, 'rain.md')!).map(
    ({ reference }) => reference.span.start,
  );
  const line = title.length + 4;
  assert.deepEqual(
    places,
    Array.from({ length: 5000 }, (_, at) => 10 + at * line),
  );
});
