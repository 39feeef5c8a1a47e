import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEditor } from './client.ts';
import { MUD } from './corpus.ts';

test('smoke', async (t) => {
  const editor = await openEditor(t, MUD);
  const atlas = await editor.ask('noteCorpus/atlas', { uri: editor.uri('mud.txt') });
  assert.deepEqual(atlas.nodes.ids.length, 5);
});
