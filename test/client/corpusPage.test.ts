import './standIn.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { done, EventEmitter, Uri, webviewHearing } from './vscode.ts';

const { fromPage } = await import('../../client/corpus/fromPage.ts');
const { hostCorpusPage } = await import('../../client/corpus/host.ts');
const { pageRoot, programPage } = await import('../../client/programPage.ts');

const corpus = 'file:///notes';
const mud = { uri: 'file:///notes/mud.md', title: 'Why mud sticks', kind: 'note' };
const missing = { corpus, title: 'Why sand does not', documents: 1, inquiries: 0, places: 1 };
const none = { total: 0, first: [] };
const stats = {
  folder: corpus,
  mostUsed: { total: 1, first: [mud] },
  orphans: none,
  unused: none,
  disagreeing: none,
  missing: { total: 1, first: [missing] },
};

/** The host of a page that shows one document and one missing note. */
async function host() {
  const heard = new EventEmitter();
  const page = webviewHearing(heard);
  const panel = { webview: page, visible: true, onDidChangeViewState: new EventEmitter().event };
  let asked = 0;
  const session = {
    active: true,
    ask: async () => {
      asked++;
      return [stats];
    },
    onDidChangeCorpus: new EventEmitter().event,
    onDidChangeState: new EventEmitter().event,
  };
  const context = { extensionUri: Uri.parse('file:///extension') };
  const hosted = hostCorpusPage(context as never, session as never, panel as never);
  heard.fire({ type: 'ready' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  done.length = 0;
  return { page, say: (message: unknown) => heard.fire(message), asked: () => asked, dispose: () => hosted.dispose() };
}

test('the page’s own messages are heard', async () => {
  const { say, dispose } = await host();
  say({ type: 'open', uri: mud.uri, beside: false });
  say({ type: 'graph', corpus, title: missing.title });
  dispose();
  assert.deepEqual(done, [
    'vscode.open file:///notes/mud.md {"viewColumn":-1}',
    `noteCorpus.showMissingInGraph ${JSON.stringify({ missing: { ...missing, corpus } })}`,
  ]);
});

/** Nearly right, and quite wrong. */
const type = fc.oneof(
  fc.constantFrom('ready', 'more', 'open', 'graph', 'create', 'show', '__proto__', 'constructor'),
  fc.string(),
);
const uri = fc.oneof(
  fc.constantFrom(
    `${mud.uri} `,
    `${mud.uri}#L1`,
    'file:///notes/other.md',
    'file:///notes/../etc/passwd',
    'command:workbench.action.terminal.new',
    'vscode://publisher.extension/do',
    'javascript:alert(1)',
    'https://example.org/',
    '',
  ),
  fc.anything(),
);
const name = fc.oneof(
  fc.constantFrom(corpus, missing.title, `${missing.title}?`, '../../etc', '__proto__'),
  fc.anything(),
);
const forged = fc.oneof(
  fc.record({ type, uri, beside: fc.anything(), corpus: name, title: uri }, { requiredKeys: [] }),
  fc.record({ type: fc.anything(), command: fc.string(), args: fc.array(fc.anything()) }),
  fc.record({
    type: fc.constantFrom('graph', 'create'),
    corpus: fc.constantFrom(corpus, 'file:///'),
    title: fc.string(),
  }),
  fc.anything(),
);

test('ten thousand forged messages have no effect', async () => {
  const { say, dispose } = await host();
  fc.assert(
    fc.property(forged, (message) => {
      say(message);
      assert.deepEqual(done, []);
    }),
    { numRuns: 10_000, seed: 7 },
  );
  dispose();
});

test('a message is read into exactly its own fields', () => {
  fc.assert(
    fc.property(forged, (message) => {
      const read = fromPage(message);
      if (!read) return;
      const given = message as Record<string, unknown>;
      const fields = {
        ready: [],
        more: [],
        open: ['uri', 'beside'],
        graph: ['corpus', 'title'],
        create: ['corpus', 'title'],
      };
      assert.deepEqual(Object.keys(read).sort(), ['type', ...fields[read.type]].sort());
      for (const [key, value] of Object.entries(read))
        assert.equal(value, key === 'beside' ? given[key] === true : given[key]);
    }),
    { numRuns: 10_000, seed: 8 },
  );
});

test('a page may run its one script and read its one style sheet, and reach nothing else', async () => {
  const { page, dispose } = await host();
  dispose();
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page.html)![1]!;
  const nonce = /script-src 'nonce-([0-9a-f]{32})'/.exec(policy)![1]!;
  assert.equal(
    policy,
    `default-src 'none'; script-src 'nonce-${nonce}'; style-src https://page.invalid; font-src https://page.invalid; base-uri 'none'; form-action 'none'`,
  );
  assert.deepEqual(page.html.match(/<script[^>]*>/g), [
    `<script nonce="${nonce}" src="file:///extension/dist/corpus.js">`,
  ]);
  assert.deepEqual(page.html.match(/https?:\/\/[^"; ]*/g), ['https://page.invalid', 'https://page.invalid']);
  assert.doesNotMatch(page.html, /unsafe-|\bon[a-z]+=|<iframe|<form|<base/);
  assert.deepEqual(page.options, {
    enableScripts: true,
    localResourceRoots: [pageRoot(Uri.parse('file:///extension'))],
  });
});

test('no two pages have the same nonce', () => {
  const webview = { asWebviewUri: (uri: object) => uri, cspSource: '' };
  const page = () => programPage(webview as never, Uri.parse('file:///extension'), 'corpus', 'Corpus');
  const nonces = new Set(Array.from({ length: 100 }, () => /nonce-(\w+)/.exec(page())![1]));
  assert.equal(nonces.size, 100);
});
