import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstPair, pieceOf } from '../../../server/core/index/keyColumns.ts';
import { type MissingIndex, makeMissingIndex } from '../../../server/core/index/missingIndex.ts';
import { type Snapshot, Workspace } from '../../../server/core/index.ts';
import { atOnce } from '../../../server/core/steps.ts';

const listed = (...titles: readonly string[]): string =>
  `---\nkind: inquiry\n---\n# A list\n\n## Sources\n\n${titles.map((title) => `- ${title}\n`).join('')}`;

/** A corpus whose notes are all missing but these, the index of those that are, and the corpus after some files changed. */
function made(...titles: readonly string[]): {
  index: MissingIndex;
  before: Snapshot;
  change: (changes: Record<string, string>) => Snapshot;
} {
  const files = new Map([['list.md', listed(...titles)]]);
  const workspace = new Workspace((path) => files.get(path), { minimumWords: 3 });
  const apply = (changes: Record<string, string>): Snapshot => {
    for (const [path, text] of Object.entries(changes)) files.set(path, text);
    return workspace.apply(Object.entries(changes).map(([path, text]) => ({ path, text })));
  };
  const before = apply(Object.fromEntries(files));
  return { index: atOnce(makeMissingIndex(before)), before, change: apply };
}

const TITLES = ['Why wet mud sticks', 'Why mud?', 'Why does mud stick?', 'Is clay like mud?', 'How old is rain'];

test('missing notes that are wanted: the best first, then by key', () => {
  const { index, before, change } = made(...TITLES);
  const matching = (snapshot: Snapshot, word: string | undefined, most = 9, unwanted = 'x'): string[] => {
    const weigh = (key: string): number => (key.includes(unwanted) ? -1 : Math.floor(key.length / 10));
    const piece = word === undefined ? undefined : pieceOf(word);
    return index.matching(snapshot, { piece, weigh }, most).map(({ weight, found }) => `${weight} ${found.text}`);
  };
  assert.deepEqual(matching(before, 'mud'), [
    '0 Why mud?',
    '1 Is clay like mud?',
    '1 Why does mud stick?',
    '1 Why wet mud sticks',
  ]);
  assert.deepEqual(matching(before, 'mud', 1), ['0 Why mud?']);
  assert.deepEqual(matching(before, 'mud', 9, 'why'), ['1 Is clay like mud?']);
  assert.deepEqual(matching(before, 'clay'), ['1 Is clay like mud?']);
  assert.deepEqual(matching(before, 'snow'), []);
  assert.deepEqual(matching(before, undefined), [], 'titles that there are say more');
  const after = change({ 'mud.md': '# Why mud\n', 'more.md': listed('A mud pie') });
  assert.deepEqual(matching(after, 'mud'), [
    '0 A mud pie',
    '1 Is clay like mud?',
    '1 Why does mud stick?',
    '1 Why wet mud sticks',
  ]);
  assert.deepEqual(matching(after, 'mud', 1), ['0 A mud pie']);
  assert.deepEqual(matching(change({ 'z.md': listed('Is bad mud wet') }), 'mud'), [
    '0 A mud pie',
    '1 Is bad mud wet',
    '1 Is clay like mud?',
    '1 Why does mud stick?',
    '1 Why wet mud sticks',
  ]);
  const last = change({ 'more.md': listed('A mud pot') });
  assert.deepEqual(matching(last, 'mud', 1), ['0 A mud pot'], 'what came and went again is not kept');
});

test('those that may be few words away, by a question of one’s own', () => {
  const { index, before, change } = made(...TITLES);
  const few = (snapshot: Snapshot, isNear = (_: string): boolean => true): string[] =>
    index
      .few(snapshot, 'why does mud stick', isNear)
      .map(({ text, key, name }) => `${text} ${key === snapshot.keys.string(name)}`)
      .sort();
  assert.deepEqual(few(before), ['Why does mud stick? true', 'Why mud? true', 'Why wet mud sticks true']);
  assert.deepEqual(
    few(before, (key) => !key.includes('wet')),
    ['Why does mud stick? true', 'Why mud? true'],
  );
  const after = change({ 'mud.md': '# Why mud\n', 'more.md': listed('A mud pie') });
  assert.deepEqual(few(after), ['A mud pie true', 'Why does mud stick? true', 'Why wet mud sticks true']);
});

test('whether one of them begins with two words', () => {
  const { index, before, change } = made(...TITLES);
  const begins = (snapshot: Snapshot, key: string): boolean => index.mayBegin(snapshot, firstPair(key));
  assert.deepEqual(
    ['why mud', 'is clay', 'mud sticks', 'fog is'].map((key) => begins(before, key)),
    [true, true, false, false],
  );
  const after = change({ 'more.md': listed('Fog is wet, they say') });
  assert.deepEqual([begins(after, 'fog is'), begins(after, 'is wet')], [true, false]);
});

test('an index is old when more than a thousand names came to be missing', () => {
  const { index, before, change } = made(...TITLES);
  const many = (count: number): string => listed(...Array.from({ length: count }, (_, at) => `Why is part ${at} wet`));
  assert.equal(index.isOld(before), false);
  assert.equal(index.isOld(change({ 'more.md': many(1000) })), false);
  assert.equal(index.isOld(change({ 'more.md': many(1001) })), true);
  assert.equal(index.isOld(change({ 'more.md': many(3) })), false, 'and they are no more');
});
