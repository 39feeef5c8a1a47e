import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstPair, pieceOf } from '../../../server/core/index/keyColumns.ts';
import { type Candidate, makeTitleIndex, type TitleIndex } from '../../../server/core/index/titleIndex.ts';
import { type Snapshot, Workspace } from '../../../server/core/index.ts';
import { atOnce } from '../../../server/core/steps.ts';
import { readFixture } from '../../fixture.ts';

const CORPUS = readFixture(`
=== b/mud.md
---
aliases: [Mud on boots]
---
# Why mud sticks
=== clay.md
# Why clay sticks
=== a/mud.md
# Why mud sticks
=== rain.md.txt
INQUIRING LINE

Why does rain fall so hard?

Sources 1 notes

Why mud sticks
So it does.
=== fog.markdown
---
aliases: [Thick fog]
---
# Fog
`).files;

/** A corpus, its index, and the corpus after some files changed: what the index says of both. */
function made(files: ReadonlyMap<string, string>): {
  index: TitleIndex;
  before: Snapshot;
  after: (changes: Record<string, string | undefined>) => Snapshot;
} {
  const texts = new Map(files);
  const workspace = new Workspace((path) => texts.get(path), { minimumWords: 3 });
  const before = workspace.apply([...texts].map(([path, text]) => ({ path, text })));
  const after = (changes: Record<string, string | undefined>): Snapshot => {
    for (const [path, text] of Object.entries(changes)) {
      if (text === undefined) texts.delete(path);
      else texts.set(path, text);
    }
    return workspace.apply(
      Object.entries(changes).map(([path, text]) => (text === undefined ? { path, gone: true } : { path, text })),
    );
  };
  return { index: atOnce(makeTitleIndex(before)), before, after };
}

const shown = ({ text, alias, stem, document }: Candidate): string =>
  `${document.path}: ${text}${alias ? ' (alias)' : ''}${stem ? ' (file)' : ''}`;

const CHANGES = {
  'clay.md': '# Why Clay\n',
  'a/mud.md': undefined,
  'a/c.md': '---\naliases: [Mud on boots]\n---\n# Sun\n',
};

test('all titles, by path; those that came later behind them', () => {
  const { index, before, after } = made(CORPUS);
  assert.deepEqual([...index.all(before)].map(shown), [
    'a/mud.md: Why mud sticks',
    'b/mud.md: Why mud sticks',
    'b/mud.md: Mud on boots (alias)',
    'clay.md: Why clay sticks',
    'fog.markdown: Fog',
    'fog.markdown: Thick fog (alias)',
    'rain.md.txt: Why does rain fall so hard?',
  ]);
  assert.deepEqual([...index.all(after(CHANGES))].map(shown), [
    'b/mud.md: Why mud sticks',
    'b/mud.md: Mud on boots (alias)',
    'fog.markdown: Fog',
    'fog.markdown: Thick fog (alias)',
    'rain.md.txt: Why does rain fall so hard?',
    'clay.md: Why Clay',
    'a/c.md: Sun',
    'a/c.md: Mud on boots (alias)',
  ]);
});

test('titles that hold all words: by rank, then the shorter ones, then by path', () => {
  const { index, before, after } = made(CORPUS);
  const holding = (snapshot: Snapshot, words: string, most = 9, rank = (_: string): number => 0): string[] =>
    index.holding(snapshot, words.split(' '), rank, most).map(shown);
  assert.deepEqual(holding(before, 'mud'), [
    'b/mud.md: Mud on boots (alias)',
    'a/mud.md: Why mud sticks',
    'b/mud.md: Why mud sticks',
  ]);
  assert.deepEqual(holding(before, 'why'), [
    'a/mud.md: Why mud sticks',
    'b/mud.md: Why mud sticks',
    'clay.md: Why clay sticks',
    'rain.md.txt: Why does rain fall so hard?',
  ]);
  assert.deepEqual(holding(before, 'why st'), [
    'a/mud.md: Why mud sticks',
    'b/mud.md: Why mud sticks',
    'clay.md: Why clay sticks',
  ]);
  assert.deepEqual(
    holding(before, 'why', 2, (key) => (key.includes('clay') ? 0 : 1)),
    ['clay.md: Why clay sticks', 'a/mud.md: Why mud sticks'],
  );
  assert.deepEqual(holding(before, 'snow'), []);
  assert.deepEqual(holding(before, 'why snow'), []);
  assert.deepEqual(holding(before, 'hard'), ['rain.md.txt: Why does rain fall so hard?']);
  const later = after(CHANGES);
  assert.deepEqual(holding(later, 'mud'), [
    'a/c.md: Mud on boots (alias)',
    'b/mud.md: Mud on boots (alias)',
    'b/mud.md: Why mud sticks',
  ]);
  assert.deepEqual(holding(later, 'why', 2), ['clay.md: Why Clay', 'b/mud.md: Why mud sticks']);
  assert.deepEqual(holding(later, 'sticks clay'), []);
  assert.deepEqual(
    holding(later, 'why', 9, (key) => (key.includes('rain') ? 0 : 1)),
    ['rain.md.txt: Why does rain fall so hard?', 'clay.md: Why Clay', 'b/mud.md: Why mud sticks'],
  );
});

test('titles that share so much of a key, those that share most first', () => {
  const { index, before, after } = made(CORPUS);
  const near = (snapshot: Snapshot, key: string, part: number, most = 9): string[] =>
    index.near(snapshot, key, part, most).map(shown);
  assert.deepEqual(near(before, 'why mud sticks', 1), ['a/mud.md: Why mud sticks', 'b/mud.md: Why mud sticks']);
  assert.deepEqual(near(before, 'why mud sticks', 0.5), [
    'a/mud.md: Why mud sticks',
    'b/mud.md: Why mud sticks',
    'clay.md: Why clay sticks',
  ]);
  assert.deepEqual(near(before, 'why mud sticks', 0), [
    'a/mud.md: Why mud sticks',
    'b/mud.md: Why mud sticks',
    'clay.md: Why clay sticks',
    'b/mud.md: Mud on boots (alias)',
    'rain.md.txt: Why does rain fall so hard?',
  ]);
  assert.deepEqual(near(before, 'why mud sticks', 0, 3), [
    'a/mud.md: Why mud sticks',
    'b/mud.md: Why mud sticks',
    'clay.md: Why clay sticks',
  ]);
  assert.deepEqual(near(before, 'clay boots', 0, 1), ['b/mud.md: Mud on boots (alias)'], 'of equals the first');
  assert.deepEqual(near(before, 'snow', 0), []);
  assert.deepEqual(
    near(before, 'why mud sticks', 1),
    ['a/mud.md: Why mud sticks', 'b/mud.md: Why mud sticks'],
    'again',
  );
  const later = after(CHANGES);
  assert.deepEqual(near(later, 'mud on boots', 1), ['a/c.md: Mud on boots (alias)', 'b/mud.md: Mud on boots (alias)']);
  assert.deepEqual(near(later, 'mud on boots', 0, 1), ['a/c.md: Mud on boots (alias)']);
  assert.deepEqual(near(later, 'why clay sticks', 0.6), ['b/mud.md: Why mud sticks', 'clay.md: Why Clay']);
  assert.deepEqual(near(later, 'why clay sticks', 0.7), []);
  assert.deepEqual(near(later, 'why clay', 0), [
    'clay.md: Why Clay',
    'b/mud.md: Why mud sticks',
    'rain.md.txt: Why does rain fall so hard?',
  ]);
});

test('titles that may be few words away, by a question of one’s own', () => {
  const { index, before, after } = made(CORPUS);
  const few = (snapshot: Snapshot, isNear: (key: string) => boolean): string[] =>
    index.few(snapshot, 'why mud sticks', isNear).map(shown);
  assert.deepEqual(
    few(before, () => true),
    ['a/mud.md: Why mud sticks', 'b/mud.md: Why mud sticks', 'clay.md: Why clay sticks'],
  );
  assert.deepEqual(
    few(before, (key) => key.includes('clay')),
    ['clay.md: Why clay sticks'],
  );
  assert.deepEqual(
    few(after(CHANGES), (key) => !key.includes('boots')),
    ['b/mud.md: Why mud sticks', 'clay.md: Why Clay', 'a/c.md: Sun'],
  );
});

test('titles and stems of files that are wanted, the best first, then by path', () => {
  const { index, before, after } = made(CORPUS);
  const matching = (snapshot: Snapshot, word: string | undefined, most = 9, unwanted = 'fog'): string[] => {
    const weigh = (key: string): number => (key.includes(unwanted) ? -1 : key.length - 1);
    const piece = word === undefined ? undefined : pieceOf(word);
    return index.matching(snapshot, { piece, weigh }, most).map(({ weight, found }) => `${weight} ${shown(found)}`);
  };
  assert.deepEqual(matching(before, 'mud'), [
    '2 a/mud.md: mud (file)',
    '2 b/mud.md: mud (file)',
    '11 b/mud.md: Mud on boots (alias)',
    '13 a/mud.md: Why mud sticks',
    '13 b/mud.md: Why mud sticks',
  ]);
  assert.deepEqual(matching(before, 'mud', 2, 'sticks'), ['2 a/mud.md: mud (file)', '2 b/mud.md: mud (file)']);
  assert.deepEqual(matching(before, undefined, 3), [
    '2 a/mud.md: mud (file)',
    '2 b/mud.md: mud (file)',
    '3 clay.md: clay (file)',
  ]);
  assert.deepEqual(matching(before, 'fog'), []);
  const later = after(CHANGES);
  assert.deepEqual(matching(later, 'mud', 9, 'boots'), [
    '0 a/c.md: c (file)',
    '2 a/c.md: Sun',
    '2 b/mud.md: mud (file)',
    '3 clay.md: clay (file)',
    '7 clay.md: Why Clay',
    '13 b/mud.md: Why mud sticks',
  ]);
  assert.deepEqual(matching(later, 'mud', 1), ['0 a/c.md: c (file)']);
});

test('whether some title begins with two words, and how many have a piece', () => {
  const { index, before, after } = made(CORPUS);
  const later = after(CHANGES);
  const begins = (snapshot: Snapshot, key: string): boolean => index.mayBegin(snapshot, firstPair(key));
  assert.deepEqual(
    ['why mud', 'mud on', 'why does', 'mud sticks', 'sun and'].map((key) => begins(before, key)),
    [true, true, true, false, false],
  );
  assert.deepEqual([begins(later, 'why clay'), begins(later, 'sun and')], [true, false]);
  assert.equal(begins(after({ 'c.md': '# Sun and snow\n' }), 'sun and'), true);
  assert.equal(index.share(pieceOf('mud')).rows, 5);
  assert.equal(index.share(pieceOf('mud')).all, 10);
});

test('an index is old when more than 200 documents were titled anew', () => {
  const { index, before, after } = made(CORPUS);
  const many = (count: number): Record<string, string> =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`many/${at}.md`, `# Many ${at}\n`]));
  assert.equal(index.isOld(before), false);
  assert.equal(index.isOld(after(many(200))), false);
  assert.equal(index.isOld(after(many(201))), true);
});
