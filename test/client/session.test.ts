import './standIn.ts';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { CodeAction, commands, done, EventEmitter, isRegistered, world } from './vscode.ts';

const { openSession } = await import('../../client/session/openSession.ts');

// A server that goes down: what is done, what is said, and that nothing is left behind.

beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'] }));
afterEach(() => {
  mock.timers.reset();
  world.hasTexts = true;
  done.length = 0;
});

/** What is on its way comes through; no time passes. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

async function after(milliseconds: number): Promise<void> {
  mock.timers.tick(milliseconds);
  await settled();
}

/** A session whose servers are started by nobody, and go down when they are told to. */
async function open({ working = [] as string[], canStart = true } = {}) {
  let starts = 0;
  const killed: number[] = [];
  const known = { working, canStart, isStuck: false };
  // biome-ignore lint/suspicious/noExplicitAny: what a client is called with
  let options: any;
  const make = async (given: unknown) => {
    if (!known.canStart) throw new Error('there is no such program');
    const number = ++starts;
    options = given;
    const states = new EventEmitter();
    // The library forgets it with the stop, whether that ends it or not.
    let hasProcess = true;
    const client = {
      start: async () => states.fire({ newState: 2 }),
      onDidChangeState: states.event,
      onNotification: () => {},
      onRequest: () => {},
      sendNotification: async () => {},
      sendRequest: async () => [{ folder: 'file:///notes', isCorpus: true, skipped: [] }],
      dispose: async () => {
        hasProcess = false;
        if (known.isStuck) throw new Error('Stopping the server timed out');
      },
      isRunning: () => true,
      error: () => {},
    };
    const killer = () => {
      const process = hasProcess ? [number] : [];
      return () => void killed.push(...process);
    };
    return { client, end: () => {}, killer, working: async () => known.working };
  };
  const kept = new Map<string, unknown>();
  const memory = {
    get: (key: string, initial: unknown) => kept.get(key) ?? initial,
    update: async (key: string, value: unknown) => void kept.set(key, value),
  };
  const ignore = () => {};
  const log = { debug: ignore, info: ignore, warn: ignore, error: ignore, show: ignore };
  const session = openSession(make as never, log as never, memory as never);
  void session.wake();
  await settled();
  const crash = async () => {
    options.errorHandler.closed();
    await settled();
  };
  const state = (): string => {
    if (session.failed) return 'failed';
    return session.recovering ? 'recovering' : session.active ? 'active' : session.running ? 'running' : 'down';
  };
  const codeActions = async () =>
    options.middleware.provideCodeActions({}, {}, {}, {}, async () => [new CodeAction('Fix')]);
  return { session, known, crash, state, starts: () => starts, killed, codeActions };
}

test('a server that went down is started again, later each time, and after the fifth time no more', async () => {
  const { session, crash, state, starts, killed } = await open();
  assert.equal(state(), 'active');
  for (const [nth, pause] of [200, 500, 1_500, 10_000].entries()) {
    await crash();
    assert.equal(state(), 'recovering');
    await after(pause - 1);
    assert.equal(starts(), nth + 1, 'not yet');
    await after(1);
    assert.deepEqual([state(), starts()], ['active', nth + 2]);
  }
  assert.deepEqual(done, [], 'nobody has to do anything');
  await crash();
  await after(60_000);
  assert.deepEqual([state(), starts(), killed], ['failed', 5, [1, 2, 3, 4, 5]]);
  assert.deepEqual(done, ['error: Note Corpus has stopped working: its language server keeps crashing.']);
  await session.restart();
  await settled();
  assert.deepEqual([state(), starts()], ['active', 6]);
});

test('where there is nothing to start it for any more, nobody is told for ever that it is starting', async () => {
  const { session, crash, state, starts } = await open();
  await crash();
  world.hasTexts = false;
  let isTold = false;
  session.onDidChangeState(() => {
    isTold = true;
  });
  await after(200);
  assert.deepEqual([state(), starts(), isTold], ['down', 1, true]);
});

test('what is stopped stays down, also where it has just gone down', async () => {
  const { session, crash, state, starts } = await open();
  const gone = crash();
  const stopped = session.stop();
  await gone;
  await stopped;
  await after(60_000);
  assert.deepEqual([state(), starts()], ['down', 1]);
});

test('a server that does not let itself be stopped is ended: it would go on behind a closed window', async () => {
  const { session, known, killed } = await open();
  await session.restart();
  await settled();
  assert.deepEqual(killed, [], 'one that can be stopped is not');
  known.isStuck = true;
  await session.stop();
  assert.deepEqual(killed, [2]);
});

test('a server that cannot be started at all is told of once, and tried again when somebody wants it', async () => {
  const { session, known, state, starts } = await open({ canStart: false });
  assert.equal(state(), 'failed');
  await session.wake();
  await after(60_000);
  assert.deepEqual(done, ['error: Note Corpus could not start its language server: there is no such program.']);
  known.canStart = true;
  await session.restart();
  await settled();
  assert.deepEqual([state(), starts()], ['active', 1]);
});

test('documents over which it goes down twice are left out, and their notices do not pile up', async () => {
  const { session, known, crash, state } = await open();
  for (let nth = 0; nth < 8; nth++) {
    known.working = [1, 2].map((at) => `file:///notes/mud-${nth}-${at}.md`);
    await crash();
    await after(10_000);
    await crash();
    await after(10_000);
  }
  assert.deepEqual([state(), session.leftOut.size], ['active', 16]);
  assert.deepEqual(done.slice(0, 2), [
    'warning: Note Corpus leaves out “mud-0-1.md” and 1 other until they change: its language server went down twice over each. The rest of the corpus is as before.',
    'warning: Note Corpus leaves out “mud-1-1.md” and 1 other until they change: its language server went down twice over each. The rest of the corpus is as before.',
  ]);
  assert.equal(done.length, 3, 'the status bar tells the rest');
});

test('quick fixes are there after a restart, too, those of before still do what they said, and all go with the session', async () => {
  const { session, crash, codeActions } = await open();
  const [before] = await codeActions();
  await crash();
  await after(200);
  const [fixed] = await codeActions();
  assert.notEqual(fixed.command.command, before.command.command);
  await session.restart();
  await settled();
  const names: string[] = [before, fixed, ...(await codeActions())].map(({ command }) => command.command);
  assert.equal(new Set(names).size, 3);
  await commands.executeCommand(names[0]!);
  assert.deepEqual(done, []);
  assert.ok(names.every(isRegistered));
  session.dispose();
  assert.ok(!names.some(isRegistered));
});
