import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DiagnosticCode, diagnostics, documentsOf } from '../../../server/core/index.ts';
import { drawn, type Mark, readFixture, snapshotOf } from '../../fixture.ts';

/** What is wrong with the lists is underlined with its code, its message, and the documents that come with it. */
function check(picture: string, ...silent: readonly DiagnosticCode[]): void {
  const { files, marks } = readFixture(picture);
  const snapshot = snapshotOf(files);
  const found = documentsOf(snapshot).flatMap((document) =>
    diagnostics(snapshot, document)
      .filter(({ code }) => code !== 'dangling-reference' && !silent.includes(code))
      .map(({ code, message, span, related }): Mark => {
        const paths = related.map((each) => each.path).join(', ');
        return { path: document.path, span, label: `${code}: ${message}${paths && ` [${paths}]`}` };
      }),
  );
  assert.equal(drawn(files, found), drawn(files, marks));
}

test('books that are straight, in three layouts', () => {
  check(`
=== a.txt
INQUIRING LINE

Is a boot a home for mud?

So Why does mud stick to boots?, and then How deep is a puddle?.

Sources 2 notes

Why does mud stick to boots?

Clay holds on.

How deep is a puddle?

To the knee.
=== b.md
---
kind: inquiry
---
# Is rain to blame?

As in [[Why does mud stick to boots?]].

## Sources 1 note

- [[Why does mud stick to boots?]] — Clay holds on.
=== mud.txt
Why does mud stick to boots?
Wet clay holds on.
Inquiring lines that use this note as a source 2
- Is a boot a home for mud?
- Is rain to blame?
Related concepts in this collection 1
-
How deep is a puddle?
Nobody has looked.
grounds: a puddle is where mud is
`);
});

test('the body and the Sources disagree', () => {
  check(
    `
=== a.txt
INQUIRING LINE

Is a boot a home for mud?

So Why does mud stick to boots?, then [[Sand]], and How deep is a puddle?. But Why does mud stick to boots?, we ask.
                                        ^^^^ unlisted-source: The Sources do not list “Sand”, which the text names here. [a.txt]

Sources 3 notes

How deep is a puddle?

To the knee.

Why does mud stick to boots?

Clay holds on.

Who has seen the rain?
^^^^^^^^^^^^^^^^^^^^^^ unmentioned-source: The text does not name “Who has seen the rain?”, which the Sources list.

Neither you nor I.
`,
    'source-order',
  ); // prettier-ignore
});

test('no Sources, no sources named, titles lost, links to inquiries and in passing: nothing to report', () => {
  check(`
=== a.txt
INQUIRING LINE

Is a boot a home for mud?

So Why does mud stick to boots?.

Next inquiring lines
=== b.txt
INQUIRING LINE

Is it raining in there?

It is to be written.

Sources 1 note

Why does mud stick to boots?

Clay holds on.
=== c.md
---
kind: inquiry
---
# Is rain to blame?

As [[Is a boot a home for mud?]] and the [readme](readme.md) say, [[Why does mud stick to boots?]].

## Sources 1 note

- [[Why does mud stick to boots?]] — Clay holds on.
=== readme.md
# Read me
`);
  check(`
=== d.txt
INQUIRING LINE

What is it about puddles?

As How deep is a puddle? says.

Sources 1 note

To the knee it goes, and then further.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ lost-title: This entry has lost its title.
=== puddle.md
---
kind: note
---
# How deep is a puddle?
`);
});

test('Sources in paragraphs, or in a table: what they name is listed', () => {
  check(`
=== a.md
---
kind: inquiry
---
# Is rain to blame?

As [[Why does mud stick to boots?]] and [[How deep is a puddle?]] say.

## Sources 3 notes

[[Why does mud stick to boots?]]

| what | says |
|---|---|
| [[How deep is a puddle?]] | To the knee. |
`);
});

test('the order of first mention', () => {
  check(`
=== a.txt
INQUIRING LINE

Is a boot a home for mud?

So Why does mud stick to boots?, then How deep is a puddle?.

Sources 2 notes
^^^^^^^^^^^^^^^ source-order: The Sources do not stand in the order in which the text names them: “How deep is a puddle?” comes too early. [a.txt]

How deep is a puddle?

To the knee.

Why does mud stick to boots?

Clay holds on.
`);
});

test('a note’s list of inquiries and their Sources disagree', () => {
  check(`
=== a.txt
INQUIRING LINE

Is a boot a home for mud?

So Why does mud stick to boots?.

Sources 1 note

Why does mud stick to boots?

Clay holds on.
=== b.md
---
kind: inquiry
---
# Is rain to blame?

It is.
=== mud.txt
Why does mud stick to boots?

Wet clay holds on.

Inquiring lines that use this note as a source 2
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-backlink: This list misses “Is a boot a home for mud?”, which has this note among the sources. [a.txt]

- Is rain to blame?
  ^^^^^^^^^^^^^^^^^ stale-backlink: “Is rain to blame?” does not use this note. [b.md]

- Will anybody ask this?
`);
});

test('an inquiry that names the note in its text alone, or has lost its title, is not said to be stale', () => {
  check(
    `
=== a.txt
INQUIRING LINE

Is a boot a home for mud?

So Why does mud stick to boots?.
=== b.txt
INQUIRING LINE

Is rain to blame?

Sources 1 note

Clay holds on to whatever comes by.
=== c.txt
INQUIRING LINE

Is snow to blame?

As How deep is a puddle? says.

Sources 1 note

To the knee it goes, and then further.
=== puddle.md
# How deep is a puddle?
=== mud.txt
Why does mud stick to boots?

Wet clay holds on.

Inquiring lines that use this note as a source 3

- Is a boot a home for mud?

- Is rain to blame?

- Is snow to blame?
  ^^^^^^^^^^^^^^^^^ stale-backlink: “Is snow to blame?” does not use this note. [c.txt]
`,
    'lost-title',
  );
});

test('contradictory counts, a section twice, a list cut short, entries of nothing', () => {
  check(
    `
=== mud.txt
Why does mud stick to boots?
Wet clay holds on.
Inquiring lines that use this note as a source 15
                                               ^^ count-mismatch: The heading says 15, and there is 1 entry.
This note is a source for these inquiries.
- Is a boot a home for mud?
-
^ lost-title: This entry has neither a title nor a summary.
Related concepts in this collection 1
                                    ^ count-mismatch: The heading says 1, and there are no entries.
-
^ lost-title: This entry has neither a title nor a summary.
Related papers in this collection 3
                                  ^ count-mismatch: The heading says 3, and there are 2 entries.
- On the Stickiness of Clay
- On the Depth of Puddles
Related concepts in this collection 2
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ repeated-section: This document has such a section already. Put the two together. [mud.txt]
                                    ^ count-mismatch: The heading says 2, and there is 1 entry.
-
How deep is a puddle?
=== b.md
---
kind: inquiry
---
# Is rain to blame?

## Sources 4 notes
           ^ count-mismatch: The heading says 4, and there are 2 entries.

- [[Why does mud stick to boots?]] — Clay holds on.
-
^ lost-title: This entry has neither a title nor a summary.
- [Smith 2020](https://example.org/smith) — a paper.
`,
    'missing-backlink',
  ); // prettier-ignore
});

test('in Markdown, a dash over a paragraph is no empty entry', () => {
  check(`
=== mud.md
# Why does mud stick to boots?

## Related concepts in this collection 1

-

[[How deep is a puddle?]]

Nobody has looked.

-
^ lost-title: This entry has neither a title nor a summary.
`);
});

test('one note, different summaries: where most say the same, the others are told; of two, both are', () => {
  const inquiry = (title: string, said: string, mark = ''): string => `INQUIRING LINE

${title}

As Why does mud stick to boots? says.

Sources 1 note

Why does mud stick to boots?

${said}
${mark}`;
  check(`
=== a.txt
${inquiry('Is a boot a home for mud?', 'Clay holds on.', '^^^^^^^^^^^^^^ summary-drift: Another inquiring line says something else of “Why does mud stick to boots?”. [b.txt]\n')}
=== b.txt
${inquiry('Is rain to blame?', 'Sand does not hold on.', '^^^^^^^^^^^^^^^^^^^^^^ summary-drift: Another inquiring line says something else of “Why does mud stick to boots?”. [a.txt]\n')}
`);
  check(`
=== a.txt
${inquiry('Is a boot a home for mud?', 'Clay holds on.', '^^^^^^^^^^^^^^ summary-drift: 2 other inquiring lines say something else of “Why does mud stick to boots?”. [b.txt, c.txt]\n')}
=== b.txt
${inquiry('Is rain to blame?', 'Sand does not hold on.')}
=== c.txt
${inquiry('Is the sky to blame?', 'Sand does not\nhold on.')}
=== mud.md
# Why does mud stick to boots?
`);
});
