import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allBare, allBracketed } from '../../../server/core/edits/brackets.ts';
import { choose } from '../../../server/core/edits/choose.ts';
import { nameOfMissing, newSource, newUser } from '../../../server/core/edits/lists/newEntry.ts';
import { type Naming, nameIn, readsAsItem, type Site } from '../../../server/core/edits/nameIn.ts';
import { wikilinksTo } from '../../../server/core/edits/naming.ts';
import { meaningOf, readingOf, sameDocument, sameMeaning } from '../../../server/core/edits/rewrite.ts';
import { documentAt, documentsOf, edited, nameOf } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';

// How documents are named at a place, so that they are understood there.

const NOTES = `=== soil/mud.md
# Why does mud stick?

Clay holds.
=== snow.md
# Snow
=== a/twice.md
# Which one is it?
=== b/twice.md
# Which one is it?
=== odd.md
---
title: Is it a]] b [[c?
---
=== dash.md
# Why is it so — really?
=== list.md
---
kind: inquiry
---
# Is it listed?

[[Why does mud stick?]]

## Sources 1 note

- [[Why does mud stick?]] — Clay holds on.
`;
const snapshot = snapshotOf(readFixture(NOTES).files);
const at = (path: string) => documentAt(snapshot, path)!;

const named = (path: string, naming: Naming, site: Partial<Site> = {}): string =>
  nameIn(snapshot, { path: 'x.md', markdown: true, role: 'body', ...site }, at(path), naming);

test('a name in the form that is wanted, or the nearest that is understood', () => {
  const mud = 'Why does mud stick?';
  assert.equal(named('soil/mud.md', 'bare'), mud);
  assert.equal(named('soil/mud.md', 'wikilink'), `[[${mud}]]`);
  assert.equal(named('soil/mud.md', 'link'), `[${mud}](soil/mud.md)`);
  assert.equal(named('soil/mud.md', 'link', { path: 'soil/x.md' }), `[${mud}](mud.md)`);
  assert.equal(named('snow.md', 'bare'), '[[Snow]]');
  assert.equal(named('snow.md', 'bare', { role: 'next' }), 'Snow');
  assert.equal(named('a/twice.md', 'bare'), '[[a/twice|Which one is it?]]');
  assert.equal(named('a/twice.md', 'wikilink', { bar: '\\|' }), '[[a/twice\\|Which one is it?]]');
  assert.equal(named('odd.md', 'wikilink'), '[Is it a\\]\\] b \\[\\[c?](odd.md)');
  assert.equal(named('soil/mud.md', 'bare', { title: 'why does Mud stick' }), '[[mud|Why does mud stick?]]');
});

test('wikilinks by the file, where what they show can stand in one', () => {
  const links = (shown: string): string[] => wikilinksTo(snapshot, at('soil/mud.md'), shown);
  assert.deepEqual(
    links('Is [it] so'),
    ['mud', 'soil/mud', 'mud.md', 'soil/mud.md'].map((end) => `[[${end}|Is [it] so]]`),
  );
  for (const odd of ['a [[b', 'a ]]b', ']a', 'a]']) assert.deepEqual(links(odd), [], odd);
});

test('a name in a list of either kind of text', () => {
  const dash = 'Why is it so — really?';
  for (const role of ['sources', 'related', 'next', 'used-by'] as const) {
    assert.equal(named('dash.md', 'bare', { role, markdown: false, path: 'x.txt' }), dash, role);
    assert.equal(named('dash.md', 'bare', { role }), role === 'related' ? `[[${dash}]]` : dash, role);
  }
});

test('whether an item is read as the name that it opens with, and as this being said of it', () => {
  const reads = (name: string, said: string, markdown: boolean): boolean =>
    readsAsItem('sources', markdown, name, said);
  for (const markdown of [true, false]) {
    assert.ok(reads('[[Mud]]', 'It holds.', markdown));
    assert.ok(!reads('[[Mud]]', '', markdown));
    assert.ok(!reads('', 'It holds.', markdown));
    assert.ok(!reads('[[Mud]]', 'It holds.\n\n## Sources', markdown));
  }
  assert.ok(reads('Why does mud stick?', 'It holds.', false));
  assert.ok(!reads('[[Mud]]', 'It holds.\n\nWhy not?\n\nSo.', false));
  assert.ok(!reads('[[Mud]]', 'Next inquiring lines', false));
  assert.ok(!reads('[[Mud]]', 'It holds.\n- [[Sand]]', true));
});

test('a new source, with what others say of it, in each layout', () => {
  const put = (path: string, text: string, source = 'soil/mud.md'): string => {
    const own = snapshotOf(new Map([...readFixture(NOTES).files, [path, text]]));
    const { put, plainly } = newSource(own, documentAt(own, path)!, { document: documentAt(own, source)! });
    return `${put} / ${plainly}`;
  };
  const mud = 'Why does mud stick?';
  assert.equal(put('x.md', '# X\n'), `- [[${mud}]] — Clay holds on. / - [[${mud}]]`);
  assert.equal(put('x.txt', 'INQUIRING LINE\n\nX\n\nSo.\n'), `${mud}\n\nClay holds on. / ${mud}`);
  assert.equal(put('x.txt', 'INQUIRING LINE\nX\nSo.\n'), `${mud}\nClay holds on. / ${mud}`);
  assert.equal(put('x.md', '# X\n', 'snow.md'), '- [[Snow]] / - [[Snow]]');
  assert.equal(newUser(snapshot, at('snow.md'), at('list.md')), '- [[Is it listed?]]');
});

test('a missing note as it may stand in a list: in brackets where it can', () => {
  const title = (text: string, markdown: boolean): string => {
    const own = snapshotOf(new Map([['a.txt', `INQUIRING LINE\n\nX?\n\nSo.\n\nNext inquiring lines\n\n${text}\n`]]));
    return nameOfMissing(own, { missing: nameOf(own, text)!, text: 'none' }, markdown);
  };
  assert.equal(title('Why is snow white?', true), '[[Why is snow white?]]');
  assert.equal(title('Why is snow white?', false), 'Why is snow white?');
  for (const odd of ['Is it a|b so?', 'Is it #1 so?', 'Is it [so]']) assert.equal(title(odd, true), odd);
  assert.equal(title('Is it [so] or not?', true), '[[Is it [so] or not?]]');
});

const reading = (text: string, path = 'x.md') => {
  const own = snapshotOf(new Map([...readFixture(NOTES).files, [path, text]]));
  return readingOf(own, documentAt(own, path)!)!;
};

test('all titles in brackets, and all brackets away, as far as each is understood', () => {
  const brackets = (text: string): string => edited(text, allBracketed(reading(text)));
  const bare = (text: string): string => edited(text, allBare(reading(text)));
  const mud = 'Why does mud stick?';
  assert.equal(brackets(`# X\nSo ${mud} and ${mud} [[Snow]].\n`), `# X\nSo [[${mud}]] and [[${mud}]] [[Snow]].\n`);
  assert.equal(
    bare(`# X\nSo [[${mud}]] and [[Snow]] and [[${mud}|so]] [[${mud}#x]] ![[${mud}]] [[Fog]].\n`),
    `# X\nSo ${mud} and [[Snow]] and [[${mud}|so]] [[${mud}#x]] ![[${mud}]] [[Fog]].\n`,
  );
  assert.equal(
    bare(`# X\n\`a\` [[${mud}]]x [[ ${mud} | why does mud stick ]]\n`),
    `# X\n\`a\` ${mud}x why does mud stick\n`,
  );
  const table = `# X\n\n| a | b |\n|---|---|\n| ${mud} | c |\n`;
  assert.equal(brackets(table), table.replace(mud, `[[${mud}]]`));
});

test('one of several that are meant, in a wikilink by its file that keeps what it showed', () => {
  const chosen = (text: string): string | undefined => {
    const own = reading(`# X\n${text}\n`);
    const edit = choose(own, own.references[0]!, documentAt(own.snapshot, 'b/twice.md')!);
    return edit && edited(own.text, [edit]).split('\n')[1];
  };
  assert.equal(chosen('So Which one is it? is.'), 'So [[b/twice|Which one is it?]] is.');
  assert.equal(chosen('[[Which one is it?]]'), '[[b/twice|Which one is it?]]');
  assert.equal(chosen('[[Which one is it?|so]]'), '[[b/twice|so]]');
  assert.equal(chosen('[[Snow]]'), undefined);
});

test('what a reference means: where it leads to, in which kind of section; its form is free', () => {
  const text =
    '---\nkind: inquiry\n---\n# X\n\nWhy does mud stick? [[Why does mud stick?]] [[Snow]] [[Fog]] [[fog]] [[Ice]] [[Which one is it?]] Which one is it?\n\n## Next inquiring lines\n\n- [[Snow]]\n- [[Fog]]\n- [[Which one is it?]]\n';
  const { references } = reading(text);
  const kinds = references.map((each) => references.findIndex((other) => sameMeaning(each, other)));
  assert.deepEqual(kinds, [0, 0, 2, 3, 3, 5, 6, 6, 8, 9, 10]);
  assert.deepEqual(
    kinds,
    references.map((each) => references.findIndex((other) => meaningOf(each) === meaningOf(other))),
  );
});

test('the same document: its kind, its layout and its names', () => {
  const files = ['# A\n', '#   a\n\nMore.\n', '# B\n', '---\nkind: note\n---\n# A\n', '---\naliases: [B]\n---\n# A\n'];
  const own = snapshotOf(new Map(files.map((text, nth) => [`${nth}.md`, text])));
  const [first, ...others] = documentsOf(own);
  assert.deepEqual(
    others.map((each) => sameDocument(first!, each)),
    [true, false, false, false],
  );
});
