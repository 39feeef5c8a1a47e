import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdsBeginnings, runIn } from '../../../server/core/index/runs.ts';
import { mayBegin, type Typed, titlesMeant, titlesTyped, wordsOf } from '../../../server/core/index/typed.ts';
import type { Snapshot } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';

/** A key with the run of typed words between ‹ and ›, how many they are, and `…` where something lies between them. */
function run(typed: string, key: string): string {
  const found = runIn(typed.split(' '), key);
  if (!found) return 'none';
  const { words, start, end, isClosed } = found;
  return `${key.slice(0, start)}‹${key.slice(start, end)}›${key.slice(end)} ${words}${isClosed ? '' : ' …'}`;
}

test('the longest run of typed words that may be part of a title', () => {
  assert.equal(run('mud', 'why mud sticks'), 'why ‹›mud sticks 1');
  assert.equal(run('we know why mud sti', 'why mud sticks'), '‹why mud ›sticks 3');
  assert.equal(run('we know mud sti', 'what mud sticks to'), 'what ‹mud ›sticks to 2');
  assert.equal(run('why sti', 'why mud sticks'), '‹why mud ›sticks 2 …');
  assert.equal(run('mud fog', 'why mud sticks'), 'none');
  assert.equal(run('ud', 'why mud sticks'), 'none');
  assert.equal(run('ud', 'mud udder'), 'mud ‹›udder 1');
  assert.equal(run('mud', 'mud and mud'), 'mud and ‹›mud 1', 'the last one');
  assert.equal(run('mud mud', 'mud and mud'), '‹mud and ›mud 2 …');
  assert.equal(run('why mud', 'why: “mud”'), '‹why: “›mud” 2');
  assert.equal(run('mud', 'amud-mudd'), 'amud-‹›mudd 1');
});

test('a short word counts where all of it is typed, and the next word too', () => {
  assert.equal(run('to boots', 'stick to boots'), 'stick ‹to ›boots 2');
  assert.equal(run('st boots', 'stick boots'), 'stick ‹›boots 1');
  assert.equal(run('to boots', 'stick to wet boots'), 'stick to wet ‹›boots 1');
  assert.equal(run('is wet', 'is mud wet'), '‹is mud ›wet 2 …', 'but a title begins with it');
  assert.equal(run('mud is wet', 'mud is wet'), '‹mud is ›wet 3');
  assert.equal(run('to', 'stick to boots'), 'stick ‹›to boots 1');
  assert.equal(run('stick to', 'stick to'), '‹stick ›to 2');
});

test('whether each word is the beginning of one, in whatever order', () => {
  assert.equal(holdsBeginnings('why mud sticks', ['sti', 'why']), true);
  assert.equal(holdsBeginnings('why mud sticks', ['icks']), false);
  assert.equal(holdsBeginnings('why mud sticks', ['why', 'fog']), false);
  assert.equal(holdsBeginnings('why mud sticks', []), true);
});

const SOIL = snapshotOf(
  readFixture(`
=== a.md
# Why does mud stick to boots?
=== b.md
# Mud on boots
See [[Clay and mud]] and Why does mud stick to boots?
=== c.md
# Clay and mud
=== d.md
# On mud
=== e.md
---
kind: inquiry
---
# What is soil

## Sources

- Mud of old rivers
- Why does mud stick to boots?
`).files,
);

const shown = (titles: readonly Typed[]): string[] => titles.map(({ text }) => text);

test('titles for what is typed: by how much of it they go on with, what begins so, what is named more, the shorter ones', () => {
  const typed = (text: string, most = 9): string[] => shown(titlesTyped(SOIL, text.split(' '), most));
  assert.deepEqual(typed('mud'), [
    'Mud of old rivers',
    'Mud on boots',
    'Why does mud stick to boots?',
    'Clay and mud',
    'On mud',
  ]);
  assert.deepEqual(typed('mud', 2), ['Mud of old rivers', 'Mud on boots']);
  assert.deepEqual(typed('so does mud sti'), ['Why does mud stick to boots?']);
  assert.deepEqual(typed('clay and mud'), [
    'Clay and mud',
    'Mud of old rivers',
    'Mud on boots',
    'Why does mud stick to boots?',
    'On mud',
  ]);
  assert.deepEqual(typed('mu'), [], 'too short');
  assert.deepEqual(typed('mud stick t'), ['Why does mud stick to boots?'], 'a short word goes on');
  assert.deepEqual(typed('stick t'), []);
  assert.deepEqual(typed('fog'), []);
  assert.deepEqual(titlesTyped(SOIL, [], 9), []);
});

test('titles that a text means: the title, what begins so, what has its words, else what comes near', () => {
  const meant = (text: string, most = 9): string[] => shown(titlesMeant(SOIL, text, most));
  assert.deepEqual(meant('Mud on boots'), ['Mud on boots']);
  assert.deepEqual(meant(' mud o '), ['Mud of old rivers', 'Mud on boots', 'On mud']);
  assert.deepEqual(meant('boots mud'), ['Why does mud stick to boots?', 'Mud on boots']);
  assert.deepEqual(meant('m'), ['Mud of old rivers', 'Mud on boots']);
  assert.deepEqual(meant('mud no boots'), ['Mud on boots', 'Why does mud stick to boots?']);
  assert.deepEqual(meant('xq'), []);
  assert.deepEqual(meant('mud on'), ['Mud on boots', 'On mud']);
  assert.deepEqual(meant('Clay  and mud '), ['Clay and mud']);
  assert.deepEqual(meant('', 2), ['Why does mud stick to boots?', 'a']);
});

test('a short word in many titles means none by itself, and one more word makes it one', () => {
  const many = (count: number): Snapshot =>
    snapshotOf(new Map(Array.from({ length: count }, (_, at) => [`${at}.md`, `# Part ${at} does clay\n`])));
  const typed = (snapshot: Snapshot, ...words: readonly string[]): number => titlesTyped(snapshot, words, 99).length;
  assert.equal(typed(many(20), 'does'), 20, 'twenty are not many');
  const snapshot = many(21);
  assert.equal(typed(snapshot, 'does'), 0);
  assert.equal(typed(snapshot, 'doe'), 0);
  assert.equal(typed(snapshot, 'does', 'cla'), 21);
  assert.equal(typed(snapshot, 'fog', 'does'), 0);
  const long = snapshotOf(new Map(Array.from({ length: 21 }, (_, at) => [`${at}.md`, `# Part ${at} loess\n`])));
  assert.equal(typed(long, 'loe'), 21, 'five letters are no short word');
});

test('words of a text, folded, where they stand', () => {
  const text = 'Why MUD?';
  const found = wordsOf(text).map(({ word, start, end }) => `${word} ${start}–${end}`);
  assert.deepEqual(found, ['why 0–3', 'mud 4–7']);
});

test('whether a title begins with two words, one that is missing too', () => {
  const begins = (snapshot: Snapshot, text: string): boolean => {
    const [first, second] = wordsOf(text);
    return mayBegin(snapshot, first!, second!);
  };
  assert.deepEqual(
    ['why does', 'mud of', 'on boots', 'of old'].map((text) => begins(SOIL, text)),
    [true, true, false, false],
  );
});
