import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { Folder } from '../../server/lsp/ports.ts';
import { serve } from '../../server/lsp/server.ts';
import type { StatusResult } from '../../server/protocol.ts';
import { eventually } from './client.ts';
import { countingFolder } from './reading/countingFolder.ts';

// A network's disk that stops answering, and goes on: the server in this process, over a connection, with a folder in memory.

const URI = 'file:///notes';

interface Network {
  readonly texts: ReturnType<typeof countingFolder>['files'];
  readonly client: ProtocolConnection;
  /** Findings by uri, of those that have any. */
  readonly findings: Map<string, number>;
  /** From now on nothing is answered: no list, or nothing at all. */
  stall(what: 'list' | 'all'): void;
  /** All is answered that was asked. */
  answer(): void;
  status(): Promise<StatusResult>;
}

async function network(
  t: TestContext,
  texts: Readonly<Record<string, string>>,
  stalled?: 'list' | 'slow',
): Promise<Network> {
  const { readNow: _, cache: __, ...inner } = countingFolder(texts);
  let stalls: 'list' | 'all' | undefined = stalled === 'list' ? stalled : undefined;
  let waiting: (() => void)[] = [];
  const late = async <T>(isStalled: boolean, ask: () => Promise<T>): Promise<T> => {
    if (isStalled) await new Promise<void>((resolve) => waiting.push(resolve));
    return ask();
  };
  const folder: Folder = {
    ...inner,
    patience: PATIENCE,
    async list(...given) {
      if (stalled === 'slow') await sleep(LONG);
      return late(stalls !== undefined, () => inner.list(...given));
    },
    read: (path) => late(stalls === 'all', () => inner.read(path)),
    kindsOf: (paths) => late(stalls === 'all', () => inner.kindsOf(paths)),
    stampsOf: (paths) => late(stalls === 'all', () => inner.stampsOf!(paths)),
  };
  const [up, down] = [new PassThrough(), new PassThrough()];
  serve(createConnection(up, down), () => folder, '0.0.0');
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  t.after(() => client.dispose());
  const findings = new Map<string, number>();
  client.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
    if (diagnostics.length > 0) findings.set(uri, diagnostics.length);
    else findings.delete(uri);
  });
  client.listen();
  const workspaceFolders = [{ uri: URI, name: 'notes' }];
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { workspace: { workspaceFolders: true } },
    workspaceFolders,
  });
  await client.sendNotification('initialized', {});
  return {
    texts: inner.files,
    client,
    findings,
    stall(what) {
      stalls = what;
    },
    answer() {
      stalls = undefined;
      for (const act of waiting) act();
      waiting = [];
    },
    status: () => client.sendRequest('noteCorpus/status', {}),
  };
}

const PAIR = { 'rain.md': '# Rain\n\n[[Why does mud stick?]]\n', 'mud.md': '# Why does mud stick?\n' };

/** So long the server waits for the disk, in milliseconds. */
const PATIENCE = 500;

/** More than that. */
const LONG = 700;

const pages = async ({ status }: Network): Promise<number | undefined> => (await status())[0]?.pages;

test('what is known stays known while the disk does not answer, and nothing is said to be missing', async (t) => {
  const notes = await network(t, PAIR);
  assert.equal(await pages(notes), 2);
  notes.stall('all');
  await notes.client.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: `${URI}/mud.md`, type: 2 }],
  });
  await eventually(async () => {
    const [status] = await notes.status();
    assert.deepEqual([status?.pages, status?.skipped], [2, [{ path: 'mud.md', reason: 'is not answering' }]]);
  });
  assert.deepEqual([...notes.findings], []);
  notes.texts.set('mud.md', { text: '# Clay\n', modified: 2 });
  notes.answer();
  await eventually(async () => assert.deepEqual([...notes.findings], [[`${URI}/rain.md`, 1]]));
  assert.deepEqual((await notes.status())[0]?.skipped, []);
});

test('a folder that was taken away is not read again when its disk answers', async (t) => {
  const notes = await network(t, PAIR, 'list');
  await sleep(LONG);
  assert.equal(await pages(notes), 0);
  const event = { added: [], removed: [{ uri: URI, name: 'notes' }] };
  await notes.client.sendNotification('workspace/didChangeWorkspaceFolders', { event });
  assert.deepEqual(await notes.status(), []);
  notes.answer();
  await sleep(100);
  assert.deepEqual(await notes.status(), []);
});

test('a disk that takes longer than that for a list is waited for longer the next time', async (t) => {
  const notes = await network(t, PAIR, 'slow');
  assert.equal(await pages(notes), 0);
  await eventually(async () => assert.equal(await pages(notes), 2));
});
