import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeHeadingIndex } from '../../../server/core/index/makeHeadingIndex.ts';
import { prepareHeadings, searchHeadings } from '../../../server/core/index/searchHeadings.ts';
import { headingSpelling } from '../../../server/core/index/sheet.ts';
import { type Snapshot, Workspace } from '../../../server/core/index.ts';
import { atOnce } from '../../../server/core/steps.ts';

function corpus(texts: Record<string, string>): {
  before: Snapshot;
  change: (changes: Record<string, string | undefined>) => Snapshot;
} {
  const files = new Map(Object.entries(texts));
  const workspace = new Workspace((path) => files.get(path), { minimumWords: 3 });
  const before = workspace.apply([...files].map(([path, text]) => ({ path, text })));
  const change = (changes: Record<string, string | undefined>): Snapshot => {
    for (const [path, text] of Object.entries(changes)) {
      if (text === undefined) files.delete(path);
      else files.set(path, text);
    }
    return workspace.apply(
      Object.entries(changes).map(([path, text]) => (text === undefined ? { path, gone: true } : { path, text })),
    );
  };
  return { before, change };
}

const TEXTS = {
  'b.md': '# B\n\n## Mud on boots\n\n## Why mud\n\n## Mud on boots\n',
  'a.md': '# A\n\n## Mud on boots\n\n## Clay\n',
  'c.md': '# C\n\n## On muddy ground\n',
};

test('headings that hold all words: by rank, then the shorter ones, then by path and place', () => {
  const { before, change } = corpus(TEXTS);
  const index = atOnce(makeHeadingIndex(before));
  const holding = (snapshot: Snapshot, wanted: string, most = 9, rank = (_: string): number => 0): string[] =>
    index
      .holding(snapshot, wanted, rank, most)
      .map(
        (each) =>
          `${each.document.path} ${snapshot.spellings.string(headingSpelling(each.document.sheet, each.index))}`,
      );
  assert.deepEqual(holding(before, 'mud'), [
    'b.md Why mud',
    'a.md Mud on boots',
    'b.md Mud on boots',
    'b.md Mud on boots',
    'c.md On muddy ground',
  ]);
  assert.deepEqual(holding(before, 'mud', 2), ['b.md Why mud', 'a.md Mud on boots']);
  assert.deepEqual(holding(before, 'boots mud'), ['a.md Mud on boots', 'b.md Mud on boots', 'b.md Mud on boots']);
  assert.deepEqual(
    holding(before, 'mud', 2, (key) => (key.includes('ground') ? 0 : 1)),
    ['c.md On muddy ground', 'b.md Why mud'],
  );
  assert.deepEqual(holding(before, 'mud fog'), []);
  assert.deepEqual(holding(before, 'why boots'), [], 'no heading has both');
  assert.deepEqual(holding(before, 'fog'), []);
  assert.deepEqual(holding(before, ''), []);
  const after = change({
    'b.md': '# B\n\n## Why wet mud\n',
    'a.md': undefined,
    '0.md': '# O\n\n## Mud on boots\n\n## Mud\n\n## Old mud\n\n## Bad mud\n',
  });
  assert.deepEqual(holding(after, 'mud'), [
    '0.md Mud',
    '0.md Old mud',
    '0.md Bad mud',
    'b.md Why wet mud',
    '0.md Mud on boots',
    'c.md On muddy ground',
  ]);
  assert.deepEqual(holding(after, 'mud', 1), ['0.md Mud']);
  assert.deepEqual(holding(after, 'clay'), []);
});

test('headings are made anew when those of more than 500 documents changed', () => {
  const { before, change } = corpus(TEXTS);
  const index = atOnce(makeHeadingIndex(before));
  const many = (count: number): Record<string, string> =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.md`, `# N${at}\n\n## Part ${at}\n`]));
  assert.equal(index.isOld(before), false);
  assert.equal(index.isOld(change(many(500))), false);
  assert.equal(index.isOld(change({ 'x.md': '# X\n\n## Last\n' })), true);
});

test('headings for a query, where they stand; made ready in steps, once', () => {
  const { before } = corpus(TEXTS);
  const found = searchHeadings(before, 'mud', 2);
  assert.deepEqual(
    found.map(({ text, document, span }) => `${document.path} ${text} ${span.start}`),
    ['a.md Mud on boots 8', 'b.md Mud on boots 8'],
  );
  assert.equal([...prepareHeadings(before)].length, 0, 'they were made for the question');
  const other = corpus(TEXTS).before;
  assert.ok([...prepareHeadings(other)].length > 0);
  assert.equal([...prepareHeadings(other)].length, 0);
});
