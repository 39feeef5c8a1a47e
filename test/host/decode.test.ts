import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, LARGEST } from '../../server/host/decode.ts';

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

test('UTF-8 is text, without its byte order mark, whatever characters it has', () => {
  assert.deepEqual(decode('a.md', bytes('# Mud 🥾\r\n')), { text: '# Mud 🥾\r\n' });
  assert.deepEqual(decode('a.md', bytes([0xef, 0xbb, 0xbf], '# Mud')), { text: '# Mud' });
  assert.deepEqual(decode('a.md', bytes('a\ufeffb\0\u2028')), { text: 'a\ufeffb\0\u2028' }, 'a mark elsewhere stays');
  assert.deepEqual(decode('a.md', bytes()), { text: '' });
});

/** Texts that are no UTF-8, and the byte, from 0, that they are wrong from. */
const WRONG: readonly [what: string, bytes: Uint8Array, from: number][] = [
  ['Latin-1', bytes('caf', [0xe9], ' au lait'), 3],
  ['Latin-1 at the end', bytes('caf', [0xe9]), 3],
  ['the first byte', bytes([0x80], 'abc'), 0],
  ['a character that is cut off', bytes('ab', [0xf0, 0x9f, 0xa5]), 2],
  ['half a surrogate pair', bytes('ab', [0xed, 0xa0, 0x80]), 2],
  ['an overlong character', bytes('🥾', [0xc0, 0xaf]), 4],
  ['after a byte order mark', bytes([0xef, 0xbb, 0xbf], 'ab', [0xff]), 5],
];

for (const [what, text, from] of WRONG) {
  test(`not UTF-8: ${what}`, () => {
    const problem = `is not valid UTF-8 (byte ${from}); save it as UTF-8 to have it read`;
    assert.deepEqual(decode('a.md', text), { problem, document: true });
  });
}

test('UTF-16 is named, of either order', () => {
  const problem = 'is UTF-16 text; save it as UTF-8 to have it read';
  assert.deepEqual(decode('a.md', bytes([0xff, 0xfe, 0x61, 0])), { problem, document: true });
  assert.deepEqual(decode('a.md', bytes([0xfe, 0xff, 0, 0x61])), { problem, document: true });
});

test('a text file that cannot be read is a document only if it begins like one', () => {
  const inquiry = bytes('INQUIRING LINE\n\nDoes it rain?\n', [0xff]);
  const list = bytes('milk\neggs\n', [0xff]);
  assert.equal((decode('a.txt', inquiry) as { document: boolean }).document, true);
  assert.equal((decode('a.txt', list) as { document: boolean }).document, false);
  assert.equal((decode('a.png', inquiry) as { document: boolean }).document, false);
});

test('what is too large is not read; what is just not is', () => {
  const problem = 'is 5 MB large; files of more than 4 MB are not read';
  assert.deepEqual(decode('a.md', Buffer.alloc(LARGEST + 1, 'a')), { problem, document: true });
  assert.deepEqual(decode('a.txt', Buffer.alloc(LARGEST + 1, 'a')), { problem, document: false });
  assert.deepEqual(decode('a.md', Buffer.alloc(LARGEST, 'a')), { text: 'a'.repeat(LARGEST) });
});
