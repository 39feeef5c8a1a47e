import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEditor } from './client.ts';
import { MUD } from './corpus.ts';

const SAND = `
mud.txt:10 "Is gravel worth its price?" warning dangling-reference: No document has the title “Is gravel worth its price?”.
rain.txt:8 "Why does sand not stick at all?" warning dangling-reference: No document has the title “Why does sand not stick at all?”.
rain.txt:20 "Why does sand not stick at all?" warning dangling-reference: No document has the title “Why does sand not stick at all?”.
`;

test('findings are told of files that nobody has opened', async (t) => {
  const editor = await openEditor(t, MUD);
  await editor.finds(SAND);
  await editor.quiet();
  assert.deepEqual(editor.published.sort(), ['mud.txt', 'rain.txt'], 'each once, and nothing of files without any');
  const [finding] = editor.diagnostics('mud.txt');
  assert.equal(finding?.source, 'note-corpus');
});

test('typing prose tells nothing; typing a new dangling reference tells one file', async (t) => {
  const editor = await openEditor(t, MUD);
  await editor.finds(SAND);
  await editor.open('clay.md');
  await editor.quiet();
  editor.published = [];
  await editor.type('clay.md', ['Plates', 'Thin plates']);
  await editor.quiet();
  assert.deepEqual(editor.published, []);
  await editor.type('clay.md', ['silicate', 'silicate, as [[Nobody wrote this]] says']);
  await editor.finds(
    `clay.md:3 "Nobody wrote this" warning dangling-reference: No document has the title “Nobody wrote this”.${SAND}`,
  );
  assert.deepEqual(editor.published, ['clay.md']);
});

test('findings move with the text, and carry the version of it', async (t) => {
  const editor = await openEditor(t, MUD);
  await editor.open('rain.txt');
  await editor.finds(SAND);
  await editor.type('rain.txt', ['It does', 'One line more.\nIt does']);
  await editor.finds(SAND.replace('rain.txt:8', 'rain.txt:9').replace('rain.txt:20', 'rain.txt:21'));
});

test('a finding vanishes when its title is mended, and when the missing note is written', async (t) => {
  const editor = await openEditor(t, MUD);
  await editor.finds(SAND);
  await editor.open('rain.txt');
  await editor.type(
    'rain.txt',
    ['does Why does sand not stick at all?', 'does sand'],
    ['Why does sand not stick at all?', 'What is clay made of?'],
  );
  await editor.finds(SAND.split('rain.txt')[0]!);
  await editor.type('rain.txt', ['does sand', 'does Is gravel worth its price?']);
  await editor.open('gravel.md', '# Is gravel worth its price?\n\nIt is.\n');
  const unlisted =
    'rain.txt:8 "Is gravel worth its price?" information unlisted-source: The Sources do not list “Is gravel worth its price?”, which the text names here.';
  await editor.finds(unlisted);
  await editor.close('gravel.md');
  await editor.finds(`
mud.txt:10 "Is gravel worth its price?" warning dangling-reference: No document has the title “Is gravel worth its price?”.
${unlisted}
rain.txt:8 "Is gravel worth its price?" warning dangling-reference: No document has the title “Is gravel worth its price?”.
`);
});

test('“did you mean”, with the place of what may be meant; it goes when that title goes', async (t) => {
  const editor = await openEditor(
    t,
    `
=== mud.md
# Why does mud stick to boots?
=== rain.md
# Rain
[[Why does mud stick on boots?]]
`,
  );
  const dangling =
    'rain.md:2 "Why does mud stick on boots?" warning dangling-reference: No document has the title “Why does mud stick on boots?”.';
  await editor.finds(`${dangling} Did you mean “Why does mud stick to boots?”?`);
  const related = editor.diagnostics('rain.md')[0]!.relatedInformation!;
  assert.equal(editor.drawnAll(related.map(({ location }) => location)), 'mud.md:1 "Why does mud stick to boots?"');
  await editor.open('mud.md');
  await editor.type('mud.md', ['Why does mud stick to boots?', 'Something else entirely']);
  await editor.finds(dangling);
});

test('ambiguous references and duplicate titles name all documents; links to nowhere are broken', async (t) => {
  const editor = await openEditor(
    t,
    `
=== a.md
# Why does mud stick?
=== b.md
# Why does mud stick?
=== c.md
# Something else
[[Why does mud stick?]] and [gone](gone.md)
`,
  );
  await editor.finds(`
a.md:1 "Why does mud stick?" warning duplicate-title: Another document has the title “Why does mud stick?” too.
b.md:1 "Why does mud stick?" warning duplicate-title: Another document has the title “Why does mud stick?” too.
c.md:2 "Why does mud stick?" warning ambiguous-reference: 2 documents answer to “Why does mud stick?”.
c.md:2 "gone.md" warning broken-link: There is no file “gone.md” in this corpus.
`);
  const related = editor.diagnostics('c.md')[0]!.relatedInformation!;
  assert.deepEqual(
    related.map(({ location }) => editor.pathOf(location.uri)),
    ['a.md', 'b.md'],
  );
});

test('a folder that stops being a corpus takes its findings back, and tells all of them when it is one again', async (t) => {
  const editor = await openEditor(t, '=== links.md\n# Links\n[gone](gone.md)\n=== sign.md\n# Sign\n[[Links]]\n');
  const broken = 'links.md:2 "gone.md" warning broken-link: There is no file “gone.md” in this corpus.';
  await editor.finds(broken);
  editor.files.remove('sign.md');
  await editor.watched('deleted sign.md');
  await editor.finds('');
  editor.files.write('sign.md', '# Sign\n[[Links]]\n');
  await editor.watched('created sign.md');
  await editor.finds(broken);
});
