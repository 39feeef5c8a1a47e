import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summarize } from '../../../server/core/index.ts';

/** The tags of a text, in their order: `soil, wet clay`. */
function check(text: string, expected: string, path = 'a.md'): void {
  assert.equal(summarize(path, text)?.tags.join(', '), expected, JSON.stringify(text));
}

const matter = (lines: string): string => `---\n${lines}\n---\n# Mud\n`;

test('front matter: a list, a flow list, a line by commas or by spaces', () => {
  check(matter('tags:\n  - soil\n  - wet clay\n  -'), 'soil, wet clay');
  check(matter('tags: [soil, "wet clay"]'), 'soil, wet clay');
  check(matter('tags: soil, wet clay,'), 'soil, wet clay');
  check(matter('tags: soil clay  sand'), 'soil, clay, sand');
  check(matter('tag: soil\ntitle: Mud'), 'soil');
  check(matter('keywords:\n  soil,\n  wet clay'), 'soil, wet clay');
  check(matter('keywords: [sand]\ntags: [soil, Sand]'), 'sand, soil');
  check(matter('tags: ["#soil", "#", 2026, soil/clay/]'), 'soil, 2026, soil/clay');
});

test('front matter that cannot be read gives none', () => {
  check(matter('tags:'), '');
  check(matter('tags: {a: b}'), '');
  check(matter('tags: [[a], {b: c}, "", d'), 'd');
  check(matter('tags: *a'), '');
  check(matter('tags: "soil'), 'soil');
});

test('in prose: behind white space, or at the beginning', () => {
  check(
    '#soil is what #wet-clay, #Clay/wet. (#no) no#no \\#no #2026 #2026-01 #-- # no\n',
    'soil, wet-clay, Clay/wet, 2026-01',
  );
  check(
    '# Mud #no\n\n## Of clay #clay ##\n\n- #item\n\n> #quoted\n\n| #cell | a |\n| --- | --- |\n',
    'clay, item, quoted, cell',
  );
  check('Mud\r\n#soil\r\n\r\n- and\t#clay\r\n', 'soil, clay');
  check('#ılık #Größe #日本語 #क्षेत्र\u3000#泥 #bees🐝\n', 'ılık, Größe, 日本語, क्षेत्र, 泥, bees');
});

test('not in code, links, comments, tags, addresses, definitions', () => {
  check('`#no` ``a #no`` #yes\n\n    #no\n\n```\n#no\n```\n', 'yes');
  check('[see #no](a.md) [a]( #no ) [a](<b #no>) ![#no](a.png) [[Mud #no]] [[Mud| #no]] #yes\n', 'yes');
  check('[see][a] <b title=" #no"> <!-- #no --> https://a.b/ #yes\n\n[a]: #no\n\n<div>\n#no\n</div>\n', 'yes');
  check('#yes[[Mud]] [[Mud]]#no #https://a.b\n', 'yes');
});

test('the same in another case or form is one, shown as first written', () => {
  check(`${matter('tags: [Soil, soil]')}#SOIL #cafe\u0301 #caf\u00e9 #ΟΔΟΣ #οδος\n`, 'Soil, caf\u00e9, ΟΔΟΣ');
});

test('what lists say of others is not of this one; a prompt neither', () => {
  check('# Mud #no\n\nBody #yes\n\n## Sources 1 note\n\n- [[Clay]] — wet #no\n\n## Research prompt\n\n#no\n', 'yes');
});

test('plain layouts have none but those of front matter', () => {
  check('INQUIRING LINE\n\nIs it mud?\n\nIt is #no.\n', '', 'a.txt');
  check('---\nkind: note\ntags: soil\n---\nMud\n\nBrown #no.\n', 'soil', 'a.txt');
});

test('no more than 64, none of more than 100 characters', () => {
  const many = Array.from({ length: 100 }, (_, at) => `t${at}`);
  check(`#${many.join(' #')}\n`, many.slice(0, 64).join(', '));
  check(matter(`tags: [${many.join(', ')}]`), many.slice(0, 64).join(', '));
  check(`#${'a'.repeat(100)} #${'b'.repeat(101)} #${'c'.repeat(100_000)}\n`, 'a'.repeat(100));
  check(matter(`tags: [${'a'.repeat(100)}, ${'b'.repeat(101)}]`), 'a'.repeat(100));
});
