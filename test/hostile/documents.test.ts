import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostileDocuments } from './documents.ts';
import { run } from './process.ts';

test('there are enough hostile documents, and each time the same', () => {
  const documents = hostileDocuments();
  assert.ok(documents.length >= 350, `${documents.length}`);
  assert.equal(new Set(documents.map(({ path }) => path)).size, documents.length);
  assert.deepEqual(hostileDocuments(), documents);
});

test('each is opened, asked about, typed and closed: nothing throws or hangs, ranges are of the text, and all is as read anew', async () => {
  for (const { lines, left, stderr } of await Promise.all([run('look.ts', 0, 2), run('look.ts', 1, 2)])) {
    assert.deepEqual(lines, []);
    assert.equal(left, undefined, `it hangs, or has ended, at ${left}`);
    assert.equal(stderr, '');
  }
});
