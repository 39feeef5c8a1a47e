import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import ignore from 'ignore';
import { patternsIn, verdictOn } from '../../server/host/patterns.ts';
import { foldersAbove } from '../../server/host/rules.ts';

// What a `.gitignore` leaves out, and that no pattern takes long: it is of the workspace, as the notes are.

const leavesOut = (text: string, path: string): boolean => {
  const patterns = patternsIn(text);
  return [...foldersAbove(path), path].some((each) => verdictOn(patterns, each) === 'out');
};

/** Each pattern, and of these paths those that it leaves out. */
function leftOut(pattern: string, ...paths: readonly string[]): string {
  return `${pattern}: ${paths.filter((path) => leavesOut(pattern, path)).join(' ')}`;
}

test('patterns of gitignore(5), by example', () => {
  assert.deepEqual(
    [
      leftOut('mud.md', 'mud.md', 'soil/mud.md', 'mud.md.md', 'Mud.md'),
      leftOut('/mud.md', 'mud.md', 'soil/mud.md'),
      leftOut('soil/mud.md', 'soil/mud.md', 'a/soil/mud.md'),
      leftOut('soil/', 'soil/mud.md', 'a/soil/mud.md', 'soil'),
      leftOut('*.tmp', 'a.tmp', 'b/.tmp', 'a.tmp.md'),
      leftOut('a?.md', 'ab.md', 'a.md', 'a/.md'),
      leftOut('**/mud', 'mud', 'a/b/mud', 'xmud'),
      leftOut('a/**', 'a', 'a/b', 'a/b/c'),
      leftOut('a/**/b', 'a/b', 'a/x/b', 'a/x/y/b', 'ab'),
      leftOut('a**b', 'ab', 'axxb', 'a/b'),
      leftOut('[a-c]\\[1\\].md', 'a[1].md', 'd[1].md'),
      leftOut('[!a-c].md', 'a.md', 'd.md'),
      leftOut('[]x].md', '].md', 'x.md'),
      leftOut('[[:digit:]].md', '1.md', 'x.md'),
      leftOut('\\#a', '#a', '\\#a'),
      leftOut('\\!a', '!a'),
      leftOut('a\\ ', 'a ', 'a'),
      leftOut('a  ', 'a', 'a  '),
      leftOut('#a', '#a', 'a'),
      leftOut('\\*\\*', '**', 'ab'),
      leftOut('a\\/**/b', 'a/b', 'a/x/b'),
    ],
    [
      'mud.md: mud.md soil/mud.md',
      '/mud.md: mud.md',
      'soil/mud.md: soil/mud.md',
      'soil/: soil/mud.md a/soil/mud.md',
      '*.tmp: a.tmp b/.tmp',
      'a?.md: ab.md',
      '**/mud: mud a/b/mud',
      'a/**: a/b a/b/c',
      'a/**/b: a/b a/x/b a/x/y/b',
      'a**b: ab axxb',
      '[a-c]\\[1\\].md: a[1].md',
      '[!a-c].md: d.md',
      '[]x].md: ].md x.md',
      '[[:digit:]].md: 1.md',
      '\\#a: #a',
      '\\!a: !a',
      'a\\ : a ',
      'a  : a',
      '#a: ',
      '\\*\\*: **',
      'a\\/**/b: a/b a/x/b',
    ],
  );
  assert.equal(leavesOut('*.md\n!mud.md', 'mud.md'), false);
  assert.equal(leavesOut('!mud.md\n*.md', 'mud.md'), true);
});

const piece = fc.constantFrom('a', 'b', 'ab', '.', '*', '**', '?', '/', '/**/', '[ab]', '[!a]', '[a-b', ']', ' ');
// No escapes outside of sets: git and that program differ on `\*\*` and `\/**`, and we do as git.
const more = fc.constantFrom('[[:alpha:]]', '[]-b]', '[b-a]', '[\\]a]', '-', '!', '#');
const line = fc.array(fc.oneof({ weight: 5, arbitrary: piece }, more), { maxLength: 8 }).map((parts) => parts.join(''));
const name = fc.array(fc.constantFrom('a', 'b', '.', '*', ']', ' ', '-'), { minLength: 1, maxLength: 4 });
const path = fc
  .array(
    name.map((units) => units.join('')),
    { minLength: 1, maxLength: 5 },
  )
  .filter((names) => names.every((each) => !/^\.+$/.test(each)))
  .map((names) => names.join('/'));

test('what they leave out is what a well-known program for them leaves out', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), fc.array(path, { minLength: 1, maxLength: 5 }), (lines, paths) => {
      const known = ignore({ ignorecase: false }).add(lines);
      for (const each of paths) {
        assert.equal(leavesOut(lines.join('\n'), each), known.ignores(each), `${JSON.stringify(lines)} on ${each}`);
      }
    }),
    { numRuns: 4_000, seed: 21 },
  );
});

test('whatever they say, they take no longer than their length times that of the path, and none throws', () => {
  const deep = `${'a/'.repeat(400)}a.md`;
  const long = `${'a'.repeat(250)}.md`;
  const before = process.cpuUsage();
  for (const pattern of [
    ...['a/**/', '**/', '*/', '*a', 'a*', '?*', '[a-z]*', '**a', '***a**', '[!b]*'].map((each) => each.repeat(200)),
    ...['[a', '[', '[]', '\\', ' ', '!', '*', '[[:', '[a-'].map((each) => each.repeat(20_000)),
    'x'.repeat(200_000),
  ]) {
    for (const end of ['b', '/b', '']) for (const path of [deep, long]) leavesOut(pattern + end, path);
  }
  assert.ok(process.cpuUsage(before).user < 20e6);
  // Nor do many of them.
  assert.equal(patternsIn('a\n'.repeat(1_000_000)).length, 5_000);
});
