import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ConversionResult, type ConvertResult, fingerprint } from '../../server/protocol.ts';
import { type Editor, openEditor } from './client.ts';
import { MUD } from './corpus.ts';

/** What converting comes to, as a picture: new files under their old names, edits, and what stays. */
function drawn(editor: Editor, answer: ConvertResult): string {
  if ('refused' in answer) return answer.refused;
  const { converted, files, edit, unconverted } = answer;
  const made = files.map(
    ({ oldUri, newUri, text }) => `=== ${editor.pathOf(oldUri)} > ${editor.pathOf(newUri)}\n${text}`,
  );
  const edits = edit.files.flatMap(({ uri, edits }) =>
    edits.map(
      ({ before, after }) => `--- ${editor.pathOf(uri)}: ${JSON.stringify(before)} > ${JSON.stringify(after)}\n`,
    ),
  );
  const stays = unconverted.map(({ reason }) => `! ${reason}\n`);
  return [`${converted}: ${edit.label}\n`, ...made, ...edits, ...stays].join('');
}

const SMALL = `
=== mud.txt
Why does mud stick to boots?

Clay platelets hold What is clay made of?.

Original note title

wet clay sticks to what presses it

=== soil/clay.md
---
kind: note
---

# What is clay made of?

Plates. See [mud](../mud.txt) and [[mud.txt]].

## A heading

`;

test('a document to Markdown: a new file, and links that follow; nothing is done', async (t) => {
  const editor = await openEditor(t, SMALL);
  const ask = (params: object): Promise<ConvertResult> => editor.ask('noteCorpus/convert', params);
  const answer = (await ask({ uri: editor.uri('mud.txt'), to: 'markdown' })) as ConversionResult;
  assert.equal(
    drawn(editor, answer),
    `1: Convert to Markdown
=== mud.txt > mud.md
---
kind: note
---

# Why does mud stick to boots?

Clay platelets hold [[What is clay made of?]].

## Original note title

wet clay sticks to what presses it

--- soil/clay.md: "../mud.txt" > "../mud.md"
--- soil/clay.md: "mud.txt" > "mud.md"
`,
  );
  const [file] = answer.files;
  assert.equal(file?.version, null);
  assert.equal(file?.fingerprint, fingerprint(editor.files.read('mud.txt')));
  assert.equal(
    drawn(editor, await ask({ uri: editor.uri('mud.txt'), to: 'dense' })),
    `1: Convert to Plain Text (Dense)
--- mud.txt: ${JSON.stringify(editor.files.read('mud.txt'))} > "Why does mud stick to boots?\\nClay platelets hold What is clay made of?.\\nOriginal note title\\nwet clay sticks to what presses it\\n"
`,
  );
});

test('a document that stays as it is: why, and on which line', async (t) => {
  const editor = await openEditor(t, SMALL);
  const ask = async (uri: string, to: string): Promise<string> =>
    drawn(editor, await editor.ask('noteCorpus/convert', { uri: editor.uri(uri), to }));
  assert.equal(
    await ask('soil/clay.md', 'spaced'),
    `0: Convert to Plain Text (Spaced)
! “soil/clay.md” stays as it is: line 9 is a heading, “A heading”, and the plain layouts have none but those of their lists. Make it a paragraph, or leave the file in Markdown.
`,
  );
  assert.equal(await ask('soil/clay.md', 'markdown'), '0: Convert to Markdown\n');
  assert.equal(await ask('gone.md', 'markdown'), 'This is no document.');
  assert.equal(await ask('../else.md', 'markdown'), 'This is no place in a corpus.');
});

test('an edited document is converted as the editor has it, and a whole folder, or the corpus, without its pages', async (t) => {
  const editor = await openEditor(t, MUD);
  await editor.open('mud.txt', 'Why does mud stick?\n\nSo it is.\n\nOriginal note title\n\nwet clay sticks\n');
  const below = async (path: string): Promise<string> => {
    const answer: ConvertResult = await editor.ask('noteCorpus/convert', {
      uri: editor.uri(path),
      below: true,
      to: 'markdown',
    });
    if ('refused' in answer) return answer.refused;
    const files = answer.files.map(({ newUri, version }) => `${editor.pathOf(newUri)} ${version}`);
    return [...files, ...answer.edit.files.map(({ uri }) => editor.pathOf(uri))].join(', ');
  };
  assert.equal(await below(''), 'mud.md 1, rain.md null, clay.md');
  assert.equal(await below('soil'), 'There is no note and no inquiring line here.');
});

test('bare titles stay bare where the setting says so', async (t) => {
  const editor = await openEditor(t, SMALL, { settings: () => ({ convert: { wikilinks: false } }) });
  const answer: ConvertResult = await editor.ask('noteCorpus/convert', { uri: editor.uri('mud.txt'), to: 'markdown' });
  assert.ok('files' in answer && answer.files[0]?.text.includes('\nClay platelets hold What is clay made of?.\n'));
});

test('what cannot be understood is told', async (t) => {
  const editor = await openEditor(t, SMALL);
  const ask = (params: unknown): Promise<unknown> => editor.ask('noteCorpus/convert', params);
  await assert.rejects(ask(null), /convert: “uri” must be a text\./);
  await assert.rejects(
    ask({ uri: editor.uri(''), to: 'html' }),
    /convert: “to” must be one of markdown, spaced, dense\./,
  );
  await assert.rejects(ask({ uri: editor.uri(''), to: 'dense', below: 1 }), /convert: “below” must be true or false\./);
});
