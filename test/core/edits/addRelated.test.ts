import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addRelated, documentAt, relationsOf } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';
import { HARD_TITLES } from '../hardDocuments.ts';
import { applied } from './picture.ts';

const SOIL = `
=== clay.md
---
kind: note
---
# What is clay made of?

Plates of silicate.

## Related concepts
- [[Why does mud stick to boots?]] — grounds: it is clay
=== mud.txt
Why does mud stick to boots?

Plates that slide.

Related concepts in this collection 1

-

How deep is the puddle?

It is deep.

grounds: one has to stand

Original note title

mud sticks to what presses it
=== sand.txt
Why is sand no mud?
Grains without plates.
Related concepts in this collection 0
Related papers in this collection 0
Original note title
sand is no mud
=== page.md
# A page of no kind
`;

/** What the document becomes from its related concepts on, or why it does not. */
function added(picture: string, path: string, target: string): string {
  const { files } = readFixture(picture);
  const snapshot = snapshotOf(files);
  const result = addRelated(snapshot, documentAt(snapshot, path)!, documentAt(snapshot, target)!);
  if ('refused' in result) return result.refused;
  const text = applied(files, [result]).get(path)!;
  return text.slice(text.indexOf('Related concepts'));
}

test('behind the last entry, in the layout of the file, with its description where lists have them', () => {
  assert.equal(
    added(SOIL, 'mud.txt', 'clay.md'),
    `Related concepts in this collection 2

-

How deep is the puddle?

It is deep.

grounds: one has to stand

-

What is clay made of?

Plates of silicate.

Original note title

mud sticks to what presses it
`,
  );
  assert.equal(
    added(SOIL, 'sand.txt', 'clay.md'),
    `Related concepts in this collection 1
-
What is clay made of?
Plates of silicate.
Related papers in this collection 0
Original note title
sand is no mud
`,
  );
  assert.equal(
    added(SOIL, 'clay.md', 'sand.txt'),
    `Related concepts
- [[Why does mud stick to boots?]] — grounds: it is clay
- [[Why is sand no mud?]]
`,
  );
});

test('not twice, and not where there is no such list', () => {
  assert.equal(
    added(SOIL, 'clay.md', 'mud.txt'),
    '“Why does mud stick to boots?” is among the related concepts already.',
  );
  assert.equal(
    added(SOIL, 'page.md', 'mud.txt'),
    '“page.md” has no section “Related concepts” that it could be added to.',
  );
});

test('whatever the title, the entry leads to the document', () => {
  for (const path of ['clay.md', 'mud.txt', 'sand.txt']) {
    for (const title of HARD_TITLES) {
      const files = new Map(readFixture(SOIL).files);
      files.set('hard.md', `---\ntitle: ${JSON.stringify(title)}\n---\n\nIt says what it is.\n`);
      const snapshot = snapshotOf(files);
      const result = addRelated(snapshot, documentAt(snapshot, path)!, documentAt(snapshot, 'hard.md')!);
      assert.ok('edits' in result, `${path}: ${title}`);
      const after = snapshotOf(applied(files, [result]));
      const relations = relationsOf(after, documentAt(after, path)!);
      assert.equal(relations.at(-1)!.to?.path, 'hard.md', `${path}: ${title}`);
    }
  }
});
