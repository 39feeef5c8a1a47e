import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { openEditor } from './client.ts';
import { MUD } from './corpus.ts';

const INVALID_PARAMS = -32602;
const CANCELLED = -32800;
const CONTENT_MODIFIED = -32801;

test('a request that makes no sense is answered with an error, and the server lives', async (t) => {
  const editor = await openEditor(t, MUD, { mayFail: true });
  const uri = editor.uri('mud.txt');
  const invalid: [method: string, params: unknown][] = [
    ['noteCorpus/backlinks', {}],
    ['noteCorpus/backlinks', { uri: 5 }],
    ['noteCorpus/backlinks', [null]],
    ['noteCorpus/backlinks', undefined],
    ['noteCorpus/backlinkPlaces', { uri }],
    ['noteCorpus/backlinkPlaces', { uri, user: uri, role: 'hero' }],
    ['noteCorpus/listUser', { user: uri }],
    ['noteCorpus/outgoing', {}],
    ['noteCorpus/outgoing', { uri, limit: -1 }],
    ['noteCorpus/outgoingPlaces', { uri, role: 'hero', first: { line: 0, character: 0 } }],
    ['noteCorpus/outgoingPlaces', { uri, role: 'body', first: { line: -1, character: 0 } }],
    ['noteCorpus/orphans', { limit: 0.5 }],
    ['noteCorpus/missingNotes', { limit: 'all' }],
    ['noteCorpus/missingNotes', { limit: -1 }],
    ['noteCorpus/missingPlaces', { corpus: uri }],
    ['noteCorpus/missingPlaces', { title: 'x' }],
    ['noteCorpus/graph', {}],
    ['noteCorpus/graph', { uri, depth: 'deep' }],
    ['noteCorpus/graph', { uri, depth: 0 }],
    ['noteCorpus/graph', { uri, limit: 1.5 }],
    ['noteCorpus/graph', { uri, focus: {} }],
  ];
  for (const [method, params] of invalid) {
    await assert.rejects(editor.ask(method, params), { code: INVALID_PARAMS }, `${method} ${JSON.stringify(params)}`);
  }
  for (const method of ['definition', 'references', 'hover', 'documentHighlight', 'documentLink', 'documentSymbol']) {
    for (const params of [{}, { textDocument: null, position: null }, { textDocument: { uri: {} } }]) {
      // An error or nothing, as the method has it; no silence.
      await editor.ask(`textDocument/${method}`, params).catch(({ code }) => assert.equal(typeof code, 'number'));
    }
  }
  await assert.rejects(editor.ask('workspace/symbol', {}));
  await assert.rejects(editor.ask('noteCorpus/unheardOf', {}), { code: -32601 });
  assert.equal((await editor.ask('noteCorpus/backlinks', { uri })).title, 'Why does mud stick to boots?');
});

test('uris that lead out of the folder, or are none, are no documents', async (t) => {
  const editor = await openEditor(t, `=== in/a.md\n# A\n[[B]]\n=== secret.md\n# A secret of some words\n`, {
    folders: ['in'],
  });
  const inside = editor.uri('in');
  const uris = [
    `${inside}/../secret.md`,
    `${inside}/%2e%2e/secret.md`,
    `${inside}//a.md`,
    'file:////x',
    '',
    'nonsense',
    `${inside}/a.md%00`,
  ];
  for (const uri of uris) {
    assert.equal(await editor.ask('noteCorpus/backlinks', { uri }), null, uri);
    assert.deepEqual(await editor.ask('textDocument/documentLink', { textDocument: { uri } }), [], uri);
    const textDocument = { uri, languageId: 'markdown', version: 1, text: '# Some title of four words\n[[Nobody]]\n' };
    await editor.connection.sendNotification('textDocument/didOpen', { textDocument });
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
  }
  await editor.quiet();
  const found = await editor.ask('workspace/symbol', { query: '' });
  assert.doesNotMatch(JSON.stringify(found), /secret/);
});

test('a question that is taken back while the corpus is read is not answered', async (t) => {
  let answerSettings = (): void => {};
  const settings = new Promise((resolve) => {
    answerSettings = () => resolve({});
  });
  const editor = await openEditor(t, MUD, { settings: () => settings });
  const source = new CancellationTokenSource();
  const cancelled = editor.ask('textDocument/hover', editor.at('rain.txt', 'Why does |mud'), source.token);
  const patient = editor.ask('textDocument/hover', editor.at('rain.txt', 'Why does |mud'));
  source.cancel();
  answerSettings();
  await assert.rejects(cancelled, { code: CANCELLED });
  assert.match((await patient).contents.value, /Why does mud stick to boots/);
});

test('a question about a text that was changed while the corpus is read is out of date', async (t) => {
  let answerSettings = (): void => {};
  const settings = new Promise((resolve) => {
    answerSettings = () => resolve({});
  });
  const editor = await openEditor(t, MUD, { settings: () => settings });
  await editor.open('rain.txt');
  const asked = editor.ask('textDocument/hover', editor.at('rain.txt', 'Why does |mud'));
  const refused = assert.rejects(asked, { code: CONTENT_MODIFIED });
  await editor.type('rain.txt', ['INQUIRING LINE', 'INQUIRING LINE\n']);
  const again = editor.ask('textDocument/hover', editor.at('rain.txt', 'Why does |mud'));
  answerSettings();
  await refused;
  assert.match((await again).contents.value, /Why does mud stick to boots/, 'what was typed meanwhile counts');
});

test('a document that is opened, edited and closed while its corpus is read', async (t) => {
  let answerSettings = (): void => {};
  const settings = new Promise((resolve) => {
    answerSettings = () => resolve({});
  });
  const editor = await openEditor(t, '=== a.md\n# A\n[[Nobody]]\n=== b.md\n# B\n[[A]]\n', { settings: () => settings });
  await editor.open('a.md');
  await editor.type('a.md', ['Nobody', 'B']);
  await editor.open('b.md');
  await editor.type('b.md', ['[[A]]', '[[Nowhere]]']);
  await editor.close('b.md');
  answerSettings();
  await editor.quiet();
  assert.equal(editor.findings, '');
});

test('a client that refuses everything has a server all the same', async (t) => {
  const editor = await openEditor(t, MUD, { mayFail: true });
  const refuse = (): never => {
    throw new Error('no');
  };
  editor.connection.onRequest('client/registerCapability', refuse);
  editor.connection.onRequest('workspace/configuration', refuse);
  editor.connection.onRequest('window/workDoneProgress/create', refuse);
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await editor.quiet();
  assert.equal((await editor.ask('noteCorpus/status', {}))[0].isCorpus, true);
});

test('the command line serves too: note-corpus lsp --stdio', async (t) => {
  const editor = await openEditor(t, MUD, { server: ['cli.cjs', 'lsp', '--stdio'] });
  await editor.quiet();
  assert.match(editor.findings, /^mud\.txt:10 /);
});

test('titles that are a pattern, a path, a program, or a whole page long', async (t) => {
  const titles = [
    '(a+)+$ [x',
    '../../../etc/passwd of some kind',
    '<script>alert(1)</script> is no code',
    '$x %s {0} \\1 $&',
    `${'long '.repeat(2000)}`.trim(),
    '__proto__ and the constructor',
  ];
  const editor = await openEditor(t, '=== index.md\n# Index\n[[Nobody]]\n');
  for (const [at, title] of titles.entries())
    await editor.open(`note${at}.txt`, `${title}\n\nWords.\n\nOriginal note title\n\nclaim ${at} of them\n`);
  await editor.open(
    'all.md',
    `# All of them\n\n${titles.map((_, at) => `We know claim ${at} of them.`).join('\n\n')}\n`,
  );
  for (const [at, title] of titles.entries()) {
    const where = editor.at('all.md', `know |claim ${at} of them`);
    const [link] = await editor.ask('textDocument/definition', where);
    assert.equal(editor.pathOf(link.targetUri), `note${at}.txt`, title);
    const { contents } = await editor.ask('textDocument/hover', where);
    assert.ok(contents.value.length < 1500);
  }
  assert.equal((await editor.ask('workspace/symbol', { query: '(a+)+$ [x' }))[0].name, titles[0]);
});

test('an editor that is killed leaves no server behind', async (t) => {
  const editor = await openEditor(t, MUD);
  await editor.quiet();
  assert.equal(await editor.vanish(), 1);
});
