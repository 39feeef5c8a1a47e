import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Constructs } from '../../../server/core/syntax/inline.ts';
import { plainConstructs } from '../../../server/core/syntax/plainInline.ts';
import { holds } from '../arbitraries.ts';
import { parsePlain } from './plainParser.ts';
import { INLINE_PIECES } from './scanArbitraries.ts';
import { constructsOf } from './treeOf.ts';

// What a plain text hides and links is what remark finds, once it is told that there are no blocks.

/** Lines as a block of plain text has them: none is blank, none begins with white space, none is a code fence. */
const block = fc
  .array(fc.array(fc.constantFrom(...INLINE_PIECES), { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 })
  .map((lines) =>
    lines
      .map((pieces) => pieces.join('').trim())
      .filter((line) => line !== '' && !/^(?:`{3}|~{3})/.test(line))
      .join('\n'),
  );

test('the scanner and the parser agree on a block of plain text, wherever it stands', () => {
  const shown = ({ opaque, links }: Constructs, shift: number, length: number): object => {
    const all = { start: shift - 1, end: shift + length + 1 };
    return {
      opaque: opaque.overlapping(all).map(({ start, end }) => [start - shift, end - shift]),
      links: links.overlapping(all).map(({ span, text }) => [span.start - shift, span.end - shift, text]),
    };
  };
  holds(block, (lines) => {
    for (const before of ['', 'mud\n\n']) {
      const text = before + lines;
      const found = plainConstructs(text, { start: before.length, end: text.length });
      const parsed = constructsOf(parsePlain(lines), text, before.length);
      assert.deepEqual(
        shown(found, before.length, lines.length),
        shown(parsed, before.length, lines.length),
        JSON.stringify(lines),
      );
    }
  });
});

test('nothing goes over a blank line, and a fence hides what is in it', () => {
  const text = 'a `b\n\nc` d\n\n```md\n[a](b.md)\n\n[c](d.md)\n```\n\n[e](f.md)';
  const { opaque, links } = plainConstructs(text, { start: 0, end: text.length });
  const all = { start: 0, end: text.length };
  const shown = opaque.overlapping(all).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(shown, ['```md\n[a](b.md)\n\n[c](d.md)\n```']);
  assert.deepEqual(
    links.overlapping(all).map((each) => each.text),
    ['f.md'],
  );
});
