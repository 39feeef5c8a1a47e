import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from './process.ts';

test('twice as long a text takes at most two and a half times as long, whatever is done with it', async () => {
  for (const { lines, left, stderr } of await Promise.all([run('grow.ts', 0, 2), run('grow.ts', 1, 2)])) {
    assert.deepEqual(lines, []);
    assert.equal(left, undefined, `it hangs, or has ended, at ${left}`);
    assert.equal(stderr, '');
  }
});
