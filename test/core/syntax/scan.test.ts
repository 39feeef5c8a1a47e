import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Block, isHeading } from '../../../server/core/syntax/scan/nodes.ts';
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
  test(`scanned: ${what}`, () => assert.ok(isScanned(text), 'it is not certain'));
}

/** Blocks and what they hold, as `blockquote(paragraph)`. */
const shapeOf = (blocks: readonly Block[]): string =>
  blocks.map(({ type, children }) => type + (children.length > 0 ? `(${shapeOf(children)})` : '')).join(' ');

const wordsIn = (text: string): string[] => scan(text).blocks.map((each) => (isHeading(each) ? each.words : each.type));

test('a tag alone in a lazy row goes on with the paragraph, as CommonMark has it', () => {
  const { blocks, isCertain } = scan('> rain\n<b>\n');
  assert.deepEqual([shapeOf(blocks), isCertain], ['blockquote(paragraph)', false]);
});

test('code in a quote that the text’s end cuts off', () => {
  const { blocks, isCertain } = scan('> ```\n>');
  assert.deepEqual([shapeOf(blocks), isCertain], ['blockquote(code)', false]);
});

test('in a hundred quotes and lists no further one opens: the marks are text, and what stands behind them is found', () => {
  for (const mark of ['>', '> ', '- ', '1. ']) {
    for (const depth of [100, 101, 3000]) {
      const text = `${mark.repeat(depth)}[mud](mud.md)\n\n# Rain\n`;
      const { blocks, constructs, isCertain } = scan(text);
      const shape = shapeOf(blocks);
      assert.equal(isCertain, depth <= 100, `${depth} times ${mark}`);
      assert.equal(shape.split(/blockquote|listItem/).length - 1, 100);
      assert.match(shape, /\(paragraph\)+ heading$/);
      assert.equal(constructs.links.overlapping({ start: 0, end: text.length }).length, 1);
    }
  }
});

test('a destination in which characters are named: whether it leads out of the corpus is seen', () => {
  const targets = (text: string): string[] => {
    const all = { start: -1, end: text.length + 1 };
    assert.ok(isScanned(text));
    return scan(text)
      .constructs.links.overlapping(all)
      .map((each) => each.text);
  };
  assert.deepEqual(targets('[a](&#35;mud) [b](https&colon;//a.b) [c](&sol;&#x2f;a.b) [d](&num;e)'), []);
  assert.deepEqual(targets('[a](mud&amp;clay.md) [b](mud&#32;clay.md) [c](&Colon;) [d](&#128027;.md)'), [
    'mud&amp;clay.md',
    'mud&#32;clay.md',
    '&Colon;',
    '&#128027;.md',
  ]);
});

test('a label is 999 characters long at most', () => {
  for (const length of [998, 999, 1000, 5000]) {
    const label = 'a'.repeat(length);
    const text = `[${label}]: mud.md\n\n[${label}]\n`;
    assert.ok(isScanned(text), `${length}`);
    assert.equal(scan(text).blocks[0]!.type, length <= 999 ? 'definition' : 'paragraph');
  }
});

test('names of characters in headings are read, but not in one of a thousand words, nor in thousands of headings', () => {
  assert.deepEqual(wordsIn('# mud &amp; clay\n'), ['mud & clay']);
  assert.deepEqual(wordsIn(`# mud &amp; ${'a'.repeat(1000)}\n`), [`mud &amp; ${'a'.repeat(1000)}`]);
  const many = wordsIn('# mud &amp; clay\n'.repeat(5000));
  assert.deepEqual([many[0], many.at(-1)], ['mud & clay', 'mud &amp; clay']);
});

test('emphasis behind two hundred marks in a heading stays as it is', () => {
  const [words] = wordsIn(`# ${'*a* '.repeat(150)}\n`);
  assert.equal(words, `${'a '.repeat(100)}${'*a* '.repeat(50)}`.trim());
});

test('behind thousands of brackets that close nothing the rest of a block is words; the next block is as ever', () => {
  const text = `${'[a]('.repeat(5000)}[mud](mud.md)\n\n[clay](clay.md)\n`;
  const { constructs, isCertain } = scan(text);
  const found = constructs.links.overlapping({ start: 0, end: text.length });
  assert.deepEqual([found.map((each) => each.text), isCertain], [['clay.md'], false]);
});

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
