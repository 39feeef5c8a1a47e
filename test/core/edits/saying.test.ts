import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differenceBetween, sameSaying } from '../../../server/core/edits/convert/sameSaying.ts';
import { type SaidEntry, type Saying, sayingOf } from '../../../server/core/edits/convert/saying.ts';
import { trial } from '../../../server/core/edits/trial.ts';
import { snapshotOf } from '../../fixture.ts';

// What a text says whatever its layout, and the first thing that another one says otherwise.

const entry: SaidEntry = { line: 4, names: '= b.md', summary: 'It holds.', relation: '' };
const one: Saying = {
  kind: 'note',
  title: 'mud',
  aliases: ['clay', 'wet'],
  sections: [{ role: 'sources', line: 3, declared: 1, entries: [entry] }],
  references: [{ line: 1, role: 'body', to: '! rain', text: 'Rain' }],
  words: 'abcdef',
  matter: 'tags: a',
  lineOf: (word) => 10 + word,
};

test('the first thing that differs, with its line in the text that is there', () => {
  const [section] = one.sections;
  const [reference] = one.references;
  const otherEntry = (other: Partial<SaidEntry>): Partial<Saying> => ({
    sections: [{ ...section!, entries: [{ ...entry, line: 90, ...other }] }],
  });
  const differences: [Partial<Saying>, string | undefined][] = [
    [{}, undefined],
    [{ kind: 'inquiry', title: 'x' }, 'it would be read as an inquiring line'],
    [{ kind: 'page' }, 'it would be read as a page'],
    [{ title: 'x', aliases: [] }, 'it would have another title'],
    [{ aliases: ['clay'], sections: [] }, 'it would have other aliases'],
    [{ aliases: ['claywet'] }, 'it would have other aliases'],
    [{ sections: [] }, 'on line 4 the section would not be read as what it is'],
    [
      { sections: [{ ...section!, role: 'next', declared: 7 }] },
      'on line 4 the section would not be read as what it is',
    ],
    [{ sections: [section!, section!], references: [] }, 'a section would begin that does not'],
    [{ sections: [{ ...section!, declared: 2, entries: [] }] }, 'on line 4 the number in the heading would be another'],
    [{ sections: [{ ...section!, entries: [] }] }, 'on line 5 the item would not name the same'],
    [{ sections: [{ ...section!, entries: [entry, entry] }] }, 'on line 4 the list would have other items'],
    [otherEntry({}), undefined],
    [otherEntry({ names: '! b', summary: 'x' }), 'on line 5 the item would not name the same'],
    [otherEntry({ summary: 'x', relation: 'y' }), 'on line 5 what the item says would be read otherwise'],
    [otherEntry({ relation: 'y' }), 'on line 5 the relation would be read otherwise'],
    [{ references: [{ ...reference!, line: 90, text: 'rain' }] }, undefined],
    [{ references: [], matter: '' }, 'on line 2 “Rain” would not name the same'],
    [{ references: [{ ...reference!, role: 'next' }] }, 'on line 2 “Rain” would not name the same'],
    [{ references: [{ ...reference!, to: '= a.md' }] }, 'on line 2 “Rain” would not name the same'],
    [
      { references: [reference!, { ...reference!, text: 'Snow' }], words: '' },
      '“Snow” would be read as a reference, which it is not',
    ],
    [{ matter: '', words: '' }, 'the front matter would be another'],
    [{ words: 'abxdef' }, 'on line 13 text would be lost or come in another order'],
    [{ words: 'abc' }, 'on line 14 text would be lost or come in another order'],
    [{ words: 'xabcdef' }, 'on line 11 text would be lost or come in another order'],
    [{ words: 'abcdefg' }, 'there would be more text than there is'],
  ];
  for (const [other, expected] of differences) {
    assert.equal(differenceBetween(one, { ...one, ...other }), expected);
    assert.equal(sameSaying(one, { ...one, ...other }), expected === undefined);
  }
});

const MUD = '# Why does mud stick?\n';

function said(path: string, text: string, others: Readonly<Record<string, string>> = { 'soil/mud.md': MUD }): Saying {
  const snapshot = snapshotOf(new Map(Object.entries({ ...others, [path]: text })));
  return sayingOf(snapshot, text, trial(snapshot, path, text)!, (each) => `at ${each}`);
}

test('all that a text says', () => {
  const markdown = `---
kind: inquiry
aliases: [Rainy paths]
---
# Does rain make a path worse?

It does, as [[Why does mud stick?|why does mud stick]] has it, and [[Snow]].

## Sources 2 notes

- [[Why does mud stick?]] — Clay \\*holds\\*.
- [[Snow]] — Ice.

## Related concepts

- [[Why does mud stick?]] — same
`;
  const saying = said('a.md', markdown);
  assert.deepEqual(
    { ...saying, lineOf: [0, 1, 100, 1000].map(saying.lineOf) },
    {
      kind: 'inquiry',
      title: 'does rain make a path worse',
      aliases: ['rainy paths'],
      sections: [
        {
          role: 'sources',
          line: 8,
          declared: 2,
          entries: [
            { line: 10, names: '= at soil/mud.md', summary: 'Clay *holds*.', relation: '' },
            { line: 11, names: '! snow', summary: 'Ice.', relation: '' },
          ],
        },
        {
          role: 'related',
          line: 13,
          declared: undefined,
          entries: [{ line: 15, names: '= at soil/mud.md', summary: '', relation: 'same' }],
        },
      ],
      references: [
        { line: 6, role: 'body', to: '= at soil/mud.md', text: 'Why does mud stick?' },
        { line: 6, role: 'body', to: '! snow', text: 'Snow' },
        { line: 10, role: 'sources', to: '= at soil/mud.md', text: 'Why does mud stick?' },
        { line: 11, role: 'sources', to: '! snow', text: 'Snow' },
        { line: 15, role: 'related', to: '= at soil/mud.md', text: 'Why does mud stick?' },
      ],
      words:
        'Itdoes,aswhydoesmudstickhasit,andSnow.Sources2notesWhydoesmudstick?Clayholds.SnowIce.RelatedconceptsWhydoesmudstick?same',
      matter: 'aliases: [Rainy paths]',
      lineOf: [6, 6, 15, 3],
    },
  );
});

test('several documents of a title are told by their paths', () => {
  const saying = said('a.md', 'So [[Mud]].', { 'y/mud.md': '# Mud\n', 'x/mud.md': '# Mud\n' });
  assert.deepEqual(
    saying.references.map(({ to }) => to),
    ['? at x/mud.md,at y/mud.md'],
  );
});

test('words are what is neither white space nor a mark of a layout', () => {
  const words = (text: string, path = 'a.md'): string => said(path, text).words;
  assert.equal(
    words('# Mud\n\nSo *it* `is` [[a|b]] [c](d) — 1–2 • x: y | z > = - _u_ \\# &#32;&#9;&#33;'),
    'Soitisbc(d)12xyzu&33;',
  );
  assert.equal(words('Mud\n===\n\nSo.'), 'So.');
  assert.equal(words('INQUIRING LINE\n\nIs it wet?\n\nSo.\n', 'a.txt'), 'So.');
  assert.equal(words('\n  INQUIRING LINE \r\n\r\nIs it wet?\r\n\r\nSo.\r\n', 'a.txt'), 'So.');
});

test('the lines of the front matter, without the title and the kind, which are told by themselves', () => {
  const matter = (text: string): string => said('a.md', text).matter;
  assert.equal(
    matter('---\nkind : note\ntitle: Mud\n\n \t\ntags: [a]\nmy kind: b\nold title: c\n---\nSo.\n'),
    'tags: [a]\nmy kind: b\nold title: c',
  );
  assert.equal(matter('\ufeff --- \r\na: 1\r\nb: 2\r\n---\t\r\nSo.'), 'a: 1\nb: 2');
  assert.equal(matter('---\ra: 1\r---'), 'a: 1');
  assert.equal(matter('---\n---\nSo.'), '');
  assert.equal(matter('So.\n---\na: 1\n---\n'), '');
  assert.equal(matter('---\na: 1\n--- so\n'), '');
});

test('the line on which a character of the words stands, with front matter and header before it', () => {
  const lines = (text: string, path = 'a.md'): number[] => {
    const { words, lineOf } = said(path, text);
    return Array.from(words, (_, at) => lineOf(at));
  };
  assert.deepEqual(lines('# M\n\nab\n\n* c *\nd\n'), [2, 2, 4, 5]);
  assert.deepEqual(lines('---\nkind: note\n---\n# M\r\n\r\nab\rc'), [5, 5, 6]);
  assert.deepEqual(lines('INQUIRING LINE\n\nM?\n\nab\n\nc\n', 'a.txt'), [4, 4, 6]);
});
