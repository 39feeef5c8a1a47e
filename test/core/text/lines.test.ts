import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lineAt, lineEndOf, lineStarts, offsetAt, positionAt } from '../../../server/core/text/lines.ts';
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

test('lines of a text end as its first one does', () => {
  const ends = ['mud\nrain\r\n', 'mud\r\nrain\n', 'mud\rrain\n', 'mud', ''].map(lineEndOf);
  assert.deepEqual(ends, ['\n', '\r\n', '\r', '\n', '\n']);
});

test('the line of an offset, also behind the last', () => {
  const starts = lineStarts('mud\nrain\n');
  assert.deepEqual(
    [0, 3, 4, 8, 9, 99].map((offset) => lineAt(starts, offset)),
    [0, 0, 1, 1, 2, 2],
  );
  assert.deepEqual(positionAt(starts, -5), { line: 0, character: 0 });
  assert.equal(offsetAt('mud\nrain\n', starts, { line: 2, character: 3 }), 9);
  assert.equal(offsetAt('mud\nrain\n', starts, { line: 3, character: 0 }), 9);
  assert.equal(offsetAt('mud\nrain\n', starts, { line: 1, character: 0 }), 4);
});
