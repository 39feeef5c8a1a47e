import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Editor, openEditor } from './client.ts';
import { MUD } from './corpus.ts';

const TAGGED = `${MUD}
=== sand/sand.md
---
tags: [Soil/Sand]
---
# What is sand?

Not [[What is clay made of?]], nor #mud.
`;

interface Sentence {
  readonly source: string;
  readonly target: string;
  readonly role: string;
  readonly sentence: string;
  readonly highlight: readonly [number, number];
  readonly uri: string;
  readonly range: never;
}

const shown = (editor: Editor, sentences: readonly Sentence[]): string[] =>
  sentences.map(({ source, target, role, sentence, highlight: [start, end], uri, range }) => {
    const marked = `${sentence.slice(0, start)}‹${sentence.slice(start, end)}›${sentence.slice(end)}`;
    return `${source} → ${target} ${role} ${editor.drawn(uri, range).split(' ')[0]}: ${marked}`;
  });

test('graph: tags come with the nodes, and what is shown can be asked for', async (t) => {
  const editor = await openEditor(t, TAGGED);
  const uri = editor.workspaceFolder('').uri;
  const ids = async (filter: unknown): Promise<string[]> => {
    const { nodes } = await editor.ask('noteCorpus/graph', { uri, filter });
    return nodes.map(({ id, tags }: { id: string; tags: string[] }) => [id, ...tags].join(' #')).sort();
  };
  assert.deepEqual(await ids({ folder: 'sand/', kinds: ['page'] }), ['sand/sand.md #Soil/Sand #mud']);
  assert.deepEqual(await ids({ tag: '#soil', kinds: ['page', 'note'] }), ['sand/sand.md #Soil/Sand #mud']);
  assert.deepEqual(await ids({ roles: ['used-by'], orphans: 'hidden' }), [
    'missing:Is gravel worth its price?',
    'mud.txt',
    'rain.txt',
  ]);
  assert.deepEqual(await ids({ roles: [], kinds: ['inquiry'], orphans: 'alone' }), ['rain.txt']);
  assert.deepEqual(await ids(null), [
    'clay.md',
    'missing:Is gravel worth its price?',
    'missing:Why does sand not stick at all?',
    'mud.txt',
    'rain.txt',
    'sand/sand.md #Soil/Sand #mud',
  ]);
});

test('graph: a filter that is none is an error, and no empty graph', async (t) => {
  const editor = await openEditor(t, MUD);
  const uri = editor.uri('clay.md');
  const filters = ['all', { kinds: ['stew'] }, { roles: 'body' }, { tag: 7 }, { folder: ['a'] }, { orphans: true }];
  for (const filter of [...filters, { orphans: 'some' }, { kinds: [{}] }])
    await assert.rejects(editor.ask('noteCorpus/graph', { uri, filter }), JSON.stringify(filter));
});

test('graphDetails: what is said of a node', async (t) => {
  const editor = await openEditor(t, TAGGED);
  const details = (id: string): Promise<unknown> =>
    editor.ask('noteCorpus/graphDetails', { uri: editor.uri('clay.md'), id });
  assert.deepEqual(await details('sand/sand.md'), {
    description: 'Not What is clay made of?, nor #mud.',
    tags: ['Soil/Sand', 'mud'],
  });
  assert.deepEqual(await details('mud.txt'), {
    description: 'Clay platelets slide over each other and hold.',
    tags: [],
  });
  assert.deepEqual(await details('missing:why does sand not stick at all'), {
    description: 'Grains without plates.',
    tags: [],
  });
  assert.deepEqual(await details('missing:Is gravel worth its price?'), { description: null, tags: [] });
  assert.equal(await details('gone.md'), null);
  assert.equal(await editor.ask('noteCorpus/graphDetails', { uri: 'file:///nowhere', id: 'clay.md' }), null);
  await assert.rejects(editor.ask('noteCorpus/graphDetails', { uri: editor.uri('clay.md'), id: 7 }));
});

test('graphSentences: between a node and some others, one for each pair and direction', async (t) => {
  const editor = await openEditor(t, TAGGED);
  const uri = editor.uri('clay.md');
  const others = ['mud.txt', 'rain.txt', 'sand/sand.md', 'gone.md'];
  const { sentences } = await editor.ask('noteCorpus/graphSentences', { uri, id: 'clay.md', others });
  assert.deepEqual(shown(editor, sentences), [
    'clay.md → mud.txt body clay.md:3: Plates of silicate, as ‹[[Why does mud stick to boots?]]› needs them.',
    'clay.md → rain.txt body clay.md:3: See ‹[the inquiry](rain.txt)›.',
    'rain.txt → clay.md body rain.txt:7: The grains matter too ‹What is clay made of?› — and so does Why does sand not stick at all?, of course.',
    'sand/sand.md → clay.md body sand/sand.md:6: Not ‹[[What is clay made of?]]›, nor #mud.',
  ]);
  const missing = { uri, id: 'missing:Is gravel worth its price?', others: ['mud.txt', 'rain.txt'] };
  assert.deepEqual(shown(editor, (await editor.ask('noteCorpus/graphSentences', missing)).sentences), [
    'mud.txt → missing:Is gravel worth its price? used-by mud.txt:10: ‹Is gravel worth its price?›',
  ]);
  const nowhere = await editor.ask('noteCorpus/graphSentences', { uri: 'file:///nowhere', id: 'clay.md', others });
  assert.deepEqual(nowhere, { sentences: [] });
  await assert.rejects(editor.ask('noteCorpus/graphSentences', { uri, id: 'clay.md', others: 'mud.txt' }));
  await assert.rejects(editor.ask('noteCorpus/graphSentences', { uri, id: 'clay.md', others: [7] }));
});
