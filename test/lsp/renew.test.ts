import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Connection } from 'vscode-languageserver';
import { atOnce, differencesBetween, documentsOf, graph, rebuilt } from '../../server/core/index.ts';
import { Corpus } from '../../server/lsp/corpus.ts';
import { Publisher } from '../../server/lsp/publisher.ts';
import { renew } from '../../server/lsp/renew.ts';
import { DEFAULT_SETTINGS } from '../../server/lsp/settings.ts';
import { turn } from '../../server/lsp/turns.ts';
import { folderUris } from '../../server/lsp/uris.ts';
import { history } from '../core/arbitraries.ts';
import { eventually } from './client.ts';
import { type CountingFolder, countingFolder } from './reading/countingFolder.ts';

// A corpus is made anew under other numbers (`core.Renewal`) while it is edited, read and asked: nobody may notice.

const RAIN = '# Does it rain?\n\nIt does, see [[Why mud sticks]].\n';

async function corpusOf(texts: Record<string, string>): Promise<{ corpus: Corpus; folder: CountingFolder }> {
  const folder = countingFolder(texts);
  const corpus = new Corpus(folderUris('file:///notes'), folder, { ...DEFAULT_SETTINGS, corpus: 'always' });
  await corpus.load(() => true);
  return { corpus, folder };
}

function differencesIn({ snapshot }: Corpus): string[] | undefined {
  const anew = atOnce(rebuilt(snapshot));
  return anew && atOnce(differencesBetween(snapshot, anew, 20));
}

/** The ids of the nodes that a whole map tells. */
async function mapped({ chart }: Corpus): Promise<readonly string[]> {
  const atlas = await chart.answer(undefined);
  return atlas.type === 'atlas' ? [...atlas.nodes.ids].sort() : [];
}

test('whatever is typed, saved, read and asked meanwhile, it knows what is read anew', async () => {
  for (const changes of fc.sample(history, { seed: 7, numRuns: 40 })) {
    const { corpus, folder } = await corpusOf({ 'rain.md': RAIN });
    const going: Promise<void>[] = [];
    for (const [at, batch] of changes.entries()) {
      if (at % 2 === 0) going.push(renew(corpus));
      for (const change of batch) {
        if ('text' in change) folder.files.set(change.path, { text: change.text, modified: at + 2 });
        else folder.files.delete(change.path);
        if ('text' in change && at % 3 === 0) corpus.edit(change.path, change.text, at);
        else if (corpus.versionOf(change.path) !== undefined) corpus.close(change.path);
      }
      if (at % 4 === 1) await mapped(corpus);
      const read = corpus.refresh(batch.map(({ path }) => path));
      if (at % 2 === 0) await turn();
      await read;
      assert.deepEqual(differencesIn(corpus), []);
    }
    await Promise.all(going);
    assert.deepEqual(differencesIn(corpus), []);
    assert.deepEqual(
      await mapped(corpus),
      graph(corpus.snapshot)
        .nodes.map(({ id }) => id)
        .sort(),
    );
  }
});

test('files that are being read have the old numbers: it waits for them', async () => {
  const { corpus, folder } = await corpusOf({ 'rain.md': RAIN, 'gone.md': '# Why is it gone\n' });
  folder.files.delete('gone.md');
  await corpus.refresh(['gone.md']);
  folder.files.set('mud.md', { text: '# Why mud sticks\n', modified: 2 });
  let open = (): void => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const { read } = folder;
  folder.read = async (path) => {
    await gate;
    return read(path);
  };
  const before = corpus.snapshot.keys;
  const reading = corpus.refresh(['mud.md']);
  let isRenewed = false;
  const renewing = renew(corpus).then(() => {
    isRenewed = true;
  });
  for (let at = 0; at < 20; at++) await turn();
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(isRenewed, false);
  open();
  await Promise.all([reading, renewing]);
  assert.notEqual(corpus.snapshot.keys, before);
  assert.deepEqual(
    documentsOf(corpus.snapshot).map(({ title }) => title.text),
    ['Why mud sticks', 'Does it rain?'],
  );
  assert.deepEqual(differencesIn(corpus), []);
});

test('a suggestion that is still to be looked for is told, under whatever numbers', async () => {
  const { corpus } = await corpusOf({ 'rain.md': '# Does it rain?\n\nIt does, see [[Why mud stick]].\n' });
  const told = new Map<string, string[]>();
  const sendDiagnostics: Connection['sendDiagnostics'] = async ({ uri, diagnostics }) => {
    told.set(
      uri,
      diagnostics.map(({ message }) => String(message)),
    );
  };
  const fail = (error: unknown): never => assert.fail(String(error));
  const log = { error: fail, info: () => {}, failed: fail };
  const publisher = new Publisher({ sendDiagnostics } as Connection, log, corpus);
  publisher.publish();
  const inRain = (): string[] | undefined => told.get('file:///notes/rain.md');
  await eventually(() => assert.deepEqual(inRain(), ['No document has the title “Why mud stick”.']));
  corpus.edit('mud.md', '# Why mud sticks\n', 1);
  publisher.publish();
  for (let at = 0; at < 3; at++) await turn();
  await renew(corpus);
  await eventually(() =>
    assert.deepEqual(inRain(), ['No document has the title “Why mud stick”. Did you mean “Why mud sticks”?']),
  );
  // And once nothing is to be looked for, it is not told again.
  told.clear();
  await renew(corpus);
  publisher.publish();
  for (let at = 0; at < 10; at++) await turn();
  assert.equal(told.size, 0);
});
