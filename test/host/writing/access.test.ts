import assert from 'node:assert/strict';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { type Replacement, replaceFiles } from '../../../server/host/cli/writing/replaceFiles.ts';
import { makeFolder } from '../folder.ts';

// Who may do what with a file that is written anew.

const FILES: readonly Replacement[] = [
  { from: 'a.md', path: 'a.md', before: 'A', text: 'A, new' },
  { from: 'b.txt', path: 'b.md', before: 'B', text: 'B, new' },
];

test('a file keeps its permissions, whatever the mask of who writes', (t) => {
  const folder = makeFolder(t);
  folder.write('a.md', 'A');
  folder.write('b.txt', 'B');
  const mask = process.umask(0o077);
  t.after(() => process.umask(mask));
  chmodSync(folder.at('a.md'), 0o664);
  chmodSync(folder.at('b.txt'), 0o606);
  replaceFiles(folder.root, FILES);
  const modes = ['a.md', 'b.md'].map((path) => (statSync(folder.at(path)).mode & 0o777).toString(8));
  assert.deepEqual(modes, ['664', '606']);
});

test('a file that is write-protected stays as it is, and so do the others', (t) => {
  const folder = makeFolder(t);
  folder.write('a.md', 'A');
  folder.write('b.txt', 'B');
  chmodSync(folder.at('b.txt'), 0o444);
  assert.throws(() => replaceFiles(folder.root, FILES), {
    message: '“b.txt” is write-protected; nothing was changed',
  });
  assert.deepEqual(readdirSync(folder.root), ['a.md', 'b.txt']);
  assert.equal(folder.read('a.md'), 'A');
});
