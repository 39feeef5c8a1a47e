import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isItem, type Piece } from '../../../server/core/edits/convert/parts.ts';
import { takeApart } from '../../../server/core/edits/convert/takeApart.ts';
import { summarize } from '../../../server/core/syntax/summarize.ts';
import type { Span } from '../../../server/core/text/span.ts';

// A text, and the parts that it is taken apart into: one line each, with what stands there.

function partsOf(path: string, text: string): string[] {
  const { matter, header, title, body, sections } = takeApart(text, summarize(path, text)!);
  const said = (at: Span | undefined): string => (at ? JSON.stringify(text.slice(at.start, at.end)) : '-');
  const piece = (each: Piece): string =>
    isItem(each)
      ? `  item ${said(each.at)}: ${said(each.title)} ${said(each.summary)} ${said(each.relation)}`
      : `  text ${said(each.at)}`;
  return [
    ...(matter ? [`matter ${JSON.stringify(matter)}`] : []),
    ...(header ? [`header ${said(header)}`] : []),
    `title ${said(title)}`,
    `body ${said(body)}`,
    ...sections.flatMap(({ section, heading, pieces }) => [`${section.role} ${said(heading)}`, ...pieces.map(piece)]),
  ];
}

test('Markdown: front matter, a title, a body, and sections with items and what stands between them', () => {
  assert.deepEqual(
    partsOf(
      'a.md',
      `---
kind: inquiry
---

# Is it *wet*? ##

So it is.

And so.

## Sources 2 notes

By hand.

- [[Mud]] — It holds.
- — Lost words.

Between.

- [[Rain]]

## Related concepts

- [[Mud]] — It holds.
  same

## Next inquiring lines

- [[Why so?]] — I wonder.
`,
    ),
    [
      'matter ["kind: inquiry"]',
      'title "Is it *wet*?"',
      'body "So it is.\\n\\nAnd so."',
      'sources "Sources 2 notes"',
      '  text "By hand."',
      '  item "- [[Mud]] — It holds.": "[[Mud]]" "It holds." -',
      '  item "- — Lost words.": - "Lost words." -',
      '  text "Between."',
      '  item "- [[Rain]]": "[[Rain]]" - -',
      'related "Related concepts"',
      '  item "- [[Mud]] — It holds.\\n  same": "[[Mud]]" "It holds." "same"',
      'next "Next inquiring lines"',
      '  item "- [[Why so?]] — I wonder.": "[[Why so?]] — I wonder." - -',
    ],
  );
});

test('Markdown: titles that are underlined, or in the front matter, or none', () => {
  assert.deepEqual(partsOf('a.md', 'Mud\n===\nSo.\n'), ['title "Mud"', 'body "So."']);
  assert.deepEqual(partsOf('a.md', 'Mud\r\n  --- \r\nSo.\r\n'), ['title "Mud"', 'body "So."']);
  assert.deepEqual(partsOf('a.md', '# Mud\n---\nSo.\n'), ['title "Mud"', 'body "---\\nSo."']);
  assert.deepEqual(partsOf('a.md', '# Mud\n=== so\n'), ['title "Mud"', 'body "=== so"']);
  assert.deepEqual(partsOf('a.md', '---\ntitle: Clay\n---\n# Mud\nSo.\n'), [
    'matter ["title: Clay"]',
    'title -',
    'body "# Mud\\nSo."',
  ]);
  assert.deepEqual(partsOf('a.md', 'So.\n'), ['title -', 'body "So."']);
  assert.deepEqual(partsOf('a.md', ''), ['title -', 'body ""']);
});

test('Markdown: text before the title is no body, and a title behind the first section is none', () => {
  assert.deepEqual(partsOf('a.md', '## Sources\n\n- [[Mud]]\n'), [
    'title -',
    'body ""',
    'sources "Sources"',
    '  item "- [[Mud]]": "[[Mud]]" - -',
  ]);
});

test('front matter: what only looks like it, and line ends of all kinds', () => {
  assert.deepEqual(partsOf('a.md', '---\r\na: 1\r\n\r\nb: 2\r\n---\r\n# Mud\r\nSo.'), [
    'matter ["a: 1","","b: 2"]',
    'title "Mud"',
    'body "So."',
  ]);
  assert.deepEqual(partsOf('a.md', '---\n---\n# Mud\n'), ['matter []', 'title "Mud"', 'body ""']);
  assert.deepEqual(partsOf('a.md', '# Mud\n\n---\na: 1\n---\n'), ['title "Mud"', 'body "---\\na: 1\\n---"']);
});

test('the spaced layout: items are a title with what is said below it', () => {
  assert.deepEqual(
    partsOf(
      'a.txt',
      `INQUIRING LINE

Is it wet?

So it is.

Sources 2 notes

Why does mud stick?

It holds.

Why does it rain?

It falls.

Related concepts in this collection 2

-

Why does mud stick?

It holds.

same

- Why does it rain?

Next inquiring lines

- Why so?

Why not?
`,
    ),
    [
      'header "INQUIRING LINE"',
      'title "Is it wet?"',
      'body "So it is."',
      'sources "Sources 2 notes"',
      '  item "Why does mud stick?\\n\\nIt holds.": "Why does mud stick?" "It holds." -',
      '  item "Why does it rain?\\n\\nIt falls.": "Why does it rain?" "It falls." -',
      'related "Related concepts in this collection 2"',
      '  item "-\\n\\nWhy does mud stick?\\n\\nIt holds.\\n\\nsame": "Why does mud stick?" "It holds." "same"',
      '  item "- Why does it rain?": "Why does it rain?" - -',
      'next "Next inquiring lines"',
      '  item "- Why so?": "Why so?" - -',
      '  item "Why not?": "Why not?" - -',
    ],
  );
});

test('the dense layout: a source and its summary in one line, and front matter before the header', () => {
  assert.deepEqual(
    partsOf(
      'a.txt',
      '---\nx: 1\n---\nINQUIRING LINE\nIs it wet?\nSo it is.\nSources 2 notes\n[[Why does mud stick?]] — It holds.\nWhy does it rain?\nIt falls.\n',
    ),
    [
      'matter ["x: 1"]',
      'header "INQUIRING LINE"',
      'title "Is it wet?"',
      'body "So it is."',
      'sources "Sources 2 notes"',
      '  item "[[Why does mud stick?]] — It holds.": "[[Why does mud stick?]]" "It holds." -',
      '  item "Why does it rain?\\nIt falls.": "Why does it rain?" "It falls." -',
    ],
  );
});

test('a note in a plain layout: the inquiries that use it, with their dashes', () => {
  assert.deepEqual(
    partsOf(
      'a.txt',
      'Why does mud stick?\n\nIt holds.\n\nInquiring lines that use this note as a source 2\n\nSo far:\n\n- Is it wet?\n\n- Is it dry? — or not\n',
    ),
    [
      'title "Why does mud stick?"',
      'body "It holds."',
      'used-by "Inquiring lines that use this note as a source 2"',
      '  text "So far:"',
      '  item "- Is it wet?": "Is it wet?" - -',
      '  item "- Is it dry? — or not": "Is it dry? — or not" - -',
    ],
  );
});
