import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distance } from '../../../server/core/index/distance.ts';
import { unlikeness } from '../../../server/core/index/unlike.ts';

/** What two titles are apart, and how many words they have that say something. */
const apart = (a: string, b: string): string => {
  const found = unlikeness(a, b);
  return found ? `${Math.round(100 * found.apart) / 100} of ${found.words}` : 'another thing';
};

test('words that say little weigh little, whichever of two titles has them', () => {
  assert.equal(apart('why does mud stick', 'why does mud stick'), '0 of 2');
  assert.equal(apart('why does mud stick', 'why does the mud stick'), '0.3 of 2');
  assert.equal(apart('why does mud stick', 'why mud stick'), '0.3 of 2');
  assert.equal(apart('why mud stick', 'why does mud stick'), '0.3 of 2');
  assert.equal(apart('why does mud stick', 'why can mud stick'), '0.8 of 2');
  assert.equal(apart('why does mud stick to boots', 'why does mud stick'), '1.3 of 3');
});

test('words of another form, in another place, or written as one', () => {
  assert.equal(apart('why does mud stick', 'why does mud stik'), '0.35 of 2');
  assert.equal(apart('do cats purr', 'do cast purr'), '0.35 of 2', 'the same letters');
  assert.equal(apart('is nation old', 'is notion old'), '0.35 of 2');
  assert.equal(apart('is station old', 'is notation old'), '0.35 of 2', 'two letters of a long word');
  assert.equal(apart('why does rain form mud', 'why does form rain mud'), '0.75 of 3');
  assert.equal(apart('is rain water clean', 'is rainwater clean'), '0.35 of 3');
  assert.equal(apart('is rainwater clean', 'is rain water clean'), '0.35 of 3');
});

test('other words', () => {
  assert.equal(apart('why does mud stick', 'why does clay stick'), '1.5 of 2');
  assert.equal(apart('is cat so', 'is cot so'), '1.5 of 1', 'a letter of three is another word');
  assert.equal(apart('is ox so', 'is fox so'), '1.5 of 1');
  assert.equal(apart('does abcdefgh matter', 'does abcdxyzh matter'), '1.5 of 2');
  assert.equal(apart('why does mud form rain', 'why does rain form mud'), '2.75 of 3');
});

test('other numbers, other signs and the opposite are another thing; marks around words are nothing', () => {
  assert.equal(apart('why does mud stick', 'why does mud not stick'), 'another thing');
  assert.equal(apart('how to learn c', 'how to learn c++'), 'another thing');
  assert.equal(apart('is 3 enough', 'is 4 enough'), 'another thing');
  assert.equal(apart('is vitamin c good', 'is vitamin d good'), 'another thing');
  assert.equal(apart('is it a fact', 'is it fact'), '0.3 of 1');
  assert.equal(apart('why "mud" sticks', 'why mud sticks'), '0 of 2');
  assert.equal(apart("is mud's colour brown", 'is mud colour brown'), '0 of 3');
});

test('the distance of two words, up to the most that is asked for', () => {
  assert.equal(distance('mud', 'mud', 2), 0);
  assert.equal(distance('mud', 'mad', 2), 1);
  assert.equal(distance('mud', 'muds', 2), 1);
  assert.equal(distance('muds', 'mud', 2), 1);
  assert.equal(distance('boots', 'roots', 1), 1);
  assert.equal(distance('aab', 'ab', 2), 1);
  assert.equal(distance('stick', 'stcik', 2), 2);
  assert.equal(distance('rainy', 'grains', 3), 2);
  assert.equal(distance('kitten', 'sitting', 3), 3);
  assert.equal(distance('abcd', 'badc', 4), 3);
  assert.equal(distance('', 'mud', 3), 3);
  assert.ok(distance('clay', 'lacy', 1) > 1);
  assert.ok(distance('', 'mud', 2) > 2);
  assert.ok(distance('kitten', 'sitting', 2) > 2);
});

test('words longer than there is room for at first', () => {
  assert.equal(distance('ab'.repeat(300), 'ba'.repeat(300), 3), 2);
  assert.equal(distance('ab'.repeat(300), 'xy'.repeat(300), 1000), 600);
});
