import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentenceAround } from '../../../server/core/index.ts';

/** What is between ‹ and › is the place; of `expected` it is what is highlighted. */
function check(text: string, expected: string, longest?: number): void {
  const start = text.indexOf('‹');
  const end = text.indexOf('›') - 1;
  const { text: shown, highlight } = sentenceAround(text.replace(/[‹›]/g, ''), { start, end }, longest);
  assert.equal(
    `${shown.slice(0, highlight.start)}‹${shown.slice(highlight.start, highlight.end)}›${shown.slice(highlight.end)}`,
    expected,
  );
}

test('from the end of the sentence before to its own', () => {
  check('It rains. So ‹Why does mud stick?› we ask. Nobody knows.', 'So ‹Why does mud stick?› we ask.');
  check('“It rains.” *So* ‹Mud sticks›.', '*So* ‹Mud sticks›.');
  check('It rains ‹Why does mud stick?›. That is all.', 'It rains ‹Why does mud stick?›.');
});

test('up to a blank line, a list item, or in a dense text the line', () => {
  check('It rains\n\nSo ‹mud› sticks\n\nand sticks', 'So ‹mud› sticks');
  check('Does it rain?\n- ‹Does mud stick?›\n- Does it snow?', '- ‹Does mud stick?›');
  check('It rains.\nSo ‹mud› sticks.\nIt snows.', 'So ‹mud› sticks.');
  check('It rains and\r\nso ‹mud›\r\nsticks', 'It rains and so ‹mud› sticks');
  check('> It rains and\n> so ‹mud\n> is› there', '> It rains and so ‹mud is› there');
});

test('a sentence ends before a capital; marks and quotes behind the point belong to it', () => {
  check(
    'It rains, e.g. so ‹mud› sticks, i.e. to boots. Snow does not.',
    'It rains, e.g. so ‹mud› sticks, i.e. to boots.',
  );
  check('It rains (a lot.) So ‹mud› sticks! “Snow” does not.', 'So ‹mud› sticks!');
  check('It rains.*  *So* ‹mud› sticks (so it does.)  (Snow does not.)', '*So* ‹mud› sticks (so it does.)');
  check('Does it rain? So ‹Why? Because it is wet.› we say… so', 'So ‹Why? Because it is wet.› we say… so');
});

test('what begins and ends a paragraph', () => {
  check('It rains\n \t\r\nSo ‹mud› sticks\n\t\nand sticks', 'So ‹mud› sticks');
  check('It rains.)* \r\nso ‹mud› sticks” and.”_ \r\nit snows', 'so ‹mud› sticks” and.”_');
  check('so ‹mud› sticks\n  * and snow', 'so ‹mud› sticks');
  check('so ‹mud› sticks\nand > snow', 'so ‹mud› sticks and > snow');
});

test('a long sentence is cut at words', () => {
  check(`${'on and '.repeat(9)}so ‹mud› sticks ${'and sticks '.repeat(9)}`, '… on and so ‹mud› …', 20);
  check(`${'x'.repeat(99)} ‹mud› ${'y'.repeat(99)}`, '… ‹mud› …', 20);
  check('‹mud and rain and snow› so it is', '‹mud and rain and snow› …', 5);
});

test('no cut goes through a character', () => {
  for (let longest = 3; longest < 30; longest++) {
    const text = `${'🐝'.repeat(20)}mud${'🐝'.repeat(20)}`;
    const shown = sentenceAround(text, { start: 40, end: 43 }, longest).text;
    assert.doesNotMatch(shown, /\p{Surrogate}/u);
  }
});

test('a paragraph ends where a line ends with a point, whatever the line end', () => {
  check('so ‹mud› sticks. \nit snows', 'so ‹mud› sticks.');
  check('so ‹mud› sticks.\nit snows', 'so ‹mud› sticks.');
  check('so ‹mud› sticks.\r\nit snows', 'so ‹mud› sticks.');
  check('so ‹mud› sticks\n\nit? snows', 'so ‹mud› sticks');
});

test('cuts at the ends of words that touch the place', () => {
  check(`${'x'.repeat(30)} (‹mud›) ${'y'.repeat(30)}`, '… (‹mud›) …', 20);
  check(`${'x'.repeat(30)}‹mud›${'y'.repeat(30)}`, '… xxxxxxxx‹mud›yyyyy …', 16);
  check(`a ${'x'.repeat(30)}‹mud› so`, '… xxxxxxxx‹mud› so', 16);
});
