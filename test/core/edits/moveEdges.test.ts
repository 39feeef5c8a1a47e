import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edited, linksTo, moveEdits } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';

// What follows a move where the way in which it is written leaves a choice.

/** The files that are others once `from > to` moved, in the order in which they are told. */
function moved(picture: string, ...moves: readonly string[]): string {
  const { files } = readFixture(picture);
  const plan = moves.map((each) => ({ from: each.split(' > ')[0]!, to: each.split(' > ')[1]! }));
  const edits = moveEdits(snapshotOf(files), plan);
  return edits.map(({ path, edits }) => `=== ${path}\n${edited(files.get(path)!, edits)}`).join('');
}

/** The same for the last line of a file beside `soil/mud.md`, which moves to a place. */
function line(text: string, to: string, others = ''): string {
  const after = moved(`=== soil/mud.md\n# Mud\n=== rain.md\n${text}\n${others}`, `soil/mud.md > ${to}`);
  return after.replace('=== rain.md\n', '').trimEnd();
}

test('files are told by path', () => {
  assert.equal(
    moved('=== mud.md\n=== b.md\n[[mud]]\n=== c.md\n[[mud]]\n=== a.md\n[[mud]]\n', 'mud.md > clay.md'),
    '=== a.md\n[[clay]]\n=== b.md\n[[clay]]\n=== c.md\n[[clay]]\n',
  );
});

test('a file’s own move counts before that of a folder around it, and the inner folder before the outer one', () => {
  assert.equal(
    moved(
      '=== a/b/c.md\n=== a/b/d.md\n=== a/e.md\n=== x.md\n[c](a/b/c.md) [d](a/b/d.md) [e](a/e.md)\n',
      'a > z',
      'a/b > y',
      'a/b/c.md > c.md',
    ),
    '=== x.md\n[c](c.md) [d](y/d.md) [e](z/e.md)\n',
  );
});

test('a destination: its ending, its fragment and its slash stay as they are written', () => {
  assert.equal(line('[a](soil/mud)', 'soil/clay.md'), '[a](soil/clay)');
  assert.equal(line('[a](soil/mud)', 'soil/clay.txt'), '[a](soil/clay.txt)');
  assert.equal(line('[a](soil/mud)', 'soil/clay.markdown'), '[a](soil/clay)');
  assert.equal(line('[a](soil/mud.md#y)', 'mud.md'), '[a](mud.md#y)');
  assert.equal(line('[a](#so) [b](soil/gone.md) [c](https://mud.org/soil/mud.md)', 'mud.md'), '');
  assert.equal(
    moved('=== soil/mud.md\n=== a.md\n[x](soil) [y](soil/) [z](soil/#a)\n', 'soil > earth'),
    '=== a.md\n[x](earth) [y](earth/) [z](earth/#a)\n',
  );
});

test('what moves itself: its links lead where they led', () => {
  assert.equal(
    moved('=== a.md\n# A\n[me](a.md) [top](#a) [b](b.md) [gone](c.md) [all](.)\n=== b.md\n# B\n', 'a.md > x/a.md'),
    '=== a.md\n# A\n[me](a.md) [top](#a) [b](../b.md) [gone](c.md) [all](.)\n',
  );
});

test('a wikilink by path: as long as it was, but never less than two steps', () => {
  assert.equal(line('[[soil/mud]]', 'a/b/clay.md'), '[[b/clay]]');
  assert.equal(line('[[soil/mud.md]]', 'a/b/clay.md'), '[[b/clay.md]]');
  assert.equal(line('[[soil/mud|so]]', 'clay.md'), '[[clay|so]]');
  assert.equal(
    moved('=== a/b/c.md\n=== x.md\n[[a/b/c]] [[b/c]] [[c]]\n', 'a/b/c.md > p/q/r/d.md'),
    '=== x.md\n[[q/r/d]] [[r/d]] [[d]]\n',
  );
});

test('pictures in wikilinks: as much of the new path as was said of the old one', () => {
  const picture = (text: string, more = ''): string => `=== p/oven.png\n=== ${more}x.md\n${text}\n`;
  assert.equal(
    moved(picture('![[oven.png]] ![[p/oven.png]]'), 'p/oven.png > q/r/hearth.png'),
    '=== x.md\n![[hearth.png]] ![[r/hearth.png]]\n',
  );
  assert.equal(moved(picture('![[oven.png]]'), 'p > q'), '');
  assert.equal(moved(picture('![[oven.png]]', 'q/oven.png\n=== '), 'p/oven.png > p/a.png', 'q/oven.png > q/a.png'), '');
  assert.equal(moved(picture('![[ven.png]] ![[oven.gif]]'), 'p/oven.png > a.png'), '');
});

test('a page that goes by its file’s name: bare where the new name is told from others, else by its path', () => {
  const page = (line: string, more = ''): string => `=== a/Why mud sticks.md\nClay.\n${more}=== x.md\n${line}\n`;
  const to = 'a/Why mud sticks.md > a/Why clay sticks.md';
  const bare = 'So Why mud sticks is.';
  assert.equal(moved(page(bare), to), '=== x.md\nSo Why clay sticks is.\n');
  assert.equal(
    moved(page(bare, '=== b/Why clay sticks.md\nSand.\n'), to),
    '=== x.md\nSo [[a/Why clay sticks|Why clay sticks]] is.\n',
  );
  assert.equal(
    moved(page('[[Why mud sticks]]', '=== b.md\n# Why clay sticks\n'), to),
    '=== x.md\n[[a/Why clay sticks|Why clay sticks]]\n',
  );
});

test('a title that a document gives itself stays, whatever its file is called', () => {
  assert.equal(moved('=== Mud.md\n# Mud\n=== x.md\n[[Mud]]\n', 'Mud.md > Clay.md'), '');
  assert.equal(
    moved('=== mud.md\n---\naliases: [mud]\n---\nClay.\n=== x.md\n[[mud]]\n', 'mud.md > clay.md'),
    '=== x.md\n[[clay]]\n',
  );
});

test('an alias and a picture that stay where they are', () => {
  assert.equal(moved('=== mud.md\n---\naliases: [Wet]\n---\nClay.\n=== x.md\n[[Wet]]\n', 'mud.md > clay.md'), '');
  assert.equal(moved('=== oven.png\n=== p/cup.png\n=== x.md\n![[oven.png]]\n', 'p/cup.png > cup.png'), '');
});

/** What is put in at the cursor of a line of `a.md`, as the line then reads. */
function put(text: string, ...targets: readonly string[]): string | undefined {
  const { files, cursor } = readFixture(
    `=== mud.md\n# Mud [wet]\n=== rain.md\n# Rain\n=== oven.png\n=== a.md\n# A\n\n${text}\n`,
  );
  const { path, offset } = cursor!;
  const links = linksTo(snapshotOf(files), path, { start: offset, end: offset }, targets, 'wikilink');
  const whole = files.get(path)!;
  return links && (whole.slice(0, offset) + links.text + whole.slice(offset)).replace('# A\n\n', '').trimEnd();
}

test('links put in: a space where letters would meet, but not at brackets', () => {
  assert.equal(put('so$0so', 'rain.md'), 'so[[Rain]]so');
  assert.equal(put('so$0so', 'oven.png'), 'so![oven.png](oven.png)so');
  assert.equal(put('so$0so', 'mud.md'), 'so[Mud \\[wet\\]](mud.md)so');
});

test('several links put in: on lines of their own in an item or an empty line, else by commas', () => {
  assert.equal(put('$0', 'rain.md', 'oven.png', 'rain.md'), '[[Rain]]\n![oven.png](oven.png)');
  assert.equal(put('  $0', 'rain.md', 'oven.png'), '  [[Rain]]\n  ![oven.png](oven.png)');
  assert.equal(put('- $0', 'rain.md', 'oven.png'), '- [[Rain]]\n- ![oven.png](oven.png)');
  assert.equal(put('12. $0', 'rain.md', 'oven.png'), '12. [[Rain]]\n12. ![oven.png](oven.png)');
  assert.equal(put('- $0 so', 'rain.md', 'oven.png'), '- [[Rain]], ![oven.png](oven.png) so');
  assert.equal(put('so $0', 'rain.md', 'oven.png'), 'so [[Rain]], ![oven.png](oven.png)');
  assert.equal(put('so $0'), undefined);
  assert.equal(put('so $0', 'rain.md', 'gone.md'), undefined);
});
