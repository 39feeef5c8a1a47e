import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Layout } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';
import { converted } from './conversion.ts';

/** All files of a picture in another layout, as a picture: those that change, under their old and new paths, and what stays. */
function inLayout(to: Layout, picture: string, options: { wikilinks?: boolean } = {}): string {
  const { files } = readFixture(picture);
  const answer = converted(snapshotOf(files), to, undefined, options);
  if ('refused' in answer) return answer.refused;
  const made = answer.files.map(({ from, path, text }) => `=== ${from === path ? path : `${from} > ${path}`}\n${text}`);
  const edits = answer.edits.flatMap(({ path, edits }) =>
    edits.map(({ before, after }) => `--- ${path}: ${before} > ${after}\n`),
  );
  return [...made, ...edits, ...answer.unconverted.map(({ refused }) => `! ${refused}\n`)].join('');
}

/** There and back: the same text, byte for byte. */
function check(layout: 'spaced' | 'dense', plain: string, markdown: string): void {
  assert.equal(inLayout('markdown', `=== a.txt\n${plain}`), `=== a.txt > a.md\n${markdown}`);
  assert.equal(inLayout(layout, `=== a.md\n${markdown}`), `=== a.md > a.txt\n${plain}`);
}

test('an inquiring line, spaced: its header, sources, a prompt line by line, and a heading with what is glued to it', () => {
  check(
    'spaced',
    `INQUIRING LINE

Does rain make a path worse?

This explores what water does to a path.


It does, *as we know* from Why does mud stick to boots?. So does
frost, says
What is clay made of? — and more.

Sources 2 notes

Why does mud stick to boots?

Clay platelets hold. They
hold long.

What is clay made of?

Plates.

Research prompt for your LLMexpand ↓

You are a path. What was found:
• Clay holds (2024-05).
• Sand does not.

(1) TEST IT.
(2) Say why **not**.

Next inquiring lines

Is gravel worth its price?

Does frost lift a path?

- With a dash?
- And another one?
`,
    `---
kind: inquiry
---

INQUIRING LINE

# Does rain make a path worse?

This explores what water does to a path.


It does, *as we know* from [[Why does mud stick to boots?]]. So does
frost, says
[[What is clay made of?]] — and more.

## Sources 2 notes

- [[Why does mud stick to boots?]] — Clay platelets hold. They
  hold long.
- [[What is clay made of?]] — Plates.

## Research prompt for your LLMexpand ↓

You are a path. What was found:
• Clay holds (2024-05).
• Sand does not.

(1) TEST IT.
(2) Say why **not**.

## Next inquiring lines

- [[Is gravel worth its price?]]
- [[Does frost lift a path?]]

* [[With a dash?]]
* [[And another one?]]
`,
  );
});

test('a note, dense: furniture, related concepts with and without a description, papers, the original title', () => {
  check(
    'dense',
    `Why does mud stick to boots?
Clay platelets hold.
See What is clay made of?, which is near.
Inquiring lines that use this note as a source 2
Open one to see its sources.
- Does rain make a path worse?
- Is gravel worth its price?
Related concepts in this collection 3
This note and what is near.
-
What is clay made of?
Plates.
grounds: they are what the title speaks of
-
Why does sand not stick at all?
—
contradicts: grains do not
-
Is silt a kind of sand?
It is finer.
Related papers in this collection 2
Ranked by likeness.
- On mud: a survey
- Clay [2nd ed.]
Original note title
wet clay sticks to what presses it
`,
    `---
kind: note
---

# Why does mud stick to boots?

Clay platelets hold.

See [[What is clay made of?]], which is near.

## Inquiring lines that use this note as a source 2

Open one to see its sources.

- [[Does rain make a path worse?]]
- [[Is gravel worth its price?]]

## Related concepts in this collection 3

This note and what is near.

- [[What is clay made of?]] — Plates.
  grounds: they are what the title speaks of
- [[Why does sand not stick at all?]] — contradicts: grains do not
- [[Is silt a kind of sand?]] — It is finer.
  —

## Related papers in this collection 2

Ranked by likeness.

- On mud: a survey
- Clay [2nd ed.]

## Original note title

wet clay sticks to what presses it
`,
  );
});

test('lost titles: a dash where the title was', () => {
  check(
    'dense',
    `Does rain make a path worse?
This explores what water does.
Sources 2 notes
Clay platelets hold.
Plates — of silicate.
`,
    `---
kind: inquiry
---

# Does rain make a path worse?

This explores what water does.

## Sources 2 notes

- — Clay platelets hold.
- — Plates — of silicate.
`,
  );
});

test('what Markdown would take for something else is escaped; emphasis, items, quotes, code and links are not', () => {
  check(
    'spaced',
    `INQUIRING LINE

Why is C # hard?

# no heading

Rain
=====

---

[label]: none

\\# a backslash

A <tag> and 1 < 2, &amp; and & so, \`a <b> &lt;\`, <https://example.org/?a&lt;b>, [a page](page.md).

    deep in

- an item
* _another_
1. a number
> a quote
+ more

\`\`\`
# code <b>

\`\`\`

Sources 0 notes
`,
    `---
kind: inquiry
---

INQUIRING LINE

# Why is C # hard?

\\# no heading

Rain
\\=====

\\---

\\[label]: none

\\\\\\# a backslash

A \\<tag> and 1 < 2, \\&amp; and & so, \`a <b> &lt;\`, <https://example.org/?a&lt;b>, [a page](page.md).

&#32;   deep in

- an item
* _another_
1. a number
> a quote
+ more

\`\`\`
# code <b>

\`\`\`

## Sources 0 notes
`,
  );
});

test('titles that are hard to write', () => {
  const title = (plain: string): string => {
    const answer = inLayout('markdown', `=== a.txt\n${plain}\n\nOriginal note title\n\nso it is\n`);
    return /\n---\n\n([\s\S]*?)\n*## Orig/.exec(answer)?.[1] ?? answer;
  };
  assert.equal(title('How to learn C #'), '# How to learn C \\#');
  assert.equal(title('What is `code` good for?'), '# What is \\`code\\` good for?');
  assert.equal(title('Is *this* one?'), '# Is *this* one?');
  assert.equal(title('<b>bold</b> is what it is'), '# \\<b>bold\\</b> is what it is');
  assert.equal(title('# of things'), '# # of things');
});

test('front matter is kept, and says the kind where the shape does not', () => {
  check(
    'spaced',
    `---
tags: [mud, "rain"]
aliases: [wet clay]
---

Why does mud stick?

So.

Original note title

it sticks
`,
    `---
kind: note
tags: [mud, "rain"]
aliases: [wet clay]
---

# Why does mud stick?

So.

## Original note title

it sticks
`,
  );
  assert.equal(
    inLayout('dense', '=== a.md\n---\nkind: inquiry\n---\n# Why?\n\n- one\n- two\n'),
    '=== a.md > a.txt\n---\nkind: inquiry\n---\nWhy?\n- one\n- two\n',
  );
});

test('references that a bare title or a wikilink would not say stay as they are', () => {
  const rest = '=== mud.md\n# Mud\n=== b.md\n# Is a|b a pipe?\n';
  assert.equal(
    inLayout(
      'spaced',
      `=== a.md
---
kind: note
---
# Why?

[[Mud]], [[Mud|wet clay]], [[mud.md]], ![[oven.png]], [[Does nobody know this?]] and [[Is rain wet at all?]].

## Related concepts

- [[Is rain wet at all?]] — grounds: [[Mud]]
${rest}`,
    ).split('===')[1],
    ` a.md > a.txt
Why?

[[Mud]], [[Mud|wet clay]], [[mud.md]], ![[oven.png]], [[Does nobody know this?]] and Is rain wet at all?.

Related concepts

-

Is rain wet at all?

—

grounds: [[Mud]]
`.replace(/^ a\.md > a\.txt\nWhy/, ' a.md > a.txt\n---\nkind: note\n---\nWhy'),
  );
});

test('a source and its summary in one line, where nothing else tells which is which', () => {
  const markdown = '# Why?\n\n## Sources 3 notes\n\n- [[Why does mud stick]] — wet clay\n- [[Is it so]] — it is\n';
  const text = 'Why?\n\nSources 3 notes\n\n[[Why does mud stick]] — wet clay\n\n[[Is it so]] — it is\n';
  assert.equal(inLayout('spaced', `=== a.md\n${markdown}`), `=== a.md > a.txt\n${text}`);
  assert.equal(inLayout('markdown', `=== a.txt\n${text}`), `=== a.txt > a.md\n---\nkind: inquiry\n---\n\n${markdown}`);
});

test('bare titles may stay bare', () => {
  assert.equal(
    inLayout(
      'markdown',
      '=== a.txt\nWhy?\nIs rain wet at all?\nRelated concepts\n-\nIs rain wet at all?\n—\nso\nOriginal note title\nx\n',
      {
        wikilinks: false,
      },
    ),
    '=== a.txt > a.md\n---\nkind: note\n---\n\n# Why?\n\nIs rain wet at all?\n\n## Related concepts\n\n- Is rain wet at all? — so\n\n## Original note title\n\nx\n',
  );
});

test('paths: the ending changes, links follow, and no file is written over', () => {
  assert.equal(
    inLayout(
      'markdown',
      `=== mud.txt
Why does mud stick?

See [itself](mud.txt), [rain](soil/rain.txt#wet), [[rain.txt]].

Original note title

it sticks

=== Mud.md
# Other

[a](mud.txt) [[mud.txt|b]] [c](soil/rain.txt)

=== soil/rain.txt
Is rain wet?

So.

Original note title

rain is wet
`,
    ),
    `=== mud.txt > mud 2.md
---
kind: note
---

# Why does mud stick?

See [itself](mud%202.md), [rain](soil/rain.md#wet), [[rain.md]].

## Original note title

it sticks

=== soil/rain.txt > soil/rain.md
---
kind: note
---

# Is rain wet?

So.

## Original note title

rain is wet
--- Mud.md: mud.txt > mud%202.md
--- Mud.md: mud.txt > mud 2
--- Mud.md: soil/rain.txt > soil/rain.md
`,
  );
});

test('a plain text in a Markdown file stays where it is, and so does a plain text that becomes another one', () => {
  assert.equal(
    inLayout('markdown', '=== a.md\nINQUIRING LINE\nWhy?\nSo.\n'),
    '=== a.md\n---\nkind: inquiry\n---\n\nINQUIRING LINE\n\n# Why?\n\nSo.\n',
  );
  assert.equal(
    inLayout('spaced', '=== a.txt\nINQUIRING LINE\nWhy?\nSo.\nSources 1 note\nIs it so\nIt is.\n'),
    '=== a.txt\nINQUIRING LINE\n\nWhy?\n\nSo.\n\nSources 1 note\n\nIs it so\n\nIt is.\n',
  );
  assert.equal(inLayout('spaced', '=== a.md\n# A page\n\nSo.\n'), '', 'a page stays in Markdown');
});

test('a paragraph of several lines is one line in the dense layout; a prompt keeps its lines', () => {
  assert.equal(
    inLayout(
      'dense',
      '=== a.md\n---\nkind: inquiry\n---\nINQUIRING LINE\n\n# Why?\n\nIt is known that Is\nrain wet is so.\n- one\n  and more\n- two\n\n## Research prompt\n\nOne:\ntwo.\n\nThree.\n',
    ),
    '=== a.md > a.txt\nINQUIRING LINE\nWhy?\nIt is known that Is rain wet is so.\n- one and more\n- two\nResearch prompt\nOne:\ntwo.\nThree.\n',
  );
});

test('line endings stay', () => {
  assert.equal(
    inLayout('markdown', '=== a.txt\nWhy?\r\nSo.\r\nOriginal note title\r\nx\r\n'),
    '=== a.txt > a.md\n---\r\nkind: note\r\n---\r\n\r\n# Why?\r\n\r\nSo.\r\n\r\n## Original note title\r\n\r\nx\r\n',
  );
});

test('what cannot be said in the other layout: the line, and what to do', () => {
  const stays = (to: Layout, text: string): string =>
    inLayout(to, `=== a.md\n---\nkind: note\n---\n# Why?\n\n${text}\n`);
  assert.equal(
    stays('spaced', 'So.\n\n### More'),
    '! “a.md” stays as it is: line 8 is a heading, “More”, and the plain layouts have none but those of their lists. Make it a paragraph, or leave the file in Markdown.\n',
  );
  assert.equal(
    stays('dense', 'So:\n\n| a | b |\n|---|---|\n| 1 | 2 |'),
    '! “a.md” stays as it is: line 8 begins a table, and in the dense layout each line is a paragraph of its own. Convert to the spaced layout, or leave the file in Markdown.\n',
  );
  assert.equal(
    stays('spaced', 'So:\n\n| a | b |\n|---|---|\n| 1 | 2 |'),
    '=== a.md > a.txt\n---\nkind: note\n---\nWhy?\n\nSo:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
  );
  assert.equal(
    stays('spaced', 'See [a page][p].\n\n[p]: page.md'),
    '! “a.md” stays as it is: in the spaced layout on line 8 “page.md” would not name the same.\n',
  );
  assert.equal(
    stays('dense', 'Sources 2 notes'),
    '! “a.md” stays as it is: in the dense layout a section would begin that does not.\n',
  );
});

test('nothing is converted where the corpus would not say the same', () => {
  assert.equal(
    inLayout(
      'spaced',
      '=== mud.md\n---\nkind: note\n---\n# Mud\n\nSo.\n=== a.txt\nWhy?\n\n[[mud.txt]]\n\nOriginal note title\n\nx\n',
    ),
    'Nothing was converted: the corpus would not say the same, since in “a.txt” on line 3 “mud.txt” would not name the same.',
  );
});
