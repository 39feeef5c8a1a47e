import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { backlinksOf, documentsOf, type Snapshot, Workspace } from '../../server/core/index.ts';
import { cacheFile } from '../../server/host/cacheFile.ts';
import { nodeFolder } from '../../server/host/nodeFolder.ts';
import { keep } from '../../server/lsp/reading/keep.ts';
import { load } from '../../server/lsp/reading/load.ts';
import { MUD } from '../lsp/corpus.ts';
import { makeFolder } from './folder.ts';

/** More by hand: `NOTE_CORPUS_KILLS=1000 NOTE_CORPUS_DAMAGES=100000`. */
const KILLS = Number(process.env.NOTE_CORPUS_KILLS ?? 24);
const DAMAGES = Number(process.env.NOTE_CORPUS_DAMAGES ?? 10_000);
/** So many of them are looked at by a whole start of the program. */
const STARTS = DAMAGES / 20;

const PROGRAM = join(import.meta.dirname, 'writeCacheForever.ts');

/** The same numbers in each run (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** One of the things that happen to bytes: some are other ones, some are missing, two stretches change places, all is repeated. */
function damaged(whole: Buffer, next: (below: number) => number): Buffer {
  const bytes = Buffer.from(whole);
  switch (next(6)) {
    case 0:
      return bytes.subarray(0, next(bytes.length));
    case 1: {
      const [from, to, length] = [next(bytes.length), next(bytes.length), 1 + next(200)];
      const stretch = Buffer.from(bytes.subarray(from, from + length));
      bytes.copy(bytes, from, to, to + length);
      stretch.copy(bytes, to);
      return bytes;
    }
    case 2:
      return Buffer.concat([bytes, bytes.subarray(0, next(bytes.length))]);
    case 3:
      return bytes.fill(next(256), next(bytes.length));
    default:
      for (let count = 1 + next(5); count > 0; count--) bytes[next(bytes.length)]! ^= 1 << next(8);
      return bytes;
  }
}

const drawn = (snapshot: Snapshot): string =>
  JSON.stringify(
    documentsOf(snapshot).map((document) => [
      document.path,
      document.kind,
      document.title.text,
      backlinksOf(snapshot, document).map((each) => each.document.path),
    ]),
  );

async function start(root: string, place: string, keeps: boolean): Promise<{ answers: string; read: number }> {
  const folder = nodeFolder(root, { cache: place });
  const workspace = new Workspace((path) => readFileSync(join(root, path), 'utf8'), { minimumWords: 3 });
  const loaded = (await load(
    workspace,
    folder,
    [],
    () => {},
    () => true,
  ))!;
  const snapshot = workspace.apply(loaded.changes);
  if (keeps) await keep(workspace, folder, loaded.stamps);
  return { answers: drawn(snapshot), read: loaded.read.length };
}

test(`bytes of the cache are changed, ${DAMAGES} times: it counts as absent, or it is what it was; the answers are right`, async (t) => {
  const { root } = makeFolder(t, MUD);
  const place = makeFolder(t).root;
  const first = await start(root, place, true);
  assert.equal(first.read, 3);
  const path = join(place, readdirSync(place)[0]!);
  const whole = readFileSync(path);
  const cache = cacheFile(root, place);
  const kept = Buffer.from(cache.read()!);
  const next = random(7);
  let [absent, same] = [0, 0];
  for (let at = 0; at < DAMAGES; at++) {
    writeFileSync(path, damaged(whole, next));
    const read = cache.read();
    if (read === undefined) absent++;
    else {
      assert.ok(kept.equals(read), `damage ${at}`);
      same++;
    }
    if (at % (DAMAGES / STARTS) === 0) assert.equal((await start(root, place, false)).answers, first.answers);
  }
  t.diagnostic(`${absent} times absent, ${same} times as it was`);
  assert.ok(absent > 0.9 * DAMAGES);
  writeFileSync(path, whole);
  assert.deepEqual(await start(root, place, false), { answers: first.answers, read: 0 }, 'the whole one is taken up');
});

/** A process that writes caches, and how it is ended. */
async function writer(t: TestContext, root: string, place: string, byte: number): Promise<() => Promise<void>> {
  const args = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', PROGRAM, root, place, String(byte)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };
  t.after(kill);
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return kill;
}

/** What is kept is whole: as long as it was written, and of one byte. */
function isWhole(bytes: Uint8Array | undefined): boolean {
  return bytes?.length === (1000 * 63 * 64) / 2 && bytes.every((each) => each === bytes[0]);
}

test('killed while it writes: what was kept before, or what is new, and the next one sweeps what is left', async (t) => {
  const place = makeFolder(t).root;
  let drafts = 0;
  let isThere = false;
  for (let kill = 0; kill < KILLS || !isThere; kill++) {
    const end = await writer(t, '/corpus', place, kill);
    // A busy machine needs longer until there is a first one.
    await sleep(20 + Math.random() * (isThere ? 80 : 80 * (kill + 1)));
    await end();
    const kept = cacheFile('/corpus', place).read();
    assert.ok(isWhole(kept) || (!isThere && kept === undefined), `kill ${kill}`);
    isThere ||= kept !== undefined;
    drafts += readdirSync(place).filter((name) => /\.\d+-\d+$/.test(name)).length;
    // Its own way to be kept is not in the way of others: what the killed one left is taken away.
    await cacheFile('/other', place).write([new Uint8Array(8)], async () => {});
    assert.equal(readdirSync(place).length, isThere ? 2 : 1, readdirSync(place).join(' '));
  }
  t.diagnostic(`${KILLS} kills left ${drafts} drafts`);
});

test('two processes write one cache, and a third reads it: always one that is whole', async (t) => {
  const place = makeFolder(t).root;
  const ends = await Promise.all([writer(t, '/corpus', place, 1), writer(t, '/corpus', place, 2)]);
  const cache = cacheFile('/corpus', place);
  let seen = 0;
  const bytes = new Set<number>();
  for (const until = Date.now() + 1500; Date.now() < until || seen === 0; await sleep(1)) {
    const read = cache.read();
    if (!read) continue;
    assert.ok(isWhole(read));
    bytes.add(read[0]! % 2);
    seen++;
  }
  for (const end of ends) await end();
  assert.ok(isWhole(cache.read()));
  t.diagnostic(`${seen} times read, written by ${bytes.size} processes`);
});
