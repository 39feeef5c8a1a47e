import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readTree } from '../../../server/core/syntax/markdown.ts';
import { parseMarkdown } from '../../../server/core/syntax/remark.ts';
import { scanMarkdown } from '../../../server/core/syntax/scan/scan.ts';
import { holds } from '../arbitraries.ts';

/** What the scanner answers, it answers as the parser. */
function check(text: string): void {
  const scanned = scanMarkdown(text);
  if (scanned)
    assert.deepEqual(
      readTree(text, 'stem', scanned),
      readTree(text, 'stem', parseMarkdown(text)),
      JSON.stringify(text),
    );
}

const SCANNED: Readonly<Record<string, string>> = {
  'headings, paragraphs, wikilinks': '# Why *mud* sticks ##\n\nIt is the [[clay]].\nAnd the water.\n\n## `Boots`\n',
  'front matter': '---\ntitle: Mud\n---\n# Mud\n',
  'lists in lists, with tabs': '- rain\n\t- mud\n\t\t1. clay\n\n\t   more clay\n- sun\n',
  'a loose list': '1. rain\n\n   falls\n2. mud\n\n   sticks\n',
  'an item with nothing in it': '- \n- mud\n-\n\n  text\n',
  'quotes in quotes': '> rain\n> > mud\n>\n> - clay\n\nsun\n',
  'fences, closed and not': '~~~\n[[no link]]\n~~~\n\n````md\n```\n````\n\n```\n[[nor this]]\n',
  'code spans, links and pictures': 'See `[[no]]` and [mud](mud.md#clay) and ![oven](oven.png) and ``a`b``.\n',
  breaks: 'rain\n\n---\n\n* * *\nmud\n___\n',
  'a table': '| rain | [[mud\\|it]] |\n| --- | --- |\n| a | b |\n',
  'Windows line ends': '# Mud\r\n\r\nRain\r\nfalls.\r\n\r\n- [[clay]]\r\n',
};

for (const [what, text] of Object.entries(SCANNED)) {
  test(`scanned: ${what}`, () => {
    assert.ok(scanMarkdown(text), 'it is declined');
    check(text);
  });
}

const DECLINED: Readonly<Record<string, string>> = {
  HTML: 'rain\n\n<div>\n[[mud]]\n</div>\n',
  'an underlined heading': 'Why mud sticks\n===\n',
  'indented code': 'rain\n\n    [[mud]]\n',
  'a definition': '[mud]: mud.md\n',
  'a row that lazily goes on with an item': '- rain\nfalls\n',
  'a row that lazily goes on with a quote': '> rain\nfalls\n',
  'front matter without an end': '---\ntitle: Mud\n',
  'a bare carriage return': 'rain\rmud\n',
};

for (const [what, text] of Object.entries(DECLINED)) {
  test(`left to the parser: ${what}`, () => assert.equal(scanMarkdown(text), undefined));
}

/** Beginnings and middles of lines that mean something to Markdown, and some that only look so. */
const OPENERS = [
  '',
  '',
  '# ',
  '## ',
  '#',
  '- ',
  '-',
  '* ',
  '+ ',
  '1. ',
  '2) ',
  '12. ',
  '> ',
  '>',
  '  ',
  '   ',
  '    ',
  '\t',
  ' \t',
  '```',
  '~~~',
  '---',
  '***',
  '===',
  '| ',
  '[a]: ',
  '<b>',
  '\\',
];
const MIDDLES = [
  'rain',
  'why mud sticks',
  '[[mud]]',
  '[[mud#clay|it]]',
  '`',
  '``',
  '`[[no]]`',
  '[a](b.md)',
  '![a](b.png)',
  '](',
  '[',
  ']',
  ')',
  '<',
  '<https://a.b>',
  '<!-- x -->',
  '*',
  '_',
  '**',
  '\\',
  '\\`',
  '&amp;',
  'Sources 2 notes',
  ' ',
  '  ',
  '\t',
  '|',
  'https://a.b/c',
  'a](b)',
  '[x][y]',
  '(',
  '!',
  '#',
  '# ',
  'c# ',
];
const line = fc
  .tuple(
    fc.array(fc.constantFrom(...OPENERS), { maxLength: 3 }),
    fc.array(fc.constantFrom(...MIDDLES), { maxLength: 4 }),
  )
  .map(([openers, middles]) => openers.join('') + middles.join(''));
const markdown = fc
  .tuple(
    fc.constantFrom('\n', '\n', '\n', '\r\n'),
    fc.array(line, { maxLength: 12 }),
    fc.constantFrom('', '\n', '---\ntitle: x\n---\n'),
  )
  .map(([end, lines, front]) => (front.startsWith('---') ? front : '') + lines.join(end) + (front === '\n' ? end : ''));

test('the scanner and the parser agree on any text', () => holds(markdown, check, 1500));
