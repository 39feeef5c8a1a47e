import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standsAlone } from '../../../server/core/text/boundaries.ts';

/** Whether what is between ‹ and › stands by itself in its text. */
function alone(picture: string): boolean {
  return standsAlone(picture.replace(/[‹›]/g, ''), picture.indexOf('‹'), picture.indexOf('›') - 1);
}

test('between spaces, marks and the ends of a text', () => {
  assert.ok(alone('‹mud›'));
  assert.ok(alone('so ‹mud› is'));
  assert.ok(alone('(‹mud›)'));
  assert.ok(alone('“‹mud›”, so'));
  assert.ok(alone('a/‹mud›/b'));
  assert.ok(alone('🐝‹mud›🐝'));
});

test('not in a word', () => {
  assert.ok(!alone('a‹mud›'));
  assert.ok(!alone('‹mud›s'));
  assert.ok(!alone('‹mud›2'));
  assert.ok(!alone('é‹mud›'));
  assert.ok(!alone('‹mud›\u0301'));
});

test('a hyphen or underscore ties a word to a letter, and is a dash without one', () => {
  for (const tie of ['-', '_', '\u2010', '\u2011']) {
    assert.ok(!alone(`pre${tie}‹mud›`), tie);
    assert.ok(!alone(`‹mud›${tie}2`), tie);
    assert.ok(alone(`so ${tie}‹mud›${tie} so`), tie);
    assert.ok(alone(`${tie}‹mud›${tie}`), tie);
  }
  assert.ok(alone('so\u2014‹mud›\u2014so'), 'a dash');
  assert.ok(alone('so.‹mud›.so'));
});

test('a plus, a number sign, and an apostrophe with a letter belong to the word before', () => {
  assert.ok(!alone('‹C›++'));
  assert.ok(!alone('‹C›#'));
  assert.ok(!alone('‹don›’t'));
  assert.ok(!alone("‹don›'t"));
  assert.ok(!alone("‹mud›'2"));
  assert.ok(alone("‹mud›' so"));
  assert.ok(alone("‹mud›'"));
  assert.ok(alone('‹mud› +1'));
  assert.ok(alone('‹mud›.#'));
  assert.ok(alone('#‹mud›'));
});

test('what ends or begins with a mark stands alone there', () => {
  assert.ok(alone('‹mud?›so'));
  assert.ok(alone('so‹“mud”›'));
  assert.ok(alone('‹C++›11'));
  assert.ok(!alone('so‹mud?›'));
});
