import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileName, freePath } from '../../../server/core/edits/fileName.ts';
import { snapshotOf } from '../../fixture.ts';

// A title, and the file that it gets.

const named = (title: string): string => fileName(title, '.md');

const check = (...pairs: readonly (readonly [string, string])[]): void => {
  for (const [title, expected] of pairs) assert.equal(named(title), expected);
};

test('what Windows forbids is left out, or is a hyphen where it parts two words', () => {
  check(
    ['Does rain cause mud?', 'Does rain cause mud.md'],
    ['Mud: why?', 'Mud - why.md'],
    ['Mud : why?', 'Mud - why.md'],
    ['At 10:30', 'At 10-30.md'],
    ['and/or\\nor|xor', 'and-or-nor-xor.md'],
    ['"Mud" <wet> *so*', 'Mud wet so.md'],
    ['so * so', 'so so.md'],
  );
});

test('white space, control characters and what turns the direction of writing are one space', () => {
  check(
    ['a \t b\u3000\u3000c', 'a b c.md'],
    ['a\u0007b\u200eb\u200fb\u202ab\u202eb\u2066b\u2069b\ufeffb', 'a b b b b b b b b.md'],
    ['half \ud83d a pair', 'half a pair.md'],
    ['whole \ud83d\udca9', 'whole \ud83d\udca9.md'],
    ['e\u0301', '\u00e9.md'],
  );
});

test('dots and spaces at the ends go, and a title of nothing else has no name of its own', () => {
  check(
    ['. .hidden', 'hidden.md'],
    ['so... ', 'so.md'],
    ['a. b', 'a. b.md'],
    ['. . .', 'Untitled.md'],
    ['???', 'Untitled.md'],
    ['', 'Untitled.md'],
  );
});

test('names of devices', () => {
  check(
    ['con', '_con.md'],
    ['PRN', '_PRN.md'],
    ['aux.old', '_aux.old.md'],
    ['nul  .x', '_nul .x.md'],
    ['COM1', '_COM1.md'],
    ['lpt\u00b3', '_lpt\u00b3.md'],
    ['com', 'com.md'],
    ['com10', 'com10.md'],
    ['console', 'console.md'],
    ['a con', 'a con.md'],
    ['con a', 'con a.md'],
  );
});

test('a hundred characters at most, up to the end of a word', () => {
  const clay = (count: number): string => 'clay '.repeat(count).trim();
  assert.equal(named(clay(20)), `${clay(20)}.md`);
  assert.equal(named(clay(30)), `${clay(20)}.md`);
  assert.equal(named(`${'a'.repeat(97)}.. bcd`), `${'a'.repeat(97)}.md`);
  assert.equal(named(`${'a'.repeat(97)}. .bc`), `${'a'.repeat(97)}.md`);
});

test('a word that is longer than half of it is cut', () => {
  assert.equal(named('a'.repeat(100)), `${'a'.repeat(100)}.md`);
  assert.equal(named('a'.repeat(101)), `${'a'.repeat(100)}.md`);
  assert.equal(named(`${'a'.repeat(49)} ${'b'.repeat(60)}`), `${'a'.repeat(49)} ${'b'.repeat(50)}.md`);
  assert.equal(named(`${'a'.repeat(50)} ${'b'.repeat(60)}`), `${'a'.repeat(50)} ${'b'.repeat(49)}.md`);
  assert.equal(named(`${'a'.repeat(51)} ${'b'.repeat(60)}`), `${'a'.repeat(51)}.md`);
});

test('240 bytes at most, ending and all, and never half of what is seen as one character', () => {
  const bytes = (title: string): number => new TextEncoder().encode(named(title)).length;
  assert.equal(named('\u00e4'.repeat(101)), `${'\u00e4'.repeat(100)}.md`);
  assert.equal(named('\u6ce5'.repeat(90)), `${'\u6ce5'.repeat(79)}.md`);
  assert.equal(bytes('\u6ce5'.repeat(90)), 240);
  assert.equal(named('\ud83d\udca9'.repeat(90)), `${'\ud83d\udca9'.repeat(59)}.md`);
  assert.equal(named('\u{10000}'.repeat(60)), `${'\u{10000}'.repeat(59)}.md`);
  assert.equal(named('\u0800'.repeat(80)), `${'\u0800'.repeat(79)}.md`);
  // 2 and 3 bytes begin at \u0080 and \u0800.
  assert.equal(named(`${'\u0915\u07ff'.repeat(47)}ab`), `${'\u0915\u07ff'.repeat(47)}ab.md`);
  assert.equal(named(`${'\u0915\u07ff'.repeat(47)}abc`), `${'\u0915\u07ff'.repeat(47)}ab.md`);
  const family = '\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67';
  assert.equal(named(family.repeat(14)), `${family.repeat(13)}.md`);
});

test('a name that no file has: the next number, whatever the letter case, and in its own folder only', () => {
  const files = ['Mud.md', 'mud 2.md', 'soil/mud.md', 'Rain.md/so.md', 'Soil/Wet/clay.md', 'e\u0301.md'];
  const snapshot = snapshotOf(new Map(files.map((path) => [path, '# Clay\n'])));
  const free = (folder: string, title: string): string => freePath(snapshot, folder, title, '.md');
  assert.equal(free('', 'mud'), 'mud 3.md');
  assert.equal(free('soil', 'MUD'), 'soil/MUD 2.md');
  assert.equal(free('soil/wet', 'Clay'), 'soil/wet/Clay 2.md');
  assert.equal(free('wet', 'Clay'), 'wet/Clay.md');
  assert.equal(free('', 'clay'), 'clay.md');
  assert.equal(free('', 'Rain'), 'Rain 2.md');
  assert.equal(free('', '\u00c9'), '\u00c9 2.md');
});
