import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { DIST, makeFolder } from '../host/folder.ts';
import { openEditor } from '../lsp/client.ts';
import { MUD } from '../lsp/corpus.ts';

// Nothing that is shipped reaches a network, or can. See SECURITY.md.

const bundles = readdirSync(DIST)
  .filter((name) => /\.(cjs|js)$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(DIST, name), 'utf8') }));

/** What the bundles take of Node, by name, and why that reaches no network. */
const MODULES: readonly [names: RegExp, why: string][] = [
  [
    /^(node:)?(buffer|crypto|fs|fs\/promises|os|path|process|url|util|v8|zlib|worker_threads|readline)$/,
    'reaches no network',
  ],
  [/^vscode$/, 'VS Code itself'],
  [/^\.\/languageClient\.cjs$/, 'our own bundle'],
];

/** The two that could, by the bundles that have them. */
const COULD: Readonly<Record<string, readonly string[]>> = {
  // Both of vscode-jsonrpc, which connects to the socket or pipe of this machine that a server is started with (`--socket`, `--pipe`):
  // our client starts it over IPC.
  net: ['cli.cjs', 'languageClient.cjs', 'server.cjs'],
  // vscode-languageclient starts the server with it; of vscode-languageserver nothing that uses it is called.
  child_process: ['cli.cjs', 'languageClient.cjs', 'server.cjs'],
};

test('the bundles take nothing of Node that reaches a network but what is known by name', () => {
  assert.ok(bundles.length >= 10);
  const taken = new Map<string, string[]>();
  for (const { name, text } of bundles) {
    for (const [, module] of text.matchAll(/\brequire\(["'`]([^"'`]+)["'`]\)/g)) {
      if (MODULES.some(([names]) => names.test(module!))) continue;
      const known = taken.get(module!) ?? [];
      if (!known.includes(name)) taken.set(module!, [...known, name]);
    }
  }
  assert.deepEqual(Object.fromEntries([...taken].map(([module, names]) => [module, names.sort()])), COULD);
});

test('no bundle has a word with which a page or a worker reaches a network, or makes code of text', () => {
  const reach =
    /\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bRTCPeerConnection\b|\bWebTransport\b|\bimportScripts\b/g;
  const makesCode = /(?<![.\w$])eval\s*\(|\bnew Function\b|(?<![.\w$])Function\s*\(|\bimport\s*\(|["'`]unsafe-eval/g;
  const found = bundles.flatMap(({ name, text }) =>
    [...text.matchAll(reach), ...text.matchAll(makesCode)].map(([what]) => `${name}: ${what}`),
  );
  assert.deepEqual(found, []);
});

test('the only addresses in the bundles are names of formats, and what a citation is opened with when somebody clicks it', () => {
  const addresses = new Set(
    bundles.flatMap(({ text }) => text.match(/\b(?:https?|wss?|ftp):\/\/[^"'`\s<>\\]+/g) ?? []),
  );
  const known = [
    'http://gexf.net/1.3',
    'http://graphml.graphdrawing.org/xmlns',
    'http://www.w3.org/2000/svg',
    // In a comment on who wrote it, which the licence wants kept.
    'http://github.com/greggman/twgl.js',
    'https://json.schemastore.org/sarif-2.1.0.json',
    'https://arxiv.org/abs/',
    'https://doi.org/',
  ];
  assert.deepEqual(
    [...addresses].filter((each) => !known.some((start) => each.startsWith(start))),
    [],
  );
});

test('the pages make no markup of text', () => {
  const media = join(import.meta.dirname, '../../media');
  const files = readdirSync(media, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const found = files.flatMap((path) => {
    const text = readFileSync(join(media, path), 'utf8');
    const makes =
      /\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|srcdoc|setHTML)\b/g;
    return [...text.matchAll(makes)].map(([what]) => `${path}: ${what}`);
  });
  assert.deepEqual(found, []);
});

test('nothing reports anything: the word telemetry is only the protocol’s own', () => {
  const own = bundles.filter(
    ({ name, text }) => /telemetry/i.test(text) && !/^(languageClient|server|cli|client-web|server-web)\./.test(name),
  );
  assert.deepEqual(
    own.map(({ name }) => name),
    [],
  );
  const client = readFileSync(join(DIST, 'client.cjs'), 'utf8');
  assert.doesNotMatch(client, /createTelemetryLogger|isTelemetryEnabled|openExternal/);
});

/** Writes down what would reach out, or start a program, and what asks for a name. */
const SPY = `
const { appendFileSync } = require('node:fs');
const say = (what) => appendFileSync(process.env.SPY_FILE, what + '\\n');
const watch = (object, name, what) => {
  const before = object[name];
  object[name] = function (...args) { say(what); return before.apply(this, args); };
};
watch(require('node:net').Socket.prototype, 'connect', 'connects');
watch(require('node:net').Server.prototype, 'listen', 'listens');
watch(require('node:dgram'), 'createSocket', 'makes a datagram socket');
for (const name of ['lookup', 'resolve', 'resolve4']) watch(require('node:dns'), name, 'asks for a name');
for (const module of ['node:http', 'node:https']) for (const name of ['request', 'get']) watch(require(module), name, 'requests');
watch(require('node:http2'), 'connect', 'connects');
watch(globalThis, 'fetch', 'fetches');
for (const name of ['spawn', 'spawnSync', 'exec', 'execFile', 'execSync', 'execFileSync', 'fork'])
  watch(require('node:child_process'), name, 'starts a program');
say('watches');
`;

/** Lets every Node that is started from here watch itself; answers what was seen. */
function spy(t: TestContext): () => string[] {
  const folder = makeFolder(t);
  folder.write('spy.cjs', SPY);
  folder.write('seen', '');
  process.env.NODE_OPTIONS = `--require=${folder.at('spy.cjs')}`;
  process.env.SPY_FILE = folder.at('seen');
  t.after(() => {
    delete process.env.NODE_OPTIONS;
    delete process.env.SPY_FILE;
  });
  return () => folder.read('seen').trim().split('\n');
}

test('the spy sees what reaches out', (t) => {
  const seen = spy(t);
  spawnSync(process.execPath, [
    '-e',
    "require('net').connect(9, '127.0.0.1').on('error', () => {}); fetch('http://127.0.0.1:9/').catch(() => {})",
  ]);
  assert.deepEqual([...new Set(seen())].sort(), ['connects', 'fetches', 'watches']);
});

test('the server reaches no network and starts no program, whatever it is asked', async (t) => {
  const seen = spy(t);
  const editor = await openEditor(
    t,
    `${MUD}=== links.md\n# Links\n\nSee https://example.org/a.png, ![](https://example.org/b.png), doi:10.1000/182, arXiv:2305.12345.\n`,
  );
  for (const path of ['links.md', 'rain.txt', 'mud.txt']) {
    await editor.open(path);
    const textDocument = { uri: editor.uri(path) };
    const position = { line: 2, character: 8 };
    for (const method of [
      'documentLink',
      'documentSymbol',
      'hover',
      'completion',
      'definition',
      'codeLens',
      'foldingRange',
    ])
      await editor.ask(`textDocument/${method}`, { textDocument, position });
    await editor.ask('noteCorpus/backlinks', { uri: editor.uri(path) });
  }
  await editor.ask('noteCorpus/graph', { uri: editor.uri(''), depth: 1 }).catch(() => {});
  await editor.ask('noteCorpus/stats', { limit: 10 });
  await editor.end();
  assert.deepEqual([...new Set(seen())], ['watches']);
});

test('nor does the command line', (t) => {
  const seen = spy(t);
  const folder = makeFolder(t, MUD);
  for (const args of [['check'], ['references'], ['graph', '--format', 'html'], ['backlinks', 'mud.txt'], ['stats']]) {
    const { status, stderr } = spawnSync(process.execPath, [join(DIST, 'cli.cjs'), ...args], {
      cwd: folder.root,
      encoding: 'utf8',
    });
    assert.ok(status === 0 || status === 1, `${args.join(' ')}: ${stderr}`);
  }
  assert.deepEqual([...new Set(seen())], ['watches']);
});
