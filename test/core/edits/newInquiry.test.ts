import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { documentAt, newInquiry, resolvedReferencesOf, summaryOf, writingPlace } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';
import { hardText, holds } from '../arbitraries.ts';
import { HARD_TITLES, hardDocuments } from '../hardDocuments.ts';

type Options = Parameters<typeof newInquiry>[3];

/** The file that comes of a question and some notes, with `$0` where one writes on; or why none does. */
function made(picture: string, title: string, sources: readonly string[], options?: Options): string {
  const { files } = readFixture(picture);
  const result = newInquiry(snapshotOf(files), title, sources, options);
  if ('refused' in result) return result.refused;
  const { offset } = writingPlace(result.path, result.text)!;
  return `\n=== ${result.path}\n${result.text.slice(0, offset)}$0${result.text.slice(offset)}`;
}

const MARKDOWN = `
=== notes/clay.md
# What is clay made of?

Plates of silicate.

=== notes/mud.md
# Mud

Where does it come from?

=== inquiries/rain.md
---
kind: inquiry
---

# Does rain cause mud?

## Sources 1 note

- [[What is clay made of?]] — Plates that slide: *nothing else*.
`;

test('in Markdown, where the inquiries are: each note with what other inquiries say of it, else its description', () => {
  assert.equal(
    made(MARKDOWN, ' Is a walk worth it? ', ['notes/mud.md', 'notes/clay.md', 'notes/mud.md']),
    `
=== inquiries/Is a walk worth it.md
---
kind: inquiry
---

# Is a walk worth it?$0

## Sources 2 notes

- [[Mud]] — Where does it come from?
- [[What is clay made of?]] — Plates that slide: *nothing else*.

## Research prompt for your LLM

## Next inquiring lines
`,
  );
});

test('from no notes yet, in a folder of one’s own, in a corpus without inquiries', () => {
  assert.equal(
    made('=== mud.md\n# Mud\n', 'C# or: [why]?', [], { folder: 'a/b' }),
    `
=== a/b/C# or - [why].md
---
kind: inquiry
---

# C# or: [why]?$0

## Sources 0 notes

## Research prompt for your LLM

## Next inquiring lines
`,
  );
});

const plainly = (gap: string): string =>
  `
=== i.txt
INQUIRING LINE
Does rain cause mud?
It does.
Sources 1 note
What is clay made of?
Plates of silicate.
=== clay.txt
What is clay made of?
It is about plates.
Original note title
clay is made of plates
=== mud.md
# Mud

Where does it come from?
=== snow.md
# Snow
`.replace(/\n(?!=== |$)(?<!=== .*\n)/g, gap);

test('in the spaced and the dense layout', () => {
  for (const gap of ['\n', '\n\n']) {
    const lines = [
      'INQUIRING LINE',
      'Is a walk worth it?$0',
      'Sources 2 notes',
      'What is clay made of?',
      'Plates of silicate.',
      'Mud',
      'Where does it come from?',
      'Research prompt for your LLM',
      'Next inquiring lines',
    ];
    assert.equal(
      made(plainly(gap), 'Is a walk worth it?', ['clay.txt', 'mud.md']),
      `\n=== Is a walk worth it.txt\n${lines.join(gap)}\n`,
    );
  }
});

test('a note of which nothing is said: then a summary that looks like a title is left out', () => {
  assert.match(
    made(plainly('\n'), 'Is a walk worth it?', ['clay.txt', 'mud.md', 'snow.md']),
    /\nSources 3 notes\nWhat is clay made of\?\nPlates of silicate\.\nMud\nSnow\nResearch/,
  );
});

test('notes that have one title are told by their files', () => {
  const rivers = `${MARKDOWN}=== a/river.md\n# River\n\nOne.\n=== b/river.md\n# River\n\nOther.\n`;
  assert.match(
    made(rivers, 'Which river?', ['b/river.md', 'a/river.md']),
    /\n- \[\[b\/river\|River\]\] — Other\.\n- \[\[a\/river\|River\]\] — One\.\n/,
  );
});

test('what cannot be made is refused, in words', () => {
  assert.equal(made(MARKDOWN, ' ', []), 'A title cannot be empty.');
  assert.equal(made(MARKDOWN, 'a\nb', []), 'A title stands on one line: take the line break out of it.');
  assert.match(made(MARKDOWN, 'x'.repeat(10_000), []), /^A title has at most 500 characters/);
  assert.equal(made(MARKDOWN, 'mud?', []), '“notes/mud.md” has the title “mud?” already. Choose another title.');
  assert.equal(made(MARKDOWN, 'Why?', ['gone.md']), '“gone.md” is no document of this corpus.');
});

/** What is told of titles that nothing can have; all others make an inquiry. */
const REFUSALS =
  /cannot be empty|line break|at most 500|control characters|needs at least|has the title|^No inquiring line can have the title/;

test('property: its Sources lead to the notes that were picked, in their order, and their number is right', () => {
  const title = fc.oneof(fc.constantFrom(...HARD_TITLES), hardText);
  const cases = fc.record({ documents: hardDocuments, title, picks: fc.array(fc.nat(20), { maxLength: 6 }) });
  holds(cases, ({ documents, title, picks }) => {
    const files = new Map(documents);
    const sources = [...new Set(picks.map((pick) => documents[pick % documents.length]![0]))];
    const result = newInquiry(snapshotOf(files), title, sources);
    if ('refused' in result) {
      assert.match(result.refused, REFUSALS, title);
      return;
    }
    assert.ok(!files.has(result.path), result.path);
    const after = snapshotOf(new Map([...files, [result.path, result.text]]));
    const document = documentAt(after, result.path)!;
    assert.equal(document.kind, 'inquiry');
    const [section] = summaryOf(after, document)!.sections;
    assert.equal(section!.role, 'sources');
    assert.equal(section!.declared?.count, sources.length);
    const starts = new Set(
      section!.entries.map(({ reference }) => summaryOf(after, document)!.references[reference!]!.span.start),
    );
    const leads = resolvedReferencesOf(after, document)
      .filter(({ reference }) => reference.form !== 'mention' && starts.has(reference.span.start))
      .map(({ resolution }) => (resolution.status === 'resolved' ? resolution.target.path : resolution.status));
    assert.deepEqual(leads, sources, result.text);
  });
});
