import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundle, documentAt, documentsOf } from '../../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../../fixture.ts';
import { corpus, holds } from '../../arbitraries.ts';

const WALK = `
=== rain.txt
INQUIRING LINE
Does rain make a path worse?
It does.
Sources 5 notes
Why does mud stick to boots?
Clay platelets hold.
Nobody has written this one
Grains without plates.
Clay
Plates.
Twice told
It is told twice.
An empty one is here
It says nothing.
=== mud.txt
Why does mud stick to boots?

Clay platelets slide
over each other.

Inquiring lines that use this note as a source 1

- Does rain make a path worse?

Original note title

wet clay sticks
=== clay.md
---
title: Clay
date: 2024-01-01
---

# Clay

Plates of *silicate*.

## How it holds

By water.

## Related concepts in this collection 1

- [[Why does mud stick to boots?]]

## Afterwards

It dries.
=== one.md
# Twice told
=== two.md
# Twice told
=== empty.md
An empty one is here
====================
`;

function bundled(picture: string, path: string, longest: number, prompt = 'Be kind.\n'): string {
  const snapshot = snapshotOf(readFixture(picture).files);
  return bundle(snapshot, documentAt(snapshot, path)!, prompt, longest);
}

test('the prompt, and behind it each source: its title, what the inquiry says of it, and the text of the note', () => {
  assert.equal(
    bundled(WALK, 'rain.txt', 10_000),
    `Be kind.

# Sources

## 1. Why does mud stick to boots?

Summary: Clay platelets hold.

Clay platelets slide
over each other.

## 2. Nobody has written this one

Summary: Grains without plates.

[There is no note of this title yet, so that only the summary is here.]

## 3. Clay

Summary: Plates.

Plates of *silicate*.

## How it holds

By water.

## Afterwards

It dries.

## 4. Twice told

Summary: It is told twice.

[Several notes have this title, so that only the summary is here.]

## 5. An empty one is here

Summary: It says nothing.

[The note has no text of its own.]
`,
  );
});

test('sources without titles, and no sources', () => {
  const lost = '\n=== a.txt\nINQUIRING LINE\nIs it so?\nIt is.\nSources 1 note\nIt is said of something.\n';
  assert.equal(
    bundled(lost, 'a.txt', 1000),
    `Be kind.

# Sources

## 1. A source whose title is lost

Summary: It is said of something.

[There is no note of this title, so that only the summary is here.]
`,
  );
  assert.equal(
    bundled('\n=== a.md\n---\nkind: inquiry\n---\n# A\n', 'a.md', 1000),
    'Be kind.\n\n# Sources\n\nNone are listed.\n',
  );
});

/** An inquiry of three sources, the texts of which have so many words. */
const long = (...words: readonly number[]): string =>
  [
    '\n=== a.md\n---\nkind: inquiry\n---\n# A\n\n## Sources 3 notes\n',
    ...words.map((_, at) => `- [[Note ${at}]] — Of ${at}.`),
    ...words.map((count, at) => `=== ${at}.md\n# Note ${at}\n\n${'word '.repeat(count).trim()}.`),
    '',
  ].join('\n');

test('what does not fit is left out, from the end, and that is said', () => {
  const [before, ...texts] = bundled(long(10, 200, 200), 'a.md', 1000).split(/\n(?=## )/);
  assert.equal(before, 'Be kind.\n\n# Sources\n');
  assert.deepEqual(
    texts.map((each) => each.replace(/(?:word ){3,}/g, (run) => `${run.length / 5} × word `).trim()),
    [
      '## 1. Note 0\n\nSummary: Of 0.\n\n9 × word word.',
      '## 2. Note 1\n\nSummary: Of 1.\n\n97 × word word\n\n[The rest of this note, 510 characters, is left out.]',
      '## 3. Note 2\n\nSummary: Of 2.\n\n[The text of this note, 1000 characters, is left out.]',
    ],
  );
  assert.match(
    bundled(long(10, 10, 10), 'a.md', 350),
    /## 1\. [\s\S]*\n\[2 more sources are left out, to keep this text short\.\]\n$/,
  );
  assert.match(
    bundled(long(1, 1, 1), 'a.md', 0, 'x'.repeat(500)),
    /^x{500}\n\n# Sources\n\n\[3 more sources are left out/,
  );
});

test('property: never longer than it may be, but for a prompt that is so itself; and the same each time', () => {
  holds(corpus, (files) => {
    const snapshot = snapshotOf(new Map(files.map(({ path, text }) => [path, text])));
    for (const document of documentsOf(snapshot)) {
      for (const longest of [150, 400, 900]) {
        const text = bundle(snapshot, document, 'Be kind.', longest);
        assert.ok(text.length <= longest, `${text.length} of ${longest}: ${text}`);
        assert.equal(text, bundle(snapshot, document, 'Be kind.', longest));
      }
    }
  });
});
