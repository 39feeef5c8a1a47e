import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { DIST, makeFolder } from '../host/folder.ts';
import { MUD } from '../lsp/corpus.ts';
import { fuzz } from './fuzz.ts';

/** By hand longer: `MILLISECONDS=600000 SEED=7`. */
const MILLISECONDS = Number(process.env.MILLISECONDS ?? 15_000);

test('whatever an editor sends, the server lives and goes on answering', async (t) => {
  const fresh = Math.floor(Math.random() * 1_000_000);
  for (const seed of process.env.SEED ? [Number(process.env.SEED)] : [20260101, fresh]) {
    const { sent, answered, fault } = await fuzz(join(DIST, 'server.cjs'), makeFolder(t, MUD).root, seed, MILLISECONDS);
    t.diagnostic(`seed ${seed}: ${sent} messages, ${answered} answers`);
    assert.deepEqual(fault, undefined);
    assert.ok(sent > 100);
  }
});
