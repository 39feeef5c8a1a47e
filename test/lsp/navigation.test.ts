import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Location, WorkspaceSymbol } from 'vscode-languageserver-protocol';
import { openEditor } from './client.ts';
import { MUD } from './corpus.ts';

test('the server says who it is and what it can do', async (t) => {
  const editor = await openEditor(t, MUD);
  const { capabilities, serverInfo } = editor.initialized as { capabilities: object; serverInfo: { name: string } };
  assert.equal(serverInfo.name, 'note-corpus');
  assert.deepEqual(capabilities, {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: 2, willSaveWaitUntil: true },
    definitionProvider: true,
    referencesProvider: true,
    hoverProvider: true,
    documentLinkProvider: { resolveProvider: false },
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    completionProvider: { triggerCharacters: ['[', '(', '#', '/', ' '], resolveProvider: true },
    codeActionProvider: {
      codeActionKinds: [
        'quickfix',
        'refactor.rewrite',
        'source.fixAll.noteCorpus',
        'source.noteCorpus.updateLists',
        'source.noteCorpus.linkAll',
        'source.noteCorpus.unlinkAll',
        'source.noteCorpus.fillNext',
      ],
      resolveProvider: true,
    },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    linkedEditingRangeProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: ['noteTitle'], tokenModifiers: ['declaration', 'missing', 'ambiguous', 'inquiry'] },
      full: { delta: true },
      range: true,
    },
    renameProvider: { prepareProvider: true },
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: { resolveProvider: true },
    callHierarchyProvider: true,
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } },
    },
  });
  await editor.quiet();
  assert.deepEqual(editor.registered.sort(), ['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
});

test('definition: from a bare title in prose, whole, to the title of its note', async (t) => {
  const editor = await openEditor(t, MUD);
  const [link, ...others] = await editor.ask('textDocument/definition', editor.at('rain.txt', 'Why does mu|d stick'));
  assert.deepEqual(others, []);
  assert.equal(
    editor.drawn(editor.uri('rain.txt'), link.originSelectionRange),
    'rain.txt:7 "Why does mud stick to boots?"',
  );
  assert.equal(editor.drawn(link.targetUri, link.targetSelectionRange), 'mud.txt:1 "Why does mud stick to boots?"');
});

test('definition: from a wikilink, a Markdown link, an entry of a list, and the title itself', async (t) => {
  const editor = await openEditor(t, MUD);
  const target = async (path: string, words: string): Promise<string> => {
    const links = await editor.ask('textDocument/definition', editor.at(path, words));
    return links.map((link: { targetUri: string }) => editor.pathOf(link.targetUri)).join();
  };
  assert.equal(await target('clay.md', '[[Why does |mud'), 'mud.txt');
  assert.equal(await target('clay.md', '[the inquiry](ra|in.txt)'), 'rain.txt');
  assert.equal(await target('mud.txt', '- Does rain| make'), 'rain.txt');
  assert.equal(await target('rain.txt', '|Does rain make a path worse?\n\nThis'), 'rain.txt');
});

test('definition: nothing in plain prose, on a missing note, in a file outside', async (t) => {
  const editor = await openEditor(t, MUD);
  assert.equal(await editor.ask('textDocument/definition', editor.at('rain.txt', 'what wat|er does')), null);
  assert.equal(await editor.ask('textDocument/definition', editor.at('rain.txt', 'Why does sa|nd')), null);
  const outside = { textDocument: { uri: 'file:///nowhere/mud.txt' }, position: { line: 0, character: 0 } };
  assert.equal(await editor.ask('textDocument/definition', outside), null);
});

test('definition: plain locations for a client that knows no links', async (t) => {
  const editor = await openEditor(t, MUD, { capabilities: { textDocument: { definition: { linkSupport: false } } } });
  const locations = await editor.ask('textDocument/definition', editor.at('rain.txt', 'Why does mu|d stick'));
  assert.equal(editor.drawnAll(locations), 'mud.txt:1 "Why does mud stick to boots?"');
});

test('references: every place that names the note, with its title or without', async (t) => {
  const editor = await openEditor(t, MUD);
  const references = async (includeDeclaration: boolean): Promise<string> =>
    editor.drawnAll(
      await editor.ask('textDocument/references', {
        ...editor.at('clay.md', 'Why does |mud'),
        context: { includeDeclaration },
      }),
    );
  const places = [
    'clay.md:3 "Why does mud stick to boots?"',
    'rain.txt:7 "Why does mud stick to boots?"',
    'rain.txt:12 "Why does mud stick to boots?"',
  ];
  assert.equal(await references(false), places.join('\n'));
  assert.equal(await references(true), ['mud.txt:1 "Why does mud stick to boots?"', ...places].join('\n'));
});

test('references: from the title itself, and of a note that nobody has written', async (t) => {
  const editor = await openEditor(t, MUD);
  const context = { includeDeclaration: true };
  const ofTitle = await editor.ask('textDocument/references', { ...editor.at('clay.md', '# What is| clay'), context });
  assert.equal(
    editor.drawnAll(ofTitle),
    ['clay.md:1', 'rain.txt:7', 'rain.txt:16'].map((place) => `${place} "What is clay made of?"`).join('\n'),
  );
  const ofMissing = await editor.ask('textDocument/references', {
    ...editor.at('rain.txt', 'Why does |sand'),
    context,
  });
  assert.equal(
    editor.drawnAll(ofMissing),
    ['rain.txt:8', 'rain.txt:20'].map((place) => `${place} "Why does sand not stick at all?"`).join('\n'),
  );
});

test('highlights: the other places of this text that name the same note', async (t) => {
  const editor = await openEditor(t, MUD);
  const highlights = await editor.ask('textDocument/documentHighlight', editor.at('rain.txt', 'What is clay| made'));
  const uri = editor.uri('rain.txt');
  assert.deepEqual(
    highlights.map(({ range }: { range: never }) => editor.drawn(uri, range)),
    ['rain.txt:7 "What is clay made of?"', 'rain.txt:16 "What is clay made of?"'],
  );
});

test('highlights: the title and the aliases as what is written, references as what is read', async (t) => {
  const editor = await openEditor(t, '=== mud.md\n---\naliases: [wet clay]\n---\n# Mud\n[[wet clay]] [it](mud.md)\n');
  const highlights = await editor.ask('textDocument/documentHighlight', editor.at('mud.md', '# M|ud'));
  assert.deepEqual(
    highlights.map(({ range, kind }: { range: never; kind: number }) => [
      editor.drawn(editor.uri('mud.md'), range),
      kind,
    ]),
    [
      ['mud.md:2 "wet clay"', 3],
      ['mud.md:4 "Mud"', 3],
      ['mud.md:5 "wet clay"', 2],
      ['mud.md:5 "mud.md"', 2],
    ],
  );
});

test('document links: all resolved references, each to the line of the title', async (t) => {
  const editor = await openEditor(t, MUD);
  const links = async (path: string): Promise<string[]> => {
    const answer = await editor.ask('textDocument/documentLink', { textDocument: { uri: editor.uri(path) } });
    return answer.map(
      ({ range, target, tooltip }: { range: never; target: string; tooltip: string }) =>
        `${editor.drawn(editor.uri(path), range)} → ${target.slice(target.lastIndexOf('/') + 1)} (${tooltip})`,
    );
  };
  assert.deepEqual(await links('clay.md'), [
    'clay.md:3 "Why does mud stick to boots?" → mud.txt (Go to this note)',
    // The title of an inquiry stands under its header line.
    'clay.md:3 "rain.txt" → rain.txt#L3,1 (Go to this inquiring line)',
  ]);
  assert.equal((await links('rain.txt')).length, 4);
});

test('document symbols: title, headings and sections, and the entries under them', async (t) => {
  const editor = await openEditor(t, MUD);
  type Symbol = { name: string; detail: string; children: Symbol[] };
  const outline = (symbols: Symbol[], indent = ''): string[] =>
    symbols.flatMap(({ name, detail, children }) => [
      `${indent}${name} (${detail})`,
      ...outline(children, `${indent}  `),
    ]);
  const symbols = await editor.ask('textDocument/documentSymbol', { textDocument: { uri: editor.uri('rain.txt') } });
  assert.deepEqual(outline(symbols), [
    'Does rain make a path worse? (inquiry)',
    '  Sources 3 notes (3)',
    '    Why does mud stick to boots? ()',
    '    What is clay made of? ()',
    '    Why does sand not stick at all? ()',
  ]);
});

test('workspace symbols: titles and aliases, found by words and in spite of slips', async (t) => {
  const editor = await openEditor(t, MUD);
  const found = async (query: string): Promise<string[]> =>
    (await editor.ask('workspace/symbol', { query })).map(
      ({ name, containerName }: { name: string; containerName: string }) => `${name} (${containerName})`,
    );
  assert.deepEqual(await found('mud boots'), ['Why does mud stick to boots? (mud.txt)']);
  assert.deepEqual(await found('sticks to what presses'), ['wet clay sticks to what presses it (mud.txt)']);
  assert.ok((await found('what is clya made of')).includes('What is clay made of? (clay.md)'));
  assert.equal((await found('')).length, 4);
});

test('workspace symbols: headings, each in its own place, with the title of its document', async (t) => {
  const editor = await openEditor(
    t,
    '=== mud.md\n# Mud\n\n## Wet clay #1\n=== clay.md\n# Wet clay\n## Sources 1 note\n',
  );
  const symbols = await editor.ask('workspace/symbol', { query: 'wet clay' });
  assert.deepEqual(
    symbols.map(({ name, kind, containerName, location: { uri, range } }: WorkspaceSymbol & { location: Location }) => [
      name,
      kind,
      containerName,
      editor.drawn(uri, range),
    ]),
    [
      ['Wet clay', 24, 'clay.md', 'clay.md:1 "Wet clay"'],
      ['Wet clay #1', 15, 'Mud', 'mud.md:3 "Wet clay #1"'],
    ],
  );
});
