import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Citing } from '../../server/protocol.ts';
import { type Editor, openEditor } from './client.ts';
import { MUD } from './corpus.ts';
import { shownPlaces } from './shownPlaces.ts';

/** Documents that name something, each with its places. */
const shown = (editor: Editor, citing: readonly Citing[]): string =>
  citing.flatMap(({ title, places }) => [title, shownPlaces(editor, places)]).join('\n');

test('missing notes: most wanted first, and every place of each', async (t) => {
  const editor = await openEditor(t, `${MUD}=== extra.md\n# An extra page\n\n[[Why does sand not stick at all?]]\n`);
  const { total, notes } = await editor.ask('noteCorpus/missingNotes', {});
  const corpus = editor.workspaceFolder('').uri;
  assert.equal(total, 2);
  assert.deepEqual(notes, [
    { title: 'Why does sand not stick at all?', corpus, inquiries: 1, documents: 2, places: 3 },
    { title: 'Is gravel worth its price?', corpus, inquiries: 0, documents: 1, places: 1 },
  ]);
  const places = await editor.ask('noteCorpus/missingPlaces', { corpus, title: notes[0]!.title });
  assert.equal(
    shown(editor, places),
    `
An extra page
  extra.md:3 wikilink in body: ‹[[Why does sand not stick at all?]]›
Does rain make a path worse?
  rain.txt:8 mention in body: The grains matter too What is clay made of? — and so does ‹Why does sand not stick at all?›, of course.
  rain.txt:20 entry in sources: ‹Why does sand not stick at all?›
`.trim(),
  );
  const limited = await editor.ask('noteCorpus/missingNotes', { limit: 1 });
  assert.deepEqual([limited.total, limited.notes.length], [2, 1]);
  const filtered = await editor.ask('noteCorpus/missingNotes', { filter: 'price GRAVEL' });
  assert.deepEqual([filtered.total, filtered.notes[0].title], [1, 'Is gravel worth its price?']);
  assert.deepEqual(await editor.ask('noteCorpus/missingPlaces', { corpus, title: 'What is clay made of?' }), []);
  assert.deepEqual(
    await editor.ask('noteCorpus/missingPlaces', { corpus: 'file:///other', title: notes[0]!.title }),
    [],
  );
});

interface Graph {
  readonly focus: string | null;
  readonly nodes: readonly { id: string; kind: string; distance: number; uses: number; uri: string | null }[];
  readonly edges: readonly { source: string; target: string; role: string; count: number }[];
  readonly omitted: number;
}

const drawn = ({ focus, nodes, edges, omitted }: Graph): string =>
  [
    ...nodes.map(
      ({ id, kind, distance, uses }) =>
        `${id === focus ? '* ' : '  '}${id} (${kind}) distance ${distance}, named in ${uses}`,
    ),
    ...edges.map(({ source, target, role, count }) => `${source} → ${target} ${count} in ${role}`),
    ...(omitted ? [`${omitted} more`] : []),
  ].join('\n');

test('graph: around a document, one step and two', async (t) => {
  const editor = await openEditor(t, MUD);
  const uri = editor.uri('clay.md');
  const near = await editor.ask('noteCorpus/graph', { uri });
  assert.equal(
    drawn(near),
    `
* clay.md (page) distance 0, named in 1
  mud.txt (note) distance 1, named in 2
  rain.txt (inquiry) distance 1, named in 2
clay.md → mud.txt 1 in body
clay.md → rain.txt 1 in body
mud.txt → rain.txt 1 in used-by
rain.txt → clay.md 1 in body
rain.txt → clay.md 1 in sources
rain.txt → mud.txt 1 in body
rain.txt → mud.txt 1 in sources`.trimStart(),
  );
  assert.equal(near.nodes[0].uri, uri);
  const far: Graph = await editor.ask('noteCorpus/graph', { uri, depth: 2 });
  assert.deepEqual(
    far.nodes.filter(({ distance }) => distance === 2).map(({ id, kind, uri }) => [id, kind, uri]),
    [
      ['missing:Is gravel worth its price?', 'missing', null],
      ['missing:Why does sand not stick at all?', 'missing', null],
    ],
  );
});

test('graph: around a missing note, of the whole corpus, limited, of nothing', async (t) => {
  const editor = await openEditor(t, MUD);
  const uri = editor.workspaceFolder('').uri;
  const missing = await editor.ask('noteCorpus/graph', { uri, focus: 'missing:Is gravel worth its price?' });
  assert.equal(
    drawn(missing),
    `
* missing:Is gravel worth its price? (missing) distance 0, named in 1
  mud.txt (note) distance 1, named in 2
mud.txt → missing:Is gravel worth its price? 1 in used-by`.trimStart(),
  );
  const whole: Graph = await editor.ask('noteCorpus/graph', { uri });
  assert.deepEqual([whole.focus, whole.nodes.length, whole.omitted], [null, 5, 0]);
  const limited: Graph = await editor.ask('noteCorpus/graph', { uri, limit: 2 });
  assert.deepEqual([limited.nodes.length, limited.omitted], [2, 3]);
  assert.equal(
    limited.edges.every(({ source, target }) =>
      [source, target].every((id) => limited.nodes.some((node) => node.id === id)),
    ),
    true,
  );
  const nothing = { focus: null, nodes: [], edges: [], omitted: 0 };
  assert.deepEqual(await editor.ask('noteCorpus/graph', { uri: 'file:///nowhere' }), nothing);
  assert.deepEqual(await editor.ask('noteCorpus/graph', { uri, focus: 'gone.md' }), nothing);
});

test('status counts the kinds, and the changes are told with it, once for each batch', async (t) => {
  const editor = await openEditor(t, MUD);
  await editor.quiet();
  const status = {
    folder: editor.workspaceFolder('').uri,
    isCorpus: true,
    inquiries: 1,
    notes: 1,
    pages: 1,
    missing: 2,
    skipped: [],
  };
  assert.deepEqual(await editor.ask('noteCorpus/status', {}), [status]);
  assert.deepEqual(await editor.ask('noteCorpus/status'), [status], 'also when no params are sent');
  assert.deepEqual(editor.changes, [[status]]);
  await editor.open('clay.md');
  await editor.type('clay.md', ['Plates', '[[New']);
  await editor.type('clay.md', ['[[New', '[[New one']);
  await editor.type('clay.md', ['[[New one', '[[New one]]']);
  await editor.quiet();
  assert.equal(editor.changes.length, 2);
  assert.deepEqual(editor.changes.at(-1), [{ ...status, missing: 3 }]);
});
