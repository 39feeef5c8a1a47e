import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeDetails, placesBetween, sentenceOf } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';

const MUD = `
=== mud.md
---
tags: soil
---
# Why mud sticks
It is the *clay*, and [[Wet boots|boots]].

## Inquiring lines that use this note
- [[Does it rain?]]
## Related concepts in this collection
- [[Deep puddles]]
  They are deep.
  grounds: one has to stand
=== rain.txt
INQUIRING LINE

Does it rain?

This explores rain.

One thing is sure Why mud sticks, and Why mud sticks again. Does it rain? It does.

Sources 2 notes

Why mud sticks

It is the clay.

Deep puddles

Deeper than boots.
=== boots.md
# Wet boots
- First [[Deep puddles]].
- Then [[Why mud sticks]].
=== bare.md
# Nothing
`;

const { files } = readFixture(MUD);
const snapshot = snapshotOf(files);

/** `description #tag` of a node. */
function check(id: string, expected: string | undefined): void {
  const details = nodeDetails(snapshot, id);
  assert.equal(details && [details.description, ...details.tags].join(' #'), expected);
}

test('what is said of a node: its description, the beginning of its text, or what others say of it', () => {
  check('mud.md', 'It is the clay, and boots. #soil');
  check('rain.txt', 'This explores rain.');
  check('boots.md', 'First Deep puddles. Then Why mud sticks.');
  check('bare.md', '');
  check('missing:Deep puddles', 'Deeper than boots.');
  check('missing:deep puddles', 'Deeper than boots.');
  check('missing:Deep water', undefined);
  check('gone.md', undefined);
});

/** `boots.md → mud.md body “Why mud sticks” 2:9`, in order. */
function checkPlaces(id: string, others: readonly string[], expected: string): void {
  const places = placesBetween(snapshot, id, others).map(({ document, target, reference: { role, span } }) => {
    const text = files.get(document.path)!;
    return `${document.path} → ${target} ${role} “${text.slice(span.start, span.end)}” at ${span.start}`;
  });
  assert.equal(places.join('\n'), expected.trim());
}

test('where a node names others, and they it: of several places that of the text, and not that of a list', () => {
  checkPlaces(
    'mud.md',
    ['rain.txt', 'boots.md', 'missing:Deep puddles', 'bare.md', 'mud.md', 'gone.md', 'missing:gone'],
    `
mud.md → boots.md body “Wet boots” at 60
mud.md → rain.txt used-by “Does it rain?” at 122
mud.md → missing:Deep puddles related “Deep puddles” at 181
rain.txt → mud.md body “Why mud sticks” at 70
boots.md → mud.md body “Why mud sticks” at 47
`,
  );
  checkPlaces(
    'missing:deep Puddles',
    ['boots.md', 'mud.md', 'rain.txt'],
    `
boots.md → missing:Deep puddles body “Deep puddles” at 22
mud.md → missing:Deep puddles related “Deep puddles” at 181
rain.txt → missing:Deep puddles sources “Deep puddles” at 186
`,
  );
  checkPlaces('mud.md', [], '');
  checkPlaces('gone.md', ['mud.md'], '');
});

test('the sentence of a place; of an entry of a list what the list says of it', () => {
  const others = ['boots.md', 'missing:Deep puddles', 'rain.txt'];
  const sentences = ['mud.md', 'missing:Deep puddles'].flatMap((id) =>
    placesBetween(snapshot, id, others).map(({ document, reference }) => {
      const { text, highlight } = sentenceOf(snapshot, document, reference);
      return `${text.slice(0, highlight.start)}‹${text.slice(highlight.start, highlight.end)}›${text.slice(highlight.end)}`;
    }),
  );
  assert.deepEqual(sentences, [
    'It is the *clay*, and ‹[[Wet boots|boots]]›.',
    '‹Does it rain?›',
    '‹Deep puddles› — grounds: one has to stand',
    'Then ‹[[Why mud sticks]]›.',
    'One thing is sure ‹Why mud sticks›, and Why mud sticks again.',
    'First ‹[[Deep puddles]]›.',
    '‹Deep puddles› — Deeper than boots.',
  ]);
});
