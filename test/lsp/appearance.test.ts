import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEditor } from './client.ts';
import { MUD } from './corpus.ts';

test('folding: whole lines, sections as regions; as many as the client takes; null for what is no document', async (t) => {
  const capabilities = { textDocument: { foldingRange: { rangeLimit: 2, lineFoldingOnly: true } } };
  const picture = `${MUD}=== LICENSE.txt\nDo as you like.\n`;
  const [all, few] = [await openEditor(t, picture), await openEditor(t, picture, { capabilities })];
  const asked = { textDocument: { uri: all.uri('mud.txt') } };
  assert.deepEqual(await all.ask('textDocument/foldingRange', asked), [
    { startLine: 0, endLine: 4 },
    { startLine: 6, endLine: 9, kind: 'region' },
    { startLine: 11, endLine: 13, kind: 'region' },
  ]);
  const fewer = await few.ask('textDocument/foldingRange', { textDocument: { uri: few.uri('mud.txt') } });
  assert.equal(fewer.length, 2);
  const none = { textDocument: { uri: all.uri('LICENSE.txt') } };
  assert.equal(await all.ask('textDocument/foldingRange', none), null);
});

test('selection ranges: from each place outwards, each in its parent', async (t) => {
  const editor = await openEditor(t, MUD);
  const { textDocument, position } = editor.at('clay.md', 'Why does |mud');
  const chains = await editor.ask('textDocument/selectionRange', {
    textDocument,
    positions: [position, { line: 99, character: 99 }],
  });
  assert.equal(chains.length, 2);
  const words: string[] = [];
  for (let each = chains[0]; each; each = each.parent) words.push(editor.text('clay.md').getText(each.range));
  assert.deepEqual(words.slice(0, 3), ['mud', 'Why does mud stick to boots?', '[[Why does mud stick to boots?]]']);
  assert.equal(words.at(-1), editor.text('clay.md').getText());
  const outside = { textDocument: { uri: 'file:///nowhere/mud.txt' }, positions: [position] };
  assert.equal(await editor.ask('textDocument/selectionRange', outside), null);
});

test('linked editing: a wikilink that shows its target, with what may stand in it', async (t) => {
  const editor = await openEditor(t, '=== a.md\n# A\n\n[[Mud pies|Mud pies]] and [[Mud|mud]]\n');
  const uri = editor.uri('a.md');
  const answer = await editor.ask('textDocument/linkedEditingRange', editor.at('a.md', 'Mud| pies]]'));
  assert.deepEqual(
    answer.ranges.map((range: never) => editor.drawn(uri, range)),
    ['a.md:3 "Mud pies"', 'a.md:3 "Mud pies"'],
  );
  assert.equal(answer.wordPattern, String.raw`[^\[\]|#\r\n]*`);
  assert.equal(await editor.ask('textDocument/linkedEditingRange', editor.at('a.md', '|mud]]')), null);
});

test('document links: to papers, works and files of the corpus, too', async (t) => {
  const picture = `=== pictures/oven.png
=== mud.txt
INQUIRING LINE

Why does mud stick?

See arXiv:2305.12345, doi:10.1000/182, https://example.org/mud and [the oven](pictures/oven.png).
`;
  const editor = await openEditor(t, picture);
  const uri = editor.uri('mud.txt');
  const links = await editor.ask('textDocument/documentLink', { textDocument: { uri } });
  assert.deepEqual(
    links.map(({ range, target, tooltip }: { range: never; target: string; tooltip?: string }) =>
      [editor.drawn(uri, range), target.replace(editor.uri(''), ''), tooltip].join(' '),
    ),
    [
      'mud.txt:5 "arXiv:2305.12345" https://arxiv.org/abs/2305.12345 ',
      'mud.txt:5 "doi:10.1000/182" https://doi.org/10.1000/182 ',
      'mud.txt:5 "https://example.org/mud" https://example.org/mud ',
      'mud.txt:5 "pictures/oven.png" /pictures/oven.png Go to this file',
    ],
  );
});
