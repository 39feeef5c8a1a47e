import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knowsWords, prepareWords, wordIndexOf } from '../../../server/core/index/searchWords.ts';
import { termsOf, wordsOf } from '../../../server/core/index/terms.ts';
import { type Snapshot, Workspace } from '../../../server/core/index.ts';
import { atOnce } from '../../../server/core/steps.ts';
import { Words } from '../../../server/core/text/words.ts';

const words = new Words();

function hashOf(word: string): number {
  words.clear();
  words.read(word, 0, word.length);
  return words.hashes[0]!;
}

/** Of these words those that a text is said to be about, and how often. */
function terms(text: string, ...asked: readonly string[]): string {
  const { hashes, counts } = termsOf(text);
  assert.deepEqual(
    [...hashes].sort((a, b) => a - b),
    [...hashes],
    'ascending',
  );
  const found = asked.map((word) => [word, counts[hashes.indexOf(hashOf(word))]] as const);
  assert.equal(hashes.length, found.filter(([, count]) => count !== undefined).length, 'no others');
  return found.map(([word, count]) => `${word} ${count ?? '–'}`).join(', ');
}

test('the words of a text: of three to forty letters, and no numbers', () => {
  assert.equal(terms('Mud, mud and RAIN.', 'mud', 'and', 'rain'), 'mud 2, and 1, rain 1');
  assert.equal(terms('is it so', 'is', 'it', 'so'), 'is –, it –, so –');
  assert.equal(terms('fog', 'fog'), 'fog 1');
  assert.equal(terms('2026 1st 9lives a11y', '2026', '1st', '9lives', 'a11y'), '2026 –, 1st –, 9lives –, a11y 1');
  assert.equal(terms(`${'x'.repeat(40)} ${'y'.repeat(41)}`, 'x'.repeat(40), 'y'.repeat(41)).slice(-2), ' –');
  assert.equal(terms(`${'x'.repeat(40)}`, 'x'.repeat(40)).slice(-2), ' 1');
  assert.equal(terms('', 'mud'), 'mud –');
});

test('lines that many documents have alike are left out', () => {
  const text = 'INQUIRING LINE\nMud\nSources 12 notes\nrain\n## Original note title\nfog\nInquiring line of mud\n';
  assert.equal(
    terms(text, 'mud', 'rain', 'fog', 'inquiring', 'line', 'sources', 'notes', 'original', 'note', 'title'),
    'mud 2, rain 1, fog 1, inquiring 1, line 1, sources –, notes –, original –, note –, title –',
  );
  assert.equal(terms('mud\nSources 12 notes', 'mud', 'sources', 'notes'), 'mud 1, sources –, notes –');
});

test('128 words are kept, those that stand there most often', () => {
  const all = Array.from(
    { length: 200 },
    (_, at) => `word${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}`,
  );
  const often = all.slice(50, 150).flatMap((word) => [word, word]);
  const { hashes, counts } = termsOf([...all, ...often].join(' '));
  assert.equal(hashes.length, 128);
  const kept = new Set(hashes);
  assert.ok(all.slice(50, 150).every((word) => kept.has(hashOf(word))));
  const others = [...all.slice(0, 50), ...all.slice(150)].map(hashOf).sort((a, b) => a - b);
  assert.deepEqual(
    others.filter((hash) => kept.has(hash)),
    others.slice(0, 28),
    'of equals those of the least hash',
  );
  assert.equal(counts[hashes.indexOf(hashOf(all[60]!))], 3);
  assert.equal(termsOf(all.slice(0, 128).join(' ')).hashes.length, 128);
});

test('words by their hashes, as they are first written', () => {
  const text = 'Mud and RAIN, mud and rain';
  assert.deepEqual(wordsOf(text, [hashOf('rain'), hashOf('mud'), hashOf('fog')]), ['RAIN', 'Mud']);
});

/** A corpus of texts; which of them hold a word, and how many are said to. */
function corpus(texts: Record<string, string>): {
  workspace: Workspace;
  change: (changes: Record<string, string | undefined>) => Snapshot;
  holding: (snapshot: Snapshot, word: string) => string;
} {
  const files = new Map<string, string>();
  const workspace = new Workspace((path) => files.get(path), { minimumWords: 3 });
  const change = (changes: Record<string, string | undefined>): Snapshot => {
    for (const [path, text] of Object.entries(changes)) {
      if (text === undefined) files.delete(path);
      else files.set(path, text);
    }
    return workspace.apply(
      Object.entries(changes).map(([path, text]) => (text === undefined ? { path, gone: true } : { path, text })),
    );
  };
  const holding = (snapshot: Snapshot, word: string): string => {
    const index = wordIndexOf(snapshot)!;
    const paths = index.holding(snapshot, hashOf(word)).map((id) => snapshot.documents.get(id)!.path);
    return `${index.frequency(snapshot, hashOf(word))}: ${paths.sort().join(' ')}`;
  };
  change(texts);
  return { workspace, change, holding };
}

test('which documents hold a word, before and after some change', () => {
  const { workspace, change, holding } = corpus({
    'a.md': '# Mud\nrain and fog',
    'b.md': '# Rain\nrain',
    'c.md': '# Clay\nfog',
  });
  const before = workspace.snapshot;
  assert.equal(wordIndexOf(before), undefined);
  assert.equal(knowsWords(before), false);
  atOnce(prepareWords(before));
  assert.equal(knowsWords(before), true);
  const asked = ['rain', 'fog', 'mud', 'clay', 'and', 'snow'];
  assert.deepEqual(
    asked.map((word) => `${word} ${holding(before, word)}`),
    ['rain 2: a.md b.md', 'fog 2: a.md c.md', 'mud 1: a.md', 'clay 1: c.md', 'and 1: a.md', 'snow 0: '],
  );
  const after = change({ 'a.md': '# Mud\nsnow and fog', 'c.md': undefined, 'd.md': '# Snow\nrain' });
  assert.deepEqual(
    asked.map((word) => `${word} ${holding(after, word)}`),
    ['rain 2: b.md d.md', 'fog 1: a.md', 'mud 1: a.md', 'clay 0: ', 'and 1: a.md', 'snow 2: a.md d.md'],
  );
  assert.equal(holding(before, 'rain'), '2: a.md b.md', 'a snapshot stays what it was');
});

test('words are read anew when more than 300 documents changed, in steps', () => {
  const many = (count: number, text: string): Record<string, string> =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.md`, `# Title ${at}\n${text}`]));
  const { workspace, change, holding } = corpus(many(310, 'mud'));
  assert.ok([...prepareWords(workspace.snapshot)].length > 70);
  assert.equal([...prepareWords(workspace.snapshot)].length, 0);
  assert.equal(knowsWords(change(many(300, 'rain'))), true);
  const last = change(many(301, 'fog'));
  assert.equal(knowsWords(last), false);
  assert.equal(holding(last, 'fog').slice(0, 4), '301:');
  atOnce(prepareWords(last));
  assert.equal(knowsWords(last), true);
  assert.equal(holding(last, 'mud').slice(0, 2), '9:');
});
