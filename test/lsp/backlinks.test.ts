import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BacklinksResult } from '../../server/protocol.ts';
import { type Editor, openEditor } from './client.ts';
import { MUD } from './corpus.ts';
import { shownPlaces } from './shownPlaces.ts';

/** The groups with their rows: the place that a row opens, how many there are, and whether the note's list knows it. */
const drawn = (editor: Editor, { groups }: BacklinksResult): string =>
  groups
    .flatMap(({ key, total, offset, rows }) => [
      `${key}: ${total}${offset > 0 ? `, from ${offset}` : ''}`,
      ...rows.map(({ uri, title, kind, places, first, unlisted }) => {
        const where = editor.drawn(uri, first).split(' ')[0];
        return `  ${title} (${kind}) ${where}, ${places}${unlisted ? ', not listed' : ''}`;
      }),
    ])
    .join('\n');

const asking = (editor: Editor, path: string) => (params: object) =>
  editor.ask('noteCorpus/backlinks', { uri: editor.uri(path), ...params }) as Promise<BacklinksResult>;

test('backlinks: inquiries and notes that name the note, and the places of each with their sentences', async (t) => {
  const editor = await openEditor(t, MUD);
  const uri = editor.uri('mud.txt');
  const answer = await asking(editor, 'mud.txt')({});
  const { title, kind, total, inquiries, left } = answer;
  assert.deepEqual([title, kind, total, inquiries, left], ['Why does mud stick to boots?', 'note', 2, 1, 2]);
  assert.equal(
    drawn(editor, answer),
    `
inquiries: 1
  Does rain make a path worse? (inquiry) rain.txt:7, 2
notes: 1
  What is clay made of? (page) clay.md:3, 1`.trimStart(),
  );
  const placesIn = (user: string, more = {}) =>
    editor.ask('noteCorpus/backlinkPlaces', { uri, user: editor.uri(user), ...more });
  assert.equal(
    shownPlaces(editor, await placesIn('rain.txt')),
    `
  rain.txt:7 mention in body: It does, as we know from ‹Why does mud stick to boots?›.
  rain.txt:12 entry in sources: ‹Why does mud stick to boots?›`.slice(1),
  );
  assert.equal(
    shownPlaces(editor, await placesIn('clay.md')),
    '  clay.md:3 wikilink in body: Plates of silicate, as ‹[[Why does mud stick to boots?]]› needs them.',
  );
  assert.equal((await placesIn('rain.txt', { role: 'sources' })).length, 1);
  assert.deepEqual(await placesIn('mud.txt'), [], 'a document does not use itself');
  assert.deepEqual(await placesIn('gone.txt'), []);
  const declared = answer.declared.map(
    (each) =>
      `${editor.drawn(uri, each.range)} ${each.status} ${each.target === null ? null : editor.pathOf(each.target)}`,
  );
  assert.deepEqual(declared, [
    'mud.txt:9 "Does rain make a path worse?" listed rain.txt',
    'mud.txt:10 "Is gravel worth its price?" missing-document null',
  ]);
});

test('backlinks: what is declared and exists, and does not name the note', async (t) => {
  const editor = await openEditor(t, MUD);
  await editor.open(
    'gravel.txt',
    'INQUIRING LINE\n\nIs gravel worth its price?\n\nIt says nothing.\n\nSources 0 notes\n',
  );
  const { declared } = await asking(editor, 'mud.txt')({});
  assert.deepEqual([declared[1]!.status, editor.pathOf(declared[1]!.target!)], ['does-not-cite', 'gravel.txt']);
});

test('backlinks by role of the place, and in one list, in each order', async (t) => {
  const editor = await openEditor(t, MUD);
  const ask = asking(editor, 'mud.txt');
  assert.equal(
    drawn(editor, await ask({ groupBy: 'role' })),
    `
sources: 1
  Does rain make a path worse? (inquiry) rain.txt:12, 1
body: 2
  Does rain make a path worse? (inquiry) rain.txt:7, 1
  What is clay made of? (page) clay.md:3, 1`.trimStart(),
  );
  const titles = async (params: object) =>
    (await ask({ groupBy: 'none', ...params })).groups.map(({ key, rows }) => [
      key,
      ...rows.map(({ uri }) => editor.pathOf(uri)),
    ]);
  assert.deepEqual(await titles({}), [['all', 'rain.txt', 'clay.md']]);
  assert.deepEqual(await titles({ sortBy: 'places' }), [['all', 'rain.txt', 'clay.md']]);
  editor.files.write('clay.md', editor.files.read('clay.md').replace('Plates', 'Flat plates'));
  await editor.watched('changed clay.md');
  await editor.quiet();
  assert.deepEqual(
    await titles({ sortBy: 'recent' }),
    [['all', 'clay.md', 'rain.txt']],
    'what was saved last comes first',
  );
  await editor.open('rain.txt');
  await editor.type('rain.txt', ['Plates of', 'Plates made of']);
  assert.deepEqual(await titles({ sortBy: 'recent' }), [['all', 'rain.txt', 'clay.md']], 'what is edited comes first');
  for (const wrong of [{ groupBy: 'colour' }, { sortBy: 'luck' }, { limit: -1 }, { page: {} }, { filter: 5 }])
    await assert.rejects(ask(wrong), { code: -32602 });
});

test('backlinks: an inquiry that its note does not list is marked, and can be listed', async (t) => {
  const editor = await openEditor(
    t,
    `${MUD}=== gravel.txt
INQUIRING LINE

Is gravel worth its price?

It is, as Why does mud stick to boots? shows.

Sources 1 note

Why does mud stick to boots?

Clay platelets slide over each other and hold.
=== ice.txt
INQUIRING LINE

Does ice break a path?

It does, as Why does mud stick to boots? shows.

Sources 1 note

Why does mud stick to boots?

Clay platelets slide over each other and hold.
`,
    { initializationOptions: { commands: true } },
  );
  const ask = asking(editor, 'mud.txt');
  assert.equal(
    drawn(editor, await ask({})).split('\nnotes')[0],
    `
inquiries: 3
  Does ice break a path? (inquiry) ice.txt:5, 2, not listed
  Does rain make a path worse? (inquiry) rain.txt:7, 2
  Is gravel worth its price? (inquiry) gravel.txt:5, 2`.trimStart(),
  );
  const uri = editor.uri('mud.txt');
  const { edit } = await editor.ask('noteCorpus/listUser', { uri, user: editor.uri('ice.txt') });
  assert.equal(edit.label, 'List “Does ice break a path?”');
  const [file, ...others] = edit.files;
  assert.deepEqual([editor.pathOf(file.uri), others], ['mud.txt', []]);
  assert.deepEqual(
    file.edits.map(({ before, after }: { before: string; after: string }) => [before, after]),
    [
      ['2', '3'],
      ['', '\n- Does ice break a path?'],
    ],
  );
  const again = await editor.ask('noteCorpus/listUser', { uri, user: editor.uri('rain.txt') });
  assert.match(again.refused, /nothing was changed/);
  const nobody = await editor.ask('noteCorpus/listUser', { uri, user: editor.uri('nobody.txt') });
  assert.match(nobody.refused, /no document of the same corpus/);
});

test('backlinks: a filter looks at titles and at the sentences around the places, relations too', async (t) => {
  const editor = await openEditor(
    t,
    `${MUD}=== loam.txt
Why is loam the best of soils?
It is a mixture.
Related concepts in this collection 1
-
Why does mud stick to boots?
Clay platelets slide over each other and hold.
grounds: the adhesion that tilth is measured by
`,
  );
  const ask = asking(editor, 'mud.txt');
  const found = async (filter: string) => {
    const { total, left, groups } = await ask({ filter });
    return [total, left, ...groups.flatMap(({ rows }) => rows.map(({ uri }) => editor.pathOf(uri)))];
  };
  assert.deepEqual(await found('CLAY made'), [3, 1, 'clay.md'], 'of the title');
  assert.deepEqual(await found('we know rain'), [3, 1, 'rain.txt'], 'of the sentence, and one of the title');
  assert.deepEqual(await found('tilth'), [3, 1, 'loam.txt'], 'of the relation');
  assert.deepEqual(await found('grains'), [3, 0], 'of another sentence');
  assert.deepEqual(await found(' '), [3, 3, 'rain.txt', 'clay.md', 'loam.txt'], 'of nothing');
});

/** A note that many pages name, by titles whose order is not that of their files. */
const hub = (count: number): string =>
  `=== hub.md\n# The hub of it all\n${Array.from(
    { length: count },
    (_, at) => `=== page-${at}.md\n# Page ${(at * 7) % count} of them\n[[The hub of it all]]\n`,
  ).join('')}`;

test('backlinks: pages cover all, and no row comes twice', async (t) => {
  const editor = await openEditor(t, hub(23));
  const ask = asking(editor, 'hub.md');
  const whole = (await ask({})).groups[0]!;
  for (const params of [{}, { groupBy: 'role' }, { groupBy: 'none', sortBy: 'places' }, { filter: 'of' }]) {
    const first = await ask({ ...params, limit: 5 });
    const [{ key: group, total }] = first.groups as [BacklinksResult['groups'][number]];
    const rows = [...first.groups[0]!.rows];
    while (rows.length < total) {
      const page = { group, offset: rows.length, version: first.version };
      const next = await ask({ ...params, limit: 5, page });
      assert.deepEqual([next.groups.length, next.groups[0]!.offset, next.declared], [1, rows.length, []]);
      rows.push(...next.groups[0]!.rows);
    }
    assert.deepEqual(rows, whole.rows);
  }
  const past = await ask({ page: { group: 'notes', offset: 100, version: (await ask({})).version } });
  assert.deepEqual([past.groups[0]!.total, past.groups[0]!.rows], [23, []]);
  const unknown = await ask({ page: { group: 'nothing', offset: 0, version: past.version } });
  assert.deepEqual(unknown.groups, []);
});

test('backlinks: a page of a corpus that has changed meanwhile is the first one, of the corpus as it is', async (t) => {
  const editor = await openEditor(t, hub(9));
  const ask = asking(editor, 'hub.md');
  const before = await ask({ limit: 4 });
  await editor.open('page-0.md');
  await editor.type('page-0.md', ['[[The hub of it all]]', 'no more']);
  const after = await ask({ limit: 4, page: { group: 'notes', offset: 4, version: before.version } });
  assert.notEqual(after.version, before.version);
  assert.deepEqual([after.total, after.groups[0]!.offset, after.groups[0]!.rows.length], [8, 0, 4]);
  assert.deepEqual(after, await ask({ limit: 4 }));
});

test('backlinks: hostile titles come whole', async (t) => {
  const titles = [
    '\u202eback to front and much more',
    `${'very '.repeat(2000)}long indeed`,
    'a <b>bold</b> $(bug) title',
  ];
  const files = titles.map((title, at) => `=== t${at}.md\n# ${title}\n[[The hub of it all]]\n`).join('');
  const editor = await openEditor(t, `${hub(0)}${files}`);
  const { groups } = await asking(editor, 'hub.md')({});
  assert.deepEqual(groups[0]!.rows.map(({ title }) => title).sort(), [...titles].sort());
});
