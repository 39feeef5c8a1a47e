import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Editor, openEditor } from './client.ts';
import { MUD } from './corpus.ts';

/** A new document as a picture, with `$0` where the first snippet goes, and the snippet; or why there is none. */
function made(editor: Editor, answer: { refused: string } | Made): string {
  if ('refused' in answer) return answer.refused;
  const lines = answer.text.split('\n');
  lines[answer.at.line] = `${lines[answer.at.line]!.slice(0, answer.at.character)}$0`;
  return `=== ${editor.pathOf(answer.uri)}\n${lines.join('\n')}\n--- ${JSON.stringify(answer.insert)}`;
}

interface Made {
  readonly uri: string;
  readonly text: string;
  readonly at: { line: number; character: number };
  readonly insert: string;
}

test('a new note: a missing one with what is said of it and who uses it, where the notes are or where one says', async (t) => {
  const editor = await openEditor(t, MUD);
  const ask = async (title: string, folder?: string): Promise<string> =>
    made(editor, await editor.ask('noteCorpus/newNote', { uri: editor.uri('mud.txt'), title, folder }));
  assert.equal(
    await ask('Why does sand not stick at all?', editor.uri('deep/er')),
    `=== deep/er/Why does sand not stick at all.txt
Why does sand not stick at all?

Grains without plates.$0

Inquiring lines that use this note as a source 1

- Does rain make a path worse?

--- "\\n\\n$0"`,
  );
  assert.match(await ask('What is: a/b?', `${editor.uri('')}/`), /^=== What is - a-b\.txt\nWhat is: a\/b\?\$0\n/);
});

test('a new note is refused in words', async (t) => {
  const editor = await openEditor(t, MUD);
  const ask = (params: object): Promise<Made> =>
    editor.ask('noteCorpus/newNote', { uri: editor.uri('mud.txt'), title: 'A new one', ...params });
  const refusals = await Promise.all([
    ask({ title: '' }),
    ask({ title: 'a\nb' }),
    ask({ title: 'x'.repeat(10_000) }),
    ask({ title: 'what is CLAY made of' }),
    ask({ uri: 'file:///elsewhere/mud.md' }),
    ask({ uri: '::' }),
    ask({ folder: 'file:///elsewhere' }),
    ask({ folder: editor.uri('.hidden') }),
    ask({ folder: `${editor.uri('')}/a/../../b` }),
  ]);
  assert.deepEqual(
    refusals.map((each) => made(editor, each)),
    [
      'A title cannot be empty.',
      'A title stands on one line: take the line break out of it.',
      'A title has at most 500 characters; this one has 10000.',
      '“clay.md” has the title “what is CLAY made of” already. Choose another title.',
      'This is no place in a corpus.',
      'This is no place in a corpus.',
      'This folder does not belong to the corpus.',
      'This folder does not belong to the corpus.',
      'This folder does not belong to the corpus.',
    ],
  );
  await assert.rejects(ask({ title: 1 }), /newNote: “title” must be a text\./);
  await assert.rejects(editor.ask('noteCorpus/newNote', null), /newNote: “title” must be a text\./);
});

test('a new inquiring line: its sources in their order, with what other inquiries say of them', async (t) => {
  const editor = await openEditor(t, MUD);
  const ask = async (title: string, ...sources: readonly unknown[]): Promise<string> =>
    made(editor, await editor.ask('noteCorpus/newInquiry', { uri: editor.uri(''), title, sources }));
  assert.equal(
    await ask('Is mud of any use?', editor.uri('clay.md'), editor.uri('mud.txt')),
    `=== Is mud of any use.txt
INQUIRING LINE

Is mud of any use?$0

Sources 2 notes

What is clay made of?

Plates of silicate.

Why does mud stick to boots?

Clay platelets slide over each other and hold.

Research prompt for your LLM

Next inquiring lines

--- "\\n\\n\${0:This explores …}"`,
  );
  assert.equal(await ask('New?', editor.uri('gone.md')), '“gone.md” is no document of this corpus.');
  assert.equal(await ask('New?', 'file:///else.md'), '“file:///else.md” is no document of this corpus.');
  await assert.rejects(ask('New?', 1), /newInquiry: “sources” must be a list of at most 1000 texts\./);
});

test('titles for a query; without one, what is near the document', async (t) => {
  const editor = await openEditor(t, MUD);
  const ask = (path: string, query: string, limit?: number) =>
    editor.ask('noteCorpus/findTitles', { uri: editor.uri(path), query, limit });
  assert.deepEqual(await ask('mud.txt', 'clay'), [
    {
      uri: editor.uri('clay.md'),
      title: 'What is clay made of?',
      kind: 'page',
      path: 'clay.md',
      description: 'Plates of silicate, as [[Why does mud stick to boots?]] needs them. See [the inquiry](rain.txt).',
    },
    {
      uri: editor.uri('mud.txt'),
      title: 'Why does mud stick to boots?',
      kind: 'note',
      path: 'mud.txt',
      description: 'Clay platelets slide over each other and hold.',
    },
  ]);
  const paths = async (...asked: Parameters<typeof ask>): Promise<string[]> =>
    (await ask(...asked)).map(({ path }: { path: string }) => path);
  assert.deepEqual(await paths('mud.txt', ''), ['rain.txt', 'clay.md']);
  assert.deepEqual(await paths('rain.txt', ' '), ['mud.txt', 'clay.md']);
  assert.deepEqual(await paths('', '', 1), ['clay.md']);
  assert.deepEqual(await paths('mud.txt', 'stick to boots'), ['mud.txt']);
  assert.deepEqual(await paths('mud.txt', 'x'.repeat(10_000)), []);
  assert.deepEqual(await editor.ask('noteCorpus/findTitles', { uri: 'file:///else', query: '' }), []);
  await assert.rejects(ask('', '', -1), /findTitles: “limit” must be a whole number, 0 or more\./);
});

interface At {
  readonly textDocument: { uri: string };
  readonly position: object | null;
}

test('links to dropped documents, by the layout of the text they are dropped into', async (t) => {
  const editor = await openEditor(t, `${MUD}=== pictures/oven 1.png\n\n`);
  const ask = ({ textDocument, position }: At, targets: readonly string[], form?: string) =>
    editor.ask('noteCorpus/linkTo', {
      textDocument,
      range: { start: position, end: position },
      targets: targets.map((path) => editor.uri(path)),
      form,
    });
  const inPage = editor.at('clay.md', 'See |[the');
  const inNote = editor.at('mud.txt', 'Wet |clay');
  assert.deepEqual(await ask(inPage, ['mud.txt']), { text: '[[Why does mud stick to boots?]]', documents: 1 });
  assert.deepEqual(await ask(inPage, ['mud.txt', 'pictures/oven 1.png'], 'link'), {
    text: '[Why does mud stick to boots?](mud.txt), ![oven 1.png](<pictures/oven 1.png>)',
    documents: 1,
  });
  assert.deepEqual(await ask(inNote, ['clay.md'], 'link'), { text: 'What is clay made of? ', documents: 1 });
  assert.deepEqual(await ask(inNote, ['pictures/oven 1.png']), null);
  assert.deepEqual(await ask(inPage, ['gone.md']), null);
  assert.deepEqual(await ask(inPage, ['../else.md']), null);
  assert.deepEqual(await ask({ ...inPage, position: { line: 1e9, character: 1e9 } }, ['mud.txt']), {
    text: '[[Why does mud stick to boots?]]',
    documents: 1,
  });
  const elsewhere = { textDocument: { uri: 'file:///else.md' }, position: inPage.position };
  assert.equal(await ask(elsewhere, ['mud.txt']), null);
  await assert.rejects(
    ask({ textDocument: inPage.textDocument, position: null }, []),
    /linkTo: “line” must be a whole number/,
  );
});
