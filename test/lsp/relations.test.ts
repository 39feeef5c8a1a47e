import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FoundRelation, ProvenEdit, RelatedDocument, RelatedResult } from '../../server/protocol.ts';
import { type Editor, eventually, openEditor } from './client.ts';

/** Notes with relations, and inquiries that cite them together. */
const PATHS = `
=== mud.txt
Why does mud stick to boots?

Plates that slide over each other, as kettles do not.

Related concepts in this collection 1

-

What is clay made of?

Plates of silicate.

grounds: the plates are *what* the title speaks of

Original note title

wet clay sticks to what presses it

=== clay.md
---
kind: note
---
# What is clay made of?

Plates of silicate.

## Related concepts
- [[On sand and its grains]]

=== sand.md
---
kind: note
---
# On sand and its grains

=== rain.txt
INQUIRING LINE

Does rain make a path worse?

So Why does mud stick to boots? and [[On sand and its grains]] matter.

Sources 2 notes

Why does mud stick to boots?

Plates that slide.

On sand and its grains

Grains.

Next inquiring lines

=== fog.md
---
kind: inquiry
---
# Does fog make a path worse?

[[Why does mud stick to boots?]], [[On sand and its grains]] and [[What is clay made of?]]

=== snow.md
---
kind: inquiry
---
# Does snow make a path worse?

[[Why does mud stick to boots?]] and [[On sand and its grains]]
`;

const drawn = (editor: Editor, { relations, total }: { relations: FoundRelation[]; total: number }): string =>
  [
    ...relations.map(
      ({ uri, range, from, to, kind, type, sentence }) =>
        `${editor.drawn(uri, range)}: ${from} → ${to} (${kind}) ${type}: ${sentence}`,
    ),
    `${total} in all`,
  ].join('\n');

const said = (documents: readonly RelatedDocument[]): string =>
  documents
    .map(({ title, kind, reasons, isJoined, isSuggested }) => {
      const marks = [...(isJoined ? ['joined'] : []), ...(isSuggested ? ['suggested'] : [])].join(', ');
      return `${title} (${kind}${marks && `, ${marks}`}): ${reasons.join('; ')}`;
    })
    .join('\n');

test('relations are found as somebody types, and listed that have none back', async (t) => {
  const editor = await openEditor(t, PATHS);
  const uri = editor.uri('fog.md');
  const ask = (query: string, oneSided?: boolean): Promise<{ relations: FoundRelation[]; total: number }> =>
    editor.ask('noteCorpus/findRelations', { uri, query, ...(oneSided && { oneSided }) });
  assert.equal(
    drawn(editor, await ask('GROUNDS plates')),
    `
mud.txt:9 "What is clay made of?": Why does mud stick to boots? → What is clay made of? (note) grounds: grounds: the plates are *what* the title speaks of
1 in all`.trim(),
  );
  assert.equal(
    drawn(editor, await ask('', true)),
    `
clay.md:9 "On sand and its grains": What is clay made of? → On sand and its grains (note) null: null
mud.txt:9 "What is clay made of?": Why does mud stick to boots? → What is clay made of? (note) grounds: grounds: the plates are *what* the title speaks of
2 in all`.trim(),
  );
  assert.equal(drawn(editor, await ask('whale')), '0 in all');
  const limited = await editor.ask('noteCorpus/findRelations', { uri, query: '', limit: 0 });
  assert.deepEqual(limited, { total: 2, relations: [] });
  const elsewhere = await editor.ask('noteCorpus/findRelations', { uri: 'file:///nowhere', query: '' });
  assert.deepEqual(elsewhere, { total: 0, relations: [] });
  await assert.rejects(editor.ask('noteCorpus/findRelations', { uri, query: '', oneSided: 3 }), /true or false/);
});

test('of two questions that overlap the later one is answered', async (t) => {
  const editor = await openEditor(t, PATHS);
  const uri = editor.uri('fog.md');
  const answers = await Promise.all(
    ['g', 'gr', 'grounds'].map((query) => editor.ask('noteCorpus/findRelations', { uri, query })),
  );
  assert.equal(answers.at(-1).total, 1);
});

test('hover: what the two notes have to do with each other, escaped', async (t) => {
  const editor = await openEditor(t, PATHS);
  const entry = await editor.ask('textDocument/hover', editor.at('mud.txt', 'What is |clay'));
  assert.match(entry.contents.value, /\n\n\*relation · grounds\* — the plates are \\\*what\\\* the title speaks of$/);
  await editor.open(
    'clay.md',
    editor.files.read('clay.md').replace('Plates of', 'As Why does mud stick to boots?: plates of'),
  );
  const back = await editor.ask('textDocument/hover', editor.at('clay.md', 'Why does |mud'));
  assert.match(back.contents.value, /\n\n\*its relation to this · grounds\* — the plates/);
  const none = await editor.ask('textDocument/hover', editor.at('fog.md', '[[Why does |mud'));
  assert.doesNotMatch(none.contents.value, /relation/);
});

test('backlinks: a place among related concepts comes with the relation', async (t) => {
  const editor = await openEditor(t, PATHS);
  const placesOf = (path: string, user: string) =>
    editor.ask('noteCorpus/backlinkPlaces', { uri: editor.uri(path), user: editor.uri(user) });
  const [place] = await placesOf('clay.md', 'mud.txt');
  assert.deepEqual(place.relation, {
    sentence: 'grounds: the plates are *what* the title speaks of',
    type: 'grounds',
  });
  const [grain] = await placesOf('sand.md', 'clay.md');
  assert.equal('relation' in grain, false, 'where nothing is said there is none');
});

test('graph: an edge has its relation and the type of it', async (t) => {
  const editor = await openEditor(t, PATHS);
  const { edges } = await editor.ask('noteCorpus/graph', { uri: editor.uri('mud.txt') });
  const edge = edges.find(({ role }: { role: string }) => role === 'related');
  assert.deepEqual([edge.target, edge.type], ['clay.md', 'grounds']);
});

test('related: why, what is joined, and what would make a relation', async (t) => {
  const editor = await openEditor(t, PATHS);
  const ask = (path: string): Promise<RelatedResult> => editor.ask('noteCorpus/related', { uri: editor.uri(path) });
  await eventually(async () => assert.equal((await ask('mud.txt')).isWhole, true));
  const { documents, ...mud } = await ask('mud.txt');
  assert.deepEqual(mud, {
    uri: editor.uri('mud.txt'),
    title: 'Why does mud stick to boots?',
    kind: 'note',
    hasList: true,
    isWhole: true,
  });
  assert.equal(
    said(documents),
    `
On sand and its grains (note, suggested): cited together by 3 inquiring lines, no relation
What is clay made of? (note, joined): cited together by 1 inquiring line; alike in words: silicate
Does fog make a path worse? (inquiry, joined): both name “What is clay made of?”
Does rain make a path worse? (inquiry, joined): alike in words: that, slide`.trim(),
  );
  assert.equal((await ask('sand.md')).hasList, false);
  assert.equal(await editor.ask('noteCorpus/related', { uri: 'file:///nowhere' }), null);
  const none = await editor.ask('noteCorpus/related', { uri: editor.uri('mud.txt'), limit: 0 });
  assert.deepEqual(none.documents, []);
});

test('related follows what is typed; the setting says how many inquiring lines are many', async (t) => {
  const settings = () => ({ relations: { citedTogether: 4 } });
  const editor = await openEditor(t, PATHS, { settings });
  const ask = async (): Promise<string> =>
    said((await editor.ask('noteCorpus/related', { uri: editor.uri('mud.txt') })).documents);
  await eventually(async () => assert.doesNotMatch(await ask(), /suggested/));
  await editor.open('new.md', '# Does hail make a path worse?\n\nKettles and plates that slide, as kettles do.\n');
  await eventually(async () => assert.match(await ask(), /Does hail make .* \(page\): alike in words: .*kettles/));
});

const textAfter = (editor: Editor, path: string, { files }: ProvenEdit): string => {
  assert.equal(files.length, 1);
  assert.equal(files[0]!.uri, editor.uri(path));
  const document = editor.text(path);
  return [...files[0]!.edits].reverse().reduce((text, { range, before, after }) => {
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    assert.equal(text.slice(start, end), before);
    return text.slice(0, start) + after + text.slice(end);
  }, document.getText());
};

test('a document is added to the related concepts, with proof', async (t) => {
  const editor = await openEditor(t, PATHS);
  const ask = (path: string, target: string): Promise<{ edit: ProvenEdit; refused: string }> =>
    editor.ask('noteCorpus/addRelated', { uri: editor.uri(path), target: editor.uri(target) });
  const { edit } = await ask('mud.txt', 'sand.md');
  assert.equal(edit.label, 'Add “On sand and its grains” to Related Concepts');
  assert.match(
    textAfter(editor, 'mud.txt', edit),
    /collection 2\n[\s\S]*speaks of\n\n-\n\nOn sand and its grains\n\nOriginal/,
  );
  assert.match((await ask('mud.txt', 'clay.md')).refused, /already/);
  assert.match((await ask('sand.md', 'mud.txt')).refused, /has no section/);
  assert.match((await ask('nowhere.md', 'mud.txt')).refused, /no document/);
  assert.match((await ask('mud.txt', 'nowhere.md')).refused, /no document/);
});

test('the next inquiring lines are filled: by a request, and by a code action', async (t) => {
  const capabilities = {
    workspace: { workspaceEdit: { documentChanges: true }, configuration: true, workspaceFolders: true },
    textDocument: {
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
        dataSupport: true,
        resolveSupport: { properties: ['edit'] },
      },
    },
  };
  const editor = await openEditor(t, PATHS, { capabilities });
  const uri = editor.uri('rain.txt');
  const filled = /Next inquiring lines\n\nDoes snow make a path worse\?\n\nDoes fog make a path worse\?\n\n$/;
  const { edit } = await editor.ask('noteCorpus/fillNext', { uri });
  assert.match(textAfter(editor, 'rain.txt', edit), filled);

  const actions = async (only?: string, words = 'Does |rain'): Promise<{ kind: string; title: string }[]> => {
    const { textDocument, position } = editor.at('rain.txt', words);
    const context = { diagnostics: [], ...(only && { only: [only] }), triggerKind: 1 };
    const range = { start: position, end: position };
    const found = await editor.ask('textDocument/codeAction', { textDocument, range, context });
    return found.filter(({ title }: { title: string }) => title === 'Fill Next Inquiring Lines');
  };
  const [action] = await actions('source.noteCorpus.fillNext');
  assert.equal(action?.kind, 'source.noteCorpus.fillNext');
  const done = await editor.ask('codeAction/resolve', action);
  const [{ edits }] = done.edit.documentChanges;
  assert.equal(edits[0].newText, '\n\nDoes snow make a path worse?\n\nDoes fog make a path worse?');
  assert.deepEqual(await actions(), [], 'not at every place');
  assert.equal((await actions(undefined, 'Next |inquiring'))[0]?.kind, 'refactor.rewrite');

  await editor.open('rain.txt', textAfter(editor, 'rain.txt', edit));
  assert.deepEqual(await actions('source.noteCorpus.fillNext'), []);
  assert.deepEqual(await editor.ask('noteCorpus/fillNext', { uri }), {
    refused: '“Next inquiring lines” has entries already, so nothing was changed.',
  });
  assert.match((await editor.ask('noteCorpus/fillNext', { uri, more: true })).refused, /^No other/);
});

test('a list that was begun is added to only where that is asked for', async (t) => {
  const editor = await openEditor(t, PATHS);
  await editor.open('rain.txt', `${editor.files.read('rain.txt').trimEnd()}\n\nDoes fog make a path worse?\n`);
  const uri = editor.uri('rain.txt');
  const { edit: none, ...refusal } = await editor.ask('noteCorpus/fillNext', { uri });
  assert.equal(none, undefined);
  assert.deepEqual(refusal, {
    refused: '“Next inquiring lines” has entries already, so nothing was changed.',
    mayAdd: true,
  });
  const { edit } = await editor.ask('noteCorpus/fillNext', { uri, more: true });
  assert.match(
    textAfter(editor, 'rain.txt', edit),
    /Next inquiring lines\n\nDoes fog .*\n\nDoes snow make a path worse\?\n$/,
  );
});
