import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  destinationLike,
  destinationTo,
  encoded,
  linkText,
  relativePath,
} from '../../../server/core/index/destinations.ts';
import {
  endsOf,
  fileNames,
  folderOf,
  foldersOf,
  isHidden,
  isOtherFile,
  isPathKey,
  linkedPath,
  pathKey,
  pathOf,
  withoutEnding,
} from '../../../server/core/index/paths.ts';

test('folders and names of a path', () => {
  assert.equal(folderOf('notes/soil/mud.md'), 'notes/soil');
  assert.equal(folderOf('mud.md'), '');
  assert.equal(folderOf('/mud.md'), '');
  assert.deepEqual(foldersOf('notes/soil/mud.md'), ['notes/soil', 'notes']);
  assert.deepEqual(foldersOf('mud.md'), []);
  assert.deepEqual(endsOf('notes/soil/mud.md'), ['mud.md', 'soil/mud.md', 'notes/soil/mud.md']);
  assert.deepEqual(endsOf('mud.md'), ['mud.md']);
  assert.deepEqual(endsOf('/mud.md'), ['mud.md', '/mud.md']);
  assert.deepEqual(fileNames('soil/mud.md'), ['mud', 'soil/mud', 'mud.md', 'soil/mud.md']);
  assert.deepEqual(fileNames('soil/mud.png'), ['mud.png', 'soil/mud.png']);
});

test('endings', () => {
  assert.deepEqual(['a.md', 'a.MarkDown', 'a.txt', 'a.mdx', 'a.md.bak', 'md', 'xmd'].map(withoutEnding), [
    'a',
    'a',
    'a',
    'a.mdx',
    'a.md.bak',
    'md',
    'xmd',
  ]);
  assert.deepEqual(
    ['oven.png', 'OVEN.PNG', 'a.c', 'a.jpeg2', 'a.sqlite', 'a.', 'a', 'a.md', 'oven.png!'].filter(isOtherFile),
    ['oven.png', 'OVEN.PNG', 'a.c', 'a.jpeg2'],
  );
});

test('what is hidden', () => {
  const paths = [
    '.git/a',
    'a/.b/c.md',
    'a/node_modules/b.md',
    'node_modules',
    'a/b.md',
    'a./b.md',
    'my_node_modules/a.md',
  ];
  assert.deepEqual(paths.filter(isHidden), ['.git/a', 'a/.b/c.md', 'a/node_modules/b.md', 'node_modules']);
});

test('the key of a path is that of no title', () => {
  assert.equal(pathKey('a/mud.md'), '\0a/mud.md');
  assert.equal(pathOf(pathKey('a/mud.md')), 'a/mud.md');
  assert.deepEqual([isPathKey(pathKey('mud')), isPathKey('mud'), isPathKey('mud\0')], [true, false, false]);
});

test('where a link leads', () => {
  const from = 'notes/soil/mud.md';
  const to = (destination: string): string | undefined => linkedPath(from, destination);
  assert.equal(to('rain.md'), 'notes/soil/rain.md');
  assert.equal(to('./rain.md'), 'notes/soil/rain.md');
  assert.equal(to('.//rain.md'), 'notes/soil/rain.md');
  assert.equal(to('../rain.md#why-so'), 'notes/rain.md');
  assert.equal(to('../../rain.md'), 'rain.md');
  assert.equal(linkedPath('mud.md', 'rain.md'), 'rain.md');
  assert.equal(to('../../../rain.md'), undefined, 'out of the corpus');
  assert.equal(to('/rain.md'), 'rain.md');
  assert.equal(to('/../rain.md'), undefined);
  assert.equal(to('#why-so'), undefined);
  assert.equal(to(''), undefined);
  assert.equal(to('why%20mud.md'), 'notes/soil/why mud.md');
  assert.equal(to('100%.md'), 'notes/soil/100%.md');
  assert.equal(to('a%00.md'), 'notes/soil/a\0.md');
  assert.equal(to('a\0.md'), undefined);
  assert.equal(to('why\\_mud\\.md'), 'notes/soil/why_mud.md');
  assert.equal(to('a\\b.md'), 'notes/soil/a\\b.md');
  assert.equal(to('Why mud?.md'), 'notes/soil/Why mud?.md');
  assert.equal(to('mud.md?plain=1'), 'notes/soil/mud.md');
  assert.equal(to('mud.md?plain-old=1\n2#x'), 'notes/soil/mud.md');
  assert.equal(to('mud.md?=1'), 'notes/soil/mud.md?=1');
});

test('the way from one document to another', () => {
  assert.equal(relativePath('mud.md', 'rain.md'), 'rain.md');
  assert.equal(relativePath('mud.md', 'sky/rain.md'), 'sky/rain.md');
  assert.equal(relativePath('soil/mud.md', 'rain.md'), '../rain.md');
  assert.equal(relativePath('a/soil/mud.md', 'a/sky/rain.md'), '../sky/rain.md');
  assert.equal(relativePath('a/b/mud.md', 'a/b/c/rain.md'), 'c/rain.md');
  assert.equal(relativePath('a/b/mud.md', 'b/b/rain.md'), '../../b/b/rain.md');
  assert.equal(relativePath('a/mud.md', 'a'), '../a', 'a file called as the folder');
});

test('a path with all that means something as %20', () => {
  assert.equal(encoded('why mud/sticks-to.md'), 'why%20mud/sticks-to.md');
  assert.equal(encoded(`%#?:()<>[]\\"'`), '%25%23%3F%3A%28%29%3C%3E%5B%5D%5C%22%27');
  assert.equal(encoded('`*_&|!'), '%60%2A%5F%26%7C%21');
  assert.equal(encoded('\u00a0é\t'), '%C2%A0é%09');
});

test('the destination of a new link', () => {
  assert.equal(destinationTo('soil/mud.md', 'sky/rain.md'), '../sky/rain.md');
  assert.equal(destinationTo('a.md', 'why mud sticks.md'), '<why mud sticks.md>');
  assert.equal(destinationTo('a.md', 'mud(1).md'), '<mud(1).md>');
  assert.equal(destinationTo('a.md', 'Soil: why.md'), '<./Soil: why.md>');
  assert.equal(destinationTo('a.md', 'c/d:e.md'), 'c/d:e.md', 'no scheme has a slash');
  assert.equal(destinationTo('a.md', 'why mud?#1.md'), '<why mud%3F%231.md>');
  assert.equal(destinationTo('a.md', ' a / b '), '%20a%20/%20b%20');
  assert.equal(destinationTo('a.md', 'a\u00a0b'), 'a%C2%A0b');
  assert.equal(destinationTo('a.md', '🐝.md'), '🐝.md');
});

test('a destination written as another one was', () => {
  const like = (written: string, isAngled?: boolean): string =>
    destinationLike(written, 'soil/mud.md', 'soil/big (é)?.md', isAngled);
  assert.equal(like('old.md'), 'big%20%28é%29%3F.md');
  assert.equal(like('./old.md'), './big%20%28é%29%3F.md');
  assert.equal(like('/soil/old.md'), '/soil/big%20%28é%29%3F.md');
  assert.equal(like('old.md#why-so'), 'big%20%28é%29%3F.md#why-so');
  assert.equal(like('old.md?plain=old#x'), 'big%20%28é%29%3F.md?plain=old#x');
  assert.equal(like('old one.md'), 'big (é)%3F.md');
  assert.equal(like('old.md', true), 'big (é)%3F.md');
  assert.equal(like('old one.md', false), 'big%20%28é%29%3F.md');
  assert.equal(like('%C3%A4.md'), 'big%20%28%C3%A9%29%3F.md');
  assert.equal(like('%20old.md'), 'big%20%28é%29%3F.md');
  assert.equal(destinationLike('./old.md', 'soil/mud.md', 'rain.md'), '../rain.md');
  assert.equal(destinationLike('a.md', 'b.md', 'c\td.md'), 'c%09d.md');
});

test('characters of two units are escaped whole, and half of one stays as it is', () => {
  assert.equal(destinationLike('%C3%A4.md', 'a.md', '🐝🐝.md'), '%F0%9F%90%9D%F0%9F%90%9D.md');
  assert.equal(destinationLike('%C3%A4.md', 'a.md', 'é\ud83d.md'), '%C3%A9\ud83d.md');
  assert.equal(destinationTo('a.md', 'b\ud83d?\udc1d.md'), 'b\ud83d%3F\udc1d.md');
});

test('a name as the words of a link', () => {
  assert.equal(linkText('Why [mud] *sticks* `so` <b> & \\'), 'Why \\[mud\\] \\*sticks\\* \\`so\\` \\<b> \\& \\\\');
  assert.equal(linkText('snake_case, _mud_ and __'), 'snake_case, \\_mud\\_ and \\_\\_');
});
