import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearFiles } from '../../../server/core/index/nearFiles.ts';

/** What a path that leads nowhere may have meant, of these files. */
function check(files: readonly string[], path: string, expected: readonly string[]): void {
  assert.deepEqual(nearFiles(new Set(files), path), expected);
}

test('files of the same name, those in the nearest folder first', () => {
  check(['notes/soil/mud.md', 'mud.md', 'rain.md'], 'soil/mud.md', ['mud.md', 'notes/soil/mud.md']);
  check(['b/soil/mud.md', 'a/soil/mud.md'], 'soil/mud.md', ['a/soil/mud.md', 'b/soil/mud.md']);
  check(['soil/Mud.MD', 'soil/muds.md'], 'mud.md', ['soil/Mud.MD']);
  check(['rain.md', 'fog.md'], 'mud.md', []);
  check(['rain.md', 'rains.md'], 'soil/rain.md', ['rain.md']);
});

test('the ending of a document may be left off, that of another file is part of its name', () => {
  check(['a/mud.md', 'a/mud.markdown', 'a/mud.txt', 'a/mud.png'], 'mud', ['a/mud.md', 'a/mud.txt', 'a/mud.markdown']);
  check(['a/mud.png', 'a/mud.md'], 'mud.png', ['a/mud.png']);
  check(['a/v1.mdx/mud.md'], 'v1', []);
  check(['a/clays.txt'], 'v1.2/claysy', ['a/clays.txt']);
  check(['mud.png'], 'mud.md.png', []);
  check(['rainstorms.markdown', 'rainst'], 'rainstor', ['rainst', 'rainstorms.markdown']);
});

test('a document with another ending is meant too, when its name is the same to the letter', () => {
  check(['a/mud.txt'], 'mud.md', ['a/mud.txt']);
  check(['a/mudd.txt'], 'muds.md', []);
  check(['a/clays.md'], 'claysy.md', ['a/clays.md']);
  check(['a/clays.txt'], 'claysy.md', []);
  check(['a/clays.txt'], 'claysy', ['a/clays.txt']);
});

test('without the same name, names that differ by a letter in four, three at most', () => {
  check(['mad.md'], 'mud.md', []);
  check(['rails.md', 'rain.md', 'brains.md'], 'rainy.md', ['rain.md']);
  check(['mudd.md'], 'mudy.md', ['mudd.md']);
  check(['rainstorm.md'], 'rianstorm.md', ['rainstorm.md']);
  check(['abcdefghijklmnop.md'], 'xyzdefghijklmnop.md', ['abcdefghijklmnop.md']);
  check(['abcdefghijklmnop.md'], 'wxyzefghijklmnop.md', []);
});

test('fewer letters come first, then the nearer folder', () => {
  check(
    ['a/rainstorms.md', 'far/from/there/rainstorn.md', 'here/rainstorn.md', 'here/rainstox.md'],
    'here/rainstor.md',
    ['here/rainstorn.md', 'here/rainstox.md', 'far/from/there/rainstorn.md', 'a/rainstorms.md'],
  );
});

test('five are offered', () => {
  const files = ['f', 'e', 'd', 'c', 'b', 'a'].map((folder) => `${folder}/mud.md`);
  check(files, 'mud.md', ['a/mud.md', 'b/mud.md', 'c/mud.md', 'd/mud.md', 'e/mud.md']);
});

test('an answer is found once for one set of files, and anew for another', () => {
  const files = new Set(['a/mud.md']);
  const found = nearFiles(files, 'mud.md');
  assert.deepEqual(nearFiles(files, 'fog.md'), []);
  assert.equal(nearFiles(files, 'mud.md'), found);
  assert.deepEqual(nearFiles(new Set(['b/mud.md']), 'mud.md'), ['b/mud.md']);
});
