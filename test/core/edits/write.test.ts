import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Writing } from '../../../server/core/edits/convert/inline.ts';
import { takeApart } from '../../../server/core/edits/convert/takeApart.ts';
import { writeParts } from '../../../server/core/edits/convert/write.ts';
import { trial } from '../../../server/core/edits/trial.ts';
import type { Layout } from '../../../server/core/index.ts';
import { snapshotOf } from '../../fixture.ts';

// The same document written in another layout, in each of the manners that there are. References stay as they stand.

function written(text: string, to: Layout, manner: Partial<Writing> = {}, path = 'a.md'): string {
  const { summary, references } = trial(snapshotOf(new Map([[path, text]])), path, text)!;
  const source = { text, summary, references };
  const plain = { strict: false, title: 'heading', saysKind: false, oneLine: false, worded: () => undefined } as const;
  return writeParts({ source, to, ...plain, ...manner }, takeApart(text, summary));
}

const plain = (text: string, to: Layout, manner: Partial<Writing> = {}): string => written(text, to, manner, 'a.txt');

const MUD = 'Why does mud stick?\n\nIt *holds*.\n\nOriginal note title\n\nx\n';

test('a title as a heading, with all escaped, or in the front matter', () => {
  const rest = 'It *holds*.\n\n## Original note title\n\nx\n';
  const kind = '---\nkind: note\n---\n\n';
  assert.equal(plain(MUD, 'markdown'), `${kind}# Why does mud stick?\n\n${rest}`);
  const star = MUD.replace('mud', '*mud* #');
  assert.equal(plain(star, 'markdown'), `${kind}# Why does *mud* # stick?\n\n${rest}`);
  assert.equal(plain(star, 'markdown', { title: 'escaped' }), `${kind}# Why does \\*mud\\* # stick?\n\n${rest}`);
  assert.equal(
    plain(star, 'markdown', { title: 'front matter' }),
    `---\nkind: note\ntitle: "Why does *mud* # stick?"\n---\n\n${rest}`,
  );
});

test('the kind in the front matter: always in Markdown, once; in a plain text where its shape does not say it', () => {
  const markdown = (kind: string, more = ''): string => `---\nkind: ${kind}\nx: 1\n---\n\n# Mud\n\nSo.\n${more}`;
  const matter = (kind: string): string => `---\n${kind}x: 1\n---\n\nMud\n\nSo.\n`;
  const [section, below] = ['\n## Original note title\n\nx\n', '\nOriginal note title\n\nx\n'];
  assert.equal(written(markdown('note', section), 'spaced'), matter('') + below);
  assert.equal(written(markdown('note', section), 'spaced', { saysKind: true }), matter('kind: note\n') + below);
  assert.equal(written(markdown('page'), 'spaced'), matter('kind: page\n'));
  assert.equal(written(markdown('inquiry'), 'spaced'), matter('kind: inquiry\n'));
  assert.equal(
    written('# Mud\n\nSo.\n\n## Sources 1 note\n\n- [[B]]\n', 'spaced'),
    'Mud\n\nSo.\n\nSources 1 note\n\n[[B]]\n',
  );
  assert.equal(
    plain('---\nkind: inquiry\n---\n\nMud\n\nSo.\n', 'markdown'),
    '---\nkind: inquiry\n---\n\n# Mud\n\nSo.\n',
  );
  assert.equal(plain('---\nkind: inquiry\n---\n\nMud\n\nSo.\n', 'dense'), '---\nkind: inquiry\n---\nMud\nSo.\n');
});

test('an inquiry’s header, and a title that stands nowhere', () => {
  const text = 'INQUIRING LINE\n\nIs it wet?\n\nSo.\n';
  assert.equal(plain(text, 'markdown'), '---\nkind: inquiry\n---\n\nINQUIRING LINE\n\n# Is it wet?\n\nSo.\n');
  assert.equal(plain(text, 'dense'), 'INQUIRING LINE\nIs it wet?\nSo.\n');
  assert.equal(written('So.\n', 'spaced', {}, 'mud.md'), '---\nkind: page\n---\n\nmud\n\nSo.\n');
  assert.equal(written('So.\n', 'markdown', {}, 'mud.md'), '---\nkind: page\n---\nSo.\n');
});

test('line ends, how the text ends, and a byte order mark stay', () => {
  assert.equal(
    plain(MUD.replaceAll('\n', '\r\n'), 'dense'),
    'Why does mud stick?\r\nIt *holds*.\r\nOriginal note title\r\nx\r\n',
  );
  assert.equal(plain(MUD.trimEnd(), 'dense'), 'Why does mud stick?\nIt *holds*.\nOriginal note title\nx');
  assert.equal(plain(`${MUD}\n\n`, 'dense'), 'Why does mud stick?\nIt *holds*.\nOriginal note title\nx\n');
  assert.equal(plain(`${MUD}\n\n`, 'spaced'), `${MUD}\n\n`);
  assert.equal(written('\ufeff# Mud\n\nSo.\n', 'spaced'), '\ufeff---\nkind: page\n---\n\nMud\n\nSo.\n');
});

const inquiry = (...sections: readonly string[]): string =>
  `${['INQUIRING LINE', 'Is it wet?', 'So.', ...sections].join('\n\n')}\n`;

test('gaps: as many as there were, but one in the dense layout, and two behind the title of a spaced one', () => {
  assert.equal(
    plain('INQUIRING LINE\nIs it wet?\nSo.\nAnd so.\n', 'spaced'),
    'INQUIRING LINE\n\nIs it wet?\n\nSo.\n\nAnd so.\n',
  );
  assert.equal(written('# Mud\nSo.\n\n\nAnd so.\n', 'spaced'), '---\nkind: page\n---\n\nMud\n\nSo.\n\n\nAnd so.\n');
  assert.equal(written('# Mud\nSo.\n\n\nAnd so.\n', 'dense'), '---\nkind: page\n---\nMud\nSo.\nAnd so.\n');
});

const SOURCES = ['Sources 3 notes', '[[Mud]]', 'It holds.', 'Why does it rain?', 'It falls.', 'Why not?'] as const;

test('sources: an item each, with what is said behind a dash, or in blocks', () => {
  const markdown = '## Sources 3 notes\n\n- [[Mud]] — It holds.\n- Why does it rain? — It falls.\n- Why not?\n';
  const head = '---\nkind: inquiry\n---\n\nINQUIRING LINE\n\n# Is it wet?\n\nSo.\n\n';
  assert.equal(plain(inquiry(...SOURCES), 'markdown'), head + markdown);
  const linked =
    head + markdown.replace('Why does it rain?', '[[Why does it rain?]]').replace('Why not?', '[[Why not?]]');
  const names = ['[[Mud]]', '[[Why does it rain?]]', '[[Why not?]]'];
  assert.equal(
    written(linked, 'spaced'),
    inquiry('Sources 3 notes', names[0]!, 'It holds.', names[1]!, 'It falls.', names[2]!),
  );
  assert.equal(
    written(linked, 'dense', { oneLine: true }),
    `INQUIRING LINE\nIs it wet?\nSo.\nSources 3 notes\n${names[0]} — It holds.\n${names[1]} — It falls.\n${names[2]}\n`,
  );
  assert.equal(
    written(linked, 'spaced', { oneLine: true, worded: ({ reference }) => reference.text }),
    inquiry('Sources 3 notes', `${names[0]} — It holds.`, `${names[1]} — It falls.`, 'Why not?'),
  );
});

test('an item on several lines: indented in Markdown, joined in the dense layout', () => {
  const markdown =
    '---\nkind: inquiry\n---\n\n# Is it wet?\n\nSo.\n\n## Sources 1 note\n\n- [[Mud]] — It holds\n  and holds.\n';
  assert.equal(written(markdown, 'spaced'), 'Is it wet?\n\nSo.\n\nSources 1 note\n\n[[Mud]]\n\nIt holds\nand holds.\n');
  assert.equal(written(markdown, 'dense'), 'Is it wet?\nSo.\nSources 1 note\n[[Mud]]\nIt holds and holds.\n');
  assert.equal(plain('Is it wet?\n\nSo.\n\nSources 1 note\n\n[[Mud]]\n\nIt holds\nand holds.\n', 'markdown'), markdown);
});

test('related concepts: with a description and a relation, with one of them, with none', () => {
  const related = (...items: readonly string[]): string =>
    `---\nkind: note\n---\n\n# Mud\n\nSo.\n\n## Related concepts in this collection 4\n\n${items.join('\n')}\n`;
  const markdown = related('- [[A]] — It is.\n  same', '- [[B]] — It was.\n  —', '- [[C]] — other', '- [[D]]');
  const items = ['-', '[[A]]', 'It is.', 'same', '-', '[[B]]', 'It was.', '-', '[[C]]', '—', 'other', '-', '[[D]]'];
  const lines = ['Mud', 'So.', 'Related concepts in this collection 4'];
  assert.equal(written(markdown, 'dense'), `${[...lines, ...items].join('\n')}\n`);
  assert.equal(written(markdown, 'spaced'), `${[...lines, ...items].join('\n\n')}\n`);
  assert.equal(plain(`${[...lines, ...items].join('\n')}\n`, 'markdown'), markdown);
});

test('inquiries that use a note, and next ones: with a dash where they had one, and as far apart', () => {
  const note = (gap: string): string =>
    ['Mud', 'So.', 'Inquiring lines that use this note as a source 2', '- Is it?', '- Was it?'].join(gap);
  const markdown =
    '---\nkind: note\n---\n\n# Mud\n\nSo.\n\n## Inquiring lines that use this note as a source 2\n\n- Is it?\n';
  assert.equal(plain(note('\n'), 'markdown'), `${markdown}- Was it?`);
  assert.equal(plain(note('\n\n'), 'markdown'), `${markdown}\n- Was it?`);
  assert.equal(written(`${markdown}\n- Was it?`, 'spaced'), note('\n\n'));
  assert.equal(written(`${markdown}- Was it?`, 'dense'), note('\n'));
  const next = ['Next inquiring lines', '- Is it?', 'Was it?'];
  const asMarkdown =
    '---\nkind: inquiry\n---\n\nINQUIRING LINE\n\n# Is it wet?\n\nSo.\n\n## Next inquiring lines\n\n* Is it?\n- Was it?\n';
  assert.equal(plain(inquiry(...next), 'markdown'), asMarkdown);
  assert.equal(written(asMarkdown, 'spaced'), inquiry(...next));
});

test('text between items stays where it is', () => {
  const text = inquiry('Next inquiring lines', 'So far:', '- Is it?');
  assert.equal(
    plain(text, 'markdown'),
    '---\nkind: inquiry\n---\n\nINQUIRING LINE\n\n# Is it wet?\n\nSo.\n\n## Next inquiring lines\n\n- So far:\n\n* Is it?\n',
  );
});

test('a title over two lines stays so in Markdown', () => {
  const text = inquiry('Sources 1 note', '[[Why does\nmud stick?]]', 'It is.');
  assert.equal(
    plain(text, 'markdown'),
    '---\nkind: inquiry\n---\n\nINQUIRING LINE\n\n# Is it wet?\n\nSo.\n\n## Sources 1 note\n\n- [[Why does\n  mud stick?]] — It is.\n',
  );
});

test('keys of the front matter that only look like the kind stay', () => {
  const keys = (more: string): string => `---\n${more}mankind: a\nkinds: b\n---\n\n`;
  const rest = 'So.\n\n## Original note title\n\nx\n';
  assert.equal(
    written(`${keys('kind : note\n')}# Mud\n\n${rest}`, 'spaced'),
    `${keys('')}Mud\n\n${rest.replace('## ', '')}`,
  );
});

test('a source without a title is never one line with it; nor is anything but a source', () => {
  const markdown =
    '# Is it wet?\n\nSo.\n\n## Sources 2 notes\n\n\n- — It holds.\n- [[Why does\n  mud stick?]] — It is.\n';
  const plainly = (name: string): string => `Is it wet?\nSo.\nSources 2 notes\nIt holds.\n${name}It is.\n`;
  const kind = '---\nkind: inquiry\n---\n\n';
  assert.equal(written(kind + markdown, 'dense'), plainly('[[Why does mud stick?]]\n'));
  assert.equal(written(kind + markdown, 'dense', { oneLine: true }), plainly('[[Why does mud stick?]] — '));
  assert.equal(
    written(kind + markdown, 'spaced'),
    'Is it wet?\n\nSo.\n\nSources 2 notes\n\n\nIt holds.\n\n[[Why does\nmud stick?]]\n\nIt is.\n',
  );
  const related =
    '---\nkind: note\n---\n\n# Mud\n\nSo.\n\n## Related concepts in this collection 1\n\n- [[A]] — It is.\n  same\n';
  assert.equal(
    written(related, 'dense', { oneLine: true }),
    'Mud\nSo.\nRelated concepts in this collection 1\n-\n[[A]]\nIt is.\nsame\n',
  );
});
