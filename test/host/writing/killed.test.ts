import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Recovered, recover } from '../../../server/host/cli/writing/recover.ts';
import { shell } from '../console.ts';
import { makeFolder, type TestFolder } from '../folder.ts';

// A process that replaces forty files again and again is killed at a random moment; the next run makes all of one generation.

/** More by hand: `NOTE_CORPUS_KILLS=1000`. */
const KILLS = Number(process.env.NOTE_CORPUS_KILLS ?? 24);

const PROGRAM = join(import.meta.dirname, 'replaceForever.ts');

async function killSome(folder: TestFolder, from: number): Promise<void> {
  const args = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', PROGRAM, folder.root, String(from)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
  child.kill('SIGKILL');
  assert.equal(await gone, 'SIGKILL', 'it went on until it was killed');
}

/** One that was killed before it wrote a word to its journal seems to begin just now; later it does not. */
function recoverOf(folder: TestFolder): Recovered | undefined {
  try {
    return recover(folder.root);
  } catch (error) {
    assert.match((error as Error).message, /^another run is writing to this folder just now/);
    utimesSync(folder.at('.note-corpus-journal'), 1e9, 1e9);
    return recover(folder.root);
  }
}

const generationsIn = (folder: TestFolder): number[] => [
  ...new Set(readdirSync(folder.root).map((path) => Number(/\d+$/.exec(folder.read(path))![0]))),
];

test('killed at any moment, the files are all old or all new after the next run, and nothing else lies there', async (t) => {
  const folder = makeFolder(t);
  for (let at = 10; at < 50; at++) folder.write(`note${at}-0.md`, `# Note ${at}\n\nOf generation 0`);
  const outcomes = { none: 0, old: 0, new: 0 };
  for (let kill = 0; kill < KILLS; kill++) {
    const [generation = 0] = generationsIn(folder);
    await killSome(folder, generation);
    outcomes[recoverOf(folder)?.all ?? 'none']++;
    const names = readdirSync(folder.root);
    assert.equal(names.filter((name) => /^note\d\d-\d+\.md$/.test(name)).length, 40, names.join(' '));
    assert.equal(names.length, 40, names.join(' '));
    assert.equal(generationsIn(folder).length, 1, `after kill ${kill}`);
  }
  t.diagnostic(`${KILLS} kills: ${JSON.stringify(outcomes)}`);
  assert.ok(outcomes.old + outcomes.new > 0, 'some were killed while they wrote');
});

test('the next --write says what it did of a run that was broken off; other commands say that there is one', (t) => {
  const folder = makeFolder(t, '=== a.md\n# A\n');
  folder.write('.note-corpus-journal', '{"stage": "prep');
  utimesSync(folder.at('.note-corpus-journal'), 1e9, 1e9);
  assert.deepEqual(shell('note-corpus check', folder.root).stderr.split('\n'), [
    'note-corpus: a run is writing here, or was broken off; the next --write completes or undoes it',
    '',
  ]);
  const { stderr, code } = shell('note-corpus fix --write', folder.root);
  assert.deepEqual(
    [stderr, code],
    ['note-corpus: an earlier run was broken off while it wrote, before it changed anything\n', 0],
  );
  assert.deepEqual(readdirSync(folder.root), ['a.md']);
});
