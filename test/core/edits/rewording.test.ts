import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edited } from '../../../server/core/edits/edits.ts';
import { reworded, rewordingOf } from '../../../server/core/edits/rewording.ts';
import { documentAt, resolvedReferencesOf, type Snapshot } from '../../../server/core/index.ts';
import { snapshotOf } from '../../fixture.ts';

// One reference after the other to `mud.md`, whose title changes.

const OLD = 'Why does mud stick?';

function snapshotWith(path: string, text: string): Snapshot {
  return snapshotOf(
    new Map([
      ['mud.md', `# ${OLD}\n`],
      [path, text],
    ]),
  );
}

/** The text with all its references to the title written anew. */
function renamed(text: string, title: string, path = 'rain.md'): string {
  const snapshot = snapshotWith(path, text);
  const document = documentAt(snapshot, path)!;
  const wording = rewordingOf(snapshot, OLD, title, documentAt(snapshot, 'mud.md'))!;
  const references = resolvedReferencesOf(snapshot, document).filter(
    ({ resolution }) => resolution.status === 'resolved',
  );
  const edits = references.flatMap(({ reference }) => reworded(reference, wording, document.layout, () => text));
  return edited(text, edits);
}

test('what a title is written as, by what it can be taken for', () => {
  const snapshot = snapshotWith('rain.md', '# Rain\n');
  const wording = (title: string, hasDocument = true): string | undefined => {
    const made = rewordingOf(snapshot, OLD, title, hasDocument ? documentAt(snapshot, 'mud.md') : undefined);
    return made && `${made.target}, ${made.standsInProse ? 'prose' : '-'}, ${made.standsInLists ? 'lists' : '-'}`;
  };
  const plain = ['Why is clay wet?', 'Why is a - b?', 'In 1. place it is', 'Is 1.5 much?', 'Why http: so?'];
  for (const title of plain) assert.equal(wording(title), `${title}, prose, lists`);
  assert.equal(wording('Wet clay'), 'Wet clay, -, lists');
  const marked = [
    'Why is `clay` wet?',
    'Is a<b so?',
    '- Why is it so?',
    '+ Why is it so?',
    '* Why so is it?',
    '• Why is it?',
  ];
  const others = [
    '> Why is it so?',
    '1. Why is it?',
    '12) Why is it?',
    'Is http://mud so?',
    'Research prompt for your LLM',
  ];
  for (const title of [...marked, ...others]) assert.equal(wording(title), `${title}, -, -`);
  assert.equal(wording('Why is a|b so?'), 'mud, prose, lists');
  assert.equal(wording('Why is a]] so?'), 'mud, -, -');
  assert.equal(wording(' + Why is it so?'), 'mud, -, -');
  assert.equal(wording('Why is a[0] so?'), 'Why is a[0] so?, -, -');
  assert.equal(wording('Why is a|b so?', false), undefined);
  assert.equal(wording('Why is it so?', false), 'Why is it so?, prose, lists');
});

test('whether the old title has words enough to be told from prose', () => {
  const snapshot = snapshotWith('rain.md', '# Rain\n');
  const isLong = (old: string): boolean => rewordingOf(snapshot, old, 'X', undefined)!.isLong;
  assert.deepEqual(['Mud', 'Wet mud', 'Wet mud sticks', 'Why does mud stick?'].map(isLong), [false, false, true, true]);
});

test('in prose the title stands bare, or in brackets where it would not be seen', () => {
  assert.equal(renamed(`# Rain\nSo ${OLD} is.\n`, 'How does clay hold?'), '# Rain\nSo How does clay hold? is.\n');
  assert.equal(renamed(`# Rain\nSo ${OLD} is.\n`, 'Wet clay'), '# Rain\nSo [[Wet clay]] is.\n');
  assert.equal(renamed(`# Rain\nSo ${OLD} is.\n`, 'Is `a` b|c so?'), '# Rain\nSo [[mud]] is.\n');
  assert.equal(renamed(`# Rain\nSo ${OLD} is.\n`, '- a - b - #?'), '# Rain\nSo [[mud|- a - b - #?]] is.\n');
});

const markdown = (role: string, item: string): string =>
  `---\nkind: inquiry\n---\n# Rain\n\nSo.\n\n## ${role}\n\n- ${item}\n`;

test('as an item of a list in Markdown: bare, but where a dash would end it', () => {
  for (const [role, title, item] of [
    ['Sources', 'Wet clay.', 'Wet clay.'],
    ['Sources', 'Wet clay — a story', '[[Wet clay — a story]]'],
    ['Sources', 'Wet clay - a story', '[[Wet clay - a story]]'],
    ['Sources', 'Wet clay – a story', '[[Wet clay – a story]]'],
    ['Sources', 'Wet-clay', 'Wet-clay'],
    ['Related concepts', 'Wet clay — a story', '[[Wet clay — a story]]'],
    ['Next inquiring lines', 'Wet clay — a story', 'Wet clay — a story'],
    ['Next inquiring lines', '1. clay', '[[1. clay]]'],
  ] as const)
    assert.equal(renamed(markdown(role, OLD), title), markdown(role, item), `${role}: ${title}`);
});

test('as a source in a plain text: bare, but where it would be taken for a summary', () => {
  const plain = (role: string, ...lines: readonly string[]): string =>
    `INQUIRING LINE\n\nIs it wet?\n\nSo.\n\n${role}\n\n${lines.join('\n\n')}\n`;
  const long = `Wet ${'clay '.repeat(60)}`.slice(0, 240);
  for (const [role, title, item] of [
    ['Sources 1 note', 'Wet clay — a story', 'Wet clay — a story'],
    ['Sources 1 note', 'Wet clay.', '[[Wet clay.]]'],
    ['Sources 1 note', 'Wet clay!', '[[Wet clay!]]'],
    ['Sources 1 note', 'So “Wet clay…”)', '[[So “Wet clay…”)]]'],
    ['Sources 1 note', 'Wet. Clay', 'Wet. Clay'],
    ['Sources 1 note', `${long.trimEnd()}y`.slice(0, 240), `${long.trimEnd()}y`.slice(0, 240)],
    ['Sources 1 note', `${long.trimEnd()}yyy`.padEnd(241, 'y'), `[[${`${long.trimEnd()}yyy`.padEnd(241, 'y')}]]`],
    ['Next inquiring lines', 'Wet clay.', 'Wet clay.'],
  ] as const)
    assert.equal(renamed(plain(role, OLD, 'It holds.'), title, 'a.txt'), plain(role, item, 'It holds.'), title);
});

test('a wikilink: its target, and what it shows where that is the title', () => {
  const line = (text: string, title = 'How does clay hold?'): string =>
    renamed(`# Rain\n${text}\n`, title).replace('# Rain\n', '').trimEnd();
  assert.equal(line(`[[${OLD}]]`), '[[How does clay hold?]]');
  assert.equal(line(`[[${OLD}|wet mud]]`), '[[How does clay hold?|wet mud]]');
  assert.equal(line(`[[${OLD}| why does **mud** stick ]]`), '[[How does clay hold?|How does clay hold]]');
  assert.equal(line(`[[${OLD}#Wet why does mud stick?]]`), '[[How does clay hold?#Wet why does mud stick?]]');
  assert.equal(line(`[[${OLD}#Wet|${OLD}]]`), '[[How does clay hold?#Wet|How does clay hold?]]');
  assert.equal(line(`[[${OLD}]] | [[${OLD}]]`), '[[How does clay hold?]] | [[How does clay hold?]]');
  assert.equal(line(`[[${OLD}]]`, 'Is a#b so?'), '[[mud|Is a#b so?]]');
  assert.equal(line(`[[${OLD}]]`, 'Is a|b so?'), '[[mud]]');
  assert.equal(line(`[[${OLD}|wet]]`, 'Is a#b so?'), '[[mud|wet]]');
  assert.equal(line(`[[${OLD}|${OLD}]]`, 'Is a|b so?'), `[[mud|${OLD}]]`);
  assert.equal(line(`[[${OLD}|${OLD}]]`, 'Is a\\b so?'), `[[Is a\\b so?|${OLD}]]`);
});

test('a link: what it shows where that is the title, with brackets and backslashes escaped', () => {
  const line = (text: string, title: string): string =>
    renamed(`# Rain\n${text}\n`, title).replace('# Rain\n', '').trimEnd();
  assert.equal(line(`[${OLD}](mud.md)`, 'How is clay?'), '[How is clay?](mud.md)');
  assert.equal(line('[why does *mud* stick](mud.md "so")', 'How is clay?'), '[How is clay](mud.md "so")');
  assert.equal(line(`[${OLD}](mud.md)`, 'Is a[0] \\ b?'), '[Is a\\[0\\] \\\\ b?](mud.md)');
  assert.equal(line('[so and so and so](mud.md) [](mud.md)', 'How?'), '[so and so and so](mud.md) [](mud.md)');
});
