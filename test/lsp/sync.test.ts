import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { chance } from '../hostile/bytes.ts';
import { syntax, unicode } from '../hostile/texts.ts';
import { type Editor, openEditor } from './client.ts';
import { MUD } from './corpus.ts';

const ASKED = ['documentSymbol', 'documentLink', 'foldingRange', 'semanticTokens/full', 'codeLens'];

/** All that is said of an open document, without where its folder lies. */
async function answers(editor: Editor, path: string): Promise<string> {
  const textDocument = { uri: editor.uri(path) };
  const all = await Promise.all(ASKED.map((each) => editor.ask(`textDocument/${each}`, { textDocument })));
  for (const each of all) delete each?.resultId;
  return JSON.stringify(all).replaceAll(editor.workspaceFolder('').uri, '');
}

test('after any changes of ranges the server knows the text that the editor has: as one that is told whole texts', async (t) => {
  const [ranged, full] = [await openEditor(t, MUD), await openEditor(t, MUD)];
  const random = chance(Number(process.env.SEED ?? 20260101));
  const below = (count: number): number => Math.floor(random() * count);
  const texts = [...unicode(), ...syntax()].map(([, text]) => text);
  const path = 'clay.md';
  let document = TextDocument.create(ranged.uri(path), 'markdown', 1, ranged.files.read(path));
  for (const editor of [ranged, full]) await editor.open(path);
  for (let round = 0; round < 40; round++) {
    for (let times = 1 + below(6); times > 0; times--) {
      const version = document.version + 1;
      const contentChanges = Array.from({ length: 1 + below(4) }, () => {
        const length = document.getText().length;
        const [one, other] = [below(length + 1), below(length + 1)].sort((a, b) => a - b) as [number, number];
        // Mostly a word or two go, and now and then all.
        const end = random() < 0.1 ? other : Math.min(length, one + below(12));
        const from = below(200);
        const text = oneOf(texts)
          .slice(from, from + below(40))
          .replaceAll('\n', ['\n', '\r\n', '\r'][below(3)]!);
        const range = { start: document.positionAt(one), end: document.positionAt(end) };
        document = TextDocument.update(document, [{ range, text }], version);
        return { range, text };
      });
      await ranged.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: ranged.uri(path), version },
        contentChanges,
      });
    }
    await full.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: full.uri(path), version: document.version },
      contentChanges: [{ text: document.getText() }],
    });
    assert.equal(await answers(ranged, path), await answers(full, path), JSON.stringify(document.getText()));
  }
  for (const editor of [ranged, full]) await editor.quiet();
  assert.equal(await answers(ranged, path), await answers(full, path));
  // Findings come by themselves, when there is time.
  assert.equal(ranged.findings, full.findings);

  function oneOf<T>(all: readonly T[]): T {
    return all[below(all.length)]!;
  }
});

test('positions are of UTF-16 units whatever a client offers, which all clients understand (LSP 3.17, "Position Encoding")', async (t) => {
  for (const positionEncodings of [['utf-8'], ['utf-32', 'utf-8', 'utf-16'], []]) {
    const editor = await openEditor(
      t,
      '=== mud.md\n# Why does 🌧 mud stick?\n=== a.md\n# A\n\n🥾 [[Why does 🌧 mud stick?]]\n',
      {
        capabilities: { general: { positionEncodings } },
      },
    );
    assert.equal(
      (editor.initialized as { capabilities: { positionEncoding: string } }).capabilities.positionEncoding,
      'utf-16',
    );
    const [link] = await editor.ask('textDocument/documentLink', { textDocument: { uri: editor.uri('a.md') } });
    assert.deepEqual(link.range, { start: { line: 2, character: 5 }, end: { line: 2, character: 27 } });
  }
});
