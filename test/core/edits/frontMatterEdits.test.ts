import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edited } from '../../../server/core/edits/edits.ts';
import { addAlias, addTitle, scalar } from '../../../server/core/edits/frontMatterEdits.ts';

const withAlias = (text: string, alias = 'Wet clay'): string => edited(text, [addAlias(text, alias)]);
const withTitle = (text: string, title = 'Mud'): string => edited(text, [addTitle(text, title)]);

test('front matter is made where there is none, with a blank line behind it', () => {
  assert.equal(withAlias('# Mud\n'), '---\naliases:\n  - Wet clay\n---\n\n# Mud\n');
  assert.equal(withAlias('# Mud\r\n'), '---\r\naliases:\r\n  - Wet clay\r\n---\r\n\r\n# Mud\r\n');
  assert.equal(withAlias(''), '---\naliases:\n  - Wet clay\n---\n');
  assert.equal(withAlias('\nSo.\n'), '---\naliases:\n  - Wet clay\n---\n\nSo.\n');
  assert.equal(withAlias('  \t\rSo.'), '---\raliases:\r  - Wet clay\r---\r  \t\rSo.');
  assert.equal(withTitle('So.\n'), '---\ntitle: Mud\n---\n\nSo.\n');
  assert.equal(withTitle('\nSo.\n'), '---\ntitle: Mud\n---\n\nSo.\n');
});

test('what only looks like front matter is text', () => {
  const texts = [
    '--- so\n---\n',
    '----\n---\n',
    ' ---\n---\n',
    'So.\n---\n---\n',
    '---\nx: 1\n',
    '---\nx\n--- so\n',
    '---',
  ];
  for (const text of texts) assert.equal(withTitle(text), `---\ntitle: Mud\n---\n\n${text}`, text);
});

test('a title goes first, before what is there', () => {
  assert.equal(withTitle('---\nkind: note\n---\nSo.\n'), '---\ntitle: Mud\nkind: note\n---\nSo.\n');
  assert.equal(withTitle('--- \t\r\n---\t\r\nSo.'), '--- \t\r\ntitle: Mud\r\n---\t\r\nSo.');
  assert.equal(withTitle('---\r---'), '---\rtitle: Mud\r---');
});

test('an alias is added to the list, with the indent of its last item', () => {
  const matter = (...lines: readonly string[]): string => ['---', ...lines, '---', 'So.', ''].join('\n');
  assert.equal(
    withAlias(matter('aliases:', '  - Mud', '  - Old mud', 'kind: note')),
    matter('aliases:', '  - Mud', '  - Old mud', '  - Wet clay', 'kind: note'),
  );
  assert.equal(withAlias(matter('alias:', '- Mud-pie')), matter('alias:', '- Mud-pie', '- Wet clay'));
  assert.equal(withAlias(matter('aliases:', '  - -mud')), matter('aliases:', '  - -mud', '  - Wet clay'));
  assert.equal(withAlias(matter('aliases:', '  -')), matter('aliases:', '  -', '  - Wet clay'));
  assert.equal(withAlias(matter('aliases:', '    - "Mud"')), matter('aliases:', '    - "Mud"', '    - Wet clay'));
  assert.equal(
    withAlias(matter('aliases:', '  - Mud').replaceAll('\n', '\r\n')),
    matter('aliases:', '  - Mud', '  - Wet clay').replaceAll('\n', '\r\n'),
  );
});

test('aliases in one line stay in one line', () => {
  const of = (value: string): string => withAlias(`---\nx: 1\naliases:${value}\n---\n`);
  assert.equal(of(' [Mud]'), '---\nx: 1\naliases: [Mud, "Wet clay"]\n---\n');
  assert.equal(of(' []'), '---\nx: 1\naliases: ["Wet clay"]\n---\n');
  assert.equal(of(' Mud'), '---\nx: 1\naliases: ["Mud", "Wet clay"]\n---\n');
  assert.equal(of(' "  Mud "'), '---\nx: 1\naliases: ["Mud", "Wet clay"]\n---\n');
  assert.equal(of(''), '---\nx: 1\naliases: ["Wet clay"]\n---\n');
  assert.equal(of(' '), '---\nx: 1\naliases: ["Wet clay"]\n---\n');
});

test('aliases are read where both names of the key are there, else a key of its own is added at the end', () => {
  assert.equal(
    withAlias('---\nalias: Mud\naliases: [Clay]\n---\n'),
    '---\nalias: Mud\naliases: [Clay, "Wet clay"]\n---\n',
  );
  assert.equal(
    withAlias('---\nkind: note\nnot aliases: [Clay]\n---\n'),
    '---\nkind: note\nnot aliases: [Clay]\naliases:\n  - Wet clay\n---\n',
  );
  assert.equal(withAlias('---\n---\n'), '---\naliases:\n  - Wet clay\n---\n');
  assert.equal(withAlias('---\nonly words\n---\n'), '---\nonly words\naliases:\n  - Wet clay\n---\n');
});

test('a name is quoted only where YAML would read something else', () => {
  const long = 'clay '.repeat(60).trim();
  const pairs = [
    ['Why does mud stick?', 'Why does mud stick?'],
    ['Mud: why', '"Mud: why"'],
    ['- mud', '"- mud"'],
    ['# mud', '"# mud"'],
    ['true', '"true"'],
    ['12', '"12"'],
    ['', '""'],
    ['a\nb', '"a\\nb"'],
    [long, long],
  ] as const;
  for (const [value, written] of pairs) assert.equal(scalar(value), written, value);
  assert.equal(withTitle('---\n---\n', 'Mud: why'), '---\ntitle: "Mud: why"\n---\n');
  assert.equal(withAlias('---\naliases: [a]\n---\n', 'b, "c"'), '---\naliases: [a, "b, \\"c\\""]\n---\n');
});
