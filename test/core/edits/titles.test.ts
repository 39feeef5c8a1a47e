import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInTable } from '../../../server/core/edits/choose.ts';
import { NewPaths } from '../../../server/core/edits/convert/newPath.ts';
import { echoesOf } from '../../../server/core/edits/echoes.ts';
import { edited, inTextOrder, replaced } from '../../../server/core/edits/edits.ts';
import { newTitle, takenBy } from '../../../server/core/edits/newTitle.ts';
import { joinedBlocks } from '../../../server/core/edits/promptText.ts';
import { shortened } from '../../../server/core/edits/shortened.ts';
import { wantedOf } from '../../../server/core/edits/wanted.ts';
import { writingPlace } from '../../../server/core/edits/writingPlace.ts';
import { documentAt, type Layout } from '../../../server/core/index.ts';
import { summarize } from '../../../server/core/syntax/summarize.ts';
import { lineStarts } from '../../../server/core/text/lines.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';

// Small parts of what edits are made of, each asked by itself.

test('a title as it was typed: in one line, without white space at its ends, with something in it that can be read', () => {
  const typed = (text: string): string => {
    const answer = newTitle(text);
    return 'refused' in answer ? answer.refused : `“${answer.title}”`;
  };
  assert.equal(typed(' \tWhy  does\u00a0\t mud stick? \n'), '“Why does mud stick?”');
  for (const empty of ['', ' \n ']) assert.equal(typed(empty), 'A title cannot be empty.');
  for (const end of ['\n', '\r', '\u2028', '\u2029'])
    assert.equal(typed(`a${end}b`), 'A title stands on one line: take the line break out of it.');
  for (const control of ['\u0007', '\u0085', '\u007f'])
    assert.equal(typed(`a${control}b`), 'A title cannot hold control characters.');
  assert.equal(typed('a'.repeat(500)), `“${'a'.repeat(500)}”`);
  assert.equal(typed('a'.repeat(501)), 'A title has at most 500 characters; this one has 501.');
  for (const nothing of ['***', '\u00ad'])
    assert.equal(typed(nothing), 'A title needs at least one letter, digit or sign that can be read.');
  assert.equal(typed('?'), '“?”');
});

test('who has a title already: of several the first by path, and nobody for a document that has it itself', () => {
  const { files } = readFixture(
    '=== b/mud.md\n# Mud\n=== a/mud.md\n---\naliases: [mud]\n---\n# Clay\n=== rain.md\n# Rain\n[[Snow]]\n',
  );
  const snapshot = snapshotOf(files);
  const taken = (title: string, own?: string) =>
    takenBy(snapshot, title, own === undefined ? own : documentAt(snapshot, own));
  assert.deepEqual(taken('MUD'), { refused: '“a/mud.md” has the alias “MUD” already. Choose another title.' });
  assert.deepEqual(taken('Mud', 'a/mud.md'), {
    refused: '“b/mud.md” has the title “Mud” already. Choose another title.',
  });
  assert.equal(taken('Rain', 'rain.md'), undefined);
  assert.equal(taken('Snow'), undefined);
  assert.equal(taken('Fog'), undefined);
});

test('edits in text order: what is put in comes before what is replaced there, and of two that overlap the first stays', () => {
  const text = '0123456789';
  const made = (...edits: readonly (readonly [number, number, string])[]): string =>
    edited(text, inTextOrder(edits.map(([start, end, after]) => replaced(text, { start, end }, after))));
  assert.equal(made(), text);
  assert.equal(made([8, 9, 'h'], [2, 3, 'b']), '01b34567h9');
  assert.equal(made([2, 4, 'b'], [2, 2, 'a']), '01ab456789');
  assert.equal(made([2, 4, 'b'], [4, 4, 'c'], [4, 5, 'd']), '01bcd56789');
  assert.equal(made([2, 4, 'b'], [3, 5, 'c']), '01b456789');
  assert.equal(made([2, 3, 'b'], [2, 4, 'c']), '01c456789');
  assert.equal(made([2, 4, 'b'], [3, 3, 'c']), '01b456789');
  assert.equal(made([2, 2, 'a'], [2, 2, 'b']), '01a23456789');
  assert.equal(made([2, 2, 'a'], [3, 3, 'b']), '01a2b3456789');
});

test('an edit knows what it replaces, with a line break as a space', () => {
  assert.deepEqual(replaced('a\nb c', { start: 0, end: 3 }, 'x'), {
    span: { start: 0, end: 3 },
    before: 'a b',
    after: 'x',
  });
});

test('a label of at most eighty characters', () => {
  const line = 'a'.repeat(78);
  assert.equal(shortened(`${line}bc`), `${line}bc`);
  assert.equal(shortened(`${line}bcd`), `${line}b…`);
  assert.equal(shortened(`${line} bc`), `${line}…`);
});

test('whether a place stands in a row of a table, as far as the line says so before it', () => {
  const text = 'so | mud\n| mud\n \t> | mud\n- | mud\n';
  const isRow = (line: number): boolean =>
    isInTable(text, lineStarts(text), text.split('\n', line + 1).join('\n').length);
  assert.deepEqual([0, 1, 2, 3].map(isRow), [false, true, true, false]);
  const at = (offset: number): boolean => isInTable(`${' '.repeat(offset)}| a`, lineStarts(' '), offset);
  assert.deepEqual([0, 999, 1000].map(at), [true, true, false]);
});

test('where a prompt says the title word for word', () => {
  const text =
    'INQUIRING LINE\n\nIs it wet?\n\nIs it wet? So.\n\nResearch prompt for your LLM\n\nAsk: Is it wet? xIs it wet?Is it wet? Is it wet?x\n\nIs it wet?\n\nNext inquiring lines\n\nIs it wet?\n';
  const echoes = (title: string): string[] =>
    echoesOf(text, title, () => summarize('a.txt', text)).map(({ start, end }) => text.slice(start - 2, end + 2));
  assert.deepEqual(echoes('Is it wet?'), [': Is it wet? x', 't?Is it wet? I', '? Is it wet?x\n', '\n\nIs it wet?\n\n']);
  assert.deepEqual(echoes('Is it dry?'), []);
});

test('nothing is read of a text that has not the title', () => {
  const never = (): never => assert.fail('read');
  assert.deepEqual(echoesOf('So it is.', 'Is it wet?', never), []);
  assert.deepEqual(
    echoesOf('So: Is it wet?', 'Is it wet?', () => undefined),
    [],
  );
});

test('where a person goes on in a new document: behind what it says already', () => {
  const place = (path: string, text: string): string => {
    const { offset, layout } = writingPlace(path, text)!;
    return `${layout}: ${JSON.stringify(`${text.slice(0, offset)}$0${text.slice(offset)}`)}`;
  };
  assert.equal(place('a.md', '# Mud\n\n## Clay\n'), 'markdown: "# Mud$0\\n\\n## Clay\\n"');
  assert.equal(place('a.md', '# Mud\n\nSo it is.\n'), 'markdown: "# Mud\\n\\nSo it is.$0\\n"');
  assert.equal(
    place('a.md', '---\ntitle: Mud\nkind: note\n---\n'),
    'markdown: "---\\ntitle: Mud\\nkind: note\\n---$0\\n"',
  );
  assert.equal(place('a.md', '---\ntitle: Mud\n---'), 'markdown: "---\\ntitle: Mud\\n---$0"');
  assert.equal(writingPlace('a.png', 'Mud\n'), undefined);
});

test('paths in another layout: beside the file, and none that a file has or another was given', () => {
  const paths = new NewPaths(
    snapshotOf(
      new Map([
        ['mud.txt', 'Mud\n'],
        ['Mud.md', '# Mud\n'],
        ['soil/a.b.TXT', 'x\n'],
      ]),
    ),
  );
  const to = (path: string, layout: Layout): string => paths.pathFor(path, layout);
  assert.equal(to('mud.txt', 'markdown'), 'mud 2.md');
  assert.equal(to('mud.txt', 'markdown'), 'mud 3.md');
  assert.equal(to('soil/a.b.TXT', 'markdown'), 'soil/a.b.md');
  assert.equal(to('rain.md', 'dense'), 'rain.txt');
  assert.equal(to('RAIN.md', 'spaced'), 'RAIN 2.txt');
  assert.equal(to('rain.md', 'markdown'), 'rain.md');
  assert.equal(to('mud.txt', 'spaced'), 'mud.txt');
});

test('blocks of a prompt as each layout writes them', () => {
  const blocks = ['Find out:', { items: ['a', 'b'] }, 'Then:', { lines: ['(1) c', '(2) d'] }, 'So.'];
  const written = (layout: Layout): string => joinedBlocks(blocks, layout);
  assert.equal(written('markdown'), 'Find out:\n\n- a\n- b\n\nThen:\n\n(1) c\n\n(2) d\n\nSo.');
  assert.equal(written('spaced'), 'Find out:\n• a\n• b\n\nThen:\n(1) c\n(2) d\n\nSo.');
  assert.equal(written('dense'), 'Find out:\n• a\n• b\nThen:\n(1) c\n(2) d\nSo.');
});

test('what the corpus says of a note that it has not', () => {
  const inquiry = (name: string, body: string, rest: string): string =>
    `=== ${name}.md\n---\nkind: inquiry\n---\n# Is ${name} so?\n\n${body}\n\n${rest}\n`;
  const { files } = readFixture(
    inquiry('b', '[[Mud]].', '## Sources\n\n- [[Mud]] — It holds.\n') +
      inquiry('a', '[[Mud]]', '## Sources\n\n- [[Mud]] — It holds.\n') +
      inquiry('c', '.', '## Next inquiring lines\n\n- [[Is rain so?]]\n- [[Mud]]\n') +
      '=== d.md\n# D\n\n[[Mud]] [[Snow]]\n',
  );
  const snapshot = snapshotOf(files);
  const wanted = (title: string) => {
    const { users, ...rest } = wantedOf(snapshot, title);
    return { users: users.map(({ path }) => path), ...rest };
  };
  assert.deepEqual(wanted('Mud'), { users: ['a.md', 'b.md'], summary: 'It holds.', kind: 'note' });
  assert.deepEqual(wanted('Is rain so?'), { users: [], summary: undefined, kind: 'inquiry' });
  assert.deepEqual(wanted('Snow'), { users: [], summary: undefined, kind: 'note' });
  assert.deepEqual(wanted('Nobody'), { users: [], summary: undefined, kind: 'note' });
});
