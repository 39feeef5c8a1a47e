import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { hardText, holds } from '../arbitraries.ts';
import { blocks, heading, inline, markdown } from './scanArbitraries.ts';
import { declined, isScanned, scan } from './scanCheck.ts';

const SCANNED: Readonly<Record<string, string>> = {
  'headings, paragraphs, wikilinks': '# Why *mud* sticks ##\n\nIt is the [[clay]].\nAnd the water.\n\n## `Boots`\n',
  'headings with all there is':
    '## [1.2] - **a** <b>c</b> _d_e &amp; `` ` `` <https://a.b> ![e](f) \\#\n\n[1.2]: a.md\n',
  'underlined headings': 'Why mud\nsticks\n===\n\n> rain\n> ---\n\n- sun\n  -\n',
  'front matter': '---\ntitle: Mud\n---\n# Mud\n',
  'front matter behind a byte order mark': '\ufeff---\ntitle: Mud\n---\n# Mud\n',
  'front matter without an end': '---\ntitle: Mud\n\n- rain\n',
  'lists in lists, with tabs': '- rain\n\t- mud\n\t\t1. clay\n\n\t   more clay\n- sun\n',
  'a loose list': '1. rain\n\n   falls\n2. mud\n\n   sticks\n',
  'an item with nothing in it': '- \n- mud\n-\n\n  text\n',
  'quotes in quotes': '> rain\n> > mud\n>\n> - clay\n\nsun\n',
  'lazy rows': '- rain\nfalls\n\n> mud\nsticks\n> > to\nboots\n===\n',
  'fences, closed and not': '~~~\n[[no link]]\n~~~\n\n````md\n```\n````\n\n```\n[[nor this]]\n',
  'a fence that a row without its quote closes': '> ```\n> [[no link]]\n[[link]]\n',
  'code that the next item cuts off': '- ```\n  [[no link]]\n- mud\n\n> - <!-- [[no link]]\n> 1. mud\n',
  'indented code': 'rain\n\n    [[no link]]\n\n\t[[nor this]]\n\nmud\n    [[link]]\n',
  'code spans, links and pictures': 'See `[[no]]` and [mud](mud.md#clay) and ![oven](oven.png) and ``a`b``.\n',
  'links with titles, brackets and pictures': '[a [b] `]`](<c d.md> "e") [![f](g.png)](h.md (i)) [j](k(l).md)\n',
  definitions: '[mud]: mud.md "Mud"\n[clay]:\n  <wet clay.md>\n\nSee [mud], [the clay][clay] and [[sand]](sand.md).\n',
  'a definition in a quote': '> [mud]:\n> mud.md\n> rain\n',
  'HTML of all kinds':
    '<div>\n[[no]]\n\n[[yes]]\n\n<!-- [[no]]\n\n-->\n\n<?a\n?>\n\n<!A\n>\n\n<![CDATA[\n]]>\n\n<pre>\n\n</pre>\n\n<b c=d>\n\n',
  'HTML, addresses and comments in a line': 'rain <br> <!-- [[no]] --> <https://a.b> <ada@a.b> a < b [[yes]]\n',
  escapes: '\\`[[yes]]` \\[a](b.md) \\<b> `\\` [c](d\\_e.md) \\\\[f](g.md)\n',
  breaks: 'rain\n\n---\n\n* * *\nmud\n___  \n',
  'a table': '| rain | [[mud\\|it]] |\n| --- | --- |\n| a | b |\n',
  'Windows line ends': '# Mud\r\n\r\nRain\r\nfalls.\r\n\r\n- [[clay]]\r\n',
  'bare carriage returns': 'rain\rfalls\r\r- mud\r',
};

for (const [what, text] of Object.entries(SCANNED)) {
  test(`scanned: ${what}`, () => assert.ok(isScanned(text), 'it is declined'));
}

const DECLINED: Readonly<Record<string, string>> = {
  'code in a quote that the text’s end cuts off': '> ```\n>',
  'a tag alone in a lazy row': '> rain\n<b>\n',
  'a destination that may be anything': '[mud](&#35;mud)\n',
  'quotes as deep as a well': `${'>'.repeat(200)} mud\n`,
};

for (const [what, text] of Object.entries(DECLINED)) {
  test(`left to the parser: ${what}`, () => assert.equal(scan(text), undefined));
}

const agree = (text: string): void => void isScanned(text);

test('the scanner and the parser agree on blocks', () => holds(blocks, agree, 700));
test('the scanner and the parser agree on any Markdown', () => holds(markdown, agree, 700));
test('the scanner and the parser agree on the lines of a block', () => holds(inline, agree, 500));
test('the scanner and the parser agree on the words of a heading', () => holds(heading, agree, 500));
test('the scanner and the parser agree on any text', () => holds(hardText, agree, 500));

/** The texts in a folder and below. */
function textsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(md|txt)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

const ROOT = join(import.meta.dirname, '../../..');

test('the scanner and the parser agree on the sample corpus', (t) =>
  t.diagnostic(declined(textsIn(join(ROOT, 'media/sample')))));

test('the scanner and the parser agree on what other people’s packages say of themselves', (t) => {
  const texts = ['fast-check', 'micromark', 'yaml', 'esbuild', 'unified', 'vfile', 'mdast-util-from-markdown']
    .map((name) => join(ROOT, 'node_modules', name))
    .filter((folder) => existsSync(folder))
    .flatMap(textsIn);
  t.diagnostic(declined(texts));
});

test('the scanner and the parser agree on the seeds', (t) => {
  const folder = join(ROOT, '../shared/corpora/seeds');
  if (!existsSync(folder)) return t.skip('the seeds are not here');
  t.diagnostic(declined(textsIn(folder)));
});

// Were it not linear, each of these would take minutes.
const ENDLESS: Readonly<Record<string, string>> = {
  items: '- ',
  quotes: '>',
  brackets: '[',
  'closed brackets': '[a]',
  links: '[a](',
  'links with titles': '[a](b "',
  'links with parentheses': '[a](b (',
  pictures: '![',
  comments: '<!-- ',
  tags: '<a ',
  'tags with values': '<a b=\'<a c="',
  addresses: '<a:',
  'names of characters': '&a',
  definitions: '[a]: b\n',
  'definitions that are none': '[a]: b "\n',
  'labels without an end': '[a\n',
  'underlined headings': 'a\n=',
  rules: '* * * a\n',
  'HTML blocks': '<div>\n',
  'blank lines in items': '-\n\n',
};

test('the scanner’s time grows with the text only', () => {
  for (const piece of Object.values(ENDLESS)) {
    scan(piece.repeat(20_000));
    scan(`[a]: b\n\n- > ${piece.repeat(20_000)}`);
  }
  let ticks = '';
  for (let width = 1; width < 400; width++) ticks += `${'`'.repeat(width)} `;
  scan(ticks);
  scan(`${Array.from({ length: 90 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join('')}${'\n'.repeat(20_000)}`);
});
