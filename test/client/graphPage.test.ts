import './standIn.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { forged } from '../media/forged.ts';
import { done, EventEmitter, Uri, webviewHearing } from './vscode.ts';

const { hostGraph } = await import('../../client/graph/host.ts');

const folder = 'file:///notes';
const nodes = [
  { id: 'mud.md', title: 'Why mud sticks', kind: 'note', uri: `${folder}/mud.md`, distance: 0, uses: 1, tags: [] },
  { id: 'missing:Why sand does not', title: 'Why sand does not', kind: 'missing', uri: null, distance: 1, uses: 1 },
];
const graph = { focus: 'mud.md', nodes, edges: [], omitted: 0 };

/** The host of a page that shows one document and one missing note. */
async function host() {
  const heard = new EventEmitter();
  const opened: string[] = [];
  const memory = new Map<string, unknown>();
  const webview = webviewHearing(heard);
  const asked = new Set<string>();
  const session = {
    active: true,
    status: [{ folder, isCorpus: true }],
    ask: async (method: string) => {
      asked.add(method);
      return /graph$/i.test(method) ? graph : null;
    },
    onDidChangeCorpus: new EventEmitter().event,
    onDidChangeState: new EventEmitter().event,
  };
  const hosted = hostGraph({
    context: {
      extensionUri: Uri.parse('file:///extension'),
      workspaceState: {
        get: (key: string) => memory.get(key),
        update: async (key: string, value: unknown) => void memory.set(key, value),
      },
    },
    session,
    editor: { uri: Uri.parse(`${folder}/mud.md`), onDidChange: new EventEmitter().event },
    views: {
      all: () => [],
      onDidChange: new EventEmitter().event,
      save: async () => void done.push('asks for a name'),
      forget: async () => {},
    },
    webview,
    memory: 'memory',
    hasMap: true,
    isVisible: () => true,
    open: (uri: object) => void opened.push(String(uri)),
    full: () => {},
  } as never);
  const settled = () => new Promise((resolve) => setTimeout(resolve, 10));
  heard.fire({ type: 'ready' });
  heard.fire({ type: 'draw', arrangement: 'around', filter: {} });
  await settled();
  done.length = 0;
  const say = (message: unknown): void => heard.fire(message);
  return { webview, say, settled, opened, memory, asked, dispose: () => hosted.dispose() };
}

test('the page’s own messages are heard: what it names is opened as it was told', async () => {
  const { say, settled, opened, dispose } = await host();
  say({ type: 'open', id: 'mud.md', beside: false });
  say({ type: 'open', id: 'missing:Why sand does not', beside: false });
  say({ type: 'copyTitle', id: 'mud.md' });
  say({ type: 'reveal', id: 'mud.md' });
  say({ type: 'createNote', id: 'missing:Why sand does not' });
  await settled();
  dispose();
  assert.deepEqual(opened, [`${folder}/mud.md`]);
  assert.deepEqual(done, [
    'copy 14',
    'revealInExplorer file:///notes/mud.md',
    'noteCorpus.createMissing {"missing":{"title":"Why sand does not","corpus":"file:///notes"}}',
  ]);
});

const id = fc.oneof(
  fc.constantFrom(
    'mud.md ',
    './mud.md',
    '../mud.md',
    '/etc/passwd',
    'file:///etc/passwd',
    'command:workbench.action.terminal.new',
    'javascript:alert(1)',
    'missing:',
    'missing:../../secret',
    '__proto__',
    'constructor',
  ),
  fc.string(),
);
const deed = fc.record({
  type: fc.constantFrom('open', 'reveal', 'copyTitle', 'copyLink', 'createNote', 'details', 'sentences'),
  id,
  beside: fc.boolean(),
  others: fc.array(id, { maxLength: 3 }),
});

test('ten thousand forged messages: no document is opened, no command is called, nothing is copied or written', async () => {
  const { say, settled, opened, memory, dispose } = await host();
  const messages = fc.sample(fc.oneof(forged, deed), { numRuns: 10_000, seed: 15 });
  for (const [at, message] of messages.entries()) {
    say(message);
    if (at % 500 === 0) await settled();
  }
  await settled();
  dispose();
  assert.deepEqual(opened, []);
  // What a page may always ask for: the reader is asked for a name, or for a place.
  assert.deepEqual(
    done.filter((each) => !['asks for a name', 'asks where to save'].includes(each)),
    [],
  );
  for (const [key, value] of memory) {
    assert.ok(['memory', 'memory.page'].includes(key));
    assert.ok(JSON.stringify(value).length <= 64 * 1024);
  }
});

test('the page may run its one script, read its one style sheet and show pictures of its own making', async () => {
  const { webview, dispose } = await host();
  dispose();
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(webview.html)![1]!;
  const nonce = /script-src 'nonce-([0-9a-f]{32})'/.exec(policy)![1]!;
  assert.equal(
    policy,
    `default-src 'none'; script-src 'nonce-${nonce}'; style-src https://page.invalid; font-src https://page.invalid; img-src data:; base-uri 'none'; form-action 'none'`,
  );
  assert.doesNotMatch(webview.html, /unsafe-|\bon[a-z]+=|<iframe|<form|<base/);
});
