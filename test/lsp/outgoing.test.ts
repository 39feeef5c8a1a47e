import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutgoingResult, OutgoingRow } from '../../server/protocol.ts';
import { type Editor, openEditor } from './client.ts';
import { MUD } from './corpus.ts';
import { shownPlaces } from './shownPlaces.ts';

const drawn = (editor: Editor, { uri, groups }: OutgoingResult): string =>
  groups
    .flatMap(({ role, total, rows }) => [
      `${role}: ${total}`,
      ...rows.map(({ title, status, targets, places, first, relation }) => {
        const leads = targets.map((each) => `${editor.pathOf(each.uri)} (${each.kind})`).join(', ') || 'nowhere';
        const said = relation ? `, “${relation.sentence}” (${relation.type})` : '';
        return `  ${title} ${status} → ${leads}, ${places} from ${editor.drawn(uri, first).split(' ')[0]}${said}`;
      }),
    ])
    .join('\n');

test('what a document names, by role, and the places of each with their sentences', async (t) => {
  const editor = await openEditor(
    t,
    `${MUD}=== twice.md\n# Is gravel worth its price?\n=== again.md\n# Is gravel worth its price?\n`,
  );
  const ask = async (path: string, params = {}) =>
    drawn(editor, await editor.ask('noteCorpus/outgoing', { uri: editor.uri(path), ...params }));
  assert.equal(
    await ask('rain.txt'),
    `
sources: 3
  Why does mud stick to boots? resolved → mud.txt (note), 1 from rain.txt:12
  What is clay made of? resolved → clay.md (page), 1 from rain.txt:16
  Why does sand not stick at all? missing → nowhere, 1 from rain.txt:20
body: 3
  Why does mud stick to boots? resolved → mud.txt (note), 1 from rain.txt:7
  What is clay made of? resolved → clay.md (page), 1 from rain.txt:7
  Why does sand not stick at all? missing → nowhere, 1 from rain.txt:8`.trimStart(),
  );
  assert.equal(
    await ask('mud.txt'),
    `
used-by: 2
  Does rain make a path worse? resolved → rain.txt (inquiry), 1 from mud.txt:9
  Is gravel worth its price? ambiguous → again.md (page), twice.md (page), 1 from mud.txt:10`.trimStart(),
  );
  assert.equal(
    await ask('rain.txt', { limit: 1 }),
    `
sources: 3
  Why does mud stick to boots? resolved → mud.txt (note), 1 from rain.txt:12
body: 3
  Why does mud stick to boots? resolved → mud.txt (note), 1 from rain.txt:7`.trimStart(),
  );
  assert.equal(await editor.ask('noteCorpus/outgoing', { uri: editor.uri('gone.md') }), null);

  const uri = editor.uri('rain.txt');
  const { groups, corpus }: OutgoingResult = await editor.ask('noteCorpus/outgoing', { uri });
  assert.equal(corpus, editor.workspaceFolder('').uri);
  const placesOf = ({ first }: OutgoingRow, role = 'body') =>
    editor.ask('noteCorpus/outgoingPlaces', { uri, role, first: first.start });
  const sand = groups[1]!.rows[2]!;
  assert.equal(
    shownPlaces(editor, await placesOf(sand)),
    '  rain.txt:8 mention in body: The grains matter too What is clay made of? — and so does ‹Why does sand not stick at all?›, of course.',
  );
  assert.deepEqual(await placesOf(sand, 'sources'), [], 'in this role it is named elsewhere');
  await editor.open('rain.txt');
  await editor.type('rain.txt', ['This explores', 'What this explores']);
  await editor.type('rain.txt', ['does Why', 'does, as we know, Why']);
  assert.deepEqual(await placesOf(sand), [], 'the place has moved');
});

test('what a note says of a related concept comes with it', async (t) => {
  const editor = await openEditor(
    t,
    `${MUD}=== loam.txt
Why is loam the best of soils?
It is a mixture.
Related concepts in this collection 1
-
Why does mud stick to boots?
Clay platelets slide over each other and hold.
grounds: tilth is measured by adhesion
`,
  );
  assert.equal(
    drawn(editor, await editor.ask('noteCorpus/outgoing', { uri: editor.uri('loam.txt') })),
    `
related: 1
  Why does mud stick to boots? resolved → mud.txt (note), 1 from loam.txt:5, “grounds: tilth is measured by adhesion” (grounds)`.trimStart(),
  );
});
