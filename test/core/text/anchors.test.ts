import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchorHash, anchorKey } from '../../../server/core/text/anchors.ts';
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
