import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OrphansResult } from '../../server/protocol.ts';
import { openEditor } from './client.ts';
import { MUD } from './corpus.ts';

const ALONE = `=== alone.md\n# All alone here\n=== note.md\n---\nkind: note\n---\n# A note that nobody uses\n=== used.md
---\nkind: note\n---\n# A note that a page names\n[[All of these]]\n`;

test('documents that stand alone, by corpus; after an edit; so many, and with some words', async (t) => {
  const editor = await openEditor(t, `${MUD}${ALONE}`.replace(/^=== /gm, '=== a/').concat('=== b/one.md\n# One\n'), {
    folders: ['a', 'b'],
    settings: () => ({ corpus: 'always' }),
  });
  const ask = async (params: object = {}) => {
    const result: OrphansResult = await editor.ask('noteCorpus/orphans', params);
    return result.map(({ folder, orphans, unused }) => [
      editor.pathOf(folder),
      orphans.total,
      ...orphans.first.map(({ path, title, kind }) => `${path} ${kind} ${title}`),
      unused.total,
      ...unused.first.map(({ path }) => path),
    ]);
  };
  const b = ['b', 1, 'one.md page One', 0];
  assert.deepEqual(await ask(), [
    ['a', 2, 'alone.md page All alone here', 'note.md note A note that nobody uses', 1, 'used.md'],
    b,
  ]);
  assert.deepEqual(await ask({ limit: 1 }), [['a', 2, 'alone.md page All alone here', 1, 'used.md'], b]);
  assert.deepEqual(await ask({ filter: 'NOTE that' }), [
    ['a', 1, 'note.md note A note that nobody uses', 1, 'used.md'],
    ['b', 0, 0],
  ]);
  await editor.open('a/alone.md');
  await editor.type('a/alone.md', ['All alone here', 'All alone here\n\n[[A note that nobody uses]]']);
  assert.deepEqual(await ask(), [['a', 0, 2, 'note.md', 'used.md'], b]);
  const empty = await openEditor(t, '=== code.txt\nNothing.\n');
  assert.deepEqual(await empty.ask('noteCorpus/orphans'), []);
});
