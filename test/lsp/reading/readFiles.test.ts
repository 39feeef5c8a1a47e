import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentsOf, Lexicon, Workspace } from '../../../server/core/index.ts';
import type { Hand } from '../../../server/lsp/ports.ts';
import { readFiles } from '../../../server/lsp/reading/readFiles.ts';
import { countingFolder } from './countingFolder.ts';

const many = Object.fromEntries(
  Array.from({ length: 200 }, (_, at) => [`${at}.md`, `# Note number ${at}\n\nNote number ${at + 1}\n`]),
);
const paths = Object.keys(many);
const workspaceOf = (texts: Readonly<Record<string, string>>): Workspace =>
  new Workspace((path) => texts[path], { minimumWords: 3 });

test('each file is read to be condensed, and once more to be searched for all titles', async () => {
  const folder = countingFolder(many);
  const workspace = workspaceOf(many);
  const found = (await readFiles(workspace, folder, paths, () => true))!;
  assert.equal(folder.reads.length, 2 * paths.length);
  assert.equal(workspace.apply(found.changes).documents.length, paths.length);
  assert.equal(folder.reads.length, 2 * paths.length, 'applying reads nothing');
});

test('where nobody knows a title of three words, files are read once', async () => {
  const short = { 'a.md': '# Mud\n', 'b.md': '# Clay\n' };
  const folder = countingFolder(short);
  await readFiles(workspaceOf(short), folder, Object.keys(short), () => true);
  assert.deepEqual(folder.reads, ['a.md', 'b.md']);
});

test('a thread that fails leaves its files to this one', async () => {
  const failing: Hand = {
    condense: () => Promise.reject(new Error('out of memory')),
    scan: () => Promise.reject(new Error('out of memory')),
  };
  const folder = countingFolder(many, [failing, failing]);
  const found = (await readFiles(workspaceOf(many), folder, paths, () => true))!;
  assert.deepEqual(
    found.changes.map(({ path }) => path),
    paths,
  );
});

test('who has had enough stops it, and nothing is found', async () => {
  const folder = countingFolder(many);
  const told: string[] = [];
  const found = await readFiles(workspaceOf(many), folder, paths, (done, all) => {
    told.push(`${done} of ${all}`);
    return done < 100;
  });
  assert.equal(found, undefined);
  assert.deepEqual(told, ['64 of 200', '128 of 200']);
});

test('a file that changes between the two looks is no document of wrong places', async () => {
  const folder = countingFolder({ 'a.md': '# Why does mud stick\n', 'b.md': 'Why does mud stick\n' });
  const read = folder.readNow!;
  folder.read = async (path) => {
    const reading = read(path);
    if (path === 'b.md')
      folder.files.set('b.md', { text: 'Other words, and more of them: Why does mud stick\n', modified: 2 });
    return reading;
  };
  const workspace = new Workspace((path) => folder.files.get(path)?.text, { minimumWords: 3 });
  const { changes } = (await readFiles(workspace, folder, ['a.md', 'b.md'], () => true))!;
  const { documents } = workspace.apply(changes);
  assert.equal([...documents].find(([, each]) => each?.path === 'b.md')![1]!.finds, undefined);
});

test('a title that is typed while threads look for names is found in what they looked through', async () => {
  const texts = Object.fromEntries(paths.map((path) => [path, `${many[path]}\nIs 1 Note number a title?\n`]));
  const folder = countingFolder(texts);
  const workspace = new Workspace((path) => folder.files.get(path)?.text, { minimumWords: 3 });
  let known: Lexicon;
  const thread: Hand = {
    condense: () => Promise.reject(new Error('this one only looks for names')),
    scan: async (files) => files.map(({ path, prose }) => known.scan(texts[path]!, prose)),
  };
  folder.hire = () => ({
    hands: [thread],
    learn: (lexicon) => {
      known = new Lexicon(workspace.numbering.spellings, lexicon.share());
      workspace.apply([{ path: 'typed.md', text: '# 1 Note number\n' }]);
    },
    dismiss: async () => {},
  });
  const { changes } = (await readFiles(workspace, folder, paths, () => true))!;
  const snapshot = workspace.apply(changes);
  const name = snapshot.keys.find('1 note number')!;
  const without = documentsOf(snapshot).filter(
    ({ occurrences }) => !occurrences.some((each, at) => at % 5 === 2 && each === name),
  );
  assert.deepEqual(
    without.map(({ path }) => path),
    ['typed.md'],
  );
});
