import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchorHash, anchorKey, wordsHash } from '../../../server/core/text/anchors.ts';
import { hardText, holds } from '../arbitraries.ts';

test('what a heading is called, by its words and as sites call it', () => {
  const alike = (...headings: string[]): string => {
    const keys = new Set(headings.map(anchorKey));
    assert.equal(keys.size, 1, [...keys].join(' | '));
    return [...keys][0]!;
  };
  assert.equal(alike('How clay: holds!', 'how-clay-holds', 'How clay holds', ' how  clay—holds'), 'how-clay-holds');
  assert.equal(alike('Cafe\u0301 & tea', 'café-tea', 'Café tea'), 'café-tea');
  assert.equal(alike('C++', 'c'), 'c');
  assert.equal(alike('🐝', '?'), '');
});

test('property: headings of one key have one number, and a key is its own key', () => {
  holds(hardText, (text) => {
    const key = anchorKey(text);
    assert.equal(anchorKey(key), key);
    assert.equal(anchorHash(text), anchorHash(key), JSON.stringify(text));
  });
});

test('two headings have one number where they have one key, whatever stands in them', () => {
  const numbers = new Map<string, number>();
  const keys = new Map<number, string>();
  for (let unit = 0; unit < 256; unit++) {
    const character = String.fromCharCode(unit);
    for (const heading of [`${character}x`, `x${character}y`, `x${character}`]) {
      const [key, number] = [anchorKey(heading), anchorHash(heading)];
      assert.equal(numbers.get(key) ?? number, number, JSON.stringify(heading));
      assert.equal(keys.get(number) ?? key, key, JSON.stringify(heading));
      numbers.set(key, number);
      keys.set(number, key);
    }
  }
});

test('words are the same wherever their lines break', () => {
  assert.equal(wordsHash(' Why mud\n> sticks '), wordsHash('Why mud sticks'));
  assert.notEqual(wordsHash('Why mud sticks'), wordsHash('why mud sticks'));
  assert.notEqual(wordsHash('Why mud sticks'), wordsHash('Whymud sticks'));
});
