/**
 * Texts that are hard because something in them is repeated without end: brackets that close nothing, marks of quotes, questions
 * that are nearly titles. Each is made in any length, so that it can be seen how the time grows with it.
 */
export interface Family {
  readonly name: string;
  /** A text of about `length` UTF-16 units. */
  readonly make: (length: number) => string;
}

const again = (piece: string, length: number): string => piece.repeat(Math.max(1, Math.floor(length / piece.length)));

/** `0`, `1`, … in a piece, so that no two are alike. */
const counted = (piece: (nth: number) => string, length: number): string => {
  const parts: string[] = [];
  for (let nth = 0, left = length; left > 0; nth++) {
    parts.push(piece(nth));
    left -= parts.at(-1)!.length;
  }
  return parts.join('');
};

const PIECES = [
  ...[
    '[',
    ']',
    '[[',
    ']]',
    '![',
    '[]',
    '[a]',
    '[a](',
    '[a](b',
    '[a](<b',
    '![[]()',
    '](',
    '[a](b "',
    "[a](b '",
    '[a](b (',
  ],
  ...[
    '[[a|',
    '[[a#',
    '[[a]',
    '[[a]]',
    '![[a]]',
    '[[why mud sticks]] ',
    '[[why mud sticks|it]]\n',
    '[[a\n',
    '[a][',
    '[^1]',
  ],
  ...[
    '`',
    '``a`',
    '` `` ',
    '```\n',
    '~~~\n',
    '``` `\n',
    '*',
    '_',
    '**a ',
    '*a_ ',
    '***',
    '_a*b_ ',
    '~~',
    '<',
    '>',
    '<a',
    '<a ',
  ],
  ...[
    '<a b="',
    '<!--',
    '<!-- a',
    '<?',
    '<!A',
    '<![CDATA[',
    '<div>\n',
    '</a',
    '<a@b',
    '<https:',
    '&',
    '&amp;',
    '&a',
    '&#1;',
  ],
  ...[
    '> ',
    '>',
    '- ',
    '* ',
    '1. ',
    '+ ',
    '-\n',
    '- - ',
    '> - ',
    '- > ',
    '-\n\n',
    '    ',
    '\t',
    '  \n',
    '\\',
    '\\\n',
    '\\[',
  ],
  ...[
    '# ',
    '#',
    '# a\n',
    '## a\n\n',
    '# *a* &amp;\n',
    'a\n===\n',
    'a\n---\n',
    '---\n',
    '***\n',
    '===\n',
    '| a ',
    '|',
    '|-|\n',
  ],
  ...['\n', '\r', '\r\n', ' \n', '\0', '\u2028', '\u00a0', '\ufeff', '\ud800', '🐝', 'e\u0301', '\u200d', '\u202e'],
  ...[
    '://',
    'a://',
    'https://a.b ',
    'https://a.b)',
    'a@b.c ',
    'www.',
    'arXiv:2305.12345 ',
    'arXiv:',
    '10.1000/',
    'doi:10.1000/a ',
  ],
  ...[
    '?',
    '? ',
    '?.',
    '.',
    '! ',
    '… ',
    '—',
    ' — ',
    'Why ',
    'Why does mud ',
    'Why does mud stick? ',
    'so Why mud sticks?, ',
    'Is? ',
  ],
  ...['why mud sticks', 'why mud sticks ', 'why mud ', 'why ', 'mud', 'a', 'a ', 'A', 'İ', 'ß', '"', "'", '“', '('],
  ...['INQUIRING LINE\n', 'Sources 2 notes\n', '## Sources 2 notes\n\n- [[a]]\n', 'Related concepts 1\n-\na\nb\nc\n'],
  ...[
    '## Related concepts\n- a — b: c\n',
    'Research prompt\na\n',
    'Next inquiring lines\n',
    'Original note title\na\n',
  ],
  ...[
    '- [[why mud sticks]] — it is\n',
    '- why mud sticks\n',
    '- [x] a\n',
    '[a]: b\n',
    '[a]: b "\n',
    '[a\n',
    '2026-01: a\n',
  ],
] as const;

const of = (piece: string): Family => ({ name: JSON.stringify(piece), make: (length) => again(piece, length) });

/** What is repeated, between what opens and what closes it. */
const around = (name: string, before: string, piece: string, after: string): Family => ({
  name,
  make: (length) => before + again(piece, length) + after,
});

/** As often opened as closed. */
const nested = (open: string, close: string): Family => ({
  name: `${JSON.stringify(open)} … ${JSON.stringify(close)}`,
  make: (length) => {
    const times = Math.max(1, Math.floor(length / (open.length + close.length)));
    return `${open.repeat(times)}a${close.repeat(times)}`;
  },
});

const numbered = (name: string, piece: (nth: number) => string): Family => ({
  name,
  make: (length) => counted(piece, length),
});

const SOURCES = '---\nkind: inquiry\n---\n# Why\n\n## Sources\n\n';
const RELATED = '---\nkind: note\n---\n# Why\n\n## Related concepts\n\n';
const PROMPT = '---\nkind: inquiry\n---\n# Why\n\n## Research prompt\n\n';
const USERS = '---\nkind: note\n---\n# Why\n\n## Inquiring lines that use this note as a source 3\n\n';

export const FAMILIES: readonly Family[] = [
  ...PIECES.map(of),
  ...(
    [
      ['[', ']'],
      ['[[', ']]'],
      ['(', ')'],
      ['![', '](a)'],
      ['[', '](a)'],
      ['[a](', ')'],
      ['*', '*'],
      ['**', '**'],
      ['_', '_'],
      ['*a _b ', '_ *'],
      ['<b>', '</b>'],
      ['“', '”'],
      ['`', '``'],
    ] as const
  ).map(([open, close]) => nested(open, close)),
  around('front matter without an end', '---\n', 'a: b\n', ''),
  around('front matter of keys', '---\n', 'a: b\n', '---\n# Why mud sticks\n'),
  around('front matter of brackets', '---\naliases: ', '[', '\n---\n# Why mud sticks\n'),
  around('front matter of braces', '---\na: ', '{a: ', '\n---\n# Why mud sticks\n'),
  around('front matter of dashes', '---\na:\n  ', '- ', '\n---\n'),
  around('front matter of spaces', '---\ntitle: a', ' ', 'b\n---\n'),
  around('front matter of quotes', '---\ntitle: "', '\\"', '\n---\n'),
  around('front matter of line ends', '---\n', '\n', '---\n'),
  around('front matter of marks', '---\na: ', '&a *a ', '\n---\n'),
  around('front matter of questions', '---\n', '? a\n', '---\n'),
  around('front matter of comments', '---\n', '# a\n', '---\n'),
  around('front matter of aliases', '---\naliases:\n', '  - why mud sticks\n', '---\n'),
  numbered('wikilinks of many titles', (nth) => `[[Why is ${nth} so]] `),
  numbered('wikilinks of many titles, a line each', (nth) => `- [[Why is ${nth} so]]\n`),
  numbered('many headings', (nth) => `## Heading ${nth}\n\n`),
  numbered('many headings, deeper and deeper', (nth) => `${'#'.repeat(1 + (nth % 6))} Heading ${nth}\n`),
  numbered('many headings of words that only the parser reads', (nth) => `## [a ${nth}] &amp; *b*\n\n`),
  numbered('many definitions', (nth) => `[a ${nth}]: b${nth}.md\n`),
  numbered('many definitions, used', (nth) => `[a ${nth}]: b.md\n\n# [a ${nth}] &amp;\n\n[b][a ${nth}]\n\n`),
  numbered('many links', (nth) => `[a](b${nth}.md) `),
  numbered('many links to headings', (nth) => `[a](other.md#heading-${nth}) [[#Heading ${nth}]]\n`),
  numbered('many footnotes', (nth) => `a[^${nth}]\n\n[^${nth}]: b\n\n`),
  numbered('runs of backticks of all lengths', (nth) => `${'`'.repeat(1 + (nth % 500))} `),
  numbered('questions that are nearly a title', (nth) => `so Why mud ${nth} sticks?, `),
  numbered('questions with a capital each', (nth) => `. Why Does Mud Number ${nth} Stick To Boots? `),
  numbered('items, deeper and deeper', (nth) => `${'  '.repeat(nth % 120)}- a\n`),
  numbered('dates', (nth) => `- 2024-0${1 + (nth % 9)}: finding ${nth} (arXiv:2305.1${1000 + (nth % 9000)})\n`),
  numbered('tables', (nth) => `| a ${nth} | [[b ${nth}\\|c]] |\n`),
  numbered('words that no two are alike', (nth) => `w${nth} `),
  around('a title of spaces', '# Why', ' ', 'mud sticks\n'),
  around('a title of underlines', '# Why', '_', 'mud sticks\n'),
  around('a title without end', '# ', 'why mud ', '\n'),
  around('a title of brackets', '# ', '[', ' a b\n'),
  around('a title of names of characters', '# ', '&amp;', ' a b\n'),
  around('a title of its own', '# Why mud\n\n', 'Why mud sticks ', '\n'),
  around('a paragraph of lines', '', 'a\n', '\n'),
  around('a lazy quote', '> a\n', 'b\n', ''),
  around('a lazy quote of tags', '> a\n', '<b>\n', ''),
  around('an item of blank lines', '- a\n', '\n', 'b\n'),
  around('a fence without end', '```\n', '[[why mud sticks]]\n', ''),
  around('a table without end', '| a |\n|---|\n', '| [[a\\|b]] |\n', ''),
  around('a link text without end', '[', 'a ', '](b.md)\n'),
  around('a destination without end', '[a](', 'b', ')\n'),
  around('a destination of escapes', '[a](<', '\\>', '>)\n'),
  around('a wikilink without end', '[[', 'a ', ']]\n'),
  around('a wikilink of bars', '[[', 'a|', ']]\n'),
  around('a wikilink of sharps', '[[', 'a#', ']]\n'),
  around('a wikilink of slashes', '[[', '../', ']]\n'),
  around('a link of slashes', '[a](', '../', 'b.md)\n'),
  around('a link of escapes', '[a](', '%2e%2e%2f', 'b.md)\n'),
  around('a URL without end', 'https://', 'a', '\n'),
  around('a URL of parentheses', 'https://a.b/', '()', '\n'),
  around('an address of letters', '<', 'a', '@b.c>\n'),
  around('a tag of attributes', '<a ', 'b=c ', '>\n'),
  around('a comment', '<!--', '-', '-->\n'),
  around('sources of dashes', SOURCES, '- [[a]] — ', '\n'),
  around('sources', SOURCES, '- [[why mud sticks]] — it is\n', ''),
  numbered(
    'sources, and a body that names them',
    (nth) => `${nth === 0 ? SOURCES : ''}- [[Why is ${nth} so]] — it is ${nth}\n`,
  ),
  around('sources of paragraphs', SOURCES, '- a\n\n  b\n', ''),
  around('relations', RELATED, '- [[why mud sticks]] — grounds: it is\n', ''),
  around('relations of colons', RELATED, '- [[a]] — a: ', '\n'),
  numbered('relations of many', (nth) => `${nth === 0 ? RELATED : ''}- [[Why is ${nth} so]] — so: it is ${nth}\n`),
  numbered('users of a note', (nth) => `${nth === 0 ? USERS : ''}- [[Why is ${nth} so]]\n`),
  around('a prompt', PROMPT, 'why mud sticks (2024-01) arXiv:2305.12345\n', ''),
  around('a prompt of parentheses', PROMPT, '(2024-01 ', '\n'),
  around('a prompt of dates', PROMPT, '2024-01-', '\n'),
  around('a prompt of items', PROMPT, '- [2024-01] a\n', ''),
  around('a prompt of code', PROMPT, '`a ', '\n'),
];
