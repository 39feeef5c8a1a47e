import fc from 'fast-check';

// Markdown in which the constructs meet: containers that are left and gone on with lazily, definitions, HTML, tabs.

/** Whole lines. Few, so that they meet. */
const LINES = [
  '',
  '',
  'mud',
  '  mud',
  '    mud',
  '      mud',
  '\tmud',
  '> mud',
  '>',
  '> ',
  '>     mud',
  '>\tmud',
  '>\t\tmud',
  '> > mud',
  '  > mud',
  '\t> mud',
  '- mud',
  '-',
  '- ',
  '-\tmud',
  '- - mud',
  '    - mud',
  '   - mud',
  '+ mud',
  '1. mud',
  '2. mud',
  '1)',
  '> - mud',
  '> - ',
  '- > mud',
  '===',
  '---',
  '--',
  '> ===',
  '* * *',
  '# mud',
  '```',
  '  ```',
  '> ```',
  '- ```',
  '~~~~ md',
  '<div>',
  '> <div>',
  '- <div>',
  '<b>',
  '  <b>',
  '> <b>',
  '<pre>',
  '</pre>',
  '<!--',
  '-->',
  '> -->',
  '[mud]: mud.md',
  '> [mud]: mud.md',
  '[mud]:',
  '"Mud"',
  "'Mud' and",
  '[mud](',
  '> mud.md)',
  '`mud',
  '> `mud`',
  '<a',
  '> b>',
  '  \t',
];

/** Pieces of lines, and what they begin with. */
const OPENERS = [
  ...['', '', '', '# ', '## ', '#', '- ', '-', '* ', '+ ', '1. ', '2) ', '12. ', '1)', '> ', '>', ' ', '  ', '   '],
  ...['    ', '     ', '\t', ' \t', '```', '~~~', '---', '***', '===', '--', '=', '| ', '[a]: ', '[b]:', '[c]', '<b>'],
  ...['<div>', '</div>', '<!-- ', '<pre>', '</pre>', '<?', '<!X', '<![CDATA[', '\\', '[', '"x"', '-->'],
];
export const INLINE_PIECES = [
  ...['rain', 'mud', 'a', 'b', '[[mud]]', '[[mud#clay|it]]', '[a]', '[b][]', '[x][a]', '[x][zz]', '[', ']'],
  ...[
    '[a](b.md)',
    '![a](b.png)',
    '![',
    '](',
    '](<x y>)',
    '](x "t")',
    ' "t"',
    " 't",
    '(',
    ')',
    '<',
    '>',
    '<https://a.b>',
  ],
  ...['<c@d.e>', '<!-- x -->', '<!--', '-->', '<b>', '</b>', '<b c="d">', "<b c='", '"', "'", '`', '``', '```'],
  ...['`[[no]]`', '*', '_', '**', '\\', '\\`', '\\[', '&amp;', '&#35;', 'Sources 2 notes', ' ', '  ', '\t', '|'],
  ...[
    'https://a.b/c',
    '!',
    '#',
    ' #',
    '# ',
    '/url',
    '<u>',
    '=',
    ':',
    '[^1]',
    '?>',
    ']]>',
    '<?',
    '\u00a0',
    '/',
    '=b',
    '\0',
  ],
];

const whole = fc.constantFrom(...LINES);
const pieced = fc
  .tuple(
    fc.array(fc.constantFrom(...OPENERS), { maxLength: 4 }),
    fc.array(fc.constantFrom(...INLINE_PIECES), { maxLength: 5 }),
  )
  .map(([openers, pieces]) => openers.join('') + pieces.join(''));

const FRONT = [
  '',
  '',
  '',
  '',
  '',
  '\ufeff',
  '---\n',
  '---\ntitle: x\n---\n',
  '--- \n',
  '[a]: b.md\n',
  '[mud]: a.md\n\n',
];
const BACK = ['', '\n', '\n', '\n\n', '\n\n[a]: x.md\n[b]: y.md'];

/** Some lines with any line ending, and with what may stand before and behind them. */
const textOf = (line: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...FRONT),
      fc.array(line, { maxLength }),
      fc.constantFrom(...BACK),
      fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'),
    )
    .map(([front, lines, back, end]) => (front + lines.join('\n') + back).replaceAll('\n', end));

/** Blocks. */
export const blocks = textOf(whole, 7);

/** Blocks and what stands in them. */
export const markdown = textOf(fc.oneof(pieced, whole), 12);

/** The lines of one block. */
export const inline = textOf(
  fc.array(fc.constantFrom(...INLINE_PIECES), { maxLength: 14 }).map((pieces) => pieces.join('')),
  2,
);

/** A heading, in whose words the emphasis counts. */
export const heading = fc
  .tuple(
    fc.constantFrom('# ', '> ## ', '', '- '),
    fc.array(fc.constantFrom(...INLINE_PIECES, '*', '_', '**', '__', '***', '.', 'é', '“', ' ', '` ', ' `', '\n'), {
      maxLength: 12,
    }),
    fc.constantFrom('', ' ##', '\n===\n', '\n> ---', '\n  ==='),
    fc.constantFrom(...BACK),
  )
  .map((parts) => parts.join(''));
