import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentAt, outgoing, type Snapshot } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';

/** What a document names, a role and then a line for each. */
function named(snapshot: Snapshot, path: string): string {
  return outgoing(snapshot, documentAt(snapshot, path)!)
    .flatMap(({ role, named }) => [
      `${role}:`,
      ...named.map(({ title, status, targets, references }) => {
        const leads = targets.length > 0 ? ` → ${targets.map(({ path }) => path).join(', ')}` : '';
        return `  ${title} ${status}${leads}, ${references.map(({ form }) => form).join(' and ')}`;
      }),
    ])
    .join('\n');
}

const OTHERS = `
=== mud.txt
Why does mud stick to boots?

Clay holds on.

Original note title

wet clay is what sticks to boots
=== clay.md
# What is clay made of?
=== one.md
# Twice as wet as that
=== two.md
# Twice as wet as that
=== gravel.txt
INQUIRING LINE

Is gravel worth its price?

It is.

Sources 0 notes
`;

const SPACED = `
INQUIRING LINE

Does rain make a path worse?

It is known What is clay made of? — and Why does mud stick to boots?, and wet clay is what
sticks to boots, and so Why does sand not stick at all? and again What is clay made of?.

Sources 4 notes

Why does mud stick to boots?

Clay holds on.

What is clay made of?

Plates.

Why does sand not stick at all?

Grains.

Twice as wet as that

It is.

Next inquiring lines

Is gravel worth its price?
`;

test('what an inquiry names: its sources in list order, its body in text order, then where it may lead', () => {
  const { files } = readFixture(`${OTHERS}=== rain.txt\n${SPACED.trimStart()}`);
  const expected = `
sources:
  Why does mud stick to boots? resolved → mud.txt, entry
  What is clay made of? resolved → clay.md, entry
  Why does sand not stick at all? missing, entry
  Twice as wet as that ambiguous → one.md, two.md, entry
body:
  What is clay made of? resolved → clay.md, mention and mention
  Why does mud stick to boots? resolved → mud.txt, mention and mention
  Why does sand not stick at all? missing, mention
next:
  Is gravel worth its price? resolved → gravel.txt, entry`;
  assert.equal(named(snapshotOf(files), 'rain.txt'), expected.trimStart());
  const windows = new Map([...files].map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]));
  assert.equal(named(snapshotOf(windows), 'rain.txt'), expected.trimStart(), 'CRLF');
});

test('what a note names in the dense layout: related concepts, and who uses it', () => {
  const { files } = readFixture(`${OTHERS}=== loam.txt
Why is loam the best of soils?
It is a mixture, unlike What is clay made of?.
Inquiring lines that use this note as a source 2
- Is gravel worth its price?
- Does ice break a path?
Related concepts in this collection 1
-
Why does mud stick to boots?
Clay holds on.
grounds: the adhesion
`);
  assert.equal(
    named(snapshotOf(files), 'loam.txt'),
    `
body:
  What is clay made of? resolved → clay.md, mention
related:
  Why does mud stick to boots? resolved → mud.txt, entry
used-by:
  Is gravel worth its price? resolved → gravel.txt, entry
  Does ice break a path? missing, entry`.trimStart(),
  );
});

test('what a page names: wikilinks by title and file, links to files that are there or not, never itself', () => {
  const { files } = readFixture(`${OTHERS}=== page.md
# A page of some words
[[clay]], [[What is clay made of?|clay]], [the mud](mud.txt#top), [gone](gone.md), [gone too](gone.md), [[page]],
[[A page of some words]], [[Nobody (at all) | has # this]], [out](https://example.com) and ![[oven.png]].
`);
  assert.equal(
    named(snapshotOf(files), 'page.md'),
    `
body:
  What is clay made of? resolved → clay.md, wikilink and wikilink
  Why does mud stick to boots? resolved → mud.txt, link
  gone.md broken, link and link
  Nobody (at all) missing, wikilink
  oven.png missing, wikilink`.trimStart(),
  );
  assert.equal(named(snapshotOf(files), 'clay.md'), '', 'a page that names nobody');
});
