import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { DIST, makeFolder } from '../host/folder.ts';
import { fuzz } from '../hostile/fuzz.ts';
import { MUD } from '../lsp/corpus.ts';

/** Each of the runs; by hand longer: `MILLISECONDS=600000 SEED=7`. */
const MILLISECONDS = Number(process.env.MILLISECONDS ?? 30_000);

test('whatever an editor sends, the server lives and goes on answering', async (t) => {
  const fresh = Math.floor(Math.random() * 1_000_000);
  for (const seed of process.env.SEED ? [Number(process.env.SEED)] : [20260101, fresh]) {
    for (const spoils of [false, true]) {
      const root = makeFolder(t, MUD).root;
      const fuzzed = await fuzz(join(DIST, 'server.cjs'), root, seed, MILLISECONDS, spoils);
      t.diagnostic(`seed ${seed}: ${fuzzed.sent} messages, ${fuzzed.answered} answers`);
      assert.deepEqual(fuzzed.fault, undefined);
      assert.ok(fuzzed.sent > 100);
      if (!spoils) assert.deepEqual(fuzzed.failed, [], `handlers that threw, SEED=${seed}`);
    }
  }
});
