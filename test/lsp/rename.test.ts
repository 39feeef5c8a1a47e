import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { fingerprint, type ProvenEdit } from '../../server/protocol.ts';
import { type Editor, openEditor } from './client.ts';
import { MUD } from './corpus.ts';

/** An edit as a picture: a line for each place, in the order of the files, with what stands there and what comes. */
function drawn(editor: Editor, edit: WorkspaceEdit | null): string {
  const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  return changes
    .flatMap(({ textDocument, edits }) =>
      edits.map(
        (each) =>
          `${editor.drawn(textDocument.uri, each.range)} → ${JSON.stringify('newText' in each && each.newText)}`,
      ),
    )
    .join('\n');
}

/** The message of a request that is refused. */
async function refusal(asked: Promise<unknown>): Promise<string> {
  return asked.then(
    () => 'it was not refused',
    (error: Error) => error.message,
  );
}

const OLD = 'Why does mud stick to boots?';
const NEW = 'Why is wet clay sticky?';

test('prepareRename: the title’s span, and the title as its document has it', async (t) => {
  const editor = await openEditor(t, MUD);
  const prepare = async (path: string, words: string): Promise<string> => {
    const answer = await editor.ask('textDocument/prepareRename', editor.at(path, words));
    return answer && `${editor.drawn(editor.uri(path), answer.range)} ${answer.placeholder}`;
  };
  assert.equal(await prepare('rain.txt', 'Why does mu|d stick'), `rain.txt:7 "${OLD}" ${OLD}`);
  assert.equal(await prepare('mud.txt', 'Why does mu|d stick'), `mud.txt:1 "${OLD}" ${OLD}`);
  assert.equal(
    await prepare('mud.txt', 'wet clay sti|cks to what'),
    'mud.txt:14 "wet clay sticks to what presses it" wet clay sticks to what presses it',
  );
  assert.equal(
    await prepare('rain.txt', 'Why does sand| not'),
    'rain.txt:8 "Why does sand not stick at all?" Why does sand not stick at all?',
  );
  assert.equal(await prepare('clay.md', '(ra|in.txt)'), 'clay.md:3 "rain" rain');
  assert.equal(await prepare('rain.txt', 'This explo|res'), null);
  assert.match(await refusal(prepare('clay.md', '[the in|quiry]')), /These words are no title\. Rename the note where/);
});

test('rename: one edit over all files, open ones by their version, and the old title as an alias', async (t) => {
  const editor = await openEditor(t, MUD);
  await editor.open('rain.txt');
  await editor.type('rain.txt', ['This explores', 'This asks']);
  const edit: WorkspaceEdit = await editor.ask('textDocument/rename', {
    ...editor.at('clay.md', '[[Why does |mud'),
    newName: ` ${NEW} `,
  });
  assert.equal(
    drawn(editor, edit),
    [
      `clay.md:3 "${OLD}" → "${NEW}"`,
      `mud.txt:1 "" → "---\\naliases:\\n  - ${OLD}\\n---\\n\\n"`,
      `mud.txt:1 "${OLD}" → "${NEW}"`,
      `rain.txt:7 "${OLD}" → "${NEW}"`,
      `rain.txt:12 "${OLD}" → "${NEW}"`,
    ].join('\n'),
  );
  const versions = (edit.documentChanges as TextDocumentEdit[]).map(({ textDocument }) => textDocument.version);
  assert.deepEqual(versions, [null, null, 2]);
});

test('rename: without an alias where the setting says so; a missing note is renamed to one that is there', async (t) => {
  const editor = await openEditor(t, MUD, { settings: () => ({ rename: { keepAlias: false } }) });
  const rename = async (path: string, words: string, newName: string): Promise<string> =>
    drawn(editor, await editor.ask('textDocument/rename', { ...editor.at(path, words), newName }));
  assert.equal((await rename('mud.txt', 'Why does |mud', NEW)).split('\n').length, 4);
  assert.equal(
    await rename('rain.txt', 'Why does sand| not', 'What is clay made of?'),
    ['rain.txt:8', 'rain.txt:20']
      .map((place) => `${place} "Why does sand not stick at all?" → "What is clay made of?"`)
      .join('\n'),
  );
});

test('rename: what cannot be is refused in words, and changes nothing', async (t) => {
  const editor = await openEditor(t, MUD);
  const rename = (newName: string, at = editor.at('rain.txt', 'Why does mu|d stick')): Promise<string> =>
    refusal(editor.ask('textDocument/rename', { ...at, newName }));
  assert.equal(await rename(''), 'A title cannot be empty.');
  assert.equal(await rename('a\nb'), 'A title stands on one line: take the line break out of it.');
  assert.equal(await rename('x'.repeat(10_000)), 'A title has at most 500 characters; this one has 10000.');
  assert.equal(
    await rename('what is CLAY made of'),
    '“clay.md” has the title “what is CLAY made of” already. Choose another title.',
  );
  assert.equal(await rename(NEW, editor.at('rain.txt', 'This explo|res')), 'There is no title here.');
  const at = editor.at('rain.txt', 'Why');
  const outside = { ...at, position: { line: 10_000, character: 10_000 } };
  assert.equal(await rename(NEW, outside), 'There is no title here.');
  const gone = { ...at, textDocument: { uri: editor.uri('gone.txt') } };
  assert.equal(await editor.ask('textDocument/rename', { ...gone, newName: NEW }), null);
  assert.equal(await editor.ask('textDocument/prepareRename', gone), null);
});

test('with proof: each edit knows what it replaces, and each file by its version and its fingerprint', async (t) => {
  const editor = await openEditor(t, MUD, { settings: () => ({ rename: { keepAlias: false } }) });
  await editor.open('rain.txt');
  const { textDocument, position } = editor.at('clay.md', '[[Why does |mud');
  const { edit } = await editor.ask('noteCorpus/rename', { uri: textDocument.uri, position, newName: NEW });
  const { label, files } = edit as ProvenEdit;
  assert.equal(label, `Rename “${OLD}”`);
  assert.deepEqual(
    files.map(({ uri, version, ...file }) => [editor.pathOf(uri), version, file.fingerprint]),
    ['clay.md', 'mud.txt', 'rain.txt'].map((path) => [
      path,
      path === 'rain.txt' ? 1 : null,
      fingerprint(editor.files.read(path)),
    ]),
  );
  for (const { uri, edits } of files) {
    for (const { range, before, after } of edits) {
      assert.equal(editor.text(editor.pathOf(uri)).getText(range), before);
      assert.equal(before, OLD);
      assert.equal(after, NEW);
    }
  }
});

test('with proof: a closed file that nobody has told of is read again; one that is gone is no part of it', async (t) => {
  const editor = await openEditor(t, MUD, { settings: () => ({ rename: { keepAlias: false } }) });
  await editor.quiet();
  writeFileSync(editor.files.at('rain.txt'), `${editor.files.read('rain.txt').replace('It does, as', 'As')}\n`);
  rmSync(editor.files.at('clay.md'));
  const { textDocument, position } = editor.at('mud.txt', 'Why does |mud');
  const { edit } = await editor.ask('noteCorpus/rename', { uri: textDocument.uri, position, newName: NEW });
  const { files } = edit as ProvenEdit;
  assert.deepEqual(
    files.map(({ uri }) => editor.pathOf(uri)),
    ['mud.txt', 'rain.txt'],
  );
  const [first] = files[1]!.edits;
  assert.equal(editor.drawn(files[1]!.uri, first!.range), `rain.txt:7 "${OLD}"`);
});

const PAGES = `
=== soil/mud.md
Clay, says [[wet clay]].
=== wet clay.md
See [mud](soil/mud.md), [[mud]] and [[soil/mud|the mud]].
`;

test('a page that goes by its file’s name: our client renames the file, others get a title in the text', async (t) => {
  const editor = await openEditor(t, PAGES, { settings: () => ({ corpus: 'always' }) });
  const at = editor.at('wet clay.md', '[[m|ud]]');
  const { move } = await editor.ask('noteCorpus/rename', {
    uri: at.textDocument.uri,
    position: at.position,
    newName: 'Dry mud',
  });
  assert.deepEqual([editor.pathOf(move.oldUri), editor.pathOf(move.newUri)], ['soil/mud.md', 'soil/Dry mud.md']);
  assert.equal(
    drawn(editor, await editor.ask('textDocument/rename', { ...at, newName: 'Dry mud' })),
    [
      'soil/mud.md:1 "" → "---\\ntitle: Dry mud\\n---\\n\\n"',
      'wet clay.md:1 "mud" → "Dry mud"',
      'wet clay.md:1 "mud" → "Dry mud"',
    ].join('\n'),
  );
});

test('files and folders move: links follow; unless the setting says no', async (t) => {
  let updateOnMove = true;
  const editor = await openEditor(t, PAGES, { settings: () => ({ corpus: 'always', links: { updateOnMove } }) });
  const move = async (from: string, to: string): Promise<string> => {
    const files = [{ oldUri: editor.uri(from), newUri: editor.uri(to) }];
    const edit = await editor.ask('workspace/willRenameFiles', { files });
    const proven = (await editor.ask('noteCorpus/moveFiles', { files })) as ProvenEdit | null;
    const asked = (edit?.documentChanges ?? []).map(({ edits }: TextDocumentEdit) => edits.length);
    assert.deepEqual(
      (proven?.files ?? []).map(({ edits }) => edits.length),
      asked,
    );
    return drawn(editor, edit);
  };
  assert.equal(
    await move('soil/mud.md', 'soil/dry/clay.md'),
    [
      'wet clay.md:1 "soil/mud.md" → "soil/dry/clay.md"',
      'wet clay.md:1 "mud" → "clay"',
      'wet clay.md:1 "soil/mud" → "dry/clay"',
    ].join('\n'),
  );
  assert.equal(
    await move('soil', 'earth'),
    ['wet clay.md:1 "soil/mud.md" → "earth/mud.md"', 'wet clay.md:1 "soil/mud" → "earth/mud"'].join('\n'),
  );
  assert.equal(await move('wet clay.md', 'Wet clay.md'), 'soil/mud.md:1 "wet clay" → "Wet clay"');
  assert.equal(await move('nowhere.md', 'elsewhere.md'), '');
  updateOnMove = false;
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  assert.equal(await move('soil', 'earth'), '');
});

test('nothing of what a client may send takes the server down', async (t) => {
  const editor = await openEditor(t, MUD, { mayFail: true });
  for (const params of [{}, null, { uri: 7 }, { uri: 'x', position: { line: -1 }, newName: 'x' }, { files: [{}] }]) {
    for (const method of ['noteCorpus/rename', 'noteCorpus/moveFiles']) await refusal(editor.ask(method, params));
  }
  const files = [{ oldUri: 'file:///nowhere/a.md', newUri: 'untitled:b' }];
  assert.equal(await editor.ask('workspace/willRenameFiles', { files }), null);
});
