import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selectionRanges } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';
import { corpus, hardText, holds } from '../arbitraries.ts';

/** What is selected from the cursor, one a line, smallest first; line ends as `⏎`. */
function check(picture: string, expected: string): void {
  const { files, cursor } = readFixture(picture);
  const { path, offset } = cursor!;
  const [chain] = selectionRanges(snapshotOf(files), path, [offset])!;
  const shown = chain!.map(({ start, end }) => files.get(path)!.slice(start, end).replaceAll('\n', '⏎'));
  assert.equal(shown.join('\n'), expected.trim());
}

const CLAY = '=== clay.md\n# What is clay made of?\n';

test('prose: word, title, sentence, paragraph, body, document', () => {
  check(
    `${CLAY}=== rain.txt
INQUIRING LINE

Does rain matter?

This is so. We know from What is cl$0ay made of? — and more. But then,
it is not.

Sources 0 notes
`,
    `
clay
What is clay made of?
We know from What is clay made of? — and more.
This is so. We know from What is clay made of? — and more. But then,⏎it is not.
Does rain matter?⏎⏎This is so. We know from What is clay made of? — and more. But then,⏎it is not.
INQUIRING LINE⏎⏎Does rain matter?⏎⏎This is so. We know from What is clay made of? — and more. But then,⏎it is not.⏎⏎Sources 0 notes⏎
`,
  );
});

test('a wikilink: target, brackets, sentence; an item of a list, a section', () => {
  check(
    `${CLAY}=== mud.md
# Mud

So it is.

## Sources 2 notes

- [[What is clay $0made of?|clay]] — plates. Thin ones.
- [[Sand]]
`,
    `
made
What is clay made of?
[[What is clay made of?|clay]]
- [[What is clay made of?|clay]] — plates.
- [[What is clay made of?|clay]] — plates. Thin ones.
## Sources 2 notes⏎⏎- [[What is clay made of?|clay]] — plates. Thin ones.⏎- [[Sand]]
# Mud⏎⏎So it is.⏎⏎## Sources 2 notes⏎⏎- [[What is clay made of?|clay]] — plates. Thin ones.⏎- [[Sand]]
# Mud⏎⏎So it is.⏎⏎## Sources 2 notes⏎⏎- [[What is clay made of?|clay]] — plates. Thin ones.⏎- [[Sand]]⏎
`,
  );
});

test('the words that a link shows, and its brackets', () => {
  check(
    `${CLAY}=== a.md\nSee [the clay note$0](clay.md).\n`,
    'note\nthe clay note\n[the clay note](clay.md)\nSee [the clay note](clay.md).\nSee [the clay note](clay.md).⏎',
  );
});

test('the dense layout: each line is a paragraph; an entry holds what is said of it', () => {
  check(
    `=== mud.txt
Why does mud stick?
Clay.
Related concepts in this collection 1
-
How deep is it?
Nobody has come back. No$0body.
grounds: one has to stand
Original note title
wet clay sticks
`,
    `
Nobody
Nobody.
Nobody has come back. Nobody.
How deep is it?⏎Nobody has come back. Nobody.⏎grounds: one has to stand
Related concepts in this collection 1⏎-⏎How deep is it?⏎Nobody has come back. Nobody.⏎grounds: one has to stand
Why does mud stick?⏎Clay.⏎Related concepts in this collection 1⏎-⏎How deep is it?⏎Nobody has come back. Nobody.⏎grounds: one has to stand⏎Original note title⏎wet clay sticks⏎
`,
  );
});

test('a title with an end of a sentence in it is not cut', () => {
  check(
    `=== a.md\n# Is this mud? Or clay, after all?\n=== b.md\nHere. We a$0sk Is this mud? Or clay, after all? — again.\n`,
    'ask\nWe ask Is this mud? Or clay, after all? — again.\nHere. We ask Is this mud? Or clay, after all? — again.\nHere. We ask Is this mud? Or clay, after all? — again.⏎',
  );
});

test('many places at once, outside of the text too; none of a file that is no document', () => {
  const snapshot = snapshotOf(
    new Map([
      ['a.md', 'Mud. Clay.'],
      ['b.md', ''],
    ]),
  );
  const all = { start: 0, end: 10 };
  assert.deepEqual(selectionRanges(snapshot, 'a.md', [-5, 7, 99]), [
    [{ start: 0, end: 3 }, { start: 0, end: 4 }, all],
    [{ start: 5, end: 9 }, { start: 5, end: 10 }, all],
    [{ start: 5, end: 10 }, all],
  ]);
  assert.deepEqual(selectionRanges(snapshot, 'b.md', [0]), [[{ start: 0, end: 0 }]]);
  assert.deepEqual(selectionRanges(snapshot, 'a.md', []), []);
  assert.equal(selectionRanges(snapshot, 'none.md', [0]), undefined);
});

test('at every offset: each lies in the next and is smaller, all hold the place, the last is the document', () => {
  const verify = (files: ReadonlyMap<string, string>): void => {
    const snapshot = snapshotOf(files);
    for (const [path, text] of files) {
      const offsets = Array.from({ length: text.length + 1 }, (_, at) => at);
      for (const [offset, chain] of (selectionRanges(snapshot, path, offsets) ?? []).entries()) {
        assert.deepEqual(chain.at(-1), { start: 0, end: text.length });
        for (const [at, each] of chain.entries()) {
          assert.ok(each.start <= offset && offset <= each.end, `${path}: ${offset} in ${each.start}–${each.end}`);
          const inner = chain[at - 1];
          if (!inner) continue;
          assert.ok(each.start <= inner.start && inner.end <= each.end, `${path} at ${offset}`);
          assert.ok(each.end - each.start > inner.end - inner.start, `${path} at ${offset}: twice the same`);
        }
      }
    }
  };
  holds(corpus, (files) => verify(new Map(files.map(({ path, text }) => [path, text]))));
  for (const path of ['x.md', 'x.txt']) {
    holds(hardText, (text) =>
      verify(
        new Map([
          [path, text],
          ['y.md', '# why mud sticks\n'],
        ]),
      ),
    );
  }
});
