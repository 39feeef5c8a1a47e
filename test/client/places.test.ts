import './standIn.ts';
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import fc from 'fast-check';
import { done, FileType, Uri, world } from './vscode.ts';

const { placesToWrite } = await import('../../client/edits/places.ts');
const { createNote } = await import('../../client/commands/createNote.ts');
const { applyEdit } = await import('../../client/edits/applyEdit.ts');
const { replaceFiles } = await import('../../client/converting/replaceFiles.ts');

afterEach(() => {
  world.types.clear();
  world.folders = ['file:///notes'];
  done.length = 0;
});

const objections = async (uris: readonly string[], name?: 'new'): Promise<string[]> => {
  const objectionTo = placesToWrite();
  return Promise.all(
    uris.map(async (uri) => `${uri} ${(await objectionTo(Uri.parse(uri), name)) ?? 'may be written'}`),
  );
};

test('documents below a folder of the workspace may be written', async () => {
  const uris = [
    'file:///notes/mud.md',
    'file:///notes/soil/Does%20rain%20cause%20mud.txt',
    'file:///notes/a/b/c/D.MARKDOWN',
  ];
  assert.deepEqual(
    await objections(uris, 'new'),
    uris.map((uri) => `${uri} may be written`),
  );
});

test('nothing outside, whatever the path looks like', async () => {
  const nowhere = 'lies in no folder of this workspace';
  const unclear = 'is no plain path';
  assert.deepEqual(await objections(['file:///etc/mud.md', 'file:///notes-evil/mud.md', 'file:///notes'], 'new'), [
    `file:///etc/mud.md ${nowhere}`,
    `file:///notes-evil/mud.md ${nowhere}`,
    `file:///notes ${nowhere}`,
  ]);
  for (const uri of [
    'file:///notes/../etc/mud.md',
    'file:///notes/%2e%2e/etc/mud.md',
    'file:///notes/..%2f..%2fetc%2fmud.md',
    'file:///notes/a/./mud.md',
    'file:///notes//etc/mud.md',
    'file:///notes/mud.md?x.md',
    'file:///notes/mud.md#x.md',
  ])
    assert.deepEqual(await objections([uri], 'new'), [`${uri} ${unclear}`]);
  for (const uri of [
    'untitled:/notes/mud.md',
    'vscode-userdata:/notes/mud.md',
    'http://notes/mud.md',
    'file:////server/share/mud.md',
  ])
    assert.deepEqual(await objections([uri], 'new').catch(() => [`${uri} ${nowhere}`]), [`${uri} ${nowhere}`]);
});

test('nothing hidden, and nothing that is no document', async () => {
  const hidden = 'lies in a hidden folder';
  assert.deepEqual(
    await objections(
      ['.git/mud.md', 'a/.vscode/tasks.md', '.mud.md', 'node_modules/x/mud.md'].map((path) => `file:///notes/${path}`),
    ),
    ['.git/mud.md', 'a/.vscode/tasks.md', '.mud.md', 'node_modules/x/mud.md'].map(
      (path) => `file:///notes/${path} ${hidden}`,
    ),
  );
  for (const path of ['settings.json', 'x.code-workspace', 'Makefile', 'mud.md.sh', 'mud'])
    assert.deepEqual(await objections([`file:///notes/${path}`]), [`file:///notes/${path} is no document`]);
});

test('no names of devices, no other streams, no slashes of Windows', async () => {
  for (const name of [
    'con.md',
    'NUL.txt',
    'Com1.md',
    'lpt9 .md',
    'a.md%3Ab.md',
    'a%5C..%5Cb.md',
    'a%3F.md',
    'a%00.md',
    'a%0Ab.md',
  ]) {
    const uri = `file:///notes/${name}`;
    const [said] = await objections([uri], 'new');
    assert.match(said!, / is a name that not every system can have$/, name);
  }
  // What people have called their files is theirs: links in it may follow a rename.
  assert.deepEqual(await objections(['file:///notes/Why%20mud%3F.md', 'file:///notes/con.md']), [
    'file:///notes/Why%20mud%3F.md may be written',
    'file:///notes/con.md may be written',
  ]);
});

test('folders that people have called so are theirs, where the system can have them', async () => {
  const uri = 'file:///notes/2024%3A%20a%20year/mud.md';
  const odd = 'is a name that not every system can have';
  assert.deepEqual(await objections([uri], 'new'), [`${uri} ${odd}`], 'there is none');
  world.types.set('file:///notes/2024%3A%20a%20year', FileType.Directory);
  world.types.set('file:///notes/a%5C..', FileType.Directory);
  world.types.set('file:///notes/a%0Ab', FileType.Directory);
  assert.deepEqual(await objections([uri], 'new'), [`${uri} may be written`]);
  assert.equal(await placesToWrite(true)(Uri.parse(uri), 'new'), odd, 'to Windows it is another stream');
  assert.equal(
    await placesToWrite(true)(Uri.parse('file:///notes/a%5C../mud.md'), 'new'),
    odd,
    'and this is a way out',
  );
  assert.equal(await placesToWrite()(Uri.parse('file:///notes/a%0Ab/mud.md'), 'new'), odd);
});

test('nothing through a link, whether it is the file or a folder above it', async () => {
  world.types.set('file:///notes', FileType.Directory | FileType.SymbolicLink);
  world.types.set('file:///notes/soil', FileType.Directory);
  world.types.set('file:///notes/out', FileType.Directory | FileType.SymbolicLink);
  world.types.set('file:///notes/soil/mud.md', FileType.File | FileType.SymbolicLink);
  assert.deepEqual(
    await objections(
      ['soil/clay.md', 'out/mud.md', 'out/a/b.md', 'soil/mud.md'].map((path) => `file:///notes/${path}`),
    ),
    [
      // The workspace's own folder may be a link: the reader has opened it.
      'file:///notes/soil/clay.md may be written',
      'file:///notes/out/mud.md lies behind a link to another place',
      'file:///notes/out/a/b.md lies behind a link to another place',
      'file:///notes/soil/mud.md lies behind a link to another place',
    ],
  );
});

test('a note is not made there, and files are neither changed nor replaced there', async () => {
  world.types.set('file:///notes/out', FileType.Directory | FileType.SymbolicLink);
  for (const uri of [
    'file:///etc/mud.md',
    'file:///notes/.git/mud.md',
    'file:///notes/out/mud.md',
    'file:///notes/%2e%2e/mud.md',
  ]) {
    done.length = 0;
    await createNote({ uri, text: 'x', title: { line: 0, character: 0 } });
    const edit = { label: 'Rename', files: [{ uri, version: null, fingerprint: '', edits: [] }] };
    assert.equal(await applyEdit(edit), false);
    const file = { oldUri: uri, newUri: 'file:///notes/mud.txt', text: '', version: null, fingerprint: '' };
    await assert.rejects(replaceFiles({ files: [file], edit: { label: '', files: [] } } as never, false));
    await assert.rejects(
      replaceFiles(
        { files: [{ ...file, oldUri: file.newUri, newUri: uri }], edit: { label: '', files: [] } } as never,
        false,
      ),
    );
    assert.equal(done.length, 2);
    for (const said of done) assert.match(said, /^warning: .* so nothing was (made|changed)\.$/);
  }
});

test('whatever a command is called with, nothing happens outside the workspace', async () => {
  const path = fc.array(
    fc.constantFrom('..', '.', '', 'etc', 'passwd.md', 'mud.md', '.git', '%2e%2e', '\\..\\', 'C:', '\0'),
    { maxLength: 6 },
  );
  const uri = fc.oneof(
    path.map((parts) => `file:///${parts.join('/')}`),
    path.map((parts) => `file:///notes/${parts.join('/')}`),
    fc.string(),
  );
  const note = fc.record({ uri, text: fc.string(), title: fc.constant({ line: 0, character: 0 }) });
  await fc.assert(
    fc.asyncProperty(fc.oneof(note, fc.anything()), async (given) => {
      done.length = 0;
      await createNote(given as never).catch(() => {});
      for (const each of done) {
        const made = /^create (.*)$/.exec(each)?.[1];
        if (made === undefined) continue;
        assert.match(decodeURIComponent(made), /^file:\/\/\/notes\/[^.\\:\0][^\\:\0]*\.md$/);
        assert.doesNotMatch(decodeURIComponent(made), /\/\.|\/\/etc/);
      }
    }),
    { numRuns: 3000, seed: 9 },
  );
});
