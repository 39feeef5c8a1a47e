import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Editor, eventually, openEditor } from './client.ts';
import { MUD } from './corpus.ts';

/** The lenses of a file, resolved: where they stand, what they say, and what a click does. */
async function lenses(editor: Editor, path: string): Promise<string[]> {
  const found = await editor.ask('textDocument/codeLens', { textDocument: { uri: editor.uri(path) } });
  const shown: string[] = [];
  for (const lens of found) {
    assert.equal(lens.command, undefined, 'nothing is counted before it is to be shown');
    const { range, command } = await editor.ask('codeLens/resolve', lens);
    const [uri, position] = command.arguments ?? [];
    const click =
      command.command && `→ ${command.command} ${editor.pathOf(uri)} ${position.line}:${position.character}`;
    shown.push(`${editor.drawn(editor.uri(path), range)} ${command.title} ${click}`.trim());
  }
  return shown;
}

/** The hints of a file, or of some lines of it, each behind the words before it. */
async function hints(editor: Editor, path: string, from = 0, to = 1e6): Promise<string[]> {
  const range = { start: { line: from, character: 0 }, end: { line: to, character: 0 } };
  const textDocument = { uri: editor.uri(path) };
  const found = await editor.ask('textDocument/inlayHint', { textDocument, range });
  return found.map(({ position, label }: { position: { line: number; character: number }; label: string }) => {
    const line = { start: { line: position.line, character: 0 }, end: position };
    return `${editor.drawn(editor.uri(path), line)} ${label}`;
  });
}

/** A client that can be told to ask again: what it was told. */
function listening(editor: Editor): string[] {
  const told: string[] = [];
  for (const method of ['workspace/codeLens/refresh', 'workspace/inlayHint/refresh'])
    editor.connection.onRequest(method, () => {
      told.push(method);
      return null;
    });
  return told;
}

const LISTED = `
=== mud.md
# Is mud (really) #1: earth/water?

=== rain.md
# Does rain make mud?

## Sources 2 notes

- Is mud (really) #1: earth/water? — earth.
- [[Who knows?]]

=== fog.md
# Does fog make mud?

## Sources 1 note

- [it](mud.md)

=== page.md
# Boots

So is MUD (really) #1: earth/water. That is it.
`;

test('lens: who uses a title, with the command of a client that has it', async (t) => {
  const editor = await openEditor(t, MUD, { initializationOptions: { commands: true } });
  assert.deepEqual(await lenses(editor, 'mud.txt'), [
    'mud.txt:1 "Why does mud stick to boots?" used by 1 inquiring line · 1 note → noteCorpus.peekReferences mud.txt 0:0',
  ]);
  assert.deepEqual(await lenses(editor, 'rain.txt'), [
    'rain.txt:3 "Does rain make a path worse?" used by 2 notes → noteCorpus.peekReferences rain.txt 2:0',
  ]);
});

test('lens: words only for other clients; none where nobody uses the title, and in a file outside', async (t) => {
  const editor = await openEditor(t, LISTED);
  assert.deepEqual(await lenses(editor, 'mud.md'), [
    'mud.md:1 "Is mud (really) #1: earth/water?" used by 2 inquiring lines · 1 note',
  ]);
  assert.deepEqual(await lenses(editor, 'rain.md'), []);
  const outside = { textDocument: { uri: 'file:///nowhere/mud.md' } };
  assert.deepEqual(await editor.ask('textDocument/codeLens', outside), []);
});

test('lens: one whose document has gone since says nothing, and one that is none is refused', async (t) => {
  const editor = await openEditor(t, LISTED);
  const [lens] = await editor.ask('textDocument/codeLens', { textDocument: { uri: editor.uri('mud.md') } });
  editor.files.remove('mud.md');
  await editor.watched('deleted mud.md');
  await eventually(async () => {
    assert.deepEqual((await editor.ask('codeLens/resolve', lens)).command, { title: '', command: '' });
  });
  await assert.rejects(editor.ask('codeLens/resolve', { range: lens.range, data: 7 }), /“uri” must be a text/);
});

test('hints: how many use what a list names, behind the entry; the card of the note when one asks', async (t) => {
  const editor = await openEditor(t, LISTED);
  assert.deepEqual(await hints(editor, 'rain.md'), [
    'rain.md:5 "- Is mud (really) #1: earth/water?" used by 2 inquiring lines',
  ]);
  assert.deepEqual(await hints(editor, 'rain.md', 0, 4), []);
  assert.deepEqual(await hints(editor, 'page.md'), []);
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const textDocument = { uri: editor.uri('fog.md') };
  const [hint] = await editor.ask('textDocument/inlayHint', { textDocument, range });
  const { tooltip } = await editor.ask('inlayHint/resolve', hint);
  assert.equal(
    tooltip.value,
    '**Is mud \\(really\\) \\#1\\: earth/water?**\n\n*page* · used by 2 inquiring lines and 1 note\n\n`mud.md`',
  );
});

test('both can be switched off, and the client is told to look again', async (t) => {
  let settings = {};
  const refresh = { codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } };
  const editor = await openEditor(t, LISTED, {
    settings: () => settings,
    capabilities: { workspace: { configuration: true, workspaceFolders: true, ...refresh } },
  });
  const told = listening(editor);
  await editor.quiet();
  told.length = 0;
  settings = { codeLens: { enabled: false }, inlayHints: { enabled: false } };
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await eventually(() => assert.deepEqual(told, ['workspace/codeLens/refresh', 'workspace/inlayHint/refresh']));
  assert.deepEqual(await lenses(editor, 'mud.md'), []);
  assert.deepEqual(await hints(editor, 'rain.md'), []);
});

test('typing: the counts are those of now, and the client is told once it is over', async (t) => {
  const editor = await openEditor(t, LISTED, {
    capabilities: { workspace: { configuration: true, workspaceFolders: true, codeLens: { refreshSupport: true } } },
  });
  const told = listening(editor);
  await editor.open('page.md');
  await editor.quiet();
  told.length = 0;
  await editor.type('page.md', ['# Boots', '# Old boots']);
  assert.deepEqual(await lenses(editor, 'mud.md'), [
    'mud.md:1 "Is mud (really) #1: earth/water?" used by 2 inquiring lines · 1 note',
  ]);
  await editor.type('page.md', ['earth/water', 'earth']);
  assert.deepEqual(await lenses(editor, 'mud.md'), [
    'mud.md:1 "Is mud (really) #1: earth/water?" used by 2 inquiring lines',
  ]);
  await eventually(() => assert.deepEqual(told, ['workspace/codeLens/refresh']));
});
