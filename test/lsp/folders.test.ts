import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEditor } from './client.ts';

const dangling = (place: string, title: string): string =>
  `${place} "${title}" warning dangling-reference: No document has the title “${title}”.`;

const TWO = `
=== one/mud.md
# Why does mud stick?
=== one/rain.md
# Rain on paths
[[Why does mud stick?]] [[Only in the other one]]
=== two/sand.md
# Only in the other one
[[Why does mud stick?]]
`;

test('links never cross from one workspace folder to another', async (t) => {
  const editor = await openEditor(t, TWO, { folders: ['one', 'two'] });
  await editor.finds(`
${dangling('one/rain.md:2', 'Only in the other one')}
${dangling('two/sand.md:2', 'Why does mud stick?')}
`);
  const { total, notes } = await editor.ask('noteCorpus/missingNotes', {});
  assert.equal(total, 2);
  assert.deepEqual(
    notes.map(({ title, corpus }: { title: string; corpus: string }) => `${title} in ${editor.pathOf(corpus)}`).sort(),
    ['Only in the other one in one', 'Why does mud stick? in two'],
  );
  const symbols = await editor.ask('workspace/symbol', { query: '' });
  assert.equal(symbols.length, 3);
});

test('a folder is added and removed while the server runs', async (t) => {
  const editor = await openEditor(t, TWO, { folders: ['one'] });
  const one = dangling('one/rain.md:2', 'Only in the other one');
  await editor.finds(one);
  await editor.open('two/sand.md');
  const change = (added: string[], removed: string[]): Promise<void> =>
    editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: {
        added: added.map((each) => editor.workspaceFolder(each)),
        removed: removed.map((each) => editor.workspaceFolder(each)),
      },
    });
  await change(['two'], []);
  await editor.finds(`${one}\n${dangling('two/sand.md:2', 'Why does mud stick?')}`);
  await editor.quiet();
  assert.equal(editor.changes.at(-1)?.length, 2);
  await change([], ['one']);
  await editor.finds(dangling('two/sand.md:2', 'Why does mud stick?'));
  await change(['one'], ['two']);
  await editor.finds(one);
  assert.equal(await editor.ask('noteCorpus/backlinks', { uri: editor.uri('two/sand.md') }), null);
});

test('a workspace folder inside another one belongs to itself only', async (t) => {
  const picture = `
=== mud.md
# Why does mud stick?
[[Only in the inner one]]
=== in [ner]/sand.md
# Only in the inner one
[[Why does mud stick?]]
`.replaceAll('in [ner]', 'in[ner]');
  const editor = await openEditor(t, picture, { folders: ['', 'in[ner]'] });
  await editor.finds(`
${dangling('in[ner]/sand.md:2', 'Why does mud stick?')}
${dangling('mud.md:2', 'Only in the inner one')}
`);
  await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: [], removed: [editor.workspaceFolder('in[ner]')] },
  });
  await editor.finds('');
});

test('an ordinary folder with a README feels nothing', async (t) => {
  const picture = `
=== README.md
# My program
It has a [broken link](docs/gone.md). What does it do? Is there a reason to use it?. Sure.
=== docs/usage.md
# My program
Use it. See [the other](../README.md) and README.md.
=== notes.txt
Some notes to myself, as anybody has them.
`;
  const editor = await openEditor(t, picture);
  await editor.open('README.md');
  await editor.quiet();
  assert.deepEqual(editor.published, []);
  assert.equal(editor.changes.at(-1)?.[0]?.isCorpus, false);
  const textDocument = { uri: editor.uri('README.md') };
  const position = { line: 0, character: 4 };
  assert.equal(await editor.ask('textDocument/hover', { textDocument, position }), null);
  assert.equal(await editor.ask('textDocument/definition', { textDocument, position }), null);
  assert.deepEqual(await editor.ask('textDocument/documentLink', { textDocument }), []);
  assert.deepEqual(await editor.ask('textDocument/documentSymbol', { textDocument }), []);
  assert.deepEqual(await editor.ask('workspace/symbol', { query: 'program' }), []);
  assert.equal(await editor.ask('noteCorpus/backlinks', { uri: textDocument.uri }), null);
});

test('the first wikilink makes a folder a corpus', async (t) => {
  const editor = await openEditor(t, '=== a.md\n# A page\n=== b.md\n# Another page\n');
  await editor.open('a.md');
  await editor.quiet();
  assert.equal(editor.changes.at(-1)?.[0]?.isCorpus, false);
  await editor.type('a.md', ['# A page\n', '# A page\n[[Not written yet]]\n']);
  await editor.finds(dangling('a.md:2', 'Not written yet'));
});

test('no folder at all, a folder that is not there, one that is no file system', async (t) => {
  const none = await openEditor(t, TWO, { folders: [] });
  assert.deepEqual(await none.ask('noteCorpus/status', {}), []);
  const gone = await openEditor(t, TWO, { folders: ['one', 'gone'] });
  await gone.finds(dangling('one/rain.md:2', 'Only in the other one'));
  const [, status] = await gone.ask('noteCorpus/status', {});
  assert.deepEqual(status.skipped, [{ path: '.', reason: 'cannot be listed: there is no such folder' }]);
  const remote = await openEditor(t, TWO, { folders: [], mayFail: true });
  await remote.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: [{ uri: 'vscode-vfs://github/a/b', name: 'remote' }, remote.workspaceFolder('one')], removed: [] },
  });
  await remote.finds(dangling('one/rain.md:2', 'Only in the other one'));
});
