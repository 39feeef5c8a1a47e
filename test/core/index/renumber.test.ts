import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Document } from '../../../server/core/index/document.ts';
import { Numbering, renumber, respell, sheetOf, summarize } from '../../../server/core/index.ts';

const MUD = `---
aliases: [Sticky mud, Clay]
tags: [soil, wet]
---
# Why does mud stick to boots?

So [[rain|wet]], [clay](clay.md#kinds), [far](https://a.b/c) and #field. Is it the clay that holds on to it? Nobody knows.

## Kinds

Why is clay so sticky when it is wet?

## Sources 2 notes

- [[Does rain matter?]] — it does.
- Who was here before — nobody.
`;

test('a sheet under other numbers is the one that would have been made under them', () => {
  const summary = summarize('mud.md', MUD)!;
  const [own, other] = [new Numbering(), new Numbering()];
  for (const each of ['rain', 'wet', 'clay', 'Mud', 'soil']) other.keys.number(each);
  for (const each of ['Kinds', 'field', 'nobody', 'wet']) other.spellings.number(each);
  const sheet = sheetOf('mud.md', summary, own).slice();
  renumber(
    sheet,
    (key) => other.keys.number(own.keys.string(key)),
    (spelling) => other.spellings.number(own.spellings.string(spelling)),
  );
  assert.deepEqual(sheet, sheetOf('mud.md', summary, other));
});

test('occurrences under other numbers of spellings', () => {
  const occurrences = Int32Array.of(3, 10, 7, 0, 1, 20, 30, 8, 0, 0);
  respell(occurrences, [40, 41]);
  assert.deepEqual(occurrences, Int32Array.of(3, 10, 7, 0, 41, 20, 30, 8, 0, 40));
});

test('whether a file shows a wikilink by itself', () => {
  const has = (text: string): boolean => {
    const numbering = new Numbering();
    return new Document(0, 'a.md', sheetOf('a.md', summarize('a.md', text)!, numbering), numbering.spellings)
      .hasWikilink;
  };
  assert.equal(has('# A\n[b](b.md) and [[c]]\n'), true);
  assert.equal(has('# A\n[[c]] and [b](b.md)\n'), true);
  assert.equal(has('# A\n[b](b.md), c\n'), false);
  assert.equal(has('# A\n'), false);
});
