import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CompletionOptions, completion } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';

// What is offered where a link, a list or a sentence is half written: the lines as they are once each is taken.

function taken(picture: string, options: Partial<CompletionOptions> = {}): string[] {
  const { files, cursor } = readFixture(picture);
  const { path, offset } = cursor!;
  const text = files.get(path)!;
  const { items } = completion(snapshotOf(files), { path, offset }, { form: 'wikilink', prose: true, ...options });
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  return items.map(
    ({ replaces, insert }) => text.slice(lineStart, replaces.start) + insert + text.slice(replaces.end, lineEnd),
  );
}

const TREE = `=== soil/mud.md
# Why does mud stick?
## Wet clay
## Wet clay
## Dry | clay
=== soil/a(1).md
# Old soil
=== soil/sub/clay.png
=== top.md
# The top of it
`;
const inSoil = (line: string): string[] => taken(`${TREE}=== soil/page.md\n# A page\n## Own\n${line}\n`);

test('a destination: up to what closes it, or to white space before that', () => {
  assert.deepEqual(inSoil('[a](m$0x) b) c'), ['[a](mud.md) b) c']);
  assert.deepEqual(inSoil('[a](m$0x "so") b'), ['[a](mud.md "so") b']);
  assert.deepEqual(inSoil('[a](m$0 so'), ['[a](mud.md) so']);
  assert.deepEqual(inSoil('[a](  m$0x)'), ['[a](  mud.md)']);
  assert.deepEqual(inSoil('[a](m$0(x)'), ['[a](mud.md)(x)']);
  assert.deepEqual(inSoil('[a](<m$0x> "so")'), ['[a](<mud.md> "so")']);
  assert.deepEqual(inSoil('[a](<m$0'), ['[a](<mud.md>)']);
  assert.deepEqual(inSoil('[b](top.md) [a](m$0)'), ['[b](top.md) [a](mud.md)']);
});

test('a destination: parentheses in it go in pairs', () => {
  assert.deepEqual(inSoil('[a](a(1$0'), ['[a](a%281%29.md)']);
  assert.deepEqual(inSoil('[a](a\\(1$0'), ['[a](a%281%29.md)']);
  assert.deepEqual(inSoil('[a](b) m$0'), []);
  assert.deepEqual(inSoil('[a](b)m$0'), []);
  assert.deepEqual(inSoil('[a](<b>m$0'), []);
  assert.deepEqual(inSoil('[a](m m$0'), []);
  assert.deepEqual(inSoil('[a](//m$0)'), []);
  assert.deepEqual(inSoil('[a](a+b.c-1:m$0)'), []);
});

test('a destination: folders as they are typed', () => {
  assert.deepEqual(inSoil('[a](sub/$0)'), ['[a](sub/clay.png)']);
  assert.deepEqual(inSoil('[a](../so$0)'), ['[a](a%281%29.md)', '[a](mud.md)', '[a](sub/clay.png)']);
  assert.deepEqual(inSoil('[a](/$0)'), [
    '[a](/soil/a%281%29.md)',
    '[a](/soil/mud.md)',
    '[a](/top.md)',
    '[a](/soil/sub/clay.png)',
  ]);
  assert.deepEqual(inSoil('[a](../../x$0)'), []);
  assert.deepEqual(inSoil('[a](./../t$0)'), ['[a](../top.md)']);
  assert.deepEqual(inSoil('[a](does%20mud$0)'), ['[a](mud.md)']);
});

test('a destination: the headings of a file, each name once', () => {
  assert.deepEqual(inSoil('[a](mud.md#$0)'), [
    '[a](mud.md#why-does-mud-stick)',
    '[a](mud.md#wet-clay)',
    '[a](mud.md#dry--clay)',
  ]);
  assert.deepEqual(inSoil('[a](#$0x)'), ['[a](#a-page)', '[a](#own)']);
  assert.deepEqual(inSoil('[a](gone.md#$0)'), []);
  assert.deepEqual(inSoil('[a](mud.md#Dry$0'), ['[a](mud.md#dry--clay)']);
});

test('a wikilink: up to its bar, its heading or its end', () => {
  const mud = '[[Why does mud stick?';
  assert.deepEqual(inSoil('[[why$0 x]] [[b]]'), [`${mud}]] [[b]]`]);
  assert.deepEqual(inSoil('[[why$0 x|b]]'), [`${mud}|b]]`]);
  assert.deepEqual(inSoil('[[why$0 x\\|b]]'), [`${mud}\\|b]]`]);
  assert.deepEqual(inSoil('[[why$0 x#b]]'), [`${mud}#b]]`]);
  assert.deepEqual(inSoil('[[why$0 [[b]]'), [`${mud}]] [[b]]`]);
  assert.deepEqual(inSoil('[[b]] [[  why$0'), [`[[b]] [[  Why does mud stick?]]`]);
  assert.deepEqual(inSoil('[[b]] why$0'), ['[[b]] [[Why does mud stick?]]']);
});

test('a wikilink: headings of the document that stands before the sharp', () => {
  const mud = '[[Why does mud stick?';
  assert.deepEqual(inSoil(`${mud}#$0`), [`${mud}#Why does mud stick?]]`, `${mud}#Wet clay]]`]);
  assert.deepEqual(inSoil(`${mud} # wet$0x#y]]`), [`${mud} #Wet clay]]`]);
  assert.deepEqual(inSoil(`${mud}#nothing$0]]`), []);
  assert.deepEqual(inSoil('`[[Why does mud stick?#$0`'), []);
});

const MUD = '=== mud.md\n---\nkind: note\n---\n# Why does mud stick?\n\nIt is\nclay.\n\nAnd more.\n';
const SAYS = 'INQUIRING LINE\n\nSnow\n\nSources 1 note\n\nWhy does mud stick?\n\nIt is the\nclay.\n';
const source = (path: string, text: string): string[] => {
  const { files, cursor } = readFixture(`${MUD}=== snow.txt\n${SAYS}=== ${path}\n${text}`);
  return completion(snapshotOf(files), cursor!, { form: 'wikilink', prose: true }).items.map(({ insert }) => insert);
};

test('what a list says of a source keeps its lines where the layout has such', () => {
  assert.deepEqual(source('a.txt', 'INQUIRING LINE\n\nRain\n\nIt rains.\n\nSources 2 notes\n\nwhy$0\n'), [
    'Why does mud stick?\n\nIt is the\nclay.',
  ]);
  assert.deepEqual(source('a.txt', 'INQUIRING LINE\nRain\nIt rains.\nSources 2 notes\nwhy$0\n'), [
    'Why does mud stick?\nIt is the clay.',
  ]);
  assert.deepEqual(source('a.md', '# Rain\n\n## Sources 1 note\n\n- why$0\n'), [
    '[[Why does mud stick?]] — It is the clay.',
  ]);
});

test('where the title of a list’s entry is typed, and where it is not', () => {
  const list = (line: string): string[] => taken(`${MUD}=== a.md\n# Rain\n\n## Next inquiring lines\n\n${line}\n`);
  for (const mark of ['-', '*', '+', '1.', '123456789)', '  -'])
    assert.deepEqual(list(`${mark} mud$0`), [`${mark} [[Why does mud stick?]]`]);
  assert.deepEqual(list('- mud$0 x — so'), ['- [[Why does mud stick?]] — so']);
  assert.deepEqual(list('- mud$0 x – so'), ['- [[Why does mud stick?]] – so']);
  assert.deepEqual(list('- mud$0 x  '), ['- [[Why does mud stick?]]  ']);
  assert.deepEqual(list('- [[mud$0 x]] y'), ['- [[Why does mud stick?]] y']);
});

test('sources: what the list has already, under whatever name, is not offered again', () => {
  const files = `${MUD}=== rain.md\n---\nkind: note\naliases: [Wet sky]\n---\n# Why does it rain?\n`;
  const list = (body: string, ...items: readonly string[]): string[] =>
    taken(`${files}=== a.md\n# A\n\n${body}\n\n## Sources 9 notes\n\n${[...items, '- $0'].join('\n')}\n`);
  const body =
    '[[Why does it rain?]] [[Snow]] [[Why does mud stick?]] [[Why does it rain?]] [[Snow]] [a](gone.md) [[Fog]]';
  assert.deepEqual(list(body), [
    '- [[Why does it rain?]]',
    '- [[Snow]]',
    '- [[Why does mud stick?]] — It is clay.',
    '- [[Fog]]',
  ]);
  assert.deepEqual(list(body, '- [[Wet sky]]', '- [[snow]]'), ['- [[Why does mud stick?]] — It is clay.', '- [[Fog]]']);
});

/** A page in which a line ends at the cursor, bare titles wanted. */
const bare = (titles: readonly string[], line: string): string[] => {
  const files = titles.map((title, at) => `=== ${at}.md\n# ${title}\n`).join('');
  return taken(`${files}=== page.txt\nINQUIRING LINE\nA page\n${line}\nMore.\n`, { form: 'bare' });
};

test('a bare title is not offered where it would be read as another one', () => {
  assert.deepEqual(bare(['Why does mud stick?'], 'So why does m$0'), ['So Why does mud stick?']);
  assert.deepEqual(bare(['Why mud sticks', 'Why mud sticks to boots'], 'So why mud st$0 to boots'), [
    'So [[Why mud sticks]] to boots',
    'So Why mud sticks to boots to boots',
  ]);
  assert.deepEqual(bare(['Wet clay holds', 'Is wet clay holds so'], 'Is wet cl$0'), ['Is wet clay holds so']);
});

test('a bare title that begins within another that stands there is not offered', () => {
  assert.deepEqual(bare(['Why does mud stick', 'Mud stick is wood'], 'Why does mud stick is wo$0'), []);
});
