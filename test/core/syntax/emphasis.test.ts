import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summarize } from '../../../server/core/index.ts';

/** A heading as it is written, and as it is read. */
function check(written: string, read: string): void {
  assert.equal(summarize('a.md', `# ${written}\n`)!.title.text, read, written);
}

test('marks of emphasis are no words', () => {
  check('*foo* _bar_ **baz** __x__ ***y***', 'foo bar baz x y');
  check('*foo**bar**baz*', 'foobarbaz');
  check('**foo*bar***', 'foobar');
  check('***foo* bar**', 'foo bar');
  check('***foo** bar*', 'foo bar');
  check('**a `*` b**', 'a * b');
});

test('of runs of other lengths what is left over stays', () => {
  check('*foo**', 'foo*');
  check('**foo*', '*foo');
  check('**a*', '*a');
  check('foo**bar*baz', 'foo**bar*baz');
});

test('runs in the middle of a word go together where both are of threes, or their sum is not', () => {
  check('foo***bar***baz', 'foobarbaz');
  check('foo******bar*********baz', 'foobar***baz');
  check('foo*bar**baz*', 'foobar**baz');
  check('*a**b*', 'a**b');
});

test('a run that opens or closes nothing', () => {
  check('* a*', '* a*');
  check('a * b * c', 'a * b * c');
  check('a*"b"*c', 'a*"b"*c');
  check('****', '****');
  check('\\*a*', '*a*');
  check('*a\\**', 'a*');
  check('&amp; &#42;a*', '& *a*');
  check('*a [b*](c) d*', 'a b* d');
});

test('underlines within words are letters', () => {
  check('_a_b_', 'a_b');
  check('a_b_', 'a_b_');
  check('_(a)_b', '_(a)_b');
  check('a__b__c', 'a__b__c');
  check('__a__b', '__a__b');
  check('*a _b* c_', 'a _b c_');
});

test('code: one space at both ends is none of it, unless there is nothing else', () => {
  check('x` a b `y', 'xa by');
  check('x` a`y', 'x ay');
  check('x`  a `y', 'x ay');
  check('x``a`b``y', 'xa`by');
  check('x`a', 'x`a');
  check('x``a`y', 'x``a`y');
});

test('a backslash escapes marks, and nothing else', () => {
  for (const mark of '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~') check(`a\\${mark}b`, `a${mark}b`);
  for (const sign of ' 09AZazé—') check(`a\\${sign}b`, `a\\${sign}b`);
});
