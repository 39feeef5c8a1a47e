import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  escapedLine,
  escapedTitle,
  escapedWords,
  fullyEscapedTitle,
  type Place,
  unescapedLine,
  unescapedTitle,
  unescapedWords,
} from '../../../server/core/edits/convert/escape.ts';

// A line of plain text > the same line in Markdown, and back again.

/** Each is escaped as said, and comes back from there. */
function thereAndBack(place: Place, ...pairs: readonly (readonly [string, string])[]): void {
  for (const [plain, markdown] of pairs) {
    assert.equal(escapedLine(plain, place), markdown, plain);
    assert.equal(unescapedLine(markdown, place), plain, markdown);
  }
}

/** Lines that stand for themselves in Markdown as well. */
const asTheyAre = (place: Place, ...lines: readonly string[]): void =>
  thereAndBack(place, ...lines.map((line) => [line, line] as const));

test('what would be a heading, an underline, a rule, a definition or an empty item gets a backslash before its mark', () => {
  thereAndBack(
    {},
    ['# mud', '\\# mud'],
    ['#', '\\#'],
    ['######\tmud', '\\######\tmud'],
    ['   ## mud', '   \\## mud'],
    ['===', '\\==='],
    ['--- ', '\\--- '],
    [' =\t', ' \\=\t'],
    ['-', '\\-'],
    ['***', '\\***'],
    ['_ _ _', '\\_ _ _'],
    ['  * *\t* *', '  \\* *\t* *'],
    ['[mud]: wet', '\\[mud]: wet'],
    ['   []:', '   \\[]:'],
    ['+', '\\+'],
    [' * ', ' \\* '],
  );
});

test('what is none of it stays', () => {
  asTheyAre(
    {},
    '',
    'mud',
    '#mud',
    '####### mud',
    'mud # wet',
    '    # mud',
    '=== wet',
    'so ===',
    '    ===',
    '**',
    '* * x *',
    'so ***',
    '***so',
    '*_*',
    '    ***',
    'so [mud]: wet',
    '[mud] : wet',
    '[[mud]]: wet',
    '    [mud]: wet',
    'mud +',
    '    +',
  );
});

test('items, bullets and quotes mean the same in both, but where they are none, or on the safe side', () => {
  const plain = ['1. mud', '(1) mud', '+ mud', '- mud', '* mud', '> mud'];
  const of = (place: Place): string[] => plain.map((line) => escapedLine(line, place));
  assert.deepEqual(of({}), plain);
  assert.deepEqual(of({ inList: true }), ['1\\. mud', '(1) mud', '\\+ mud', '- mud', '* mud', '> mud']);
  assert.deepEqual(of({ strict: true }), ['1\\. mud', '(1) mud', '\\+ mud', '\\- mud', '\\* mud', '\\> mud']);
});

test('numbers of items: nine digits at most, a dot or a bracket, and white space or nothing behind it', () => {
  thereAndBack(
    { inList: true },
    ['123456789. mud', '123456789\\. mud'],
    ['   12)\tmud', '   12\\)\tmud'],
    ['3.', '3\\.'],
    ['+\tmud', '\\+\tmud'],
    ['  + mud', '  \\+ mud'],
  );
  asTheyAre(
    { inList: true },
    '1234567890. mud',
    '1.mud',
    '. mud',
    'in 1. mud',
    '    1. mud',
    '+mud',
    'so + mud',
    '    + mud',
  );
});

test('on the safe side, only a mark that begins the line', () => {
  thereAndBack({ strict: true }, ['   -\tmud', '   \\-\tmud'], ['  >mud', '  \\>mud']);
  asTheyAre({ strict: true }, '-mud', 'so - mud', '    - mud', 'so > mud', '    > mud');
});

test('a line that opens a block and is indented like code is not', () => {
  thereAndBack(
    { opens: true },
    ['    mud', '&#32;   mud'],
    ['\tmud', '&#9;mud'],
    ['   \tmud', '&#32;  \tmud'],
    ['    # mud', '&#32;   # mud'],
  );
  asTheyAre({ opens: true }, '   mud', 'so     mud', '  so\tmud');
  asTheyAre({}, '    mud', '\tmud');
});

test('backslashes before a mark are to be seen, so they are doubled, whether or not the mark would need one', () => {
  thereAndBack(
    {},
    ['\\# mud', '\\\\\\# mud'],
    ['\\\\# mud', '\\\\\\\\\\# mud'],
    ['\\- mud', '\\\\\\- mud'],
    ['\\> mud', '\\\\\\> mud'],
    ['1\\. mud', '1\\\\\\. mud'],
  );
  asTheyAre({}, '\\mud', 'so \\# mud', '\\#mud');
});

test('what nobody escaped is left as it is: other backslashes and other named characters', () => {
  for (const line of [
    '\\mud',
    '\\#mud',
    '\\\\# mud',
    'so \\# mud',
    '&#32;mud',
    '&#10;   mud',
    'so &#32;   mud',
    '\\(1) mud',
  ])
    assert.equal(unescapedLine(line), line);
});

test('what was escaped on the safe side, or as what opens a block, comes back wherever it stands', () => {
  assert.deepEqual(
    ['\\- mud', '\\> mud', '1\\. mud', '&#9;mud', '&#32;   mud'].map((line) => unescapedLine(line)),
    ['- mud', '> mud', '1. mud', '\tmud', '    mud'],
  );
});

test('words: what would be a tag or the name of a character is neither', () => {
  const pairs = [
    ['<b>wet</b>', '\\<b>wet\\</b>'],
    ['<!-- so -->, <?so?>', '\\<!-- so -->, \\<?so?>'],
    ['<B>', '\\<B>'],
    ['&amp; &Auml; &sup2;', '\\&amp; \\&Auml; \\&sup2;'],
    ['&#35; &#1234567; &#x1F4A9; &#XA;', '\\&#35; \\&#1234567; \\&#x1F4A9; \\&#XA;'],
    ['\\<b>', '\\\\\\<b>'],
    ['\\\\&amp;', '\\\\\\\\\\&amp;'],
    ['<http://[mud].org wet>', '\\<http://[mud].org wet>'],
    ['<a:mud>', '\\<a:mud>'],
    ['1 < 2 & 3, <3>, a <- b', '1 < 2 & 3, <3>, a <- b'],
    ['&amp &; &#; &#12345678; &#x; &#x1234567; &2;', '&amp &; &#; &#12345678; &#x; &#x1234567; &2;'],
    ['<https://mud.org/a> <git+ssh.2:x>', '<https://mud.org/a> <git+ssh.2:x>'],
    ['\\mud', '\\mud'],
  ] as const;
  for (const [plain, markdown] of pairs) {
    assert.equal(escapedWords(plain), markdown, plain);
    assert.equal(unescapedWords(markdown), plain, markdown);
  }
});

test('a title as a heading: sharps at its end would close it', () => {
  const pairs = [
    ['What is C #', 'What is C \\#'],
    ['##', '\\##'],
    ['So\t##', 'So\t\\##'],
    ['What is C#', 'What is C#'],
    ['What # is', 'What # is'],
    ['Is <b> wet', 'Is \\<b> wet'],
  ] as const;
  for (const [plain, heading] of pairs) {
    assert.equal(escapedTitle(plain), heading, plain);
    assert.equal(unescapedTitle(heading), plain, heading);
  }
});

test('a title with every mark escaped', () => {
  const title = 'a\\b `c` *d* _e_ [f] <g> &h; ~i~ j! #';
  const heading = 'a\\\\b \\`c\\` \\*d\\* \\_e\\_ \\[f\\] \\<g\\> \\&h; \\~i\\~ j\\! \\#';
  assert.equal(fullyEscapedTitle(title), heading);
  assert.equal(unescapedTitle(heading), title);
  assert.deepEqual(['##', 'So\t#', 'C#', '# so'].map(fullyEscapedTitle), ['\\##', 'So\t\\#', 'C#', '# so']);
});

test('a heading that neither of the two made is left as it is', () => {
  for (const words of ['a \\( b', 'C\\#', '\\*a*', 'a\\b']) assert.equal(unescapedTitle(words), words);
});
