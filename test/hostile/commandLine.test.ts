import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { shell } from '../host/console.ts';
import { makeFolder, type TestFolder } from '../host/folder.ts';
import { openEditor } from '../lsp/client.ts';
import { hostileDocuments } from './documents.ts';
import { SYMLINKS } from './names.ts';

/** Puts all hostile documents into a folder, with links of the file system in circles, to nowhere and out of it. */
function spread(folder: TestFolder): void {
  for (const { path, bytes } of hostileDocuments()) {
    // Some system or other does not take such a name: that is its own business.
    try {
      folder.write(path, bytes);
    } catch {}
  }
  for (const [path, target] of SYMLINKS) {
    mkdirSync(dirname(folder.at(path)), { recursive: true });
    symlinkSync(target, folder.at(path));
  }
}

/** The bytes of all files of a folder, by path. */
function held(folder: TestFolder): Map<string, string> {
  const files = new Map<string, string>();
  const look = (path: string): void => {
    for (const entry of readdirSync(folder.at(path), { withFileTypes: true })) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) look(below);
      else if (entry.isFile()) files.set(below, readFileSync(folder.at(below)).toString('latin1'));
    }
  };
  look('');
  return files;
}

const isUtf8 = (bytes: string): boolean => {
  const buffer = Buffer.from(bytes, 'latin1');
  return Buffer.compare(Buffer.from(buffer.toString('utf8')), buffer) === 0;
};

const COMMANDS = [
  'check',
  'check --format json',
  'references --format json',
  'graph',
  'graph --format dot',
  'stats',
  'relations --suggested',
  'backlinks "Why mud sticks"',
  'fix',
  'convert --to markdown',
];

test('all hostile documents at once on the command line: nothing throws, hangs or writes', (t) => {
  const folder = makeFolder(t);
  spread(folder);
  const before = held(folder);
  assert.ok(before.size > 700, `${before.size} files`);
  for (const command of COMMANDS) {
    const { code, stderr, stdout } = shell(`note-corpus ${command}`, folder.root, 120);
    assert.ok(code === 0 || code === 1 || code === 2, `${command} ended with ${code}: ${stderr.slice(-500)}`);
    assert.doesNotMatch(stderr, /\n\s+at |Error:/, `${command}: ${stderr.slice(0, 500)}`);
    // No command of a terminal gets through.
    if (!command.includes('--format')) assert.doesNotMatch(stdout + stderr, /[\x00-\x08\x0b-\x1f\x7f]/, command);
  }
  assert.deepEqual(held(folder), before);
});

test('fix --write and convert --write leave what is not UTF-8 as it is, to the byte, and nothing gets lost', (t) => {
  for (const command of ['fix --write', 'convert --to markdown --write']) {
    const folder = makeFolder(t);
    spread(folder);
    const before = [...held(folder)];
    const { stderr } = shell(`note-corpus ${command}`, folder.root, 120);
    assert.doesNotMatch(stderr, /\n\s+at |Error:/, stderr.slice(0, 500));
    const after = held(folder);
    assert.equal(after.size, before.length, 'as many files as before');
    const odd = before.filter(([, bytes]) => !isUtf8(bytes));
    assert.ok(odd.length > 40, `${odd.length}`);
    for (const [path, bytes] of odd) assert.equal(after.get(path), bytes, path);
  }
});

test('a rename leaves files that are not UTF-8 alone, even where they name the title', async (t) => {
  const bad = Buffer.concat([
    Buffer.from('# Caf'),
    Buffer.from([0xe9]),
    Buffer.from('\n\nIt is [[Why mud sticks]].\n'),
  ]);
  const editor = await openEditor(t, '=== mud.md\n# Why mud sticks\n=== rain.md\n# Rain\n\n[[Why mud sticks]]\n');
  editor.files.write('bad.md', bad);
  await editor.watched('created bad.md');
  await editor.quiet();
  const { edit } = await editor.ask('noteCorpus/rename', {
    uri: editor.uri('mud.md'),
    position: { line: 0, character: 5 },
    newName: 'Why mud dries',
  });
  assert.deepEqual(
    edit.files.map(({ uri }: { uri: string }) => editor.pathOf(uri)),
    ['mud.md', 'rain.md'],
  );
  assert.ok(statSync(editor.files.at('bad.md')).size === bad.length);
});
