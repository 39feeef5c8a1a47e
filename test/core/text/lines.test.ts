import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lineStarts, offsetAt, positionAt } from '../../../server/core/index.ts';
import { hardText, holds } from '../arbitraries.ts';

test('lines end with \\n, \\r\\n and \\r, and with nothing else', () => {
  assert.deepEqual([...lineStarts('mud\nrain\r\nfog\rsnow\n\rice')], [0, 4, 10, 14, 19, 20]);
  assert.deepEqual([...lineStarts('mud\u2028rain\u0085fog\vsnow\fice')], [0]);
  assert.deepEqual([...lineStarts('')], [0]);
  assert.deepEqual([...lineStarts('\n')], [0, 1]);
});

test('lines and places are those of the editor', () => {
  holds(
    hardText,
    (text) => {
      const starts = lineStarts(text);
      const document = TextDocument.create('file:///a.md', 'markdown', 1, text);
      assert.equal(starts.length, document.lineCount);
      for (let offset = 0; offset <= text.length; offset++) {
        const position = positionAt(starts, offset);
        assert.equal(
          position.line,
          starts.findLastIndex((start) => start <= offset),
        );
        assert.equal(offset - position.character, starts[position.line]);
        // Between \r and \n there is no place to the editor.
        if (text[offset - 1] !== '\r' || text[offset] !== '\n') assert.deepEqual(document.positionAt(offset), position);
        assert.equal(offsetAt(text, starts, position), document.offsetAt(position));
      }
    },
    200,
  );
});

test('a place outside is moved inside', () => {
  const text = 'mud\r\nrain';
  const starts = lineStarts(text);
  const check = (line: number, character: number, offset: number): void =>
    assert.equal(offsetAt(text, starts, { line, character }), offset);
  check(0, 99, 3);
  check(1, 99, 9);
  check(9, 0, 9);
  check(-1, 3, 0);
  check(0, -1, 0);
  check(Number.NaN, 1, 0);
  check(1, Number.NaN, 5);
  check(2 ** 31, 2 ** 31, 9);
  check(1.5, 0.5, 5);
  check(0.5, 2.5, 2);
});
