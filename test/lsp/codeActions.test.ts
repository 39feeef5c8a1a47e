import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ProvenEdit } from '../../server/protocol.ts';
import { fingerprint } from '../../server/protocol.ts';
import { type Editor, type Options, openEditor } from './client.ts';

const ACTIONS = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } }, isPreferredSupport: true };
const LATER = { dataSupport: true, resolveSupport: { properties: ['edit', 'command'] } };

function capabilities(codeAction: object): object {
  return {
    workspace: { configuration: true, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
    textDocument: { publishDiagnostics: { relatedInformation: true }, codeAction },
  };
}

/** An editor like ours: it has our commands, and asks for what an action does when it is picked. */
const openOurs = (t: TestContext, picture: string, options: Options = {}): Promise<Editor> =>
  openEditor(t, picture, {
    initializationOptions: { commands: true },
    capabilities: capabilities({ ...ACTIONS, ...LATER }),
    ...options,
  });

/** An editor that knows the protocol only, and wants to have all at once. */
const openOther = (t: TestContext, picture: string, codeAction: object = ACTIONS): Promise<Editor> =>
  openEditor(t, picture, { capabilities: capabilities(codeAction) });

async function actionsAt(editor: Editor, path: string, words: string, context: object = {}): Promise<CodeAction[]> {
  const { textDocument, position } = editor.at(path, words);
  const diagnostics = editor
    .diagnostics(path)
    .filter(
      ({ range: { start, end } }) =>
        start.line === position.line && start.character <= position.character && position.character <= end.character,
    ); // prettier-ignore
  return editor.ask('textDocument/codeAction', {
    textDocument,
    range: { start: position, end: position },
    context: { diagnostics, ...context },
  });
}

const drawn = (actions: readonly CodeAction[]): string =>
  actions
    .map(({ title, kind, isPreferred, diagnostics = [] }) => {
      return `${isPreferred ? '*' : ''}${title} [${kind}] ${diagnostics.map(({ code }) => code).join(' ')}`.trim();
    })
    .join('\n');

const pick = (actions: readonly CodeAction[], title: string): CodeAction => {
  const action = actions.find((each) => each.title === title);
  assert.ok(action, `“${title}” is among\n${drawn(actions)}`);
  return action;
};

const SLIP = `
=== mud.md
# Why does mud stick to boots?
=== soil/rain.md
---
kind: inquiry
---
# Does rain matter?

So [[Why does mud stik to boots?]] is asked.
`;

test('our client: what can be done, with the findings that it mends; done by a command that carries proof', async (t) => {
  const editor = await openOurs(t, SLIP);
  await editor.open('soil/rain.md');
  await editor.quiet();
  const actions = await actionsAt(editor, 'soil/rain.md', 'Why does| mud');
  assert.equal(
    drawn(actions),
    `
*Use “Why does mud stick to boots?” [quickfix] dangling-reference
Create the note “Why does mud stik to boots?” [quickfix] dangling-reference
Stop reporting “Why does mud stik to boots?” here [quickfix] dangling-reference
Stop reporting “Why does mud stik to boots?” in the whole corpus [quickfix] dangling-reference`.trim(),
  );
  const text = editor.text('soil/rain.md').getText();
  const done: CodeAction = await editor.ask('codeAction/resolve', actions[0]);
  const start = { line: 5, character: 5 };
  assert.equal(done.edit, undefined);
  assert.deepEqual(done.command, {
    title: 'Use “Why does mud stick to boots?”',
    command: 'noteCorpus.applyEdit',
    arguments: [
      {
        label: 'Use “Why does mud stick to boots?”',
        files: [
          {
            uri: editor.uri('soil/rain.md'),
            version: 1,
            fingerprint: fingerprint(text),
            edits: [
              {
                range: { start, end: { line: 5, character: 32 } },
                before: 'Why does mud stik to boots?',
                after: 'Why does mud stick to boots?',
              },
            ],
          },
        ],
      } satisfies ProvenEdit,
    ],
  });
});

test('our client: a note is made by a command that knows where its title ends', async (t) => {
  const editor = await openOurs(t, SLIP);
  await editor.open('soil/rain.md');
  await editor.quiet();
  const create = pick(
    await actionsAt(editor, 'soil/rain.md', 'Why does| mud'),
    'Create the note “Why does mud stik to boots?”',
  );
  const done: CodeAction = await editor.ask('codeAction/resolve', create);
  assert.deepEqual(done.command?.command, 'noteCorpus.createNote');
  assert.deepEqual(done.command?.arguments, [
    {
      uri: editor.uri('soil/Why does mud stik to boots.md'),
      text: '---\nkind: note\n---\n\n# Why does mud stik to boots?\n\n## Inquiring lines that use this note as a source 1\n\n- [[Does rain matter?]]\n',
      title: { line: 4, character: 29 },
    },
  ]);
});

test('what is picked when the text is another one is refused, with the name of the file', async (t) => {
  const editor = await openOurs(t, SLIP);
  await editor.open('soil/rain.md');
  await editor.quiet();
  const [first] = await actionsAt(editor, 'soil/rain.md', 'Why does| mud');
  await editor.type('soil/rain.md', ['So ', 'And so ']);
  await assert.rejects(editor.ask('codeAction/resolve', first), {
    code: -32803,
    message: '“soil/rain.md” has changed meanwhile, so nothing was changed. Try again.',
  });
  await editor.close('soil/rain.md');
  await assert.rejects(editor.ask('codeAction/resolve', first), { code: -32803 });
});

test('what comes back from the client is checked', async (t) => {
  const editor = await openOurs(t, SLIP);
  const uri = editor.uri('soil/rain.md');
  for (const data of [
    5,
    {},
    { uri },
    { uri, version: 1 },
    { uri, version: null, what: { do: 'harm' } },
    { uri, version: null, what: { do: 'choose', at: -1, path: 'x' } },
  ]) {
    await assert.rejects(editor.ask('codeAction/resolve', { title: 'x', data }), { code: -32602 });
  }
  for (const what of [
    { do: 'choose', at: 3, path: '../x' },
    { do: 'use-heading', at: 1e9, heading: '' },
  ]) {
    await assert.rejects(editor.ask('codeAction/resolve', { title: 'x', data: { uri, version: null, what } }), {
      code: -32803,
    });
  }
});

test('other clients get edits for the version that is open, all at once; no command of ours', async (t) => {
  const editor = await openOther(t, SLIP);
  await editor.open('soil/rain.md');
  await editor.quiet();
  const actions = await actionsAt(editor, 'soil/rain.md', 'Why does| mud');
  assert.equal(
    drawn(actions),
    `
*Use “Why does mud stick to boots?” [quickfix] dangling-reference
Create the note “Why does mud stik to boots?” [quickfix] dangling-reference`.trim(),
  );
  assert.deepEqual(actions[0]!.edit, {
    documentChanges: [
      {
        textDocument: { uri: editor.uri('soil/rain.md'), version: 1 },
        edits: [
          {
            range: { start: { line: 5, character: 5 }, end: { line: 5, character: 32 } },
            newText: 'Why does mud stick to boots?',
          },
        ],
      },
    ],
  });
  const [create, fill] = actions[1]!.edit!.documentChanges as [{ kind: string; uri: string }, TextDocumentEdit];
  const uri = editor.uri('soil/Why does mud stik to boots.md');
  assert.deepEqual(create, { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } });
  assert.deepEqual(fill.textDocument, { uri, version: null });
  assert.ok(actions.every(({ data, command }) => data === undefined && command === undefined));
});

test('clients that cannot make sure of versions get nothing', async (t) => {
  const editor = await openEditor(t, SLIP);
  await editor.quiet();
  assert.deepEqual(await actionsAt(editor, 'soil/rain.md', 'Why does| mud'), []);
});

test('only what is asked for; other ways to write it only where somebody opens the menu', async (t) => {
  const picture = `${SLIP}=== b.md\n# On boots\n\n[[Why does mud stick to boots?]], so Why does mud stick to boots?.\n`;
  const editor = await openOurs(t, picture);
  await editor.open('b.md');
  await editor.quiet();
  const at = async (context: object): Promise<string> =>
    drawn(await actionsAt(editor, 'b.md', '[[Why does| mud', context));
  assert.equal(await at({ triggerKind: 2 }), '');
  const rewrites = 'Make it bare text [refactor.rewrite]\nMake all wikilinks here bare text [refactor.rewrite]';
  assert.equal(await at({ triggerKind: 1 }), rewrites);
  assert.equal(await at({ only: ['refactor'] }), rewrites);
  assert.equal(await at({ only: ['quickfix'] }), '');
  assert.equal(
    await at({ only: ['source'] }),
    'Make all titles here wikilinks [source.noteCorpus.linkAll]\nMake all wikilinks here bare text [source.noteCorpus.unlinkAll]',
  );
  assert.equal(
    drawn(await actionsAt(editor, 'soil/rain.md', 'Does rain|', { only: ['source.fixAll'] })),
    'Mend all titles with a slip of the pen [source.fixAll.noteCorpus]',
  );
  assert.equal(drawn(await actionsAt(editor, 'soil/rain.md', 'Does rain|')), '');
});

test('a selection: what can be done about all that it touches', async (t) => {
  const editor = await openOurs(t, `${SLIP}=== b.md\n# On boots\n[[Nobody]] [a](gone.md) [[Somebody]]\n`);
  await editor.open('b.md');
  const answer: CodeAction[] = await editor.ask('textDocument/codeAction', {
    textDocument: { uri: editor.uri('b.md') },
    range: { start: { line: 1, character: 5 }, end: { line: 1, character: 26 } },
    context: { diagnostics: [], only: ['quickfix'] },
  });
  assert.equal(drawn(answer), 'Create the note “Nobody” [quickfix]\nCreate the note “Somebody” [quickfix]');
});

test('fixes of a text with CRLF and a title over two lines, applied as an editor does', async (t) => {
  const editor = await openOther(t, `${SLIP}=== mud.txt\nOn sand\n\nSand is dry.\n\nOriginal note title\n\nsand\n`);
  const text = 'INQUIRING LINE\r\n\r\nDoes sand matter?\r\n\r\nWe ask 🐝 Why does mud\r\nstick to boots? here.\r\n';
  editor.files.write('sand.txt', text);
  await editor.open('sand.txt');
  await editor.quiet();
  const actions = await actionsAt(editor, 'sand.txt', 'Why does| mud', { only: ['refactor.rewrite'] });
  const change = pick(actions, 'Make it a wikilink').edit!.documentChanges![0] as TextDocumentEdit;
  const document = TextDocument.create('', '', 0, text);
  assert.equal(
    TextDocument.applyEdits(document, change.edits as []),
    text.replace('Why does mud\r\nstick to boots?', '[[Why does mud stick to boots?]]'),
  );
});

test('titles that nothing is to be told of: the settings take findings away and bring them back', async (t) => {
  const state: { settings: object } = {
    settings: { diagnostics: { ignoredTitles: { 'why does mud STIK to boots': ['soil/rain.md'], x: 5, y: null } } },
  };
  const editor = await openOurs(t, `${SLIP}=== b.md\n[[Why does mud stik to boots?]]\n`, {
    settings: () => state.settings,
  });
  const finding = (path: string, line: number): string =>
    `${path}:${line} "Why does mud stik to boots?" warning dangling-reference: No document has the title “Why does mud stik to boots?”. Did you mean “Why does mud stick to boots?”?`;
  await editor.finds(finding('b.md', 1));
  const set = async (ignoredTitles: unknown): Promise<void> => {
    state.settings = { diagnostics: { ignoredTitles } };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  };
  await set({ 'Why does mud stik to boots?': true });
  await editor.finds('');
  await set([true]);
  await editor.finds(`${finding('b.md', 1)}\n${finding('soil/rain.md', 6)}`);
});

test('a heading that goes is told where it is named, and told no more when it is back', async (t) => {
  const editor = await openOurs(t, '=== a.md\n# Mud\n## Clay\n=== b.md\n# Rain\n[[Mud#Clay]] [a](a.md#clay)\n');
  await editor.open('a.md');
  await editor.quiet();
  assert.equal(editor.findings, '');
  await editor.type('a.md', ['Clay', 'Sand']);
  await editor.finds(`
b.md:2 "Mud#Clay" warning broken-anchor: “Mud” has no heading “Clay”.
b.md:2 "a.md#clay" warning broken-anchor: “Mud” has no heading “clay”.`);
  await editor.type('a.md', ['Sand', 'Clay']);
  await editor.finds('');
});
