import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { URI } from 'vscode-uri';
import { type Crash, nextAfter } from '../../client/session/crashes.ts';
import { watchPulse } from '../../client/session/pulse.ts';
import { workingIn } from '../../server/protocol.ts';
import { makeFolder, type TestFolder } from '../host/folder.ts';
import { Editor, eventually, openEditor } from './client.ts';
import { MUD } from './corpus.ts';

const STAND_IN = join(import.meta.dirname, 'abortingServer.cjs');

/** The client's part of it, without VS Code: servers that go down are started again as `crashes.ts` and `pulse.ts` say. */
class Sitter {
  readonly crashes: Crash[] = [];
  readonly leftOut = new Set<string>();
  /** What was said of each crash: how long until the next start, and the documents that are left out since. */
  readonly told: string[] = [];
  editor!: Editor;
  readonly #files: TestFolder;
  readonly #trail: string;
  readonly #open = new Map<string, string>();

  constructor(files: TestFolder, trail: string) {
    this.#files = files;
    this.#trail = trail;
  }

  async start(): Promise<void> {
    const initializationOptions = {
      trail: this.#trail,
      careful: this.crashes.length > 0,
      leaveOut: [...this.leftOut],
    };
    this.editor = new Editor(this.#files, { server: [STAND_IN, '--stdio'], initializationOptions, mayFail: true });
    await this.#unlessItDies(this.editor.start());
    for (const [path, text] of this.#open) await this.#unlessItDies(this.editor.open(path, text));
  }

  /** What is said to a server that dies is never answered. */
  async #unlessItDies(said: Promise<void>): Promise<void> {
    await Promise.race([said.catch(() => {}), this.editor.died]);
  }

  async open(path: string, text: string): Promise<void> {
    this.#open.set(path, text);
    await this.#unlessItDies(this.editor.open(path, text));
  }

  /** Looks after the server until it answers, however often it must be started for that. */
  async untilItAnswers(): Promise<void> {
    for (;;) {
      if ((await Promise.race([this.editor.died.then(() => 'died'), this.#answers()])) === 'answers') return;
      await this.editor.kill();
      this.editor.connection.dispose();
      const trail = existsSync(this.#trail) ? readFileSync(this.#trail) : new Uint8Array();
      const working = workingIn(trail).map((path) => URI.file(path).toString());
      this.crashes.push({ at: Date.now(), working });
      const { restartIn, leaveOut } = nextAfter(this.crashes, this.leftOut);
      for (const uri of leaveOut) this.leftOut.add(uri);
      this.told.push(`${restartIn} ${leaveOut.map((uri) => this.editor.pathOf(uri)).join()}`.trim());
      assert.notEqual(restartIn, undefined, this.told.join(' | '));
      await sleep(restartIn!);
      await this.start();
    }
  }

  async #answers(): Promise<string> {
    const { editor } = this;
    let pulse: ReturnType<typeof watchPulse> | undefined;
    const lost = new Promise<string>((resolve) => {
      pulse = watchPulse({
        ask: () => editor.ask('noteCorpus/pulse'),
        isBusy: () => true,
        lost: () => resolve('lost'),
      });
      pulse.beat();
    });
    const status = editor.ask('noteCorpus/status', {}).then(
      () => 'answers',
      () => 'died',
    );
    const answer = await Promise.race([status, lost]);
    pulse?.stop();
    return answer;
  }
}

async function sitter(t: TestContext, picture: string): Promise<Sitter> {
  const files = makeFolder(t, picture);
  const sitter = new Sitter(files, join(makeFolder(t).root, 'cache', 'working-1'));
  t.after(() => sitter.editor.kill());
  await sitter.start();
  return sitter;
}

const SKIPPED = 'brought the language server down twice, and is left out until it changes';

test('a file that kills the server: twice, then it is left out and named, and the rest works', async (t) => {
  const bad = `${MUD}\n=== bad.md\n# Bad\n\nAbort here.\n`;
  const { editor, told } = await (async () => {
    const one = await sitter(t, bad);
    await one.untilItAnswers();
    return one;
  })();
  assert.deepEqual(told, ['200', '200 bad.md']);
  const [status] = await editor.ask('noteCorpus/status', {});
  assert.deepEqual(status.skipped, [{ path: 'bad.md', reason: SKIPPED }]);
  assert.deepEqual([status.notes, status.inquiries, status.pages], [1, 1, 1]);
  const [link] = await editor.ask('textDocument/definition', editor.at('rain.txt', 'Why does |mud'));
  assert.equal(editor.pathOf(link.targetUri), 'mud.txt');
  // It is mended, and the client takes it up.
  editor.files.write('bad.md', '# Good now\n');
  await editor.connection.sendNotification('noteCorpus/leaveOut', { uris: [] });
  await eventually(async () => {
    const [{ pages, skipped }] = await editor.ask('noteCorpus/status', {});
    assert.deepEqual([pages, skipped], [2, []]);
  });
});

test('a file over which the server loops for ever: it is ended twice, and then left out', async (t) => {
  const one = await sitter(t, `${MUD}\n=== bad.md\n# Bad\n\nLoop here.\n`);
  await one.untilItAnswers();
  assert.deepEqual(one.told, ['200', '200 bad.md']);
  assert.equal((await one.editor.ask('noteCorpus/status', {}))[0].skipped.length, 1);
});

test('an open text that kills the server, unsaved: it is left out as it is; the others keep what is unsaved in them', async (t) => {
  const one = await sitter(t, `${MUD}\n=== open.md\n# Open\n\nNothing bad.\n`);
  await one.untilItAnswers();
  await one.open('clay.md', '# What is clay made of, then?\n\nUnsaved.\n');
  await one.open('open.md', '# Open\n\nAbort here.\n');
  await one.untilItAnswers();
  assert.deepEqual(one.told, ['200', '200 open.md']);
  const found = await one.editor.ask('workspace/symbol', { query: 'What is clay made' });
  assert.equal(found[0].name, 'What is clay made of, then?');
  // Nothing that is asked about it, or typed in it, does any harm.
  const textDocument = { uri: one.editor.uri('open.md') };
  assert.deepEqual(await one.editor.ask('textDocument/documentLink', { textDocument }), []);
  await one.editor.type('open.md', ['Abort here.', 'Abort here!']);
  await one.editor.ask('noteCorpus/status', {});
});

test('killed at any moment, a server that is started again answers as before, and blames no document when it was idle', async (t) => {
  const files = makeFolder(t, MUD);
  const [cache, trail] = [files.at('.cache'), files.at('.cache/working-1')];
  const options = { initializationOptions: { cache, trail } };
  for (let kill = 0; kill < 12; kill++) {
    const editor = new Editor(files, options);
    await editor.start();
    await editor.open('rain.txt');
    await sleep(Math.random() * 300);
    await editor.kill();
    editor.connection.dispose();
  }
  const idle = new Editor(files, options);
  await idle.start();
  await idle.quiet();
  await idle.kill();
  idle.connection.dispose();
  assert.deepEqual(workingIn(readFileSync(trail)), [], 'a server that is killed while it rests was at work on nothing');
  const editor = new Editor(files, options);
  t.after(() => editor.end());
  await editor.start();
  const [link] = await editor.ask('textDocument/definition', editor.at('rain.txt', 'Why does |mud'));
  assert.equal(editor.pathOf(link.targetUri), 'mud.txt');
});

test('a sign of life is answered while the corpus is read', async (t) => {
  let answerSettings = (): void => {};
  const settings = new Promise((resolve) => {
    answerSettings = () => resolve({});
  });
  const editor = await openEditor(t, MUD, { settings: () => settings });
  assert.equal(await editor.ask('noteCorpus/pulse'), null);
  answerSettings();
});

test('what to leave out is taken for what it is: uris in any spelling, nonsense for nothing', async (t) => {
  const uris = ['file:///nowhere/a.md', 5, null, ''];
  const editor = await openEditor(t, '=== a b.md\n# A\n=== c.md\n# C\n[[A]]\n', {
    settings: () => ({ corpus: 'always' }),
    initializationOptions: { leaveOut: uris, trail: 7, careful: 'yes' },
  });
  await editor.quiet();
  assert.equal((await editor.ask('noteCorpus/status', {}))[0].pages, 2);
});
