import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  documentAt,
  nextLines,
  prepareWords,
  reasonsInWords,
  related,
  type Snapshot,
  suggestedRelations,
} from '../../../../server/core/index.ts';
import { atOnce } from '../../../../server/core/steps.ts';
import { readFixture, snapshotOf } from '../../../fixture.ts';

/** Three inquiries on paths, four notes; one title no document has. */
export const PATHS = `
=== rain.txt
INQUIRING LINE

Does rain make a path worse?

This explores rain. So Why does mud stick to boots? and What is clay made of? and also How deep is the puddle?

Sources 3 notes

Why does mud stick to boots?

Plates that slide.

What is clay made of?

Plates of silicate.

How deep is the puddle?

It is deep.

Next inquiring lines
=== fog.md
---
kind: inquiry
---
# Does fog make a path worse?
See [[Why does mud stick to boots?]] and [[What is clay made of?]] and [[How deep is the puddle?]].
## Sources 3 notes
- [[Why does mud stick to boots?]] — Plates that slide.
- [[What is clay made of?]] — Plates of silicate.
- [[How deep is the puddle?]] — It is deep.
=== snow.txt
INQUIRING LINE
Does snow make a path worse?
This explores snow. So Why does mud stick to boots? and What is clay made of? and [[Who sweeps the paths?]]
Sources 2 notes
Why does mud stick to boots?
Plates that slide.
What is clay made of?
Plates of silicate.
=== mud.txt
Why does mud stick to boots?
Plates that slide over each other, a suspension of silicate.
Original note title
mud sticks to boots
=== clay.txt
What is clay made of?
Plates of silicate in a suspension, with water.
Original note title
clay is made of plates
=== puddle.md
# On deep water
A measure of [[Does rain make a path worse?]] by the ruler.
=== kettle.md
# On kettles
Limescale, steam and the whistle.
`;

const wordsOf = (snapshot: Snapshot): Snapshot => {
  for (const _ of prepareWords(snapshot));
  return snapshot;
};

const drawn = (snapshot: Snapshot, path: string, limit = 20): string => {
  const document = documentAt(snapshot, path)!;
  return related(snapshot, document, limit)
    .map((each) => {
      const reasons = reasonsInWords(document, each).join('; ');
      return `${each.document.path}${each.isJoined ? ' (joined)' : ''}: ${reasons}`;
    })
    .join('\n');
};

const PLAIN = snapshotOf(readFixture(PATHS).files);

test('inquiries by the sources that they share, notes by the inquiries that cite them together', () => {
  assert.equal(
    drawn(PLAIN, 'rain.txt'),
    `
fog.md: shares 3 sources: “How deep is the puddle?”, “What is clay made of?” …
snow.txt: shares 2 sources: “What is clay made of?”, “Why does mud stick to boots?”`.trim(),
  );
  assert.equal(drawn(PLAIN, 'mud.txt'), 'clay.txt: cited together by 3 inquiring lines');
  assert.equal(drawn(PLAIN, 'mud.txt', 0), '');
});

test('what is joined is said to be so; a note that shares nothing is not related', () => {
  const files = readFixture(PATHS.replace('with water.', 'with water, says Why does mud stick to boots?')).files;
  assert.equal(drawn(snapshotOf(files), 'mud.txt'), 'clay.txt (joined): cited together by 3 inquiring lines');
  assert.equal(drawn(PLAIN, 'kettle.md'), '');
  assert.equal(drawn(PLAIN, 'puddle.md'), '');
});

test('documents that are not inquiries both name something', () => {
  const snapshot = snapshotOf(
    readFixture(`
=== a.md
# A
[[Home]] [[Nowhere]] [[B]]
=== b.md
# B
[[Home]] [[nowhere]] [[A]]
=== c.md
# C
[[Home]]
=== home.md
# Home
`).files,
  );
  assert.equal(drawn(snapshot, 'a.md'), 'b.md (joined): both name 2 others: “Nowhere”, “Home”\nc.md: both name “Home”');
});

test('texts that are alike in their words, once those are known', () => {
  const files = new Map(readFixture(PATHS).files);
  const known = wordsOf(snapshotOf(files));
  assert.equal(drawn(known, 'mud.txt'), 'clay.txt: cited together by 3 inquiring lines; alike in words: suspension');
  files.set('pot.md', '# On pots\nThe whistle of steam, and limescale.\n');
  files.set('empty.md', '');
  files.set('numbers.md', '1 2 3 2026 ab ?');
  const more = wordsOf(snapshotOf(files));
  assert.equal(drawn(more, 'kettle.md'), 'pot.md: alike in words: limescale, steam, whistle');
  assert.equal(drawn(more, 'numbers.md'), '');
  assert.equal(drawn(more, 'empty.md'), '');
});

test('next lines: inquiries that neither names, then questions that nobody has written', () => {
  const ask = (snapshot: Snapshot, path: string): string =>
    nextLines(snapshot, documentAt(snapshot, path)!)
      .map(({ title, document, reasons }) => `${title} (${document?.path ?? '–'}): ${reasons.join('; ')}`)
      .join('\n');
  assert.equal(
    ask(PLAIN, 'rain.txt'),
    `
Does fog make a path worse? (fog.md): shares 3 sources: “How deep is the puddle?”, “What is clay made of?” …
Does snow make a path worse? (snow.txt): shares 2 sources: “What is clay made of?”, “Why does mud stick to boots?”
Who sweeps the paths? (–): nobody has written it, named in 1 document`.trim(),
  );
  assert.equal(ask(PLAIN, 'mud.txt'), '', 'a note leads to no inquiring line');
  const linked = new Map(readFixture(PATHS).files);
  linked.set('rain.txt', `${linked.get('rain.txt')}\nDoes fog make a path worse?\n\nWho sweeps the paths?\n`);
  linked.set(
    'mud.txt',
    `${linked.get('mud.txt')}Inquiring lines that use this note\n- Does hail matter?\n- No question\n`,
  );
  assert.equal(
    ask(snapshotOf(linked), 'rain.txt'),
    `
Does snow make a path worse? (snow.txt): shares 2 sources: “What is clay made of?”, “Why does mud stick to boots?”
Does hail matter? (–): nobody has written it, named in 1 document`.trim(),
    'what is listed is not proposed again; what a source says to be used by is',
  );
});

test('pairs that inquiries cite together and that no relation joins', () => {
  const ask = (picture: string, least: number, limit = 9): string => {
    return atOnce(suggestedRelations(snapshotOf(readFixture(picture).files), least, limit))
      .map(({ a, b, together }) => `${a.path} + ${b.path}: ${together.map(({ path }) => path)}`)
      .join('\n');
  };
  assert.equal(ask(PATHS, 3), 'clay.txt + mud.txt: fog.md,rain.txt,snow.txt');
  assert.equal(ask(PATHS, 4), '');
  assert.equal(ask(PATHS, 1, 0), '');
  const relation = 'Related concepts in this collection 1\n-\nWhat is clay made of?\nPlates.\ngrounds: plates\n';
  assert.equal(ask(PATHS.replace('Original note title\nmud', `${relation}Original note title\nmud`), 3), '');
  assert.equal(ask(PATHS.replace('slide over', 'like What is clay made of? slide over'), 3), ask(PATHS, 3));
});
