import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { type Editor, openEditor } from './client.ts';

// Questions that are nearly titles, or look like ones, over a real connection.

const OURS = {
  initializationOptions: { commands: true },
  capabilities: {
    workspace: { configuration: true, workspaceEdit: { documentChanges: true } },
    textDocument: {
      publishDiagnostics: { relatedInformation: true },
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
        dataSupport: true,
        resolveSupport: { properties: ['edit', 'command'] },
      },
    },
  },
};

const BOOTS = `
=== mud.md
---
kind: note
---
# Why does mud stick to boots?
=== rain.md
# Rain

So it is Why does mud stick on boots?. It is Does sand dry in the wind?, too.
`;

const NEAR =
  'rain.md:3 "Why does mud stick on boots?" hint possible-reference: This is nearly “Why does mud stick to boots?”. Did you mean that?';
const LIKE =
  'rain.md:3 "Does sand dry in the wind?" hint possible-reference: This looks like a title, and no document has it: “Does sand dry in the wind?”.';
const MUD_GONE =
  'rain.md:3 "Why does mud stick on boots?" hint possible-reference: This looks like a title, and no document has it: “Why does mud stick on boots?”.';

async function actionsAt(editor: Editor, words: string): Promise<CodeAction[]> {
  const { textDocument, position } = editor.at('rain.md', words);
  const diagnostics = editor.diagnostics('rain.md').filter(({ range: { start, end } }) => {
    return start.character <= position.character && position.character <= end.character;
  });
  const range = { start: position, end: position };
  return editor.ask('textDocument/codeAction', { textDocument, range, context: { diagnostics, triggerKind: 2 } });
}

const titles = (actions: readonly CodeAction[]): string[] =>
  actions.map(({ title, diagnostics = [] }) => `${title} [${diagnostics.map(({ code }) => code).join(' ')}]`);

test('hints, with the place of what may be meant; each with what mends it', async (t) => {
  const editor = await openEditor(t, BOOTS, OURS);
  await editor.finds(`${NEAR}\n${LIKE}`);
  const related = editor.diagnostics('rain.md')[0]!.relatedInformation!;
  assert.equal(editor.drawnAll(related.map(({ location }) => location)), 'mud.md:4 "Why does mud stick to boots?"');
  await editor.open('rain.md');
  const near = await actionsAt(editor, 'Why does| mud');
  assert.deepEqual(titles(near), [
    'Use “Why does mud stick to boots?” [possible-reference]',
    'Create the note “Why does mud stick on boots?” [possible-reference]',
    'Stop reporting “Why does mud stick on boots?” here [possible-reference]',
    'Stop reporting “Why does mud stick on boots?” in the whole corpus [possible-reference]',
  ]);
  assert.deepEqual(titles(await actionsAt(editor, 'Does sand| dry')), [
    'Create the note “Does sand dry in the wind?” [possible-reference]',
    'Stop reporting “Does sand dry in the wind?” here [possible-reference]',
    'Stop reporting “Does sand dry in the wind?” in the whole corpus [possible-reference]',
  ]);
  const { command }: CodeAction = await editor.ask('codeAction/resolve', near[0]);
  const [{ files }] = command!.arguments as [{ files: { edits: { before: string; after: string }[] }[] }];
  const [{ before, after }] = files[0]!.edits as [{ before: string; after: string }];
  assert.deepEqual([before, after], ['Why does mud stick on boots?', 'Why does mud stick to boots?']);
});

test('a hint goes when its note is made, and comes back when that goes', async (t) => {
  const editor = await openEditor(t, BOOTS, OURS);
  await editor.finds(`${NEAR}\n${LIKE}`);
  await editor.open('sand.md', '# Does sand dry in the wind?\n');
  await editor.finds(NEAR);
  await editor.close('sand.md');
  await editor.finds(`${NEAR}\n${LIKE}`);
});

test('in files that nobody has opened, hints follow the titles that they are near to', async (t) => {
  const editor = await openEditor(t, BOOTS.replace(' It is Does sand dry in the wind?, too.', ''), OURS);
  await editor.finds(NEAR);
  await editor.open('mud.md');
  await editor.type('mud.md', ['Why does mud stick to boots?', 'What is mud?']);
  await editor.finds(MUD_GONE);
  await editor.type('mud.md', ['What is mud?', 'Why does mud stick to boots?']);
  await editor.finds(NEAR);
});

test('a question of which nothing was told is near to a title that comes, in whatever file', async (t) => {
  const editor = await openEditor(
    t,
    '=== rain.md\n# Rain\n\nWhy does mud stik to boots? It does.\n=== a.md\n[[Rain]]\n',
  );
  await editor.quiet();
  assert.equal(editor.findings, '');
  const finding =
    'rain.md:3 "Why does mud stik to boots?" hint possible-reference: This is nearly “Why does mud stick to boots?”. Did you mean that?';
  await editor.open('mud.md', '# Why does mud stick to boots?\n');
  await editor.finds(finding);
  await editor.close('mud.md');
  await editor.finds('');
});

test('a missing note that some text asks for is a title to be near to, as long as it does', async (t) => {
  const editor = await openEditor(
    t,
    '=== rain.md\n# Rain\n\nWhy does mud stik to boots? It does.\n=== a.md\n[[Rain]]\n',
  );
  await editor.quiet();
  await editor.open('a.md');
  await editor.type('a.md', ['[[Rain]]', '[[Why does mud stick to boots?]]']);
  await editor.finds(`
a.md:1 "Why does mud stick to boots?" warning dangling-reference: No document has the title “Why does mud stick to boots?”.
rain.md:3 "Why does mud stik to boots?" hint possible-reference: This is nearly “Why does mud stick to boots?”. Did you mean that?`);
  await editor.type('a.md', ['[[Why does mud stick to boots?]]', '[[Rain]]']);
  await editor.finds('');
});

test('off, or graver, by its setting', async (t) => {
  const state = { severity: 'off' };
  const editor = await openEditor(t, BOOTS, {
    ...OURS,
    settings: () => ({ diagnostics: { possibleReference: state.severity } }),
  });
  await editor.quiet();
  assert.equal(editor.findings, '');
  state.severity = 'warning';
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await editor.finds(`${NEAR}\n${LIKE}`.replaceAll(' hint ', ' warning '));
});
