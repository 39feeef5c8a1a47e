import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Editor, eventually, openEditor } from './client.ts';
import { MUD } from './corpus.ts';

const MODIFIERS = ['declaration', 'missing', 'ambiguous', 'inquiry'];

/** Tokens as lines of text, as in `7 "What is clay made of?" missing`. */
function drawn(editor: Editor, path: string, data: readonly number[]): string[] {
  const lines: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down, right, length, , bits] = data.slice(at, at + 5) as [number, number, number, number, number];
    character = down === 0 ? character + right : right;
    line += down;
    const range = { start: { line, character }, end: { line, character: character + length } };
    const modifiers = MODIFIERS.filter((_, bit) => bits & (1 << bit));
    lines.push([line + 1, JSON.stringify(editor.text(path).getText(range)), ...modifiers].join(' '));
  }
  return lines;
}

const document = (editor: Editor, path: string): object => ({ textDocument: { uri: editor.uri(path) } });

/** A client that counts how often it was asked to colour everything again. */
async function refreshable(t: Parameters<typeof openEditor>[0], picture: string): Promise<[Editor, () => number]> {
  const capabilities = { workspace: { configuration: true, semanticTokens: { refreshSupport: true } } };
  const editor = await openEditor(t, picture, { capabilities });
  let count = 0;
  editor.connection.onRequest('workspace/semanticTokens/refresh', () => void count++);
  return [editor, () => count];
}

test('full, then what changed since, then a part', async (t) => {
  const editor = await openEditor(t, MUD);
  await editor.open('clay.md');
  const full = await editor.ask('textDocument/semanticTokens/full', document(editor, 'clay.md'));
  const tokens = ['1 "What is clay made of?" declaration', '3 "Why does mud stick to boots?"'];
  assert.deepEqual(drawn(editor, 'clay.md', full.data), tokens);

  await editor.type('clay.md', ['See [the', 'See [[sand]] and [the']);
  const since = { ...document(editor, 'clay.md'), previousResultId: full.resultId };
  const delta = await editor.ask('textDocument/semanticTokens/full/delta', since);
  assert.deepEqual(delta.edits, [
    { start: 10, deleteCount: 0, data: [0, 'Why does mud stick to boots?]] needs them. See [['.length, 4, 0, 2] },
  ]);
  const again = await editor.ask('textDocument/semanticTokens/full/delta', since);
  assert.deepEqual(drawn(editor, 'clay.md', again.data), [...tokens, '3 "sand" missing'], 'all of it for an old id');

  const range = { start: { line: 1, character: 0 }, end: { line: 9, character: 99 } };
  const part = await editor.ask('textDocument/semanticTokens/range', { ...document(editor, 'clay.md'), range });
  assert.deepEqual(drawn(editor, 'clay.md', part.data), [tokens[1], '3 "sand" missing']);
});

test('nothing is told of a file outside, nor of one that is no document', async (t) => {
  const editor = await openEditor(t, `${MUD}=== LICENSE.txt\nDo as you like.\n`);
  for (const uri of ['file:///nowhere/mud.md', editor.uri('LICENSE.txt')]) {
    assert.equal(await editor.ask('textDocument/semanticTokens/full', { textDocument: { uri } }), null);
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    assert.equal(await editor.ask('textDocument/semanticTokens/range', { textDocument: { uri }, range }), null);
  }
});

test('the client is asked to colour again when another document changes what is named, and only then', async (t) => {
  const [editor, refreshes] = await refreshable(t, MUD);
  await editor.open('rain.txt');
  await editor.open('clay.md');
  const full = await editor.ask('textDocument/semanticTokens/full', document(editor, 'rain.txt'));
  assert.ok(drawn(editor, 'rain.txt', full.data).includes('20 "Why does sand not stick at all?" missing'));
  await editor.quiet();
  assert.equal(refreshes(), 0, 'at the start');

  await editor.type('rain.txt', ['The grains matter too', 'Grains matter, too']);
  await editor.type('clay.md', ['Plates', 'Thin plates']);
  await editor.quiet();
  assert.equal(refreshes(), 0, 'prose');

  await editor.type('clay.md', ['# What is clay', '# So what is clay']);
  await eventually(() => assert.equal(refreshes(), 1, 'a title that is typed'));

  editor.files.write('sand.md', '# Why does sand not stick at all?\n');
  await editor.watched('created sand.md');
  await eventually(() => assert.equal(refreshes(), 2, 'a note that was missing'));
  const now = await editor.ask('textDocument/semanticTokens/full', document(editor, 'rain.txt'));
  assert.ok(drawn(editor, 'rain.txt', now.data).includes('20 "Why does sand not stick at all?"'));
});

test('the client is asked to colour again when a folder is read under other settings', async (t) => {
  let minimumWords = 3;
  const editor = await openEditor(t, '=== mud.md\n# Mud pies\n=== rain.md\n# Rain\nMud pies, [[mud]]\n', {
    capabilities: { workspace: { configuration: true, semanticTokens: { refreshSupport: true } } },
    settings: () => ({ mentions: { minimumWords } }),
  });
  let count = 0;
  editor.connection.onRequest('workspace/semanticTokens/refresh', () => void count++);
  await editor.open('rain.md');
  await editor.ask('textDocument/semanticTokens/full', document(editor, 'rain.md'));
  await editor.quiet();
  minimumWords = 2;
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await eventually(() => assert.equal(count, 1));
  const { data } = await editor.ask('textDocument/semanticTokens/full', document(editor, 'rain.md'));
  assert.deepEqual(drawn(editor, 'rain.md', data), ['1 "Rain" declaration', '2 "Mud pies"', '2 "mud"']);
});
