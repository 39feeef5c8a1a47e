import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ProvenEdit, UpdateListsResult } from '../../server/protocol.ts';
import { readFixture } from '../fixture.ts';
import { openEditor } from './client.ts';

const BOOTS = `
=== lines/boot.txt
INQUIRING LINE

Is a boot a home for mud?

So Why does mud stick to boots?, then How deep is a puddle?.

Sources 1 note

How deep is a puddle?

To the knee.

=== mud.txt
Why does mud stick to boots?

Wet clay holds on.

Inquiring lines that use this note as a source 0

=== puddle.md
---
kind: note
---
# How deep is a puddle?

## Inquiring lines that use this note as a source 1

- [[Is a boot a home for mud?]]
`;

/** The texts of the files after an edit. */
function after(editor: Awaited<ReturnType<typeof openEditor>>, { files }: ProvenEdit): string {
  return files
    .map(({ uri, edits }) => {
      const path = editor.pathOf(uri);
      const document = TextDocument.create(uri, '', 0, readFixture(BOOTS).files.get(path)!);
      return `=== ${path}\n${TextDocument.applyEdits(
        document,
        edits.map(({ range, after }) => ({ range, newText: after })),
      )}`;
    })
    .join('');
}

test('the lists that disagree are told, and written up for a document, a folder, or all', async (t) => {
  const editor = await openEditor(t, BOOTS);
  await editor.finds(
    `lines/boot.txt:5 "Why does mud stick to boots?" information unlisted-source: The Sources do not list “Why does mud stick to boots?”, which the text names here.`,
  ); // prettier-ignore
  const update = (...paths: string[]): Promise<UpdateListsResult> =>
    editor.ask('noteCorpus/updateLists', { uris: paths.map((path) => editor.uri(path)) });
  const sources = `=== lines/boot.txt
INQUIRING LINE

Is a boot a home for mud?

So Why does mud stick to boots?, then How deep is a puddle?.

Sources 2 notes

Why does mud stick to boots?

Wet clay holds on.

How deep is a puddle?

To the knee.

`;
  const users = `=== mud.txt
Why does mud stick to boots?

Wet clay holds on.

Inquiring lines that use this note as a source 1

- Is a boot a home for mud?

`;
  const one = await update('lines/boot.txt');
  assert.equal(after(editor, one.edit!), sources);
  assert.deepEqual([one.documents, one.left, one.edit!.label], [1, [], 'Update Lists']);
  assert.equal(after(editor, (await update('lines')).edit!), sources);
  const all = await update('');
  assert.equal(after(editor, all.edit!), sources + users);
  assert.deepEqual([all.documents, all.edit!.label], [3, 'Update Lists in 2 Documents']);
  assert.deepEqual(await update('puddle.md'), { edit: null, documents: 1, left: [] });
});

test('before a document is saved, where its reader wants that', async (t) => {
  const lists = { updateOnSave: false };
  const editor = await openEditor(t, BOOTS, { settings: () => ({ lists }) });
  await editor.open('lines/boot.txt');
  const saving = (): Promise<unknown> =>
    editor.ask('textDocument/willSaveWaitUntil', { textDocument: { uri: editor.uri('lines/boot.txt') }, reason: 1 });
  assert.deepEqual(await saving(), []);
  lists.updateOnSave = true;
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await editor.quiet();
  const at = (line: number, from: number, to = from) => ({
    start: { line, character: from },
    end: { line, character: to },
  });
  assert.deepEqual(await saving(), [
    { range: at(6, 8, 14), newText: '2 notes' },
    { range: at(8, 0), newText: 'Why does mud stick to boots?\n\nWet clay holds on.\n\n' },
  ]);
});

test('nonsense is answered in words', async (t) => {
  const editor = await openEditor(t, BOOTS);
  const told = (uris: unknown): Promise<unknown> =>
    editor.ask('noteCorpus/updateLists', { uris }).catch((error: Error) => error.message);
  assert.equal(await told(['file:///elsewhere/a.md']), 'This does not belong to a corpus.');
  assert.equal(await told([]), 'This does not belong to a corpus.');
  assert.match(String(await told('a.md')), /“uris” must be a list/);
});
