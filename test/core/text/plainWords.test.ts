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

test('what fits is not cut, to the unit', () => {
  check('Mud sticks to it', 'Mud sticks to it', 16);
  check('Mud sticks to its', 'Mud sticks to …', 16);
  check('Mud sticks. It does', 'Mud sticks. It does', 19);
  check('Mud sticks so. It holds.', 'Mud sticks so.', 14);
  check('Mud sticks so. It holds.', 'Mud sticks …', 13);
  check('It is so. It holds. It does.', 'It is so. It holds.', 19);
});

test('a first sentence that is too short for the room is not all that is shown', () => {
  check('It is. Mud sticks to boots of all kinds', 'It is. Mud sticks to …', 25);
  check('It is. Mud sticks to boots of all kinds', 'It is.', 24);
  check('Mud sticks.  “Snow does not, or so it is said', 'Mud sticks.', 30);
  check('Mud sticks. snow does not, or so it is said', 'Mud sticks. snow does not, …', 30);
});

test('long words are cut where the room ends', () => {
  check('x'.repeat(30), `${'x'.repeat(8)} …`, 10);
  check(`mud ${'x'.repeat(30)}`, `mud ${'x'.repeat(4)} …`, 10);
  check(`a${'🐝'.repeat(20)}`, 'a🐝🐝🐝 …', 10);
});

test('marks of all kinds', () => {
  check('Mud <!-- that nobody ends', 'Mud');
  check('<a href="mud.md">Mud</a> is', 'Mud is');
  check('![a picture](mud.png) Mud', 'Mud');
  check('##  Mud', 'Mud');
  check('-  Mud', 'Mud');
  check('12.  Mud', 'Mud');
  check('#mud is a tag', '#mud is a tag');
});
