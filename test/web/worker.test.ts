import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createContext, runInContext } from 'node:vm';
import type { Message, RequestMessage } from 'vscode-languageserver-protocol';
import type { ReadFileResult } from '../../server/protocol.ts';
import { readFixture } from '../fixture.ts';
import { DIST } from '../host/folder.ts';
import { openEditor } from '../lsp/client.ts';
import { MUD } from '../lsp/corpus.ts';

const ROOT = 'vscode-vfs://somewhere/corpus';

/** What a browser has in a worker, of what a program may well touch. No `process`, `require`, `document` or `window`. */
function workerRealm(hear: (message: Message) => void) {
  const realm: Record<string, unknown> = {
    TextDecoder,
    TextEncoder,
    URL,
    atob,
    btoa,
    clearInterval,
    clearTimeout,
    performance,
    queueMicrotask,
    setInterval,
    setTimeout,
    structuredClone,
    onmessage: null,
    // What goes through a port is copied: nothing of one realm is seen in the other.
    postMessage: (message: Message) => void queueMicrotask(() => hear(JSON.parse(JSON.stringify(message)))),
    addEventListener: (type: string, listener: unknown) => {
      if (type === 'message') realm.onmessage = listener;
    },
    removeEventListener: () => {},
    console: { error: assert.fail, warn: assert.fail, info: assert.fail, log: assert.fail },
  };
  realm.self = createContext(realm);
  return realm;
}

interface Files {
  /** Uris in the order in which a client may find them. */
  readonly list: () => readonly string[] | Promise<readonly string[]>;
  readonly read: (uri: string) => ReadFileResult | Promise<ReadFileResult>;
}

/** What the client says to requests of the server, by method; what is thrown is an error. */
type Answers = Record<string, (params: never) => unknown>;

/** Files in memory, as a client of a virtual file system has them. */
function inMemory(files: ReadonlyMap<string, string | Uint8Array>): Files {
  return {
    list: () => [...files.keys()].reverse().map((path) => `${ROOT}/${path}`),
    read: (uri) => {
      const content = files.get(decodeURIComponent(uri.slice(ROOT.length + 1)));
      return content === undefined ? { error: 'it is not there' } : { base64: Buffer.from(content).toString('base64') };
    },
  };
}

/** Starts the server in a worker's realm; answers a function that asks it, and one that tells it. */
async function startWorker(t: TestContext, files: Files, settings: object = {}, more: Answers = {}) {
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: unknown) => void }>();
  const heard: { method: string; params: { uri?: string; diagnostics?: unknown[]; value?: { kind: string } } }[] = [];
  const answers: Answers = {
    'noteCorpus/files/list': () => files.list(),
    'noteCorpus/files/read': ({ uri }: { uri: string }) => files.read(uri),
    'workspace/configuration': () => [settings],
    'client/registerCapability': () => null,
    ...more,
  };
  const realm = workerRealm((message) => {
    const { id, method, params, result, error } = message as RequestMessage & { result?: unknown; error?: unknown };
    if (method === undefined) {
      const { resolve, reject } = waiting.get(Number(id))!;
      return error === undefined ? resolve(result) : reject(error);
    }
    heard.push({ method, params: params as never });
    if (id === undefined || id === null) return;
    Promise.resolve()
      .then(() => answers[method]!(params as never))
      .then(
        (result) => send({ id, result }),
        (thrown) => send({ id, error: { code: -32603, message: String(thrown) } }),
      );
  });
  const send = (message: object): void => {
    const copy = runInContext('JSON.parse', realm as never)(JSON.stringify({ jsonrpc: '2.0', ...message }));
    (realm.onmessage as (event: { data: unknown }) => void)({ data: copy });
  };
  let last = 0;
  // biome-ignore lint/suspicious/noExplicitAny: the test says what it looks at
  const ask = (method: string, params: unknown): Promise<any> =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      send({ id: last, method, params });
    });
  const tell = (method: string, params: unknown): void => send({ method, params });

  runInContext(readFileSync(join(DIST, 'server-web.js'), 'utf8'), realm as never, { filename: 'server-web.js' });
  const { capabilities, serverInfo } = await ask('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: { definition: { linkSupport: true } },
      window: { workDoneProgress: true },
    },
    workspaceFolders: [{ uri: ROOT, name: 'corpus' }],
  });
  assert.equal(serverInfo.name, 'note-corpus');
  assert.equal(capabilities.definitionProvider, true);
  tell('initialized', {});
  t.after(() => ask('shutdown', undefined));
  return { ask, tell, heard };
}

test('in a web worker: the same answers as of the server under Node', async (t) => {
  const { files } = readFixture(MUD);
  const worker = await startWorker(t, inMemory(files));
  const editor = await openEditor(t, MUD);
  const here = editor.workspaceFolder('').uri;
  // Files that come one by one from the client have no times.
  const same = (answer: unknown): unknown =>
    JSON.parse(
      JSON.stringify(answer)
        .replaceAll(here, ROOT)
        .replace(/"modified":[\d.]+/g, '"modified":null'),
    );
  const { position } = editor.at('rain.txt', 'Why does |mud');
  const asked: [method: string, path: string, more: object][] = [
    ['textDocument/definition', 'rain.txt', { position }],
    ['textDocument/references', 'rain.txt', { position, context: { includeDeclaration: true } }],
    ['textDocument/hover', 'rain.txt', { position }],
    ['textDocument/documentHighlight', 'rain.txt', { position }],
    ['textDocument/documentLink', 'clay.md', {}],
    ['textDocument/documentSymbol', 'rain.txt', {}],
    ['workspace/symbol', '', { query: 'mud' }],
    ['noteCorpus/backlinks', 'mud.txt', {}],
    ['noteCorpus/outgoing', 'rain.txt', {}],
    ['noteCorpus/orphans', '', {}],
    ['noteCorpus/missingNotes', '', {}],
    ['noteCorpus/graph', 'mud.txt', { depth: 2 }],
    ['noteCorpus/findRelations', '', { query: '' }],
    ['noteCorpus/related', 'mud.txt', {}],
    ['noteCorpus/fillNext', 'rain.txt', {}],
    ['noteCorpus/status', '', {}],
  ];
  for (const [method, path, more] of asked) {
    const params = (folder: string): object => ({
      uri: `${folder}/${path}`,
      textDocument: { uri: `${folder}/${path}` },
      ...more,
    });
    const answer = await worker.ask(method, params(ROOT));
    assert.deepEqual(answer, same(await editor.ask(method, params(here))), method);
    assert.notDeepEqual(answer, null, method);
  }
  await editor.quiet();
  const told = worker.heard
    .filter(({ method }) => method === 'textDocument/publishDiagnostics')
    .map(({ params }) => params);
  for (const path of ['mud.txt', 'rain.txt']) {
    const { diagnostics } = told.find(({ uri }) => uri === `${ROOT}/${path}`)!;
    assert.deepEqual(diagnostics, same(editor.diagnostics(path)));
  }
});

test('in a web worker: the graph of the corpus is arranged as elsewhere', async (t) => {
  const { files } = readFixture(MUD);
  const worker = await startWorker(t, inMemory(files));
  const editor = await openEditor(t, MUD);
  const atlas = (folder: string) => ({ uri: `${folder}/mud.txt` });
  const here = await editor.ask('noteCorpus/atlas', atlas(editor.workspaceFolder('').uri));
  const there = await worker.ask('noteCorpus/atlas', atlas(ROOT));
  assert.deepEqual({ ...there, number: 0 }, { ...here, number: 0 });
});

test('in a web worker: files that come, go and are renamed', async (t) => {
  const files = new Map<string, string>([
    ['rain.md', '# Rain\n[[Why does mud stick?]]\n'],
    ['soil/mud.md', '# Why does mud stick?\n'],
  ]);
  const { ask, tell } = await startWorker(t, inMemory(files));
  const missing = async (): Promise<number> => (await ask('noteCorpus/missingNotes', {})).total;
  const changed = async (...paths: string[]): Promise<void> => {
    tell('workspace/didChangeWatchedFiles', { changes: paths.map((path) => ({ uri: `${ROOT}/${path}`, type: 2 })) });
    await sleep(200);
  };
  assert.equal(await missing(), 0);
  files.set('earth/mud.md', files.get('soil/mud.md')!);
  files.delete('soil/mud.md');
  await changed('soil', 'earth');
  assert.equal(await missing(), 0);
  files.delete('earth/mud.md');
  await changed('earth/mud.md');
  assert.equal(await missing(), 1);
  files.set('mud.md', '# Why does mud stick?\n');
  await changed('mud.md');
  assert.equal(await missing(), 0);
});

test('in a web worker: files that cannot be read, or are left out', async (t) => {
  const files = inMemory(
    new Map<string, string | Uint8Array>([
      ['good.md', '# Good\n[[Nobody]]\n'],
      ['drafts/a.md', '# A draft\n[[Nobody else]]\n'],
      ['latin1.md', Buffer.from('# Caf\xe9\n', 'latin1')],
    ]),
  );
  const odd: Files = {
    list: async () => [
      ...(await files.list()),
      `${ROOT}/gone.md`,
      `${ROOT}/throws.md`,
      `${ROOT}/nonsense.md`,
      'file:///elsewhere/x.md',
    ],
    read: (uri) => {
      if (uri.endsWith('throws.md')) throw new Error('the network is down');
      return uri.endsWith('nonsense.md') ? { base64: '***' } : files.read(uri);
    },
  };
  const { ask } = await startWorker(t, odd, { exclude: ['drafts/'] });
  const [{ pages, missing, skipped }] = await ask('noteCorpus/status', {});
  assert.deepEqual([pages, missing], [1, 1]);
  assert.deepEqual(
    skipped.map(({ path }: { path: string }) => path),
    ['gone.md', 'latin1.md', 'nonsense.md', 'throws.md'],
  );
});

test('in a web worker: a folder that cannot be listed', async (t) => {
  const list = (): never => {
    throw new Error('the network is down');
  };
  const { ask } = await startWorker(t, { list, read: list });
  const [{ isCorpus, skipped }] = await ask('noteCorpus/status', {});
  assert.equal(isCorpus, false);
  assert.match(skipped[0].reason, /^cannot be listed: .*the network is down/);
});

/** A corpus of three files that takes two seconds to read. */
const quick = inMemory(new Map(['a.md', 'b.md', 'c.md'].map((path) => [path, `# ${path}\n[[Nobody]]\n`])));
const slow: Files = {
  list: () => sleep(1000).then(() => quick.list()),
  // All of them at the same time.
  read: (uri) => sleep(900).then(() => ({ base64: btoa(`# ${uri}\n[[Nobody]]\n`) })),
};

test('in a web worker: a slow folder shows how far it is, and that it is done', async (t) => {
  const { ask, heard } = await startWorker(t, slow, {}, { 'window/workDoneProgress/create': () => null });
  assert.equal((await ask('noteCorpus/status', {}))[0].isCorpus, true);
  const progress = heard.filter(({ method }) => method === '$/progress').map(({ params }) => params.value!.kind);
  assert.deepEqual([progress[0], progress[1], progress.at(-1)], ['begin', 'report', 'end']);
});

test('in a web worker: a client that will show no progress, or that takes too long to', async (t) => {
  const refusing = await startWorker(
    t,
    slow,
    {},
    {
      'window/workDoneProgress/create': () => {
        throw new Error('no');
      },
    },
  );
  assert.equal((await refusing.ask('noteCorpus/status', {}))[0].isCorpus, true);
  const late = await startWorker(t, slow, {}, { 'window/workDoneProgress/create': () => sleep(1500).then(() => null) });
  assert.equal((await late.ask('noteCorpus/status', {}))[0].isCorpus, true);
  await sleep(700);
  assert.deepEqual(
    late.heard.filter(({ method }) => method === '$/progress'),
    [],
    'nothing is begun that would never end',
  );
});

test('in a web worker: half a corpus is none: nothing is shown of a folder whose reading was stopped', async (t) => {
  const worker = await startWorker(
    t,
    slow,
    {},
    {
      'window/workDoneProgress/create': ({ token }: { token: string }) => {
        setTimeout(() => worker.tell('window/workDoneProgress/cancel', { token }), 100);
        return null;
      },
    },
  );
  assert.equal((await worker.ask('noteCorpus/status', {}))[0].isCorpus, false);
  await sleep(300);
  assert.equal(
    worker.heard.some(({ method }) => method === 'textDocument/publishDiagnostics'),
    false,
  );
});
