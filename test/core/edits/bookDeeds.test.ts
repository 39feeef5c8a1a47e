import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BookDeed, bookEdits } from '../../../server/core/edits/lists/bookDeeds.ts';
import { provenTitles } from '../../../server/core/edits/lists/lostTitles.ts';
import { deskOf } from '../../../server/core/edits/lists/plan.ts';
import { sourcesDesk } from '../../../server/core/edits/lists/sourcesList.ts';
import { documentAt } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';
import { applied, changedFiles } from './picture.ts';

// What is done to lists, asked for by itself: at the `$0` of a picture, whether or not anybody offers it there.

type Without<T> = T extends unknown ? Omit<T, 'at'> : never;

function done(picture: string, deed: Without<BookDeed>): string {
  const { files, cursor } = readFixture(picture);
  const snapshot = snapshotOf(files);
  const document = documentAt(snapshot, cursor!.path)!;
  return changedFiles(
    files,
    applied(files, bookEdits(snapshot, document, { ...deed, at: cursor!.offset } as BookDeed)),
  );
}

const inquiry = (name: string, body: string, heading: string, ...items: readonly string[]): string =>
  `=== ${name}.md
---
kind: inquiry
---
# Is ${name} a home for mud?

${body}

## ${heading}

${items.map((each) => `- ${each}\n`).join('')}`;

const note = (name: string, count: number, ...users: readonly string[]): string =>
  `=== ${name}.md
# What is ${name}?

It is.

## Inquiring lines that use this note ${count}

${users.map((each) => `- ${each}\n`).join('')}`;

test('a number is written where a heading has one that is not that of its entries', () => {
  const picture = (heading: string): string => inquiry('boot', 'So.', heading, '[[What is clay?]]', '[[What is mud?]]');
  const set = (heading: string): string => done(picture(heading), { do: 'set-count' });
  assert.equal(set('Sources $05 notes'), picture('Sources 2 notes'));
  assert.equal(set('Sources $01 note'), picture('Sources 2 notes'));
  assert.equal(set('Sources $02 notes'), '');
  assert.equal(set('$0Sources 5 notes'), '');
});

test('an empty entry goes, and only that', () => {
  const picture = (count: number, ...items: readonly string[]): string =>
    `${inquiry('boot', 'So [[What is clay?]].', `Sources ${count} notes`, '[[What is clay?]]')}${items.map((each) => `${each}\n`).join('')}`;
  const drop = (count: number, ...items: readonly string[]): string =>
    done(picture(count, ...items), { do: 'drop-entry' });
  assert.equal(drop(2, '$0-'), picture(2));
  assert.equal(drop(2, '-', '$0-', '- [[What is mud?]]'), picture(2, '-', '- [[What is mud?]]'));
  assert.equal(drop(2, '-$0'), '');
  assert.equal(drop(2, '$0- — It is.'), '');
  assert.equal(drop(2, '$0- [[What is mud?]]'), '');
});

test('one inquiry is listed by a note that it uses; one that does not use it is not', () => {
  const users =
    inquiry('boot', 'So [[What is clay?]].', 'Sources') + inquiry('hand', 'So [[What is clay?]].', 'Sources');
  const picture = (count: number, ...own: readonly string[]): string => note('clay', count, ...own);
  const list = (path: string): string =>
    done(
      picture(1, 'Is$0 hand a home for mud?') + users.replaceAll('Sources\n\n', 'Sources\n\n- [[What is clay?]]\n'),
      {
        do: 'list-user',
        path,
      },
    );
  assert.equal(list('boot.md'), picture(2, 'Is hand a home for mud?', '[[Is boot a home for mud?]]'));
  assert.equal(list('hand.md'), '');
  assert.equal(list('clay.md'), '');
});

test('a source that comes, and the note that lists its inquiries, if it does', () => {
  const source = (body: string, ...items: readonly string[]): string =>
    inquiry('boot', body, `Sources ${items.length} notes`, ...items);
  const list = (clay: string): string =>
    done(clay + source('So [[$0What is clay?]].', '[[What is mud?]]', '[[What is rain?]]'), { do: 'list-source' });
  const listed = source('So [[What is clay?]].', '[[What is mud?]]', '[[What is rain?]]', '[[What is clay?]] — It is.');
  assert.equal(list(note('clay', 0)), `${note('clay', 1)}- [[Is boot a home for mud?]]\n\n${listed}`);
  assert.equal(list('=== clay.md\n# What is clay?\nIt is.\n'), listed);
});

test('a number that says more than an empty list has is the trace of what was lost, and stays', () => {
  const picture = (body: string, ...items: readonly string[]): string =>
    inquiry('boot', body, 'Sources 4 notes', ...items);
  const update = (body: string): string => done(picture(`$0${body}`), { do: 'update-lists' });
  assert.equal(update('So.'), '');
  assert.equal(
    update('So [[What is clay?]].').trimEnd(),
    picture('So [[What is clay?]].', '[[What is clay?]]').trimEnd(),
  );
});

test('new sources stand behind those that the text names before them', () => {
  const body = '[[What is a?]] [[What is b?]] [[What is c?]] [[What is d?]]';
  const order = (...names: readonly string[]): string =>
    inquiry('boot', body, 'Sources', ...names.map((each) => `[[What is ${each}?]]`));
  const updated = (...names: readonly string[]): string =>
    done(order(...names).replace('# Is', '# $0Is'), { do: 'update-lists' });
  assert.equal(updated('b', 'd'), order('a', 'b', 'c', 'd'));
  assert.equal(updated('d', 'b'), order('a', 'b', 'c', 'd'));
  assert.equal(updated('x', 'c'), order('x', 'a', 'b', 'c', 'd'));
  assert.equal(updated('x'), order('x', 'a', 'b', 'c', 'd'));
  assert.equal(updated('d', 'x', 'a'), order('a', 'b', 'c', 'x', 'd'));
  assert.equal(updated('a', 'b', 'c', 'd'), '');
});

test('an order is put right around what the text does not name, which stays where it is', () => {
  const body = '[[What is a?]] [[What is b?]] [[What is c?]]';
  const order = (...names: readonly string[]): string =>
    inquiry('boot', body, 'Sources', ...names.map((each) => `[[What is ${each}?]]`));
  const ordered = (...names: readonly string[]): string =>
    done(order(...names).replace('# Is', '# $0Is'), { do: 'order-sources' });
  assert.equal(ordered('c', 'x', 'b', 'y', 'a'), order('a', 'x', 'b', 'y', 'c'));
  assert.equal(ordered('x', 'c', 'a'), order('x', 'a', 'c'));
  assert.equal(ordered('a', 'x', 'c'), '');
});

/** Which titles of the Sources are proven, and by what: each with the number of its entry. */
function proven(body: string, heading: string, entries: readonly string[], others = ''): string[] {
  const text = `=== a.txt\nWhat is it about mud?\n${body}\n${heading}\n${entries.join('\n')}\nNext inquiring lines\n`;
  const { files } = readFixture(text + others);
  const snapshot = snapshotOf(files);
  const desk = deskOf(snapshot, documentAt(snapshot, 'a.txt')!)!;
  const sources = sourcesDesk(desk);
  assert.ok(sources, 'it has Sources');
  return provenTitles(desk, sources).map(({ entry, title, by }) => `${entry} ${title} (${by})`);
}

const BODY = 'So What is clay like?, then What is mud like?, then What is rain like?.';
const [CLAY, MUD, RAIN] = [
  'It holds on to whatever comes.',
  'It is as deep as a knee.',
  'It falls from above, they say.',
] as const;
const titles = (...names: readonly string[]): string =>
  names.map((each) => `=== ${each}.md\n# What is ${each} like?\n`).join('');
const ALL = titles('clay', 'mud', 'rain');
/** Another inquiry that says this of a note. */
const says = (name: string, what: string): string =>
  `=== x ${name} ${what.length}.txt\nINQUIRING LINE\nWho says it of ${name}, ${what.length}?\nSo it is.\nSources 1 note\nWhat is ${name} like?\n${what}\n`;

test('lost titles: by their place, where the list, the number and the body have as many', () => {
  assert.deepEqual(proven(BODY, 'Sources 3 notes', [CLAY, MUD, RAIN], ALL), [
    '0 What is clay like? (place)',
    '1 What is mud like? (place)',
    '2 What is rain like? (place)',
  ]);
  assert.deepEqual(proven(BODY, 'Sources 4 notes', [CLAY, MUD, RAIN], ALL), []);
  assert.deepEqual(proven(BODY, 'Sources 2 notes', [CLAY, MUD], ALL), []);
  assert.deepEqual(proven(BODY, 'Sources 3 notes', ['What is clay like?', CLAY, 'What is mud like?', MUD], ALL), []);
});

test('lost titles: by what others say', () => {
  assert.deepEqual(proven(BODY, 'Sources 2 notes', [MUD, CLAY], ALL + says('mud', MUD)), [
    '0 What is mud like? (summary)',
  ]);
  assert.deepEqual(proven(BODY, 'Sources 2 notes', [MUD, CLAY], ALL + says('mud', MUD) + says('clay', MUD)), []);
  assert.deepEqual(proven(BODY, 'Sources 3 notes', [CLAY, MUD, RAIN], ALL + says('mud', MUD)), [
    '0 What is clay like? (place)',
    '1 What is mud like? (summary)',
    '2 What is rain like? (place)',
  ]);
});

test('lost titles: not by their place where something speaks against it', () => {
  const three = (others: string): string[] => proven(BODY, 'Sources 3 notes', [CLAY, MUD, RAIN], ALL + others);
  assert.deepEqual(three(says('mud', CLAY)), ['0 What is mud like? (summary)']);
  assert.deepEqual(three(says('mud', 'Nobody knows it, not even here.')), [
    '0 What is clay like? (place)',
    '2 What is rain like? (place)',
  ]);
});

test('lost titles: one that is listed already is not another one', () => {
  const listed = ['What is clay like?', CLAY, CLAY, RAIN];
  assert.deepEqual(proven(BODY, 'Sources 3 notes', listed, ALL + says('clay', CLAY)), []);
});
