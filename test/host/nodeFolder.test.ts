import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { crc32 } from 'node:zlib';
import { nodeFolder } from '../../server/host/nodeFolder.ts';
import type { Skipped } from '../../server/lsp/ports.ts';
import { makeFolder } from './folder.ts';

/** The files that are listed, of all that there are: `=== path` each, `.gitignore` with what it says. */
async function list(t: TestContext, picture: string, exclude: readonly string[] = []) {
  const files = makeFolder(t, picture);
  const folder = nodeFolder(files.root);
  const skipped: Skipped[] = [];
  const paths = await folder.list(exclude, (each) => skipped.push(each));
  return { files, folder, paths, skipped };
}

test('all files, of whatever kind, by code units', async (t) => {
  const { paths, skipped } = await list(t, '=== b.md\n=== a/z.png\n=== a.md\n=== B.md\n=== a/Makefile\n=== é.md\n');
  assert.deepEqual(paths, ['B.md', 'a.md', 'a/Makefile', 'a/z.png', 'b.md', 'é.md']);
  assert.deepEqual(skipped, []);
});

test('what .gitignore says, of its own folder and those below; the innermost that says something decides', async (t) => {
  const { folder, paths } = await list(
    t,
    `
=== .gitignore
/top.md
drafts/
*.tmp.md
!kept.tmp.md
=== top.md
=== deep/top.md
=== drafts/a.md
=== deep/drafts/b.md
=== a.tmp.md
=== kept.tmp.md
=== deep/.gitignore
!wanted.tmp.md
own.md
=== deep/wanted.tmp.md
=== deep/own.md
=== own.md
`,
  );
  assert.deepEqual(paths, ['deep/top.md', 'deep/wanted.tmp.md', 'kept.tmp.md', 'own.md']);
  for (const path of [...paths, 'deep/later.md']) assert.equal(folder.admits(path), true, path);
  for (const path of ['top.md', 'drafts/x.md', 'deep/drafts/x/y.md', 'x.tmp.md', 'deep/own.md'])
    assert.equal(folder.admits(path), false, path);
});

test('patterns count case, as git on Linux has it, and nonsense among them does no harm', async (t) => {
  const { paths } = await list(t, '=== .gitignore\nNotes.md\n[\n\\\n!\n=== notes.md\n=== Notes.md\n');
  assert.deepEqual(paths, ['notes.md']);
});

test('a .gitignore that is made to take long, or to break what reads it, does neither', async (t) => {
  const deep = `${'a/'.repeat(60)}a.md`;
  const { paths } = await list(
    t,
    `=== .gitignore\n${'a/**/'.repeat(20)}b\n${'x'.repeat(200_000)}\n[\n=== ${deep}\n=== b.md\n`,
  );
  assert.deepEqual(paths, [deep, 'b.md']);
});

test('patterns of the settings, which nothing takes back', async (t) => {
  const { folder, paths } = await list(t, '=== .gitignore\n!a.md\n=== a.md\n=== b/c.md\n=== d.md\n', ['a.md', '/b/']);
  assert.deepEqual(paths, ['d.md']);
  assert.deepEqual(['a.md', 'b/x.md', 'x.md'].map(folder.admits), [false, false, true]);
});

test('hidden files, node_modules, and links to elsewhere are not looked into, nor admitted later', async (t) => {
  const files = makeFolder(t, '=== a.md\n=== .hidden/b.md\n=== node_modules/c.md\n=== real/d.md\n');
  symlinkSync('real', files.at('linked'));
  symlinkSync('a.md', files.at('alias.md'));
  symlinkSync('..', files.at('real/up'));
  const folder = nodeFolder(files.root);
  assert.deepEqual(await folder.list([], () => {}), ['a.md', 'real/d.md']);
  const paths = ['.hidden/b.md', 'node_modules/c.md', 'real/.x.md', 'linked/d.md', 'alias.md', 'real/up/a.md'];
  for (const path of paths) assert.equal(folder.admits(path), false, path);
});

test('what lies at a path', async (t) => {
  const files = makeFolder(t, '=== a.md\n=== b/c.md\n');
  mkdirSync(files.at('d.md'));
  symlinkSync('a.md', files.at('e.md'));
  const long = 'x'.repeat(5000);
  const folder = nodeFolder(files.root);
  assert.deepEqual(await folder.kindsOf(['a.md', 'b', 'd.md', 'e.md', 'f.md', 'a.md/g', `${long}.md`, 'nul\0.md']), [
    'file',
    'folder',
    'folder',
    'nothing',
    'nothing',
    'nothing',
    'nothing',
    'nothing',
  ]);
});

test('reading: a text, nothing there, a folder, a link', async (t) => {
  const files = makeFolder(t, '=== a.md\n# A\n=== b/c.md\n');
  symlinkSync('a.md', files.at('e.md'));
  const folder = nodeFolder(files.root);
  // Written this very moment, it may be written once more at the same time: -1.
  const stamp = { size: 4, modified: -1, hash: crc32('# A\n') };
  assert.deepEqual(folder.readNow!('a.md'), { text: '# A\n', stamp });
  for (const path of ['gone.md', 'b', 'e.md', 'a.md/x.md'])
    assert.deepEqual(await folder.read(path), { gone: true }, path);
});

test('a folder that is not there is told, and is empty', async (t) => {
  const files = makeFolder(t);
  const skipped: Skipped[] = [];
  assert.deepEqual(await nodeFolder(files.at('nowhere')).list([], (each) => skipped.push(each)), []);
  assert.deepEqual(skipped, [{ path: '.', reason: 'cannot be listed: there is no such folder' }]);
});
