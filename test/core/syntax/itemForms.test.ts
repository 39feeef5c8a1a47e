import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Role, summarize } from '../../../server/core/index.ts';

/** The items of a section, as `title | summary | relation`; `-` for what is not there. */
function items(path: string, text: string, role: Role): string[] {
  const summary = summarize(path, text)!;
  const of = (at: { start: number; end: number } | undefined): string => (at ? text.slice(at.start, at.end) : '-');
  const entries = summary.sections.find((section) => section.role === role)?.entries ?? [];
  return entries.map(({ reference, summary: said, relation }) => {
    const title = reference === undefined ? undefined : summary.references[reference]!.span;
    return [of(title), of(said), of(relation?.span)].join(' | ');
  });
}

test('a source that has lost its title, in Markdown: the dash is left', () => {
  const text = `# Why?

## Sources 4 notes

- — It is the clay.
- – It is the clay — or the rain,
  which is wet.
- [[Why does mud stick?]] — It is the clay.
- —
`;
  assert.deepEqual(items('a.md', text, 'sources'), [
    '- | It is the clay. | -',
    '- | It is the clay — or the rain,\n  which is wet. | -',
    'Why does mud stick? | It is the clay. | -',
    '— | - | -',
  ]);
});

test('a related concept without a description, or without a relation: a lone dash in its place', () => {
  const plain = `Why?
Related concepts in this collection 3
-
Why does mud stick?
—
grounds: it does
-
Is rain wet?
So it is.
-
Is sand dry?
—
Original note title
x
`;
  assert.deepEqual(items('a.txt', plain, 'related'), [
    'Why does mud stick? | - | grounds: it does',
    'Is rain wet? | So it is. | -',
    'Is sand dry? | — | -',
  ]);
  const markdown = `# Why?

## Related concepts in this collection 3

- [[Why does mud stick?]] — grounds: it does
- [[Is rain wet?]] — So it is.
  —
- [[Is sand dry?]] — So it is.
  grounds: — it does
`;
  assert.deepEqual(items('a.md', markdown, 'related'), [
    'Why does mud stick? | - | grounds: it does',
    'Is rain wet? | So it is. | -',
    'Is sand dry? | So it is. | grounds: — it does',
  ]);
});

test('a source in brackets and its summary in one line of a plain text', () => {
  const text = `INQUIRING LINE
Why?
Sources
[[Why does mud stick?]] — wet clay
[[Is rain wet?|rain]] – So it is.
[[Is sand dry?]]
It is.
[[Is silt fine?]] finer than sand
`;
  assert.deepEqual(items('a.txt', text, 'sources'), [
    'Why does mud stick? | wet clay | -',
    'Is rain wet? | So it is. | -',
    'Is sand dry? | It is. | -',
    'Is silt fine? | - | -',
  ]);
});
