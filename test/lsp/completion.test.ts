import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver-protocol';
import { type Editor, openEditor } from './client.ts';
import { MUD } from './corpus.ts';

/** What is offered at the `|` of some words that are typed in place of others. */
async function offered(editor: Editor, path: string, words: string): Promise<CompletionItem[]> {
  const answer: CompletionList | null = await editor.ask('textDocument/completion', editor.at(path, words));
  return answer?.items ?? [];
}

/** An item as a picture: the label, what it is, what stands where it goes, and what it puts there. */
function drawn(editor: Editor, path: string, item: CompletionItem): string {
  const { range, newText } = item.textEdit as TextEdit;
  const before = editor.text(path).getText(range);
  return `${item.label} (${item.labelDetails?.description}) ${JSON.stringify(before)} → ${JSON.stringify(newText)}`;
}

test('completion: in prose, with each letter from the third on', async (t) => {
  const editor = await openEditor(t, MUD);
  await editor.open('rain.txt');
  let typed = 'It does';
  for (const letter of ' as mu') {
    await editor.type('rain.txt', [`${typed},`, `${typed}${letter},`]);
    typed += letter;
    assert.deepEqual(await offered(editor, 'rain.txt', `${typed}|,`), []);
  }
  await editor.type('rain.txt', [`${typed},`, `${typed}d,`]);
  const answer: CompletionList = await editor.ask('textDocument/completion', editor.at('rain.txt', `${typed}d|,`));
  assert.equal(answer.isIncomplete, true);
  assert.deepEqual(
    answer.items.map((item) => drawn(editor, 'rain.txt', item)),
    ['Why does mud stick to boots? (note) "mud" → "Why does mud stick to boots?"'],
  );
  const { kind, sortText, filterText } = answer.items[0]!;
  assert.deepEqual({ kind, sortText, filterText }, { kind: 18, sortText: '0000', filterText: 'mud' });
});

test('completion: behind [[, with missing notes; what is looked at is told more of', async (t) => {
  const editor = await openEditor(t, MUD);
  await editor.open('clay.md');
  await editor.type('clay.md', ['See [the', 'See [[does]] [the']);
  const items = await offered(editor, 'clay.md', '[[does|]]');
  assert.deepEqual(
    items.map((item) => drawn(editor, 'clay.md', item)),
    [
      'Does rain make a path worse? (inquiring line) "does" → "Does rain make a path worse?"',
      'Why does mud stick to boots? (note) "does" → "Why does mud stick to boots?"',
      'Why does sand not stick at all? (missing note) "does" → "Why does sand not stick at all?"',
    ],
  );
  const told = async (item: CompletionItem): Promise<string[]> => {
    const { detail, documentation }: CompletionItem = await editor.ask('completionItem/resolve', item);
    return [detail!, (documentation as { value: string }).value];
  };
  assert.deepEqual(await told(items[1]!), [
    'note · used by 1 inquiring line and 1 note',
    '**Why does mud stick to boots?**\n\n*note* · used by 1 inquiring line and 1 note\n\nClay platelets slide over each other and hold\\.\n\n`mud.txt`',
  ]);
  assert.deepEqual(await told(items[2]!), [
    'missing note · named in 1 inquiring line',
    '**Why does sand not stick at all?**\n\n*missing note* · no document has this title · named in 1 inquiring line',
  ]);
});

test('completion: in a list, with what is said of the note', async (t) => {
  const editor = await openEditor(t, MUD);
  await editor.open('rain.txt');
  await editor.type('rain.txt', ['What is clay made of?\n\nPlates of silicate.\n\n', 'clay\n\n']);
  const [item] = await offered(editor, 'rain.txt', 'clay|\n\n');
  assert.deepEqual(
    [drawn(editor, 'rain.txt', item!), item!.insertTextMode],
    [
      'What is clay made of? (page) "clay" → "What is clay made of?\\n\\nPlates of silicate, as [[Why does mud stick to boots?]] needs them. See [the inquiry](rain.txt)."',
      1,
    ],
  );
});

test('completion: files and headings in a link', async (t) => {
  const editor = await openEditor(t, MUD);
  await editor.open('clay.md');
  await editor.type('clay.md', ['](rain.txt)', '](ra)']);
  const [file] = await offered(editor, 'clay.md', '](ra|)');
  assert.equal(drawn(editor, 'clay.md', file!), 'rain.txt (inquiring line) "ra" → "rain.txt"');
  await editor.type('clay.md', ['](ra)', '](rain.txt#s)']);
  const [heading] = await offered(editor, 'clay.md', '#s|)');
  assert.equal(drawn(editor, 'clay.md', heading!), 'Sources 3 notes (heading) "s" → "sources-3-notes"');
});

test('completion: the settings', async (t) => {
  const state = { settings: {} };
  const editor = await openEditor(t, MUD, { settings: () => state.settings });
  const set = async (completion: object): Promise<void> => {
    state.settings = { completion };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  };
  await editor.open('clay.md');
  await editor.type('clay.md', ['See [the', 'See rain ma [[rain]] [the']);
  const texts = async (words: string): Promise<string[]> =>
    (await offered(editor, 'clay.md', words)).map(({ textEdit }) => textEdit!.newText);
  await editor.type('clay.md', ['rain ma ', 'rain mak ']);
  assert.deepEqual(await texts('rain mak| '), ['[[Does rain make a path worse?]]']);
  await set({ form: 'link' });
  assert.deepEqual(await texts('rain mak| '), ['[Does rain make a path worse?](rain.txt)']);
  await set({ form: 'bare' });
  assert.deepEqual(await texts('rain mak| '), ['Does rain make a path worse?']);
  await set({ form: 'mumbled', prose: 'perhaps' });
  assert.deepEqual(await texts('rain mak| '), ['[[Does rain make a path worse?]]']);
  await set({ prose: false });
  assert.deepEqual(await texts('rain mak| '), []);
  assert.deepEqual(await texts('[[rain|]]'), ['Does rain make a path worse?']);
});

test('completion: nothing outside, and an item of another time is left as it is', async (t) => {
  const editor = await openEditor(t, MUD);
  const outside = { textDocument: { uri: 'file:///nowhere/mud.txt' }, position: { line: 0, character: 0 } };
  assert.equal(await editor.ask('textDocument/completion', outside), null);
  const strange = [
    { label: 'x' },
    { label: 'x', data: 7 },
    { label: 'x', data: { uri: editor.uri('rain.txt'), path: 'gone.txt' } },
    { label: 'x', data: { uri: editor.uri('rain.txt'), missing: 'never named anywhere' } },
  ];
  for (const item of strange) assert.deepEqual(await editor.ask('completionItem/resolve', item), item);
});
