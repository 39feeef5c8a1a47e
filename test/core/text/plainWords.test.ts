import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainWords } from '../../../server/core/text/plainWords.ts';

function check(markdown: string, expected: string, longest?: number): void {
  assert.equal(plainWords(markdown, longest), expected);
}

test('marks are taken away, words stay', () => {
  check('Why [[Mud|mud]] *sticks* to **[boots](boots.md)**: `clay`.', 'Why mud sticks to boots: clay.');
  check('![[oven.png]] See [[Why mud sticks?]] ![a](b.png) <br>now<!-- no -->', 'See Why mud sticks? now');
  check('> - Rain\r\n> - mud\n> 1. clay\n', 'Rain mud clay');
  check('## Mud\n\nIt  sticks.', 'Mud It sticks.');
  check('2 * 3 * 4 is snake_case_name, ** and [ ] too', '2 * 3 * 4 is snake_case_name, ** and [ ] too');
});

test('one or two sentences, or so many words as there is room for', () => {
  check('Mud sticks to boots. It is clay. And water.', 'Mud sticks to boots. It is clay.', 35);
  check('Mud sticks to the boots. It is clay, which holds water.', 'Mud sticks to the boots.', 40);
  check('Mud sticks to boots of all kinds', 'Mud sticks to …', 16);
  check('Mud sticks to boots of all kinds. It does.', 'Mud sticks to …', 16);
  check('Mud (all of it) sticks.” 7 boots. And more', 'Mud (all of it) sticks.” 7 boots.', 36);
  check('🐝'.repeat(20), '🐝🐝🐝🐝 …', 10);
  check('', '');
});

test('hostile text takes no time', () => {
  for (const piece of ['[[', '![[', '[a](', '<a ', '<!--', '*a', '**', '`', '](', '> ', '- ', '\n', 'a. A'])
    plainWords(piece.repeat(100_000));
});
