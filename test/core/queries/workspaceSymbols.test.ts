import assert from 'node:assert/strict';
import { test } from 'node:test';
import { positionAt, prepareHeadings, type Snapshot, Workspace, workspaceSymbols } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';

const drawn = (snapshot: Snapshot, query: string, limit?: number): string[] =>
  workspaceSymbols(snapshot, query, limit).map(
    ({ text, kind, document: { path, lines }, span }) =>
      `${kind} ${text} (${path}:${positionAt(lines, span.start).line + 1})`,
  );

/** What is found, the best first. */
function check(picture: string, query: string, ...expected: readonly string[]): void {
  assert.deepEqual(drawn(snapshotOf(readFixture(picture).files), query), expected);
}

const SOIL = `
=== mud.md
---
aliases: [clay on boots]
---
# Why does mud stick?
## Clay
## Why clay sticks to *boots*
## Sources 1 note
- Sand — grains
## Research prompt for your LLM
### Look for clay
## Next inquiring lines
=== rain.txt
Does rain make clay?
It does.
Related concepts in this collection 1
- Why does mud stick?
=== sand.md
# Sand
### Wet clay, and sand
### Clay
`;

test('titles and aliases first, then headings: the query itself, what begins with it, what has a word that does', () => {
  check(
    SOIL,
    'clay',
    'alias clay on boots (mud.md:4)',
    'title Does rain make clay? (rain.txt:1)',
    'heading Clay (mud.md:5)',
    'heading Clay (sand.md:3)',
    'heading Wet clay, and sand (sand.md:2)',
    'heading Why clay sticks to boots (mud.md:6)',
  );
});

test('all words, in any order and case, emphasis aside; the words of a prompt and of known sections are none', () => {
  check(SOIL, 'BOOTS stick', 'heading Why clay sticks to boots (mud.md:6)');
  check(SOIL, 'look for');
  check(SOIL, 'next inquiring');
  check(SOIL, 'sources');
  check(SOIL, 'related concepts');
});

test('headings that hold the words stand before titles that only come near', () => {
  check(
    '=== a.md\n# The rise of the loaf\n=== b.md\n# B\n## Rice of the loaf\n',
    'rice of the loaf',
    'heading Rice of the loaf (b.md:2)',
    'title The rise of the loaf (a.md:1)',
  );
});

test('a title that is a heading too is found once; an empty query finds titles only', () => {
  const picture = '=== a.md\n---\ntitle: Wet clay\n---\n# Wet clay\n## Wet clay\n## Other\n';
  check(picture, 'wet', 'title Wet clay (a.md:2)');
  check(picture, '', 'title Wet clay (a.md:2)');
});

test('hard headings: marks, a pattern, emoji, another alphabet', () => {
  const headings = ['C# | (C++): a/b?', '(.*)+$ [x]', 'Rain 🐝', 'ılık ÇAY', '泥が靴につく'];
  const files = new Map([['a.md', `# A\r\n\r\n${headings.map((each) => `## ${each}\r\n\r\n`).join('')}`]]);
  const found = (query: string): string[] =>
    workspaceSymbols(snapshotOf(files), query)
      .filter(({ kind }) => kind === 'heading')
      .map(({ text, span }) => `${text} ${files.get('a.md')!.slice(span.start, span.end) === text}`);
  assert.deepEqual(found('c++'), ['C# | (C++): a/b? true']);
  assert.deepEqual(found('x'), ['(.*)+$ [x] true']);
  assert.deepEqual(found('rain 🐝'), ['Rain 🐝 true']);
  assert.deepEqual(found('ılık çay'), ['ılık ÇAY true']);
  assert.deepEqual(found('泥が靴'), ['泥が靴につく true']);
  assert.deepEqual(found('(.*'), []);
});

test('headings as they are now: typed, moved by what is typed before them, and gone', () => {
  const files = new Map([
    ['a.md', '# A\n## Wet clay\n'],
    ['b.md', '# B\n## Wet clay\n'],
  ]);
  const workspace = new Workspace((path) => files.get(path), { minimumWords: 3 });
  workspace.apply([...files].map(([path, text]) => ({ path, text })));
  for (const _ of prepareHeadings(workspace.snapshot));
  const first = workspace.snapshot;
  const type = (path: string, text: string): Snapshot => {
    files.set(path, text);
    return workspace.apply([{ path, text }]);
  };
  assert.deepEqual(drawn(type('a.md', '# A\nSo.\n## Wet clay\n'), 'wet'), [
    'heading Wet clay (a.md:3)',
    'heading Wet clay (b.md:2)',
  ]);
  assert.deepEqual(drawn(type('a.md', '# A\n## Wet sand\n## Wet clay\n'), 'wet'), [
    'heading Wet sand (a.md:2)',
    'heading Wet clay (a.md:3)',
    'heading Wet clay (b.md:2)',
  ]);
  assert.deepEqual(drawn(workspace.apply([{ path: 'b.md', gone: true }]), 'wet clay'), ['heading Wet clay (a.md:3)']);
  assert.deepEqual(drawn(first, 'wet'), ['heading Wet clay (a.md:2)', 'heading Wet clay (b.md:2)']);
});

test('no more than one asks for, and from a heading that is everywhere none too many', () => {
  const files = new Map(Array.from({ length: 300 }, (_, at) => [`${at}.md`, `# Title ${at}\n## Notes\n`]));
  const snapshot = snapshotOf(files);
  assert.deepEqual(drawn(snapshot, 'notes', 2), ['heading Notes (0.md:2)', 'heading Notes (1.md:2)']);
  assert.equal(workspaceSymbols(snapshot, 'notes').length, 100);
  assert.deepEqual(
    workspaceSymbols(snapshot, 'title', 7).map(({ kind }) => kind),
    Array.from({ length: 7 }, () => 'title'),
  );
});
