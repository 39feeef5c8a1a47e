import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { cacheFile } from '../../server/host/cacheFile.ts';
import { makeFolder } from './folder.ts';

const bytes = (length: number, from = 0): Uint8Array => Uint8Array.from({ length }, (_, at) => (from + at) % 251);
const soon = (): Promise<void> => Promise.resolve();

test('what was written in pieces is read as a whole, at an address that eight divides', async (t) => {
  const { root } = makeFolder(t);
  const cache = cacheFile('/corpus', join(root, 'caches'));
  assert.equal(cache.read(), undefined);
  assert.equal(await cache.write([bytes(3), bytes(0), bytes(6000, 3)], soon), true);
  const kept = cache.read()!;
  assert.deepEqual(Uint8Array.from(kept), bytes(6003));
  assert.equal(kept.byteOffset % 8, 0);
  assert.equal(readdirSync(join(root, 'caches')).length, 1, 'no draft is left');
});

test('it is of one folder, and none of another', async (t) => {
  const { root } = makeFolder(t);
  await cacheFile('/corpus', root).write([bytes(8)], soon);
  assert.equal(cacheFile('/other', root).read(), undefined);
});

test('damaged anywhere, cut short or longer than it was: it counts as absent', async (t) => {
  const { root } = makeFolder(t);
  const cache = cacheFile('/corpus', root);
  await cache.write([bytes(300)], soon);
  const path = join(root, readdirSync(root)[0]!);
  const whole = readFileSync(path);
  for (const at of [0, 20, 24, 33, 50, 64, 200, whole.length - 1]) {
    const damaged = Buffer.from(whole);
    damaged[at]! ^= 1;
    writeFileSync(path, damaged);
    assert.equal(cache.read(), undefined, `byte ${at}`);
  }
  for (const text of [whole.subarray(0, 100), whole.subarray(0, 10), Buffer.alloc(0), Buffer.concat([whole, whole])]) {
    writeFileSync(path, text);
    assert.equal(cache.read(), undefined, `${text.length} bytes`);
  }
  writeFileSync(path, whole);
  assert.ok(cache.read());
});

test('writing that fails midway leaves what was there', async (t) => {
  const { root } = makeFolder(t);
  const cache = cacheFile('/corpus', root);
  await cache.write([bytes(8)], soon);
  function* broken(): Generator<Uint8Array> {
    yield bytes(4);
    throw new Error('the disk is full');
  }
  assert.equal(await cache.write(broken(), soon), false);
  assert.deepEqual(Uint8Array.from(cache.read()!), bytes(8));
  assert.equal(readdirSync(root).length, 1);
});

test('a place where nothing can be written is no error', async (t) => {
  const { root } = makeFolder(t, '=== file\nx\n');
  const cache = cacheFile('/corpus', join(root, 'file'));
  assert.equal(await cache.write([bytes(8)], soon), false);
  assert.equal(cache.read(), undefined);
});
