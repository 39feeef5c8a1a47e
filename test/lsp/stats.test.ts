import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEditor } from './client.ts';
import { MUD } from './corpus.ts';

test('the corpus in numbers, with the uris of what the lists name', async (t) => {
  const editor = await openEditor(t, `${MUD}=== alone.md\n# All alone here\n`);
  const [stats, ...others] = await editor.ask('noteCorpus/stats', {});
  assert.deepEqual(others, []);
  const { forms, roles, disagreeing, ...rest } = stats;
  const document = (path: string, title: string, kind: string) => ({ uri: editor.uri(path), path, title, kind });
  const mud = document('mud.txt', 'Why does mud stick to boots?', 'note');
  const clay = document('clay.md', 'What is clay made of?', 'page');
  assert.deepEqual(rest, {
    folder: editor.workspaceFolder('').uri,
    documents: 4,
    kinds: { note: 1, inquiry: 1, page: 2 },
    layouts: { spaced: 2, dense: 0, markdown: 2 },
    references: 10,
    mostUsed: {
      total: 2,
      first: [
        { ...mud, inquiries: 1, notes: 1 },
        { ...clay, inquiries: 1, notes: 0 },
      ],
    },
    orphans: { total: 1, first: [document('alone.md', 'All alone here', 'page')] },
    unused: { total: 0, first: [] },
    missing: {
      total: 2,
      first: [
        { title: 'Why does sand not stick at all?', inquiries: 1, documents: 1, places: 2 },
        { title: 'Is gravel worth its price?', inquiries: 0, documents: 1, places: 1 },
      ],
    },
  });
  assert.deepEqual(forms.mention, { resolved: 2, dangling: 1, ambiguous: 0 });
  assert.deepEqual(roles.sources, { resolved: 2, dangling: 1, ambiguous: 0 });
  assert.equal(typeof disagreeing.total, 'number');
});

test('so many of each list; after an edit; of several folders; where no folder is a corpus', async (t) => {
  const files = `${MUD.replace(/^=== /gm, '=== a/')}=== b/one.md\n# One\n[[Two]]\n=== c/code.txt\nNothing.\n`;
  const editor = await openEditor(t, files, { folders: ['a', 'b', 'c'] });
  const ask = (params: object = {}) => editor.ask('noteCorpus/stats', params);
  const [a, b, ...others] = await ask({ limit: 1 });
  assert.deepEqual([a.documents, a.missing.total, a.missing.first.length], [3, 2, 1]);
  assert.deepEqual([b.documents, b.missing.first[0].title, others], [1, 'Two', []]);
  await editor.open('b/one.md');
  await editor.type('b/one.md', ['[[Two]]', '[[Three]] [[Two]]']);
  assert.equal((await ask())[1].missing.total, 2);
  await assert.rejects(ask({ limit: -1 }), /“limit” must be a whole number, 0 or more/);
  const empty = await openEditor(t, '=== code.txt\nNothing.\n');
  assert.deepEqual(await empty.ask('noteCorpus/stats'), []);
});
