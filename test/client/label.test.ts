import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelOf, runIn } from '../../client/panels/label.ts';
import { linkText } from '../../client/panels/linkText.ts';
import { snippet } from '../../client/panels/sentence.ts';
import { wholeOf } from '../../client/plain.ts';
import { ago } from '../../client/words.ts';

test('a label has nothing in it that acts on the row, and is as long as the text was', () => {
  const hostile = 'a\u0000b\u202ec\u2066d\ne\u001b[31m';
  assert.equal(labelOf(hostile), 'a b c d e [31m');
  assert.equal(labelOf('Почему? 為什麼 لماذا 🐝'), 'Почему? 為什麼 لماذا 🐝', 'what is read stays');
  assert.equal(wholeOf('one\ntwo\u202e'), 'one\ntwo ');
});

test('a title of ten thousand characters is cut for its label, and whole in the tooltip', () => {
  const long = `${'very '.repeat(2000)}long`;
  assert.equal(labelOf(long).length, 300);
  assert.match(labelOf(long), /very …$|ver…$|ve…$|v…$|very…$/);
  assert.equal(wholeOf(long), long);
  const bees = '🐝'.repeat(5000);
  assert.match(labelOf(bees), /^(🐝)+…$/u, 'no bee is cut in two');
});

test('a highlight ends where its label does', () => {
  assert.deepEqual(runIn('abc', [1, 10]), [1, 3]);
  const long = `${'so '.repeat(5)}[${'very '.repeat(2000)}long]`;
  const { label, highlight } = snippet(long, [15, long.length]);
  assert.deepEqual(highlight, [15, label.length]);
});

test('a link for the clipboard: brackets where they can hold the title', () => {
  assert.equal(linkText('Why does mud stick?', 'soil/mud.txt', 'wikilink'), '[[Why does mud stick?]]');
  assert.equal(linkText('Why does mud stick?', 'soil/mud.txt', 'link'), '[Why does mud stick?](soil/mud.txt)');
  assert.equal(
    linkText('C# | [a] (b)', 'soil/why (a)? #1.md', 'bare'),
    '[C# | \\[a\\] (b)](soil/why%20%28a%29%3f%20%231.md)',
  );
  assert.equal(linkText('over\ntwo lines', undefined, 'link'), '[[over two lines]]', 'of a missing note');
});

test('how long ago', () => {
  const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
  const times = [-5, 0, minute, 59 * minute, hour, 23 * hour, day, 2 * day, 59 * day, 60 * day, 729 * day, 730 * day];
  assert.deepEqual(times.map(ago), [
    'just now',
    'just now',
    '1 minute ago',
    '59 minutes ago',
    '1 hour ago',
    '23 hours ago',
    'yesterday',
    '2 days ago',
    '59 days ago',
    '2 months ago',
    '24 months ago',
    '2 years ago',
  ]);
});
