import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWordUnit, Words } from '../../../server/core/text/words.ts';

/** The words of a text, those that are alike by the same number. */
function check(text: string, expected: string): void {
  const words = new Words();
  words.read(text, 0, text.length);
  const numbers = new Map<number, number>();
  const shown: string[] = [];
  for (let at = 0; at < words.count; at++) {
    const hash = words.hashes[at]!;
    if (!numbers.has(hash)) numbers.set(hash, numbers.size + 1);
    shown.push(`${text.slice(words.starts[at], words.ends[at])}:${numbers.get(hash)}`);
  }
  assert.equal(shown.join(' '), expected);
}

test('words are runs of letters, digits and marks; what folds alike is alike', () => {
  check('Mud, mud—MUD_2 (rain)!', 'Mud:1 mud:1 MUD:1 2:2 rain:3');
  check('Café cafe\u0301 CAFE\u0301 cafe', 'Café:1 cafe\u0301:1 CAFE\u0301:1 cafe:2');
  check('ΔΡΌΜΟΣ δρόμος', 'ΔΡΌΜΟΣ:1 δρόμος:1');
  check('\u212a k K', '\u212a:1 k:1 K:1');
  check('泥と雨 हिन्दी', '泥と雨:1 हिन्दी:2');
});

test('what folds to more than one unit, or hangs on its neighbours', () => {
  check('İs i\u0307s is', 'İs:1 i\u0307s:1 is:2');
  check('각설이 \u1100\u1161\u11a8설이 가설이', '각설이:1 \u1100\u1161\u11a8설이:1 가설이:2');
  check('\u212bngström ångstro\u0308m', '\u212bngström:1 ångstro\u0308m:1');
});

test('a unit that was never met ends a word, or belongs to one, as it will later', () => {
  for (let time = 0; time < 2; time++) check('mud\u2e3arain\u2e3bЖук жук\u2e3a', 'mud:1 rain:2 Жук:3 жук:3');
});

test('a part of a text, also one that is said to end behind it', () => {
  const words = new Words();
  words.read('mud rain fog', 4, 6);
  words.read('mud', 1, 99);
  assert.deepEqual([...words.starts.subarray(0, 2), ...words.ends.subarray(0, 2)], [4, 1, 6, 3]);
  assert.equal(words.count, 2);
});

test('emoji, halves of pairs and NUL are no words', () => check('🐝mud🐝 \ud83d rain\0fog', 'mud:1 rain:2 fog:3'));

test('more words than there is room for at first', () => {
  const words = new Words();
  const text = 'mud '.repeat(5000);
  words.read(text, 0, text.length);
  assert.equal(words.count, 5000);
  assert.equal(words.hashes[4999], words.hashes[0]);
});

test('what a unit of a word is', () => {
  const units = 'a Z9é\u0301泥_-\u2014🐝\0';
  const found = Array.from({ length: units.length }, (_, at) => isWordUnit(units.charCodeAt(at)));
  assert.equal(
    units
      .split('')
      .filter((_, at) => found[at])
      .join(' '),
    'a Z 9 é \u0301 泥',
  );
  assert.equal(isWordUnit(Number.NaN), false);
});

test('read anew after all was cleared', () => {
  const words = new Words();
  words.read('mud and rain', 0, 12);
  words.clear();
  words.read('fog', 0, 3);
  assert.deepEqual([words.count, words.starts[0], words.ends[0]], [1, 0, 3]);
});
