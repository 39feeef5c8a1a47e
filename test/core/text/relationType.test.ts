import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typedSentence } from '../../../server/core/index.ts';

const drawn = (sentence: string): string => {
  const { type, rest } = typedSentence(sentence);
  return `${type ?? '–'} | ${rest}`;
};

test('the leading word or two before a colon is the type, in lower case', () => {
  const picture = {
    'grounds: the plates stick': 'grounds | the plates stick',
    'Extends: the plates': 'extends | the plates',
    'Builds on: the plates': 'builds on | the plates',
    '*contradicts*: the plates': 'contradicts | the plates',
    '**grounds:** the plates': 'grounds | the plates',
    'widerspricht : den Platten': '– | widerspricht : den Platten',
    'ergänzt: die Platten': 'ergänzt | die Platten',
    'erga\u0308nzt: die Platten': 'ergänzt | die Platten',
    'grounds: extends: both': 'grounds | extends: both',
  };
  for (const [sentence, expected] of Object.entries(picture)) assert.equal(drawn(sentence), expected);
});

test('other colons are part of the sentence', () => {
  for (const sentence of [
    'https://example.org tells of the plates',
    'https: is no word here',
    'the plates of clay: they slide',
    'unbelievablylongwordsare: no type',
    'grounds:the plates',
    'grounds:',
    'grounds: ',
    ': nothing',
    '2: the plates',
    'a-b: the plates',
    '',
    'StepWiser addresses step boundaries; others the rest',
  ])
    assert.equal(drawn(sentence), `– | ${sentence}`);
});

test('up to twenty letters are a type; words that only hold `https` are one, it is none', () => {
  assert.equal(drawn('abcdefghij klmnopqrs: so'), 'abcdefghij klmnopqrs | so');
  assert.equal(drawn('abcdefghij klmnopqrst: so'), '– | abcdefghij klmnopqrst: so');
  assert.equal(drawn('see https: so'), 'see https | so');
  assert.equal(drawn('https mirror: so'), 'https mirror | so');
  assert.equal(drawn('HTTP: so'), '– | HTTP: so');
  assert.equal(drawn('grounds:  so'), 'grounds | so');
});
