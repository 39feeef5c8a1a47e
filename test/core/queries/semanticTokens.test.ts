import assert from 'node:assert/strict';
import { test } from 'node:test';
import { semanticTokens } from '../../../server/core/index.ts';
import { drawn, type Mark, readFixture, snapshotOf } from '../../fixture.ts';
import { corpus, hardText, holds } from '../arbitraries.ts';

// How the titles in a text are coloured: `^^^` underlines each token, and behind it stand its modifiers, or `-` for none.

/** Checks the tokens of all files that have underlines, all of them. */
function check(picture: string): void {
  const { files, marks } = readFixture(picture);
  const snapshot = snapshotOf(files);
  const found = [...new Set(marks.map(({ path }) => path))].flatMap((path) =>
    semanticTokens(snapshot, path)!.map(
      ({ span, modifiers }): Mark => ({ path, span, label: modifiers.join(' ') || '-' }),
    ),
  );
  assert.equal(drawn(files, found), drawn(files, marks));
}

const NOTES = `
=== clay.md
# What is clay made of?
=== twin-a.md
# Bees are busy all day
=== twin-b.md
# Bees are busy all day
=== fog.txt
INQUIRING LINE

Does fog cause mud?

This explores fog.
`;

test('bare titles in prose: there, missing, ambiguous, of an inquiry; and the document’s own', () => {
  check(`${NOTES}
=== rain.txt
INQUIRING LINE

Does rain make a path worse?
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ declaration inquiry

It does, as we know from What is clay made of?. And bees are busy all day, too.
                         ^^^^^^^^^^^^^^^^^^^^^ -
                                                    ^^^^^^^^^^^^^^^^^^^^^ ambiguous
But Does fog cause mud? — and Why does sand not stick?, of course.
    ^^^^^^^^^^^^^^^^^^^ inquiry
                              ^^^^^^^^^^^^^^^^^^^^^^^^ missing

Sources 2 notes

What is clay made of?
^^^^^^^^^^^^^^^^^^^^^ -

Plates of silicate.

Why does sand not stick?
^^^^^^^^^^^^^^^^^^^^^^^^ missing

Grains without plates.
`);
});

test('the dense layout, with items behind dashes', () => {
  check(`${NOTES}
=== mud.txt
Why does mud stick to boots?
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ declaration
Clay platelets hold on.
Inquiring lines that use this note as a source 2
- Does fog cause mud?
  ^^^^^^^^^^^^^^^^^^^ inquiry
- Is gravel worth its price?
  ^^^^^^^^^^^^^^^^^^^^^^^^^^ missing
Related papers in this collection 1
- Platelets: a study of clay
Original note title
wet clay sticks to what presses it
`);
});

test('Markdown: the target of a wikilink; a link only where it leads nowhere', () => {
  check(`${NOTES}
=== path.md
# Paths
  ^^^^^ declaration inquiry

[[What is clay made of?#Plates|clay]], ![[twin-a]] and [[Bees are busy all day|bees]]; [[No such thing]].
  ^^^^^^^^^^^^^^^^^^^^^ -
                                          ^^^^^^ -
                                                         ^^^^^^^^^^^^^^^^^^^^^ ambiguous
                                                                                         ^^^^^^^^^^^^^ missing
[clay](clay.md) and [sand](sand.md), \`[[code]]\`.
                           ^^^^^^^ missing

## Sources 1 note

- [[What is clay made of?]] — plates
    ^^^^^^^^^^^^^^^^^^^^^ -
`);
});

test('a title is the document’s own, whatever stands in it', () => {
  check(`${NOTES}
=== path.md
# All about [[clay]] today
  ^^^^^^^^^^^^^^^^^^^^^^^^ declaration
`);
});

test('a title wrapped over two lines is two tokens, without the marks of a quote', () => {
  check(`${NOTES}
=== path.md
> We ask again: What is clay
                ^^^^^^^^^^^^ -
>   made of? And so on.
    ^^^^^^^^ -
`);
  const { files } = readFixture(`${NOTES}=== crlf.md\nA question\n\nWe ask: What is clay\r\nmade of? Yes.\n`);
  const tokens = semanticTokens(snapshotOf(files), 'crlf.md')!;
  assert.deepEqual(
    tokens.map(({ span }) => files.get('crlf.md')!.slice(span.start, span.end)),
    ['What is clay', 'made of?'],
  );
});

test('hard titles, and a title in front matter', () => {
  check(`
=== c.md
---
title: "How to learn C#?"
        ^^^^^^^^^^^^^^^^ declaration
---
How to learn C++ is not How to learn c# and not how to learn c/c++ (again).
                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^ -
[[Rain 🐝 | bread: (a+)+$]] and rain 🐝 | bread: (a+)+$!
  ^^^^^^^ missing
                                ^^^^^^^^^^^^^^^^^^^^^^^ -
=== d.md
# How to learn C/C++ (again)
=== e.md
# Rain 🐝 | bread: (a+)+$
`);
});

test('only what lies within a range; nothing for a file that is no document', () => {
  const { files } = readFixture(NOTES);
  const all = new Map([...files, ['x.md', 'See [[clay]], [[fog]] and [[sand]].']]);
  const snapshot = snapshotOf(all);
  const within = { start: 'See [[clay]], [['.length, end: 'See [[clay]], [[fog'.length };
  assert.deepEqual(semanticTokens(snapshot, 'x.md', within), [{ span: within, modifiers: ['inquiry'] }]);
  assert.equal(semanticTokens(snapshot, 'none.md'), undefined);
});

test('tokens are in order, apart from each other, not empty, and each on one line', () => {
  const verify = (files: ReadonlyMap<string, string>): void => {
    const snapshot = snapshotOf(files);
    for (const [path, text] of files) {
      let end = 0;
      for (const { span } of semanticTokens(snapshot, path) ?? []) {
        assert.ok(end <= span.start && span.start < span.end && span.end <= text.length, path);
        assert.doesNotMatch(text.slice(span.start, span.end), /[\r\n]/);
        end = span.end;
      }
    }
  };
  holds(corpus, (files) => verify(new Map(files.map(({ path, text }) => [path, text]))));
  for (const path of ['x.md', 'x.txt']) {
    holds(hardText, (text) =>
      verify(
        new Map([
          [path, text],
          ['y.md', '# why mud sticks\n'],
        ]),
      ),
    );
  }
});
