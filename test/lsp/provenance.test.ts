import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CallHierarchyItem, Range } from 'vscode-languageserver-protocol';
import { type Editor, eventually, openEditor } from './client.ts';
import { MUD } from './corpus.ts';

async function prepare(editor: Editor, path: string, words: string): Promise<CallHierarchyItem[] | null> {
  return editor.ask('textDocument/prepareCallHierarchy', editor.at(path, words));
}

const drawn = (editor: Editor, { name, detail, uri, selectionRange }: CallHierarchyItem): string =>
  `${name} (${detail}) ${editor.drawn(uri, selectionRange)}`;

/** Who uses an item: each with the places, in their own texts. */
async function incoming(editor: Editor, item: CallHierarchyItem): Promise<string[]> {
  const calls = await editor.ask('callHierarchy/incomingCalls', { item });
  return calls.map(
    ({ from, fromRanges }: { from: CallHierarchyItem; fromRanges: Range[] }) =>
      `${from.name}: ${fromRanges.map((range) => editor.drawn(from.uri, range)).join(', ')}`,
  );
}

/** What an item uses: each with the places, in the item's text. */
async function outgoing(editor: Editor, item: CallHierarchyItem): Promise<string[]> {
  const calls = await editor.ask('callHierarchy/outgoingCalls', { item });
  return calls.map(
    ({ to, fromRanges }: { to: CallHierarchyItem; fromRanges: Range[] }) =>
      `${to.name}: ${fromRanges.map((range) => editor.drawn(item.uri, range)).join(', ')}`,
  );
}

test('from a reference, from the title, and from anywhere in a document', async (t) => {
  const editor = await openEditor(t, MUD);
  const started = async (path: string, words: string): Promise<string[] | undefined> =>
    (await prepare(editor, path, words))?.map((each) => drawn(editor, each));
  const mud = 'Why does mud stick to boots? (note · mud.txt) mud.txt:1 "Why does mud stick to boots?"';
  const rain = 'Does rain make a path worse? (inquiring line · rain.txt) rain.txt:3 "Does rain make a path worse?"';
  assert.deepEqual(await started('rain.txt', 'from Why| does mud'), [mud]);
  assert.deepEqual(await started('mud.txt', 'Why does| mud'), [mud]);
  assert.deepEqual(await started('rain.txt', 'what |water does'), [rain]);
  assert.deepEqual(await started('clay.md', '(ra|in.txt)'), [rain]);
  assert.equal(await started('rain.txt', 'Why does |sand'), undefined);
});

test('back to the sources and forward into the questions, step by step', async (t) => {
  const editor = await openEditor(t, MUD);
  const [rain] = (await prepare(editor, 'rain.txt', 'what |water'))!;
  assert.deepEqual(await outgoing(editor, rain!), [
    'Why does mud stick to boots?: rain.txt:7 "Why does mud stick to boots?", rain.txt:12 "Why does mud stick to boots?"',
    'What is clay made of?: rain.txt:7 "What is clay made of?", rain.txt:16 "What is clay made of?"',
  ]);
  const [, { to: clay }] = await editor.ask('callHierarchy/outgoingCalls', { item: rain });
  assert.deepEqual(await outgoing(editor, clay), [
    'Why does mud stick to boots?: clay.md:3 "Why does mud stick to boots?"',
    'Does rain make a path worse?: clay.md:3 "rain.txt"',
  ]);
  const [mud] = (await prepare(editor, 'mud.txt', 'Clay |platelets'))!;
  assert.deepEqual(await outgoing(editor, mud!), []);
  assert.deepEqual(await incoming(editor, mud!), [
    'Does rain make a path worse?: rain.txt:7 "Why does mud stick to boots?", rain.txt:12 "Why does mud stick to boots?"',
    'What is clay made of?: clay.md:3 "Why does mud stick to boots?"',
  ]);
  assert.deepEqual(await incoming(editor, clay), [
    'Does rain make a path worse?: rain.txt:7 "What is clay made of?", rain.txt:16 "What is clay made of?"',
  ]);
});

test('after edits, after a move, and after the end of a document', async (t) => {
  const editor = await openEditor(t, MUD);
  const [mud] = (await prepare(editor, 'mud.txt', 'Clay |platelets'))!;
  await editor.open('mud.txt');
  await editor.type(
    'mud.txt',
    ['Why does mud', 'Why oh why does mud'],
    ['Clay platelets', 'See [[What is clay made of?]]'],
  );
  assert.deepEqual(await incoming(editor, mud!), []);
  assert.deepEqual(await outgoing(editor, mud!), ['What is clay made of?: mud.txt:3 "What is clay made of?"']);
  await editor.close('mud.txt');
  const text = editor.files.read('mud.txt');
  editor.files.remove('mud.txt');
  editor.files.write('soil/mud.txt', text);
  await editor.watched('deleted mud.txt', 'created soil/mud.txt');
  await eventually(async () => assert.equal((await incoming(editor, mud!)).length, 2));
  editor.files.remove('soil/mud.txt');
  await editor.watched('deleted soil/mud.txt');
  await eventually(async () => assert.deepEqual(await incoming(editor, mud!), []));
  assert.deepEqual(await outgoing(editor, mud!), []);
});

test('hard titles, line ends of Windows, all candidates of a title, and items that are none', async (t) => {
  const editor = await openEditor(
    t,
    `
=== a.md
# Is it ılık | (really) #1: 🐝/?
=== b.md
# B
Since IS IT ILIK | (really) #1: 🐝/? and is it ılık | (really) #1: 🐝/
=== one.md
# Twice
=== two.md
# Twice
=== c.md
# C
[[Twice]]
`,
  );
  await editor.open('b.md', editor.files.read('b.md').replaceAll('\n', '\r\n'));
  const [a] = (await prepare(editor, 'a.md', '# Is'))!;
  assert.deepEqual(await incoming(editor, a!), ['B: b.md:2 "is it ılık | (really) #1: 🐝/"']);
  const [b] = (await prepare(editor, 'b.md', 'Sin|ce'))!;
  assert.deepEqual(await outgoing(editor, b!), [
    'Is it ılık | (really) #1: 🐝/?: b.md:2 "is it ılık | (really) #1: 🐝/"',
  ]);
  assert.deepEqual(
    (await prepare(editor, 'c.md', 'Twi|ce'))!.map(({ detail }) => detail),
    ['page · one.md', 'page · two.md'],
  );
  for (const item of [
    { ...a!, data: undefined },
    { ...a!, data: { path: 7, title: 'B' } },
  ])
    await assert.rejects(editor.ask('callHierarchy/incomingCalls', { item }), /“path” must be a text/);
  const outside = { ...a!, uri: 'file:///nowhere/a.md' };
  assert.deepEqual(await editor.ask('callHierarchy/incomingCalls', { item: outside }), []);
});
