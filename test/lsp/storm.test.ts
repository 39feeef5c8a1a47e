import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logTo } from '../../server/lsp/guard.ts';
import type { Session } from '../../server/lsp/session.ts';
import { sweeper } from '../../server/lsp/sweep.ts';
import { eventually, openEditor } from './client.ts';

const ALL = 10_000;

/** A machine that does much else needs its time, in milliseconds. */
const PATIENCE = 60_000;

test('ten thousand files change at once, events are lost, doubled, wrong and out of order: what is on the disk counts', async (t) => {
  const editor = await openEditor(t, '=== index.md\n# Index\n\n[[Note 17]]\n');
  await editor.quiet();
  const paths = Array.from({ length: ALL }, (_, at) => `${at % 100}/${at}.md`);
  const write = (generation: number): void => {
    for (const [at, path] of paths.entries()) {
      // Every seventh is there in one generation, and gone in the next.
      if (at % 7 === 0 && generation === 2) editor.files.remove(path);
      else editor.files.write(path, `# Note ${at}\n\n[[Note ${(at + generation) % ALL}]] ${'.'.repeat(generation)}\n`);
    }
  };
  write(1);
  await editor.watched('created 0', ...paths.filter((_, at) => at % 10 > 0).map((path) => `created ${path}` as const));
  await eventually(async () => assert.equal((await editor.ask('noteCorpus/status', {}))[0].pages, ALL + 1), PATIENCE);
  write(2);
  const kinds = ['created', 'changed', 'deleted'] as const;
  const events = paths.flatMap((path, at) =>
    // A tenth is lost, a tenth comes twice.
    at % 10 === 3 ? [] : at % 10 === 4 ? [`deleted ${path}`, `created ${path}`] : [`${kinds[at % 3]!} ${path}`],
  ) as `changed ${string}`[];
  events.reverse();
  for (let at = 0; at < events.length; at += 1000) await editor.watched(...events.slice(at, at + 1000));
  const there = paths.filter((_, at) => at % 7 > 0).length;
  await eventually(async () => assert.equal((await editor.ask('noteCorpus/status', {}))[0].pages, there + 1), PATIENCE);
  await eventually(async () => {
    // Of those whose event was lost, too.
    for (const at of [13, 1003, 5013, 9993]) {
      const [link] = await editor.ask('textDocument/definition', editor.at(paths[at]!, `[[|Note ${at + 2}`));
      assert.equal(editor.pathOf(link.targetUri), paths[at + 2]);
    }
  }, PATIENCE);
});

const PAIR = '=== rain.md\n# Rain\n[[Why does mud stick?]]\n=== mud.md\n# Why does mud stick?\n';
const DANGLING =
  'rain.md:2 "Why does mud stick?" warning dangling-reference: No document has the title “Why does mud stick?”.';

test('changes that nobody announces are found when the window is back: made, changed, deleted', async (t) => {
  const editor = await openEditor(t, PAIR);
  await editor.quiet();
  editor.files.remove('mud.md');
  await editor.connection.sendNotification('noteCorpus/lookAgain');
  await editor.finds(DANGLING);
});

test('a file that was changed, and one that is new', async (t) => {
  const editor = await openEditor(t, PAIR);
  await editor.quiet();
  editor.files.write('rain.md', '# Rain\n[[What is clay made of?]]\n');
  editor.files.write('soil/clay.md', '# What is clay made of?\n');
  await editor.connection.sendNotification('noteCorpus/lookAgain');
  await eventually(async () => assert.equal((await editor.ask('noteCorpus/status', {}))[0].pages, 3));
  assert.equal(editor.findings, '');
  const [link] = await editor.ask('textDocument/definition', editor.at('rain.md', '[[|What'));
  assert.equal(editor.pathOf(link.targetUri), 'soil/clay.md');
});

test('however often the window comes back, the disk is looked at once in ten seconds, and never by itself', async () => {
  let [time, looks] = [0, 0];
  const session = {
    ready: async () => {
      looks++;
    },
    corpora: [],
  } as unknown as Session;
  const sweep = sweeper(session, logTo({ error: assert.fail, info: () => {} }), () => time);
  for (; time < 60_000; time += 100) sweep();
  assert.equal(looks, 6);
  time += 1e9;
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(looks, 6);
});

test('files that seem other ones with each look are looked at once more, and not for ever', {
  timeout: 60_000,
}, async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const paths = Array.from({ length: 1000 }, (_, at) => `${at}.md`);
  let looks = 0;
  const corpus = {
    uris: { uriOf: (path: string) => path },
    snapshot: { files: new Set(paths) },
    listAgain: async () => paths,
    changedOnDisk: async () => {
      looks++;
      return paths;
    },
  };
  const session = {
    ready: async () => {},
    corpora: [corpus],
    filesChanged: (uris: readonly string[]) => setTimeout(() => session.whenFilesChanged(uris.length), 10),
    whenFilesChanged: (_: number): void => {},
  };
  sweeper(session as unknown as Session, logTo({ error: assert.fail, info: () => {} }));
  session.whenFilesChanged(paths.length);
  for (let second = 0; second < 100; second++) {
    t.mock.timers.tick(1000);
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  }
  assert.equal(looks, 1);
});

test('a look that fails is told in the log, and ends nothing', async () => {
  const told: string[] = [];
  const session = {
    ready: async () => {},
    get corpora() {
      throw new Error('out of hands');
    },
  };
  sweeper(session as unknown as Session, logTo({ error: (message) => told.push(message), info: () => {} }))();
  await new Promise((resolve) => setTimeout(resolve, 10));
  assert.match(told.join(), /^Error: out of hands/);
});
