import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askersNear } from '../../../server/core/index/askers.ts';
import { didYouMean, fit, nearNames, prepareSearch, ranked, searchTitles } from '../../../server/core/index/search.ts';
import type { Title } from '../../../server/core/index/titleIndex.ts';
import { type Snapshot, Workspace } from '../../../server/core/index.ts';
import { atOnce } from '../../../server/core/steps.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';

const shown = ({ text, alias, document }: Title): string => `${document.path}: ${text}${alias ? ' (alias)' : ''}`;

/** A corpus of documents with nothing but titles, and of the titles of missing notes. */
function titled(titles: Record<string, string>, missing: readonly string[] = []): Map<string, string> {
  const files = new Map(Object.entries(titles).map(([path, title]) => [path, `# ${title}\n`]));
  const entries = missing.map((title) => `- ${title}\n`).join('');
  if (missing.length > 0) files.set('z.md', `---\nkind: inquiry\n---\n# Z\n\n## Sources\n\n${entries}`);
  return files;
}

const SOIL = snapshotOf(
  readFixture(`
=== b.md
---
aliases: [Mud]
---
# Boots in mud
=== a.md
# Muddy boots
=== c.md
# Why does rain fall?
=== d.md
# On muddy ground
`).files,
);

test('titles for a query: what it is, what begins with it, what has a word that does, the rest', () => {
  const search = (query: string, limit = 9): string[] => searchTitles(SOIL, query, limit).map(shown);
  assert.deepEqual(search('mud'), [
    'b.md: Mud (alias)',
    'a.md: Muddy boots',
    'b.md: Boots in mud',
    'd.md: On muddy ground',
  ]);
  assert.deepEqual(search('MUD', 2), ['b.md: Mud (alias)', 'a.md: Muddy boots']);
  assert.deepEqual(search('boots mud'), ['b.md: Boots in mud', 'a.md: Muddy boots']);
  assert.deepEqual(search('why doess rain'), ['c.md: Why does rain fall?'], 'nearly, where nothing has all words');
  assert.deepEqual(search('wht rxyz fxyz'), []);
  assert.deepEqual(search(' '), [
    'a.md: Muddy boots',
    'b.md: Boots in mud',
    'b.md: Mud (alias)',
    'c.md: Why does rain fall?',
    'd.md: On muddy ground',
  ]);
  assert.deepEqual(search('', 2), ['a.md: Muddy boots', 'b.md: Boots in mud']);
});

test('how well a key fits', () => {
  const keys = ['mud', 'muddy boots', 'wet mud', 'wet muddy', 'amud'];
  assert.deepEqual(
    keys.map((key) => fit(key, 'mud')),
    [0, 1, 2, 2, 3],
  );
});

test('the nearest by letters, and none that is too far', () => {
  const keys = ['why does snow fall', 'why does rain fall', 'on clay', 'xyz'].map((key) => ({ key }));
  const nearest = (key: string, threshold: number): string[] => ranked(keys, key, threshold).map((each) => each.key);
  assert.deepEqual(nearest('why does rain fal', 0.2), ['why does rain fall']);
  assert.deepEqual(nearest('why does rain fal', 0.4), ['why does rain fall', 'why does snow fall']);
});

test('what a title that nobody has may have meant: slips, or up to three words, and not half of them', () => {
  const means = (title: string, text: string): boolean =>
    didYouMean(snapshotOf(titled({ 'a.md': title })), text).length > 0;
  // A letter in eight, one at least.
  assert.equal(means('Mud pie', 'mud pia'), true);
  assert.equal(means('Mud pie', 'mud pax'), false);
  assert.equal(means('Slippery yellow clays', 'slipperx yellox clays'), true);
  assert.equal(means('Slippery yellow clays', 'slipperx yellox clayx'), false);
  // Four letters at most, though these have forty.
  assert.equal(means('Extraordinarily extravagant tourmaliness', 'extraxrdinarily extraxagant tourxaxiness'), true);
  assert.equal(means('Extraordinarily extravagant tourmaliness', 'extraxrdxnarily extraxagant tourxaxiness'), false);
  // Of three words none may be another, of four one, of five two.
  assert.equal(means('Why mud sticks', 'why clay sticks'), false);
  assert.equal(means('Why does mud stick', 'why does clay stick'), true);
  assert.equal(means('Why does mud stick', 'why did clay stick'), false);
  assert.equal(means('Why does mud stick so', 'why does clay hold so'), true);
  assert.equal(means('Why does mud stick so', 'why does clay hold on'), false);
});

test('three at most are offered, the nearest first; as the documents are now', () => {
  const files = titled({
    'a.md': 'Why does rain fall in spring',
    'b.md': 'Why does snow fall in winter',
    'c.md': 'Why does rain fall in winter',
    'd.md': 'Why does hail fall in winter',
  });
  const workspace = new Workspace((path) => files.get(path), { minimumWords: 3 });
  const first = workspace.apply([...files].map(([path, text]) => ({ path, text })));
  const means = (snapshot: Snapshot): string[] => didYouMean(snapshot, 'Why does raim fall in winter').map(shown);
  assert.deepEqual(means(first).length, 3);
  assert.deepEqual(means(first)[0], 'c.md: Why does rain fall in winter');
  files.set('c.md', '\n\n# Why does rain fall in winter\n');
  const moved = workspace.apply([{ path: 'c.md', text: files.get('c.md')! }]);
  const document = didYouMean(moved, 'Why does raim fall in winter')[0]!.document;
  assert.equal(moved.documents.get(document.id), document);
  files.set('c.md', '# Fog\n');
  const last = workspace.apply([{ path: 'c.md', text: files.get('c.md')! }]);
  assert.equal(means(last).includes('c.md: Why does rain fall in winter'), false);
});

test('names that are a few words away, those of missing notes too; the nearest first, then by path', () => {
  const near = (snapshot: Snapshot, text: string): string[] =>
    nearNames(snapshot, text).map(({ text, document, apart }) => `${document?.path ?? 'missing'}: ${text} ${apart}`);
  const snapshot = snapshotOf(
    titled({ 'b.md': 'Why does mud stick to boots', 'a.md': 'Why does mud stick to shoes', 'c.md': 'Why is it wet' }, [
      'Why does mud stick to paws?',
      'Why does mud stick to hair?',
      'Is it wet outside today?',
    ]),
  );
  assert.deepEqual(near(snapshot, 'Why does the mud stick to boots?'), [
    'b.md: Why does mud stick to boots 0.3',
    'a.md: Why does mud stick to shoes 1.8',
    'missing: Why does mud stick to hair? 1.8',
    'missing: Why does mud stick to paws? 1.8',
  ]);
  assert.deepEqual(near(snapshot, 'Why does mud stick to boots?').length, 3, 'not the title itself');
  assert.deepEqual(near(snapshot, 'Why does mud not stick to boots?'), [], 'the opposite');
});

test('what is made ready in steps is what is made at once, and is made once', () => {
  const snapshot = snapshotOf(titled({ 'a.md': 'Why does mud stick' }, ['Why does clay stick?']));
  atOnce(prepareSearch(snapshot));
  assert.equal([...prepareSearch(snapshot)].length, 0);
  assert.deepEqual(searchTitles(snapshot, 'mud', 9).map(shown), ['a.md: Why does mud stick']);
});

test('who may ask for a title that came: documents with questions that share a third of its words', () => {
  const { files } = readFixture(`
=== mud.md
# Why does mud stick to boots in rain?
=== near.md
# Near
So Why does mud stick to shoes? it asks.
=== far.md
# Far
So How wide can rivers grow? it asks.
=== plain.md
# Plain
Why mud does stick to boots: nobody asks.
=== one.md
# Fog
=== list.md
---
kind: inquiry
---
# List

## Sources

- How wide can rivers become?
`);
  const snapshot = snapshotOf(files);
  const ids = new Map([...snapshot.documents].map(([id, document]) => [document?.path, id]));
  const near = (titled: readonly string[], missed: readonly string[] = []): string[] =>
    askersNear(
      snapshot,
      titled.map((path) => ids.get(path)!),
      missed.map((name) => snapshot.keys.find(name)!),
    ).map(({ path }) => path);
  assert.deepEqual(near(['mud.md']), ['near.md']);
  assert.deepEqual(near([]), []);
  assert.deepEqual(near(['plain.md']), [], 'nothing in it asks');
  assert.deepEqual(near(['one.md']), [], 'a title of one word has no two that are neighbours');
  assert.deepEqual(near([], ['how wide can rivers become']), ['far.md']);
  assert.deepEqual(near([], ['fog']), [], 'no missing note');
});
