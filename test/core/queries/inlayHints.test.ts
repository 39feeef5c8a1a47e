import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inlayHints } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';

/** The text of a file with `‹inquiries + notes›` where a hint stands. */
function hinted(picture: string, path: string, within?: string): string {
  const { files } = readFixture(picture);
  const text = files.get(path)!;
  const start = within === undefined ? 0 : text.indexOf(within);
  const span = { start, end: within === undefined ? text.length : start + within.length };
  let shown = text;
  for (const { offset, inquiries, notes } of [...inlayHints(snapshotOf(files), path, span)].reverse())
    shown = `${shown.slice(0, offset)}‹${inquiries} + ${notes}›${shown.slice(offset)}`;
  return shown;
}

const QUESTIONS = `
=== mud.txt
Why does mud stick?
Clay holds on.
Inquiring lines that use this note as a source 2
- Does rain cause mud?
- Does fog cause mud?
Related concepts in this collection 2
-
How deep is the puddle?
Nobody has come back.
grounds: one has to stand
-
Where does sand go?
Away.
so: it goes
=== puddle.md
---
kind: note
---
# How deep is the puddle?
=== sand.txt
Where does sand go?
Away.
Related concepts in this collection 1
-
How deep is the puddle?
Nobody has come back.
=== rain.txt
INQUIRING LINE
Does rain cause mud?
We know Why does mud stick?. And Who has seen it all?, too.
Sources 3 notes
Why does mud stick?
Clay holds on.
How deep is the puddle?
Nobody has come back.
Who has seen it all?
Nobody.
Next inquiring lines
Does fog cause mud?
=== fog.txt
INQUIRING LINE
Does fog cause mud?
It does not. Why does mud stick?
Sources 1 note
Why does mud stick?
Clay holds on.
`;

test('behind a source: how many inquiries use it, where another one does; else how many notes', () => {
  assert.equal(
    hinted(QUESTIONS, 'rain.txt'),
    `
INQUIRING LINE
Does rain cause mud?
We know Why does mud stick?. And Who has seen it all?, too.
Sources 3 notes
Why does mud stick?‹2 + 0›
Clay holds on.
How deep is the puddle?‹0 + 2›
Nobody has come back.
Who has seen it all?
Nobody.
Next inquiring lines
Does fog cause mud?
`.trimStart(),
  );
});

test('behind a related concept, and behind an inquiry that another one names', () => {
  assert.equal(
    hinted(QUESTIONS, 'mud.txt'),
    `
Why does mud stick?
Clay holds on.
Inquiring lines that use this note as a source 2
- Does rain cause mud?
- Does fog cause mud?‹1 + 0›
Related concepts in this collection 2
-
How deep is the puddle?‹1 + 0›
Nobody has come back.
grounds: one has to stand
-
Where does sand go?
Away.
so: it goes
`.trimStart(),
  );
});

test('in Markdown behind the brackets; only where it is asked for', () => {
  const picture = `
=== mud.md
# Mud
=== rain.md
# Rain
[[Mud]]
## Sources 3 notes
- [[Mud|it]] — it is the clay of [[Mud]]
- [mud](mud.md)
- [[Gone]]
=== snow.md
# Snow
[[Mud]]
`;
  const lists = (first: string, second: string): string =>
    `# Rain\n[[Mud]]\n## Sources 3 notes\n- [[Mud|it]]${first} — it is the clay of [[Mud]]\n- [mud](mud.md)${second}\n- [[Gone]]\n`;
  assert.equal(hinted(picture, 'rain.md'), lists('‹0 + 1›', '‹0 + 1›'));
  assert.equal(hinted(picture, 'rain.md', '- [mud](mud.md)'), lists('', '‹0 + 1›'));
  assert.equal(hinted(picture, 'snow.md'), '# Snow\n[[Mud]]\n');
  assert.deepEqual([...inlayHints(snapshotOf(new Map()), 'gone.md', { start: 0, end: 9 })], []);
});
