import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countWords, fold, oneLine, splitMarks } from '../../../server/core/text/fold.ts';
import { cpuNow } from '../../cpu.ts';
import { hardText, holds } from '../arbitraries.ts';

/** All of these are one name; those behind `not` are others. */
function check(name: string, same: readonly string[], { not = [] }: { not?: readonly string[] } = {}): void {
  for (const each of same) assert.equal(fold(each), fold(name), `“${each}” is “${name}”`);
  for (const each of not) assert.notEqual(fold(each), fold(name), `“${each}” is not “${name}”`);
}

test('letter case, of any script, in any locale', () => {
  check('Does rain cause mud', ['does rain cause mud', 'DOES RAIN CAUSE MUD']);
  check('ΠΌΤΕ ΒΡΈΧΕΙ ΣΤΟΥΣ ΔΡΌΜΟΥΣ', ['πότε βρέχει στους δρόμους']);
  check('Ist der Teig aus Weiß', ['ist der teig aus WEIẞ']);
});

test('the dotted and the dotless i are four letters, except that I is i', () => {
  check('ISPARTA', ['isparta'], { not: ['ısparta', 'İsparta'] });
  check('İstanbul rain', ['i\u0307stanbul rain'], { not: ['Istanbul rain', 'ıstanbul rain'] });
});

test('accents, composed or not', () => {
  check('The café in the rain', ['The cafe\u0301 in the rain'], { not: ['The cafe in the rain'] });
  check('각설이 타령', ['각설이 타령'.normalize('NFD')]);
});

test('white space of every kind, and a line break inside a block quote', () => {
  check(
    'Why mud sticks',
    [
      'Why  mud\tsticks',
      ' Why mud sticks ',
      'Why\u00a0mud\u2003sticks',
      'Why\nmud\r\nsticks',
      'Why mud\n> sticks',
      'Why mud\r > > sticks',
    ],
    {
      not: ['Whymud sticks', 'Why mud > sticks'],
    },
  );
});

test('quotes and dashes', () => {
  check(`The baker's "crumb" - so called`, [
    'The baker’s “crumb” – so called',
    'The baker‘s „crumb‟ — so called',
    'The baker′s ″crumb″ ‑ so called',
  ]);
  check('Mud - and rain', ['Mud \u2212 and rain'], { not: ['Mud and rain', 'Mud -- and rain'] });
});

test('emphasis and escapes', () => {
  check('Why mud sticks', [
    'Why *mud* sticks',
    '**Why mud** sticks',
    'Why _mud_ sticks',
    '__Why__ mud sticks',
    '*Why mud sticks*',
  ]);
  check('What snake_case is for', ['What snake\\_case is for'], {
    not: ['What snakecase is for', 'What snake case is for'],
  });
  check('Rain [again]', ['Rain \\[again\\]']);
});

test('the marks at the end, and no other punctuation', () => {
  check(
    'Does rain cause mud?',
    [
      'Does rain cause mud',
      'Does rain cause mud.',
      'Does rain cause mud!',
      'Does rain cause mud?!',
      'Does rain cause mud ?',
    ],
    {
      not: ['Does rain cause mud…', 'Does rain cause mud:', 'Does, rain cause mud'],
    },
  );
  check('C', ['c'], { not: ['C++', 'C#', 'C--'] });
  check('Is it mud? Yes', [], { not: ['Is it mud Yes'] });
});

test('what cannot be seen', () => {
  check('Why mud sticks', ['\ufeffWhy mud sticks', 'Why mud\u00ad sticks', 'Why m\u200bud sticks', 'Why mud\0 sticks']);
});

test('a name of marks alone keeps them', () => {
  assert.equal(fold('?!'), '?!');
  assert.equal(fold('…'), '…');
  assert.equal(fold(''), '');
});

test('the parts of a title', () => {
  assert.deepEqual(splitMarks('Does rain cause mud?!'), { stem: 'Does rain cause mud', marks: '?!' });
  assert.deepEqual(splitMarks('???'), { stem: '???', marks: '' });
  assert.equal(countWords('Is mud — well — mud?'), 4);
  assert.equal(countWords('雨 と 泥'), 3);
  assert.equal(countWords('— ? —'), 0);
});

test('folding twice is folding once', () => {
  holds(hardText, (text) => assert.equal(fold(fold(text)), fold(text)), 250);
});

test('a name is the same, composed or not', () => {
  holds(hardText, (text) => assert.equal(fold(text.normalize('NFD')), fold(text.normalize('NFC'))), 250);
});

test('long names take no longer than their length', () => {
  for (const piece of ['_', '\\', '*', '> ', '\n', ' \n>', '‘', '?', 'e\u0301', '\0']) {
    const before = cpuNow();
    fold(`Why é ${piece.repeat(100_000)}x`);
    assert.ok(cpuNow() - before < 2000, JSON.stringify(piece));
  }
});

test('titles that are nothing but marks, and words between many blanks', () => {
  assert.deepEqual(['?', '?!', '. ?', ''].map(fold), ['?', '?!', '. ?', '']);
  assert.deepEqual(['?', 'Why?!', 'Why', ''].map(splitMarks), [
    { stem: '?', marks: '' },
    { stem: 'Why', marks: '?!' },
    { stem: 'Why', marks: '' },
    { stem: '', marks: '' },
  ]);
  assert.equal(countWords('  Why —  mud \n 2?'), 3);
  assert.equal(fold('\\\\\\*mud'), 'mud');
  assert.equal(fold('Why  _mud_ sticks'), 'why mud sticks');
});

test('in one line: line breaks with all marks of a quote behind them', () => {
  assert.equal(oneLine('Why mud sticks'), 'Why mud sticks');
  assert.equal(oneLine('Why  mud\tsticks'), 'Why mud sticks');
  assert.equal(oneLine('Why\n>>mud\r\n \t> > sticks\r>so'), 'Why mud sticks so');
  assert.equal(oneLine('2 > 1'), '2 > 1');
  assert.deepEqual(['\t', '\n', '  ', ' '].map(oneLine), [' ', ' ', ' ', ' ']);
});
