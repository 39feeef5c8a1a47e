import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Editor, openEditor } from './client.ts';
import { MUD } from './corpus.ts';

const definition = async (editor: Editor, path: string, words: string): Promise<string> => {
  const links = (await editor.ask('textDocument/definition', editor.at(path, words))) ?? [];
  return links
    .map((link: { originSelectionRange: never; targetUri: string; targetSelectionRange: never }) => {
      const origin = editor.drawn(editor.uri(path), link.originSelectionRange);
      return `${origin} → ${editor.drawn(link.targetUri, link.targetSelectionRange)}`;
    })
    .join();
};

test('what the editor holds wins over the disk, and the disk counts again when it is closed', async (t) => {
  const editor = await openEditor(t, MUD);
  await editor.open('mud.txt');
  await editor.type('mud.txt', ['Why does mud stick to boots?', 'Why is mud so sticky now?']);
  assert.equal(await definition(editor, 'rain.txt', 'Why does |mud'), '', 'the title is gone');
  // The disk changes under the open document: that is nobody's business yet.
  editor.files.write(
    'mud.txt',
    'Why does mud stick to boots?\nA new text on disk.\nOriginal note title\nit does stick\n',
  );
  await editor.watched('changed mud.txt');
  await editor.quiet();
  assert.equal(await definition(editor, 'rain.txt', 'Why does |mud'), '');
  await editor.close('mud.txt');
  assert.equal(
    await definition(editor, 'rain.txt', 'Why does |mud'),
    'rain.txt:7 "Why does mud stick to boots?" → mud.txt:1 "Why does mud stick to boots?"',
  );
  const { contents } = await editor.ask('textDocument/hover', editor.at('rain.txt', 'Why does |mud'));
  assert.match(contents.value, /A new text on disk/);
});

test('several changes in one notification are made one after the other', async (t) => {
  const editor = await openEditor(t, MUD);
  await editor.open('rain.txt');
  await editor.type(
    'rain.txt',
    ['It does', 'First, a line.\n\nIt does'],
    ['First, a line.', 'What is clay made of? First, two\nlines.'],
    ['as we know from', 'as everybody knows from'],
  );
  assert.equal(
    await definition(editor, 'rain.txt', 'knows from Why| does'),
    'rain.txt:10 "Why does mud stick to boots?" → mud.txt:1 "Why does mud stick to boots?"',
  );
  assert.equal(
    await definition(editor, 'rain.txt', 'What is| clay made of? First'),
    'rain.txt:7 "What is clay made of?" → clay.md:1 "What is clay made of?"',
  );
});

test('a title that is typed letter by letter is found at once, and lost with the first wrong one', async (t) => {
  const editor = await openEditor(t, MUD);
  await editor.open('clay.md');
  await editor.type('clay.md', ['Plates of silicate', 'HERE of silicate']);
  let typed = 'HERE';
  for (const letter of 'Does rain make a path worse?') {
    const next = typed === 'HERE' ? letter : typed + letter;
    await editor.type('clay.md', [`${typed} of silicate`, `${next} of silicate`]);
    typed = next;
  }
  assert.match(await definition(editor, 'clay.md', 'Does rain| make'), /→ rain\.txt:3 "Does rain make a path worse\?"/);
  await editor.type('clay.md', ['Does rain make', 'Does rain makes']);
  assert.equal(await definition(editor, 'clay.md', 'Does rain| makes'), '');
});

test('Windows line ends, a byte order mark and emoji: every range is exact', async (t) => {
  const editor = await openEditor(t, '=== mud.md\n# Why does 🌧 mud stick?\n');
  const text = [
    '\ufeff# Rain 🌧🌧',
    '',
    '🥾🥾 We know Why does 🌧 mud stick? well.',
    '👩‍🌾 [[Why does 🌧 mud stick?|🥾]]',
    '',
  ].join('\r\n');
  editor.files.write('rain.md', text);
  await editor.watched('created rain.md');
  await editor.quiet();
  const closed = await definition(editor, 'rain.md', 'We know Why| does');
  assert.equal(closed, 'rain.md:3 "Why does 🌧 mud stick?" → mud.md:1 "Why does 🌧 mud stick?"');
  assert.match(await definition(editor, 'rain.md', '[[Why| does'), /^rain\.md:4 "Why does 🌧 mud stick\?"/);
  // VS Code takes the byte order mark away when it opens a file: what is said of the text is the same.
  await editor.open('rain.md', text.slice(1));
  assert.equal(await definition(editor, 'rain.md', 'We know Why| does'), closed);
  await editor.type('rain.md', ['🥾🥾 We', '🥾\r\n🥾 We'], ['🌧🌧', '🌧']);
  assert.match(await definition(editor, 'rain.md', 'We know Why| does'), /^rain\.md:4 "Why does 🌧 mud stick\?"/);
});

test('positions outside the document, or in the middle of a character, are moved into it', async (t) => {
  const editor = await openEditor(t, MUD);
  const textDocument = { uri: editor.uri('rain.txt') };
  const positions = [
    { line: 1e9, character: 0 },
    { line: 2 ** 31 - 1, character: 2 ** 31 - 1 },
    { line: 0, character: 1e9 },
    { line: -1, character: -1 },
    { line: 1.5, character: 0.5 },
  ];
  for (const position of positions) {
    for (const method of ['definition', 'hover', 'documentHighlight']) {
      await editor.ask(`textDocument/${method}`, { textDocument, position });
    }
    // With half a line it once never came back.
    assert.ok(await editor.ask('textDocument/selectionRange', { textDocument, positions: [position] }));
  }
  const behindTheEnd = { ...editor.at('clay.md', '# What'), position: { line: 0, character: 5000 } };
  assert.match((await editor.ask('textDocument/hover', behindTheEnd)).contents.value, /What is clay made of/);
});

test('a text without a version, a change of what is not open, a repeated close: the server goes on', async (t) => {
  const editor = await openEditor(t, MUD, { mayFail: true });
  const textDocument = { uri: editor.uri('clay.md'), version: 7 };
  const send = (method: string, params: unknown): Promise<void> =>
    editor.connection.sendNotification(method, params as object);
  await send('textDocument/didChange', { textDocument, contentChanges: [{ text: 'x' }] });
  await send('textDocument/didClose', { textDocument });
  await send('textDocument/didOpen', { textDocument: { uri: editor.uri('new.md') } });
  await send('textDocument/didChange', { textDocument: { uri: editor.uri('new.md') }, contentChanges: 5 });
  await send('textDocument/didChange', {});
  await send('workspace/didChangeWatchedFiles', { changes: 'all' });
  await send('workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:////x//../y' }, { uri: 'nonsense' }] });
  await editor.quiet();
  assert.match(await definition(editor, 'clay.md', 'Why |does'), /→ mud\.txt:1/);
});
