import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gapBefore, itemLines, textBlocks } from '../../../server/core/edits/convert/blocks.ts';
import { whyNot } from '../../../server/core/edits/convert/cannot.ts';
import { inlined, type Writing } from '../../../server/core/edits/convert/inline.ts';
import { type WordingOptions, wordingFor } from '../../../server/core/edits/convert/worded.ts';
import { trial } from '../../../server/core/edits/trial.ts';
import type { Layout } from '../../../server/core/index.ts';
import { summarize } from '../../../server/core/syntax/summarize.ts';
import { snapshotOf } from '../../fixture.ts';

// How references, lines and items are written in another layout: each part by itself, whether or not the whole can be.

const MUD = '# Why does mud stick?\n\n## Clay\n';

/** All ways in which the references of a text would be written, the best first; `.` for as it stands. */
function ways(path: string, text: string, to: Layout, options: Partial<WordingOptions> = {}, others = {}): string[] {
  const files = new Map(
    Object.entries<string>({ 'soil/mud.md': MUD, 'old.md': '# Old\n[[Rain]] [[Snow]]\n', ...others, [path]: text }),
  );
  const snapshot = snapshotOf(files);
  const { summary, references } = trial(snapshot, path, text)!;
  const wording = wordingFor(snapshot, { text, summary, references }, to, {
    wikilinks: true,
    isConverted: () => true,
    ...options,
  });
  return references.map((each) => {
    const found = [wording.worded(each) ?? '.'];
    while (wording.next(each)) found.push(wording.worded(each) ?? '.');
    return found.join(' or ');
  });
}

test('bare titles in Markdown: as wikilinks, bare, or by their file', () => {
  const text = (title: string): string => `INQUIRING LINE\n\nIs it wet?\n\nSo ${title} is.\n`;
  const title = 'Why does mud stick?';
  const byFile = `[[mud|${title}]]`;
  assert.deepEqual(ways('a.txt', text(title), 'markdown'), [`[[${title}]] or ${title} or ${byFile}`]);
  assert.deepEqual(ways('a.txt', text(title), 'markdown', { wikilinks: false }), [
    `${title} or [[${title}]] or ${byFile}`,
  ]);
  assert.deepEqual(ways('a.txt', text('[[Rain]] and [x](soil/mud.md)'), 'markdown'), ['.', '.']);
  assert.deepEqual(ways('a.txt', text(title), 'dense'), ['.']);
  const odd = { 'odd.md': '---\ntitle: Is it a|b <i>so</i>?\n---\n' };
  assert.deepEqual(ways('a.txt', text('Is it a|b <i>so</i>?'), 'markdown', {}, odd), [
    'Is it a|b \\<i>so\\</i>? or [[odd|Is it a|b <i>so</i>?]]',
  ]);
});

test('titles in lists of a plain text; what is said beside them stays', () => {
  const text =
    'INQUIRING LINE\n\nIs it wet?\n\nSo.\n\nSources 1 note\n\nWhy is snow white?\n\nAs Why does mud stick? says.\n';
  assert.deepEqual(ways('a.txt', text, 'markdown'), ['[[Why is snow white?]] or Why is snow white?', '.']);
});

const page = (body: string, more = ''): string => `---\nkind: inquiry\n---\n# Is it wet?\n\n${body}\n${more}`;

test('wikilinks in a plain text: bare where they show the title, of words enough', () => {
  const title = 'Why does mud stick?';
  const bare = (body: string): string[] => ways('a.md', page(body), 'spaced');
  assert.deepEqual(bare(`[[${title}]]`), [`${title} or .`]);
  assert.deepEqual(bare(`[[${title}| why does mud stick ]]`), ['why does mud stick or .']);
  assert.deepEqual(bare(`[[${title} ]]`), [`${title} or .`]);
  assert.deepEqual(bare('[[Why does\nmud stick?]]'), ['Why does\nmud stick? or .']);
  assert.deepEqual(bare('[[mud|Why does mud stick?]]'), ['Why does mud stick? or .']);
  for (const kept of [
    `[[${title}|wet mud so]]`,
    `[[${title}#Clay]]`,
    `![[${title}]]`,
    '[x](soil/mud.md)',
    '[[Old]]',
    '[[mud]]',
  ])
    assert.deepEqual(bare(kept), ['.'], kept);
});

test('wikilinks to missing notes: bare where another text goes on asking for them', () => {
  const title = 'Why is snow white?';
  const bare = (others: Record<string, string>, isConverted = true): string[] =>
    ways('a.md', page(`[[${title}]]`), 'spaced', { isConverted: () => isConverted }, others);
  assert.deepEqual(bare({}), ['.']);
  assert.deepEqual(bare({ 'b.md': `# B\n[[${title}]]\n` }), ['.']);
  assert.deepEqual(bare({ 'b.md': `# B\n[[${title}]]\n` }, false), [`${title} or .`]);
  assert.deepEqual(bare({ 'b.md': page('So.', `\n## Next inquiring lines\n\n- [[${title}]]\n`) }), [`${title} or .`]);
  assert.deepEqual(bare({ 'b.md': page('So.', `\n## Next inquiring lines\n\n- ${title}\n`) }), [`${title} or .`]);
});

test('wikilinks in lists: bare where they open an item, however short; not in what it says', () => {
  const list = page('So.', '\n## Sources 2 notes\n\n- [[Rain]] — As [[Why does mud stick?]] says.\n- [[Old]]\n');
  assert.deepEqual(ways('a.md', list, 'dense'), ['Rain or .', '.', 'Old or .']);
});

/** Writes in the other layout what is asked for; references stay as they stand. */
function writing(path: string, text: string, to: Layout, strict = false): Writing {
  const { summary, references } = trial(snapshotOf(new Map([[path, text]])), path, text)!;
  const source = { text, summary, references };
  return { source, to, strict, title: 'heading', saysKind: false, oneLine: false, worded: () => undefined };
}

function blocks(path: string, text: string, to: Layout, strict = false): string[] {
  const start = text.indexOf('\n') + 1;
  return textBlocks(writing(path, text, to, strict), { start, end: text.trimEnd().length }, 'body').map(
    ({ text, gap }) => `${gap} ${text}`,
  );
}

test('paragraphs of Markdown in the dense layout: each one line, but code, items, quotes and hard breaks', () => {
  assert.deepEqual(
    blocks(
      'a.md',
      '# A\none\n  two  \nthree\\\nfour\n\nfive\n- six\n  seven\n> eight\n1. nine\n+ ten\n```\na\n\nb\n```\n',
      'dense',
    ),
    [
      '1 one two',
      '1 three\\',
      '1 four',
      '1 five',
      '1 - six seven',
      '1 > eight',
      '1 1. nine',
      '1 + ten',
      '1 ```',
      '1 a',
      '2 b',
      '1 ```',
    ],
  );
});

test('line breaks of all kinds are counted, and belong to no line', () => {
  const gap = (text: string): number => gapBefore(text, text.length);
  assert.deepEqual(
    ['', 'a', 'a ', '\n', 'a\n \n', 'a\r\n\r\n', 'a\n \r\n\r', 'a\r\r'].map(gap),
    [0, 0, 0, 1, 2, 2, 3, 2],
  );
  assert.deepEqual(blocks('a.md', '# A\r\n```\r\na\r\n```\r\n', 'dense'), ['1 ```', '1 a', '1 ```']);
});

test('lines of a plain text in Markdown: with a blank line between them where the layout has none, and escaped', () => {
  const lines = ['A', '# one', '    two', '- three', '- four', '+', 'five <b>'];
  assert.deepEqual(blocks('a.txt', `INQUIRING LINE\n${lines.join('\n')}\n`, 'markdown').slice(1), [
    '2 \\# one',
    '2 &#32;   two',
    '2 - three',
    '1 - four',
    '2 \\+',
    '2 five \\<b>',
  ]);
  const spaced = `INQUIRING LINE\n\nA\n\none\n# two\n    three\n\n\n    four\n`;
  assert.deepEqual(blocks('a.txt', spaced, 'markdown').slice(1), [
    '2 one',
    '1 \\# two',
    '1     three',
    '3 &#32;   four',
  ]);
});

test('what is said in an item, line by line', () => {
  const text = '---\nkind: note\n---\n# A\n\n\\# b\n   - c  \n\n  d\n';
  const at = { start: text.indexOf('\\'), end: text.length - 1 };
  assert.deepEqual(itemLines(writing('a.md', text, 'spaced'), at, 'sources'), ['\\# b', '- c', 'd']);
  assert.deepEqual(itemLines(writing('a.md', text, 'spaced'), undefined, 'sources'), []);
  const plain = 'INQUIRING LINE\n\nA\n\n- b\r\n  - c\r> d\n';
  const there = { start: plain.indexOf('- b'), end: plain.length - 1 };
  assert.deepEqual(itemLines(writing('a.txt', plain, 'markdown'), there, 'sources'), ['- b', '\\- c', '\\> d']);
});

test('running text: tags and names of characters are escaped, but not in code, addresses and references', () => {
  const text = 'INQUIRING LINE\n\nA\n\n<b> `<i>` <https://a.org> [[C <d>]] [e](f.md) &amp; <g>\n';
  const at = { start: text.indexOf('<b>'), end: text.length - 1 };
  assert.equal(
    inlined(writing('a.txt', text, 'markdown'), at, 'body'),
    '\\<b> `<i>` <https://a.org> [[C <d>]] [e](f.md) \\&amp; \\<g>',
  );
  assert.equal(
    inlined({ ...writing('a.txt', text, 'markdown'), worded: ({ reference }) => `(${reference.text})` }, at, 'body'),
    '\\<b> `<i>` <https://a.org> (C <d>) (f.md) \\&amp; \\<g>',
  );
  assert.equal(inlined(writing('a.txt', text, 'dense'), at, 'body'), text.slice(at.start, at.end));
});

test('why a text cannot be written in another layout', () => {
  const why = (path: string, text: string, to: Layout): string | undefined => whyNot(text, summarize(path, text)!, to);
  const heading =
    'line 5 is a heading, “Sand”, and the plain layouts have none but those of their lists. Make it a paragraph, or leave the file in Markdown.';
  assert.equal(why('a.md', '# Mud\n\nSo.\n\n## Sand\n', 'spaced'), heading);
  assert.equal(why('a.md', 'So.\n\n# Mud\n\n## Sand\n', 'spaced'), heading);
  assert.equal(why('a.md', '---\ntitle: Mud\n---\n# Mud\n## Sand\n', 'dense'), heading);
  assert.equal(why('a.md', '# Mud\n\n## Sources 1 note\n\n- [[A]]\n', 'spaced'), undefined);
  assert.equal(why('a.txt', 'INQUIRING LINE\n\nA\n\n## Sand\n', 'markdown'), undefined);
  const table =
    'line 3 begins a table, and in the dense layout each line is a paragraph of its own. Convert to the spaced layout, or leave the file in Markdown.';
  for (const [head, line] of [
    ['| a | b |', '|---|---|'],
    ['a | b', '--- | ---'],
    ['| a | b |', ' | :-: | -: | '],
    ['a|b|c', ':-|-:|-'],
  ] as const) {
    assert.equal(why('a.md', `# Mud\n\n${head}\n${line}\n| c | d |\n`, 'dense'), table, line);
    assert.equal(why('a.md', `# Mud\n\n${head}\n${line}\n| c | d |\n`, 'spaced'), undefined);
  }
  for (const [head, line] of [
    ['a b', '--- | ---'],
    ['a | b', '>---'],
    ['a | b', '--- | -- x'],
    ['a | b', 'x --- | ---'],
    ['a | b', '-x- | ---'],
    ['a | b', '| | |'],
  ] as const)
    assert.equal(why('a.md', `# Mud\n\n${head}\n${line}\n`, 'dense'), undefined, line);
});
