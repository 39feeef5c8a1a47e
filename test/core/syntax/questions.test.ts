import assert from 'node:assert/strict';
import { test } from 'node:test';
import { questionsOf } from '../../../server/core/index/sheet.ts';
import { Numbering, nameAt, renumber, sheetOf, summarize } from '../../../server/core/index.ts';
import { drawn, readFixture } from '../../fixture.ts';
import { hardText, holds } from '../arbitraries.ts';

/** Every question-shaped stretch is underlined with what shows that it may be a title: `inside` a sentence, `closed` as a title is. */
function check(picture: string): void {
  const { files, marks } = readFixture(picture);
  const found = [...files].flatMap(([path, text]) =>
    (summarize(path, text)?.questions ?? []).map(({ start, end, inside, closed, listed }) => ({
      path,
      span: { start, end },
      label: [inside && 'inside', closed && 'closed', listed && 'listed'].filter(Boolean).join(' '),
    })),
  );
  assert.equal(drawn(files, found), drawn(files, marks));
}

/** One line of Markdown. */
const line = (picture: string): void => check(`=== a.md\n# Mud\n${picture}\n`);

test('in the middle of a sentence, ended as a title is', () => {
  line(`
Clay holds on Why does mud stick?. It does.
              ^^^^^^^^^^^^^^^^^^^ inside closed`);
  line(`
Clay holds on Why does mud stick? — so it does; and (see Can sand hold water?).
              ^^^^^^^^^^^^^^^^^^^ inside closed
                                                         ^^^^^^^^^^^^^^^^^^^^ inside closed`);
  line(`
Clay holds on Why does mud stick?, Can sand hold water?; and cf. Does it dry fast?'s end.
              ^^^^^^^^^^^^^^^^^^^ inside closed
                                   ^^^^^^^^^^^^^^^^^^^^ inside closed
                                                                 ^^^^^^^^^^^^^^^^^ inside closed`);
});

test('a sentence ends with its mark and a capital; a point within it ends nothing', () => {
  line(`
It rains… Does mud stick to boots?. It rains! Does it matter much?.
          ^^^^^^^^^^^^^^^^^^^^^^^^ closed
                                              ^^^^^^^^^^^^^^^^^^^^ closed`);
  line(`
Clay, e.g. Why does it, i.e. mud, stick?.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ inside closed`);
  line(`
Clay is Why does version 2.5 stick?.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ inside closed`);
});

test('two titles back to back', () => {
  line(`
Clay holds on Why does mud stick? What makes it dry again?.
              ^^^^^^^^^^^^^^^^^^^ inside closed
                                  ^^^^^^^^^^^^^^^^^^^^^^^^ inside closed`);
  line(`
Why does mud stick? What makes it dry again? Nobody knows.
^^^^^^^^^^^^^^^^^^^${' '}
                    ^^^^^^^^^^^^^^^^^^^^^^^^ `);
});

test('emphasis and emoji are no part of it; quotes and parentheses open something else', () => {
  line(`
Clay holds on *Why does mud stick?*, as **Can sand hold water?** — and 🐝 Does *it* dry fast?.
               ^^^^^^^^^^^^^^^^^^^ inside closed
                                          ^^^^^^^^^^^^^^^^^^^^ inside closed
                                                                          ^^^^^^^^^^^^^^^^^^^ inside closed`);
  line(`
She asked, “Why does it rain?”, and (Why does mud stick?), and: Does it matter much?.
            ^^^^^^^^^^^^^^^^^${' '}
                                     ^^^^^^^^^^^^^^^^^^^ closed
                                                                ^^^^^^^^^^^^^^^^^^^^ closed`);
});

test('it begins at the last question word, or where a title in capitals does', () => {
  line(`
Why this matters is told in Does mud dry fast?, and in Why Is the Sky Blue?.
                            ^^^^^^^^^^^^^^^^^^ inside closed
                                                       ^^^^^^^^^^^^^^^^^^^^ inside closed`);
  line(`
The list has To what extent does mud dry?, and Isn’t sand wet too?.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ inside closed
                                               ^^^^^^^^^^^^^^^^^^^ inside closed`);
  line(`
So Can’t mud dry fast?, What's mud good for?, Who’d buy it wet?; Candy is it wet?.
   ^^^^^^^^^^^^^^^^^^^ inside closed
                        ^^^^^^^^^^^^^^^^^^^^ inside closed
                                              ^^^^^^^^^^^^^^^^^ inside closed`);
  line('The rain. Nobody asked whether it is wet, or why does it fall?, and #Why pre-Does it fall?.');
});

test('what stands beside it may be a wikilink; an item’s mark is nothing', () => {
  line(`
As [[Mud]] Does sand dry fast?. As Can sand hold water? [[Clay]] says.
           ^^^^^^^^^^^^^^^^^^^ inside closed
                                   ^^^^^^^^^^^^^^^^^^^^ inside closed`);
  line(`
- Does sand dry fast?, or not
  ^^^^^^^^^^^^^^^^^^^ closed
- [ ] Does sand dry fast?, or not
      ^^^^^^^^^^^^^^^^^^^ closed

1) Does sand dry fast?, or not
   ^^^^^^^^^^^^^^^^^^^ closed

> Does sand dry fast?, or not
  ^^^^^^^^^^^^^^^^^^^ closed`);
});

test('over two lines, in a quote, and with CRLF', () => {
  line(`
> Clay holds on Does mud
                ^^^^^^^^ …
> dry fast?. So it is.
^^^^^^^^^^^ inside closed`);
  const text = 'INQUIRING LINE\r\n\r\nMud\r\n\r\nClay holds on Does mud\r\ndry fast?.\r\n';
  const [only] = summarize('a.txt', text)!.questions;
  assert.equal(text.slice(only!.start, only!.end), 'Does mud\r\ndry fast?');
  assert.equal(only!.text, 'Does mud dry fast?');
});

test('the three layouts; a dense line is a paragraph', () => {
  check(`
=== a.txt
INQUIRING LINE

Does rain matter to anybody?

Clay holds on
Does mud dry fast?. So it is.
^^^^^^^^^^^^^^^^^^ inside closed

Sources 1 note

Why does mud stick?

Clay, as in Does mud dry fast?. Is it so here?
            ^^^^^^^^^^^^^^^^^^ inside closed listed
                                ^^^^^^^^^^^^^^ listed
=== b.txt
INQUIRING LINE
Does rain matter to anybody?
Clay holds on
Does mud dry fast?. So it is.
^^^^^^^^^^^^^^^^^^ closed
`);
});

test('nowhere in headings, code, URLs, papers and prompts; nor of two words, nor without end', () => {
  check(`
=== a.md
---
kind: note
title: Mud
---
# So Why does mud stick?, and

\`Why does mud stick?\`, https://example.org/a?Does=it&b?, so Why not?, and so Why does it ${'rain and '.repeat(30)}snow?, and

## Related papers

- So Why does mud stick?, and

## Research prompt

So Why does mud stick?, and
`);
});

test('whatever the text: in order, without overlap, in its prose, and what they say they are', () => {
  holds(hardText, (text) => {
    for (const [path, whole] of [
      ['a.md', text],
      ['a.md', `${text} so Does mud${text}dry fast?. Is ${text}?`],
      ['a.txt', `INQUIRING LINE\n\nMud\n\n${text} so Does mud dry fast?, ${text}`],
    ] as const) {
      const read = summarize(path, whole);
      let free = 0;
      for (const { start, end, text: said } of read?.questions ?? []) {
        assert.ok(start >= free && end > start);
        free = end;
        assert.equal(nameAt(whole, { start, end }), said);
        assert.match(said, /^\p{Lu}.*\?$/su);
        assert.ok(read!.prose.some((each) => each.start <= start && end <= each.end));
      }
    }
  });
});

test('a sheet keeps them, under whatever numbers', () => {
  holds(hardText, (text) => {
    const read = summarize('a.md', `so Does mud dry fast?. ${text} so Is it? ${text} Why does it?`)!;
    const [one, other] = [new Numbering(), new Numbering()];
    const sheet = sheetOf('a.md', read, one);
    assert.deepEqual(questionsOf(sheet, one.spellings), read.questions);
    other.spellings.number('something else');
    renumber(
      sheet,
      (key) => other.keys.number(one.keys.string(key)),
      (spelling) => other.spellings.number(one.spellings.string(spelling)),
    );
    assert.deepEqual(questionsOf(sheet, other.spellings), read.questions);
  });
});
