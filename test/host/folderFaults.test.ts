import assert from 'node:assert/strict';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { cacheFile } from '../../server/host/cacheFile.ts';
import { nodeFolder } from '../../server/host/nodeFolder.ts';
import type { Skipped } from '../../server/lsp/ports.ts';
import { makeFolder } from './folder.ts';

// Each error of a disk at each call of it, for one file of three: nothing is thrown, the others are as ever, and what is told of
// the one is right.

const ERRORS = [
  'ENOENT',
  'EACCES',
  'EPERM',
  'EBUSY',
  'EMFILE',
  'ENFILE',
  'EIO',
  'EISDIR',
  'ENOTDIR',
  'ELOOP',
  'ESTALE',
  'ETIMEDOUT',
  'ENOSPC',
  'EROFS',
  'ENOMEM',
  'EINTR',
];

type Call =
  | 'openSync'
  | 'fstatSync'
  | 'readSync'
  | 'closeSync'
  | 'lstatSync'
  | 'readdirSync'
  | 'writeSync'
  | 'renameSync'
  | 'mkdirSync'
  | 'readFileSync'
  | 'existsSync';

/** The call fails so where its path has these words, or its file was opened by such a path. */
function failing(t: TestContext, call: Call, words: string, code: string): void {
  const whole = fs as unknown as Record<string, (...given: unknown[]) => unknown>;
  const [act, open, close] = [whole[call]!, whole.openSync!, whole.closeSync!];
  const files = new Set<unknown>();
  const fails = (target: unknown): boolean =>
    typeof target === 'number' ? files.has(target) : String(target).includes(words);
  whole.openSync = (...given) => {
    if (call === 'openSync' && fails(given[0])) throw Object.assign(new Error(`${code}: secret words`), { code });
    const file = open(...given);
    if (fails(given[0])) files.add(file);
    return file;
  };
  whole.closeSync = (...given) => {
    const isBad = files.delete(given[0]);
    close(...given);
    if (call === 'closeSync' && isBad) throw Object.assign(new Error(`${code}: secret words`), { code });
  };
  if (call !== 'openSync' && call !== 'closeSync')
    whole[call] = (...given) => {
      if (fails(given[0])) throw Object.assign(new Error(`${code}: secret words`), { code });
      return act(...given);
    };
  syncBuiltinESMExports();
  t.after(() => {
    Object.assign(whole, { [call]: act, openSync: open, closeSync: close });
    syncBuiltinESMExports();
  });
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'you have no permission',
  EPERM: 'the system does not permit it',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk can only be read',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'it is not a folder',
};
const wordsFor = (code: string): string => WORDS[code] ?? code;

/** These say that there is no such file, whatever was there a moment ago. */
const GONE = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP'];

const PICTURE = '=== a.md\n# A\n=== bad.md\n# Bad\n=== bad folder/b.md\n# B\n=== z.md\n# Z\n';

for (const code of ERRORS) {
  for (const call of ['openSync', 'fstatSync', 'readSync'] as const) {
    test(`${call} of a file fails by ${code}: it is gone, or told why it cannot be read; the others are read`, async (t) => {
      const { root } = makeFolder(t, PICTURE);
      const folder = nodeFolder(root);
      failing(t, call, 'bad.md', code);
      const expected = GONE.includes(code)
        ? { gone: true }
        : { problem: `cannot be read: ${wordsFor(code)}`, document: true };
      assert.deepEqual([await folder.read('bad.md'), folder.readNow!('bad.md')], [expected, expected]);
      for (const path of ['a.md', 'z.md']) assert.ok('text' in (await folder.read(path)), path);
    });
  }

  test(`closeSync of a file fails by ${code}: what was read was read`, async (t) => {
    const { root } = makeFolder(t, PICTURE);
    const folder = nodeFolder(root);
    failing(t, 'closeSync', 'bad.md', code);
    assert.ok('text' in (await folder.read('bad.md')));
  });

  test(`readdirSync of a folder fails by ${code}: it is told, and the rest is listed`, async (t) => {
    const { root } = makeFolder(t, PICTURE);
    failing(t, 'readdirSync', 'bad folder', code);
    const skipped: Skipped[] = [];
    const paths = await nodeFolder(root).list([], (each) => skipped.push(each));
    assert.deepEqual(paths, ['a.md', 'bad.md', 'z.md']);
    assert.deepEqual(skipped, [{ path: 'bad folder', reason: `cannot be listed: ${wordsFor(code)}` }]);
  });

  test(`lstatSync of a file fails by ${code}: it has no stamp, so that it is read, and nobody is stopped by it`, async (t) => {
    const { root } = makeFolder(t, PICTURE);
    const folder = nodeFolder(root);
    await folder.list([], () => {});
    failing(t, 'lstatSync', 'bad.md', code);
    // A disk that fails has not said that the file is gone.
    const kind = GONE.includes(code) ? 'nothing' : 'file';
    assert.deepEqual(await folder.kindsOf(['a.md', 'bad.md', 'z.md']), ['file', kind, 'file']);
    assert.equal(folder.admits('bad.md'), true);
    const stamps = [...(await folder.stampsOf!(['a.md', 'bad.md', 'z.md']))];
    assert.deepEqual([stamps[0], ...stamps.slice(2, 4), stamps[4]], [4, -1, -1, 4]);
  });

  for (const call of ['mkdirSync', 'openSync', 'writeSync', 'renameSync'] as const) {
    test(`${call} of the cache fails by ${code}: nothing new is kept, the old is, and no draft is left`, async (t) => {
      const { root } = makeFolder(t);
      const place = join(root, 'caches');
      const cache = cacheFile('/corpus', place);
      assert.equal(await cache.write([Uint8Array.of(1, 2, 3)], async () => {}), true);
      failing(t, call, 'caches', code);
      assert.equal(await cache.write([Uint8Array.of(4)], async () => {}), false);
      t.mock.restoreAll();
      assert.equal(fs.readdirSync(place).length, 1);
      if (call !== 'openSync') assert.deepEqual([...cache.read()!], [1, 2, 3]);
    });
  }

  test(`readFileSync of the cache fails by ${code}: there is none`, (t) => {
    const { root } = makeFolder(t);
    failing(t, 'readFileSync', root, code);
    assert.equal(cacheFile('/corpus', root).read(), undefined);
  });
}

test('a rule file that cannot be read forbids nothing, and stops nothing', async (t) => {
  const { root } = makeFolder(t, '=== .gitignore\na.md\n=== a.md\n=== b.md\n');
  failing(t, 'openSync', '.gitignore', 'EIO');
  assert.deepEqual(await nodeFolder(root).list([], () => {}), ['a.md', 'b.md']);
});
