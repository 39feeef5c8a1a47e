import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  documentsOf,
  findRelations,
  hover,
  isOneSided,
  type Relation,
  relationsOf,
  type Snapshot,
} from '../../../server/core/index.ts';
import { atOnce } from '../../../server/core/steps.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';

/** The three layouts, and all forms; a relation each way between mud and clay. */
const SOIL = `
=== clay.txt
What is clay made of?
Plates of silicate.
Related concepts in this collection 1
-
Why does mud stick to boots?
Plates that slide.
Extends: mud is clay with water
Original note title
clay is made of plates
=== mud.txt
Why does mud stick to boots?

Plates that slide.

Related concepts in this collection 4

-

What is clay made of?

Plates of silicate.

grounds: the plates are what the title speaks of

-

How deep is the puddle?

It is deep.

- Boots for a wet year

-

Why does mud stick to boots?

Itself.

nothing: a note is no relation of itself

=== wet.md
---
kind: note
---
# Boots for a wet year
## Related concepts
- [[what is clay made of]] — contradicts: [[How deep is the puddle?]] says so
- [mud](mud.txt)
  - Some description.

  builds on: mud
- [gone](gone.md) — grounds: nothing
- [[Twin]] — grounds: one of the two
- Why is the *sea* salty?
=== a.md
# Twin
=== b.md
# Twin
`;

const snapshot = snapshotOf(readFixture(SOIL).files);

const drawn = (asked: Snapshot, relation: Relation): string => {
  const { from, to, title, type, sentence } = relation;
  const end = to ? to.path : `missing “${title}”`;
  return `${from.path} → ${end}: ${type ?? '–'}: ${sentence}${isOneSided(asked, relation) ? ' (one-sided)' : ''}`;
};

test('the relations of each document, with their types, and whether there is one back', () => {
  const all = documentsOf(snapshot).flatMap((each) => relationsOf(snapshot, each));
  assert.equal(
    all.map((each) => drawn(snapshot, each)).join('\n'),
    `
clay.txt → mud.txt: extends: Extends: mud is clay with water
mud.txt → clay.txt: grounds: grounds: the plates are what the title speaks of
mud.txt → missing “How deep is the puddle?”: –: null
mud.txt → wet.md: –: null
wet.md → clay.txt: contradicts: contradicts: [[How deep is the puddle?]] says so (one-sided)
wet.md → mud.txt: builds on: builds on: mud
wet.md → missing “Why is the *sea* salty?”: –: null`.trim(),
  );
});

/** What is found for some words. */
function found(query: string, options: { oneSided?: boolean; limit?: number } = {}): string {
  const { relations, total } = atOnce(
    findRelations(snapshot, { query, oneSided: options.oneSided ?? false, limit: options.limit ?? 50 }),
  );
  return [...relations.map((each) => `${each.from.path} → ${each.title}`), `${total} in all`].join('\n');
}

test('found by words of the sentence, the type, or one of the titles', () => {
  assert.equal(found('grounds'), 'mud.txt → What is clay made of?\n1 in all');
  assert.equal(found('MUD water'), 'clay.txt → Why does mud stick to boots?\n1 in all');
  assert.equal(found('plates made boots'), 'mud.txt → What is clay made of?\n1 in all');
  assert.equal(
    found('puddle'),
    'wet.md → What is clay made of?\nmud.txt → How deep is the puddle?\n2 in all',
    'what says it comes before what is called so',
  );
  assert.equal(found('$^(['), '0 in all');
});

test('all without a query; one-sided ones; some of many', () => {
  assert.match(
    found(' '),
    /^clay\.txt.*\nmud\.txt.*\nmud\.txt.*\nmud\.txt.*\nwet\.md.*\nwet\.md.*\nwet\.md.*\n7 in all$/,
  );
  assert.equal(found('', { oneSided: true }), 'wet.md → What is clay made of?\n1 in all');
  assert.equal(found('', { limit: 1 }), 'clay.txt → Why does mud stick to boots?\n7 in all');
  assert.equal(found('', { limit: 0 }), '7 in all');
});

test('a text that is gone, or another one by now, has no relations; nor has one without related concepts', () => {
  const files = new Map(readFixture(SOIL).files);
  const before = snapshotOf(files);
  files.delete('mud.txt');
  files.set('clay.txt', `${files.get('clay.txt')} `);
  const [, , clay, mud] = documentsOf(before);
  assert.deepEqual([clay!.path, mud!.path], ['clay.txt', 'mud.txt']);
  assert.deepEqual(relationsOf(before, mud!), []);
  assert.deepEqual(relationsOf(before, clay!), []);
});

test('hover: what the two notes say of each other', () => {
  const said = (picture: string): string => {
    const { files, cursor } = readFixture(picture);
    const asked = snapshotOf(files);
    return (hover(asked, cursor!)?.relations ?? []).map((each) => drawn(asked, each)).join('\n');
  };
  const both = `
clay.txt → mud.txt: extends: Extends: mud is clay with water
mud.txt → clay.txt: grounds: grounds: the plates are what the title speaks of`.trim();
  assert.equal(said(SOIL.replace('-\nWhy does', '-\nWhy $0does')), both);
  assert.equal(
    said(SOIL.replace('Plates of silicate.', 'Plates, says Why does mud $0stick to boots?.')),
    both,
    'in the body too',
  );
  assert.equal(
    said(SOIL.replace('- [mud]', '- [m$0ud]')),
    'wet.md → mud.txt: builds on: builds on: mud',
    'an entry that says nothing is none to show',
  );
  assert.equal(said(SOIL.replace('How deep', 'How $0deep')), '');
  assert.equal(said(SOIL.replace('[[Twin', '[[Tw$0in')), '', 'of several documents none is meant');
});
