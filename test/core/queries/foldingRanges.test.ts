import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldingRanges, lineStarts } from '../../../server/core/index.ts';
import { snapshotOf } from '../../fixture.ts';
import { corpus, hardText, holds } from '../arbitraries.ts';

// What can be folded: each line of a text with the brackets of the folds that go over it. `╭` opens one (`┏` a known section),
// `╰` or `┗` closes it.

/** The text with its folds drawn before each line. */
function drawn(path: string, text: string, most?: number): string {
  const folds = foldingRanges(snapshotOf(new Map([[path, text]])), path, most)!;
  const lines = text.split('\n').slice(0, -1);
  const depth = Math.max(
    0,
    ...folds.map((fold) => folds.filter((each) => each.first <= fold.first && fold.last <= each.last).length),
  );
  const columns = lines.map(() => ' '.repeat(depth).split(''));
  for (const { first, last, isSection } of folds) {
    const column = columns[first]!.indexOf(' ');
    for (let line = first; line <= last; line++) {
      const [open, on, close] = isSection ? '┏┃┗' : '╭│╰';
      columns[line]![column] = line === first ? open! : line === last ? close! : on!;
    }
  }
  return lines.map((line, at) => `${columns[at]!.join('')} ${line}`.trimEnd()).join('\n');
}

/** The picture is the text with what is to be drawn before it; the text begins in column `indent`. */
function check(path: string, picture: string, indent: number, most?: number): void {
  const lines = picture.replace(/^\n|\n$/g, '').split('\n');
  const text = lines.map((line) => `${line.slice(indent)}\n`).join('');
  assert.equal(drawn(path, text, most), lines.map((line) => line.trimEnd()).join('\n'));
}

test('a spaced inquiry: the body under the title, sections, entries with their summaries, the prompt', () => {
  check(
    'rain.txt',
    `
   INQUIRING LINE

╭  Does rain matter?
│
│  This explores rain.
│
╰  It does.

┏  Sources 2 notes
┃
┃╭ Why mud sticks
┃│
┃╰ It is the clay.
┃
┃╭ Why bread rises
┃│
┗╰ It is the yeast.

┏  Research prompt for your LLMexpand ↓
┃
┃  You are a miller.
┃
┃  • Findings
┃  • more of them
┗  (1) Test each.

   Next inquiring lines
`,
    3,
  );
});

test('a dense note: items of one line do not fold, related concepts do', () => {
  check(
    'mud.txt',
    `
╭  Why does mud stick?
│  Clay.
╰  Plates hold on.
┏  Inquiring lines that use this note as a source 2
┃  - Does rain matter?
┗  - Does fog matter?
┏  Related concepts in this collection 2
┃  Explore the map.
┃  -
┃╭ How deep is it?
┃│ Nobody has come back.
┃╰ grounds: one has to stand
┃  -
┃╭ How wide is it?
┗╰ Nobody knows.
┏  Original note title
┗  wet clay sticks
`,
    3,
  );
});

test('Markdown: front matter, headings by depth, known sections, entries', () => {
  check(
    'mud.md',
    `
╭   ---
│   kind: note
╰   ---

╭   # Why does mud stick?
│
│   Clay.
│
│╭  ## Plates
││
││╭ ### Thin ones
││╰ They are.
││
││╭ ### Thick ones
│╰╰ They are, too.
│
│┏  ## Related concepts in this collection 2
│┃
│┃╭ - [[How deep is it?]]
│┃╰   grounds: one has to stand
╰┗  - [[How wide is it?]]

    # Another
`,
    4,
  );
});

test('at most so many: the inner ones are left out', () => {
  check(
    'mud.md',
    `
╭  # Mud
│
│╭ ## Plates
││ ### Thin ones
││ They are.
│╰ ### Thick ones
│
│╭ ## Layers
╰╰ Many.
`,
    3,
    3,
  );
});

test('line ends of every kind, an empty document, a file that is no document', () => {
  const folds = (path: string, text: string): unknown => foldingRanges(snapshotOf(new Map([[path, text]])), path);
  const section = [{ first: 0, last: 2, isSection: false }];
  for (const end of ['\n', '\r\n', '\r']) assert.deepEqual(folds('a.md', `# A${end}${end}b${end}${end}`), section);
  assert.deepEqual(folds('a.md', ''), []);
  assert.equal(folds('a.txt', 'LICENSE\n\nDo as you like.\n'), undefined);
});

test('folds are in order, within the text, and never cross', () => {
  const verify = (files: ReadonlyMap<string, string>): void => {
    const snapshot = snapshotOf(files);
    for (const [path, text] of files) {
      const folds = foldingRanges(snapshot, path) ?? [];
      const lines = lineStarts(text).length;
      for (const [at, { first, last }] of folds.entries()) {
        assert.ok(0 <= first && first < last && last < lines, path);
        assert.ok(at === 0 || folds[at - 1]!.first < first, `${path}: two begin in line ${first}`);
        for (const other of folds.slice(0, at))
          assert.ok(other.last < first || last <= other.last, `${path}: ${first}–${last} crosses another`);
      }
      for (const most of [0, 1, 3])
        assert.equal(foldingRanges(snapshot, path, most)?.length ?? 0, Math.min(most, folds.length));
    }
  };
  holds(corpus, (files) => verify(new Map(files.map(({ path, text }) => [path, text]))));
  for (const path of ['x.md', 'x.txt']) holds(hardText, (text) => verify(new Map([[path, text]])));
});
