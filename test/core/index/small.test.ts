import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNamed, isThere, pathNamed } from '../../../server/core/index/files.ts';
import { Interner } from '../../../server/core/index/interner.ts';
import { Marks } from '../../../server/core/index/marks.ts';
import {
  type Asked,
  ask,
  commonSpelling,
  type Definer,
  marksOf,
  NO_NAME,
  sameDefiners,
} from '../../../server/core/index/names.ts';
import { codeOf, goesOnWith, longestFirst, respell, roleIn } from '../../../server/core/index/occurrences.ts';
import { Trie } from '../../../server/core/index/trie.ts';
import { makeFilter, mayHold, pairOf } from '../../../server/core/index/wordFilter.ts';

// The smallest rooms of the index, each straight at its face.

test('strings to numbers and back', () => {
  const names = new Interner();
  assert.deepEqual(
    ['mud', 'rain', 'mud', ''].map((each) => names.number(each)),
    [0, 1, 0, 2],
  );
  names.fill(['fog', 'snow']);
  assert.equal(names.size, 5);
  assert.deepEqual(
    ['snow', 'fog', 'rain', 'hail'].map((each) => names.find(each)),
    [4, 3, 1, undefined],
  );
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5].map((each) => names.string(each)),
    ['mud', 'rain', '', 'fog', 'snow', ''],
  );
});

test('a set that is empty again in no time', () => {
  const marks = new Marks();
  assert.deepEqual([marks.has(3), marks.set(3), marks.set(3), marks.has(3)], [false, true, false, true]);
  assert.deepEqual([marks.set(1024), marks.set(5000), marks.has(3), marks.has(1024)], [true, true, true, true]);
  marks.clear();
  assert.deepEqual(
    [3, 1024, 5000, 9999].map((each) => marks.has(each)),
    [false, false, false, false],
  );
  assert.equal(marks.set(3), true);
});

test('ways through a trie, many more than there is room for at first', () => {
  const trie = new Trie();
  const nodes = new Map<string, number>();
  for (let first = -50; first < 50; first++)
    for (let second = 0; second < 60; second++)
      nodes.set(`${first} ${second}`, trie.extend(trie.extend(0, first), second));
  assert.equal(new Set(nodes.values()).size, 6000);
  assert.equal(trie.columns.nodes, 6101);
  assert.equal(trie.columns.from.length, 16_384);
  for (const [way, node] of nodes) {
    const [first, second] = way.split(' ').map(Number);
    assert.equal(trie.step(trie.step(0, first!), second!), node, way);
  }
  assert.deepEqual([trie.step(0, 50), trie.step(trie.step(0, 1), 60), trie.step(9999, 1)], [-1, -1, -1]);
  assert.equal(trie.extend(0, 7), trie.step(0, 7));
});

test('files by their names and ends, and folders', () => {
  const files = new Set(['soil/mud.png', 'sky/mud.png', 'mud.png', 'soil/wet/oven.png']);
  assert.deepEqual(
    ['', 'soil', 'soil/wet', 'wet', 'mud.png', 'oven.png'].map((path) => isThere(files, path)),
    [true, true, true, false, true, false],
  );
  assert.deepEqual(
    ['oven.png', 'wet/oven.png', 'ven.png', 'soil'].map((name) => isNamed(files, name)),
    [true, true, false, false],
  );
  assert.equal(pathNamed(files, 'mud.png'), 'mud.png', 'the whole path');
  assert.equal(pathNamed(files, 'oven.png'), 'soil/wet/oven.png');
  assert.equal(pathNamed(new Set(['a/mud.png', 'b/mud.png']), 'mud.png'), undefined, 'which?');
  assert.equal(pathNamed(new Set(['a/mud.png', 'b/mud.png', 'c/mud.png']), 'mud.png'), undefined, 'of three, too');
});

test('how often a missing note is asked for, and how it is called', () => {
  const spellings = new Interner();
  const [mud, Mud, marked] = ['why mud', 'Why mud', 'Why mud?!'].map((each) => spellings.number(each)) as [
    number,
    number,
    number,
  ];
  const asked: Asked[] = [];
  const called = (): string | undefined => commonSpelling({ ...NO_NAME, asked }, spellings);
  assert.equal(called(), undefined);
  ask(asked, mud, true, 1);
  ask(asked, Mud, false, 1);
  assert.deepEqual(asked, [
    { spelling: mud, entries: 1, wikilinks: 0 },
    { spelling: Mud, entries: 0, wikilinks: 1 },
  ]);
  assert.equal(called(), 'Why mud', 'of equals the one that sorts first');
  ask(asked, mud, false, 1);
  assert.equal(called(), 'why mud');
  ask(asked, marked, true, 1);
  ask(asked, mud, true, -1);
  ask(asked, mud, false, -1);
  assert.deepEqual(asked, [
    { spelling: Mud, entries: 0, wikilinks: 1 },
    { spelling: marked, entries: 1, wikilinks: 0 },
  ]);
  assert.deepEqual(marksOf({ ...NO_NAME, asked }, spellings), ['?!']);
  assert.deepEqual(marksOf({ ...NO_NAME, asked: asked.slice(0, 1) }, spellings), []);
  const definers = ['Mud.', 'Mud?!', 'Mud', 'mud?!'].map((each): Definer => {
    return { document: 1, spelling: spellings.number(each), alias: false };
  });
  assert.deepEqual(marksOf({ ...NO_NAME, asked, definers }, spellings), ['?!', '.'], 'the longest first, each once');
  assert.deepEqual(marksOf({ ...NO_NAME, asked, definers: definers.slice(0, 1) }, spellings), ['.']);
});

test('whether the same documents have a name', () => {
  const record = (...rows: readonly [number, number, boolean][]): typeof NO_NAME => ({
    ...NO_NAME,
    definers: rows.map(([document, spelling, alias]) => ({ document, spelling, alias })),
  });
  const one = record([1, 2, false], [3, 2, true]);
  assert.equal(sameDefiners(one, one), true);
  assert.equal(sameDefiners(one, record([3, 2, true], [1, 2, false])), true);
  assert.equal(sameDefiners(one, record([1, 2, false])), false);
  assert.equal(sameDefiners(one, record([1, 2, false], [3, 2, false])), false);
  assert.equal(sameDefiners(one, record([1, 2, false], [3, 4, true])), false);
  assert.equal(sameDefiners(one, record([1, 2, false], [4, 2, true])), false);
});

test('the marks behind a name, and the role of its place, as a number', () => {
  const code = (text: string, role = 0, end = text.length): number => codeOf(role, text, 3, end);
  assert.equal(roleIn(code('mud?', 7)), 7);
  assert.equal(roleIn(code('mud?.!?.!?.!', 5)), 5, 'more than eight marks do not reach the role');
  const goes = (text: string, ...marks: readonly string[]): boolean[] =>
    marks.map((each) => goesOnWith(code(text, 3), each));
  assert.deepEqual(goes('mud?. So', '', '?', '?.', '.', '?.!', '!'), [true, true, true, false, false, false]);
  assert.deepEqual(goes('mud', '', '?'), [true, false]);
  assert.deepEqual(goes('mud!!!!!!!!', '!!!!!!!!', '!!!!!!!!!'), [true, false]);
  assert.equal(goesOnWith(code('mud?.', 0, 4), '?.'), false, 'behind the end');
});

test('occurrences at one word, the longest first, and under other numbers', () => {
  const rows = Int32Array.of(5, 9, 1, 0, 2, 5, 20, 2, 0, 1, 4, 8, 3, 0, 0);
  longestFirst(rows);
  assert.deepEqual([...rows], [5, 20, 2, 0, 1, 4, 8, 3, 0, 0, 5, 9, 1, 0, 2]);
  respell(rows, [70, 71, 72]);
  assert.deepEqual([...rows], [5, 20, 2, 0, 71, 4, 8, 3, 0, 70, 5, 9, 1, 0, 72]);
});

test('a filter never says no to what it holds, and mostly to the rest', () => {
  for (const count of [0, 1, 8, 9, 1000]) {
    const pairs = Int32Array.from({ length: count }, (_, at) => pairOf(at, at + 1));
    const filter = makeFilter(pairs, count);
    for (let at = 0; at < count; at++) assert.ok(mayHold(filter, [at, at + 1]));
    assert.ok(mayHold(filter, [7]), 'one word is no pair');
    const wrong = Array.from({ length: 1000 }, (_, at) => at).filter((at) => mayHold(filter, [-at - 2, at + 5000]));
    assert.ok(wrong.length < 350, `${wrong.length} of 1000, at ${count}`);
    if (count > 8)
      assert.ok(
        !mayHold(
          filter,
          [0, 1, 5, 6].flatMap((each) => [each, -77 * each - 3]),
        ),
      );
  }
  assert.deepEqual(
    [0, 8, 9, 16, 17, 1000].map((count) => makeFilter(new Int32Array(1000), count).length),
    [1, 1, 2, 2, 4, 128],
  );
  assert.notEqual(pairOf(1, 2), pairOf(2, 1));
});
