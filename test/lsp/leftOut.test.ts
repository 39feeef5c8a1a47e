import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LeftOut, leftOutIn, withoutLeftOut } from '../../server/lsp/leftOut.ts';
import type { Skipped } from '../../server/lsp/ports.ts';
import { folderUris } from '../../server/lsp/uris.ts';
import { countingFolder } from './reading/countingFolder.ts';

test('documents are left out by uri in any spelling, in their folder only, and are back when they are named no more', async () => {
  const folder = countingFolder({ 'a b.md': '', 'c.md': '', 'Ä.md': '' });
  const [leftOut, uris] = [new LeftOut(), folderUris('file:///c%3A/notes')];
  let made = 0;
  const counted = { ...uris, pathOf: (uri: string) => (made++ >= 0 ? uris.pathOf(uri) : undefined) };
  const { list, admits } = withoutLeftOut(folder, leftOutIn(leftOut, counted));
  const skipped: Skipped[] = [];
  const all = (): Promise<readonly string[]> => list([], (each) => skipped.push(each));
  assert.deepEqual(await all(), ['a b.md', 'c.md', 'Ä.md']);
  const back = leftOut.set([
    'file:///C:/notes/a%20b.md',
    'file:///c:/notes/Ä.md',
    'file:///elsewhere/c.md',
    'nonsense',
  ]);
  assert.deepEqual([...back], []);
  assert.deepEqual(await all(), ['c.md']);
  assert.deepEqual(
    skipped.map(({ path }) => path),
    ['a b.md', 'Ä.md'],
  );
  assert.deepEqual(['a b.md', 'c.md'].map(admits), [false, true]);
  for (let time = 0; time < 100; time++) admits('c.md');
  assert.equal(made, 4, 'uris are read once, and none is made for a path');
  assert.equal(leftOut.set(['file:///c%3A/notes/%C3%84.md']).size, 3);
  assert.deepEqual(await all(), ['a b.md', 'c.md']);
});
