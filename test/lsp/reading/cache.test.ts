import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  backlinksOf,
  type Change,
  diagnostics,
  documentAt,
  documentsOf,
  missingNotes,
  type Snapshot,
  Workspace,
  workspaceSymbols,
} from '../../../server/core/index.ts';
import { Corpus } from '../../../server/lsp/corpus.ts';
import { keep } from '../../../server/lsp/reading/keep.ts';
import { load } from '../../../server/lsp/reading/load.ts';
import { DEFAULT_SETTINGS } from '../../../server/lsp/settings.ts';
import { folderUris } from '../../../server/lsp/uris.ts';
import { corpus, holds } from '../../core/arbitraries.ts';
import { type CountingFolder, countingFolder } from './countingFolder.ts';

// What is counted here is work: which files a start reads. How long that takes, the benchmark tells.

const MUD = {
  'clay.md':
    '# What is clay made of?\n\nWhy does mud stick matters here, and [[Where does rain go]]. #soil #wet-clay\n',
  'mud.txt': 'Why does mud stick?\nIt is the clay.\nInquiring lines that use this note as a source 0\n',
  'oven.png': 'not read',
  'plain.txt': 'A text that is no document.\n',
};

/** A start of the program on a folder: what the last one kept is there. */
async function start(
  folder: CountingFolder,
  minimumWords = 3,
): Promise<{ workspace: Workspace; snapshot: Snapshot; read: string[] }> {
  folder.reads = [];
  const textOf = (path: string): string | undefined => folder.files.get(path)?.text;
  const workspace = new Workspace(textOf, { minimumWords });
  const loaded = (await load(
    workspace,
    folder,
    [],
    () => {},
    () => true,
  ))!;
  const snapshot = workspace.apply(loaded.changes);
  const read = [...new Set(folder.reads)].sort();
  await keep(workspace, folder, loaded.stamps);
  return { workspace, snapshot, read };
}

function drawn(snapshot: Snapshot): string[] {
  const symbols = workspaceSymbols(snapshot, 'mud').map(
    ({ text, kind, document, span }) => `${kind} ${text} ${document.path} ${span.start}`,
  );
  return [...symbols, ...referencesIn(snapshot)];
}

function referencesIn(snapshot: Snapshot): string[] {
  return documentsOf(snapshot).flatMap((document) => [
    `${document.path} ${document.kind}: ${[document.title.text, ...document.tags].join(' #')}`,
    ...diagnostics(snapshot, document).map(({ code, message, span }) => `  ${code} ${span.start}: ${message}`),
    ...backlinksOf(snapshot, document).map(
      (citing) =>
        `  ${citing.document.path} ${JSON.stringify(citing.references.map(({ name, ...reference }) => reference))}`,
    ),
  ]);
}

test('a second start reads no file, and knows what the first one knew', async () => {
  const folder = countingFolder(MUD);
  const first = await start(folder);
  assert.deepEqual(first.read, ['clay.md', 'mud.txt', 'plain.txt']);
  const second = await start(folder);
  assert.deepEqual(second.read, []);
  assert.deepEqual(drawn(second.snapshot), drawn(first.snapshot));
  assert.deepEqual([...second.snapshot.files].sort(), Object.keys(MUD));
  assert.equal(second.snapshot.missing, 1);
});

test('a file that was written since is read, and no other', async () => {
  const folder = countingFolder(MUD);
  await start(folder);
  folder.files.set('mud.txt', { text: `${MUD['mud.txt']}\n`, modified: 2 });
  const { read, snapshot } = await start(folder);
  assert.deepEqual(read, ['mud.txt']);
  assert.equal(backlinksOf(snapshot, documentAt(snapshot, 'mud.txt')!).length, 1);
  assert.deepEqual((await start(folder)).read, []);
});

test('a checkout that writes the same bytes anew: they are compared, and nothing is condensed again', async () => {
  const folder = countingFolder(MUD);
  const first = await start(folder);
  folder.files.set('mud.txt', { text: MUD['mud.txt'], modified: 2 });
  folder.reads = [];
  const second = await start(folder);
  assert.deepEqual(folder.reads, ['mud.txt']);
  assert.deepEqual(drawn(second.snapshot), drawn(first.snapshot));
});

test('a title that comes while nobody looks is found in files that are not read for it', async () => {
  const folder = countingFolder(MUD);
  await start(folder);
  folder.files.set('rain.md', { text: '# It is the clay\n', modified: 2 });
  const { read, snapshot } = await start(folder);
  assert.deepEqual(read, ['rain.md']);
  const [citing] = backlinksOf(snapshot, documentAt(snapshot, 'rain.md')!);
  assert.equal(citing?.document.path, 'mud.txt');
});

test('a file that is gone is forgotten', async () => {
  const folder = countingFolder(MUD);
  await start(folder);
  folder.files.delete('mud.txt');
  const { read, snapshot } = await start(folder);
  assert.deepEqual(read, []);
  assert.deepEqual(
    missingNotes(snapshot).map(({ title }) => title),
    ['Where does rain go'],
  );
});

test('other rules for what is a title: all is read again', async () => {
  const folder = countingFolder(MUD);
  await start(folder);
  assert.equal((await start(folder, 2)).read.length, 3);
});

test('whatever the corpus: kept and read again, it answers the same', async () => {
  const cases: (readonly Change[])[] = [];
  holds(corpus, (files) => void cases.push(files), 200);
  for (const files of cases.slice(0, 60)) {
    const texts = files.flatMap((file) => ('text' in file ? [[file.path, file.text] as const] : []));
    const folder = countingFolder(Object.fromEntries(texts));
    const first = await start(folder);
    const second = await start(folder);
    assert.deepEqual(second.read, []);
    assert.deepEqual(drawn(second.snapshot), drawn(first.snapshot));
    // What was restored goes on as what was read does.
    const change = { path: 'mud.md', text: '# Why does mud stick\n\nWhat is clay made of\n' };
    assert.deepEqual(drawn(second.workspace.apply([change])), drawn(first.workspace.apply([change])));
  }
});

test('what a full disk did not take is kept the next time, and then no more', async () => {
  const inner = countingFolder(MUD);
  let [isFull, writes] = [true, 0];
  const cache: typeof inner.cache = {
    ...inner.cache!,
    async write(pieces, give) {
      writes++;
      return !isFull && inner.cache!.write(pieces, give);
    },
  };
  const notes = new Corpus(folderUris('file:///notes'), { ...inner, cache }, DEFAULT_SETTINGS);
  await notes.load(() => true);
  await notes.keep();
  assert.equal(inner.kept, undefined);
  isFull = false;
  for (let time = 0; time < 3; time++) await notes.keep();
  assert.equal(writes, 2);
  assert.notEqual(inner.kept, undefined);
});
