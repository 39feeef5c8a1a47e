import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edited, inTextOrder } from '../../../server/core/edits/edits.ts';
import { countAfter, countEdit } from '../../../server/core/edits/lists/count.ts';
import { lineStart, unitsOf } from '../../../server/core/edits/lists/units.ts';
import { listEdits, listIn, type Wanted } from '../../../server/core/edits/lists/writeList.ts';
import { summarize } from '../../../server/core/syntax/summarize.ts';
import type { Section, Summary } from '../../../server/core/syntax/summary.ts';

// Lists in texts, written entry by entry, straight at what writes them.

function listOf(text: string, path: string): { summary: Summary; section: Section } {
  const summary = summarize(path, text)!;
  const section = summary.sections.find(({ entries, declared }) => entries.length > 0 || declared)!;
  return { summary, section };
}

/** The text when its list holds what is wanted: an entry by its number, a new one as written. Undefined where that cannot be. */
function withList(text: string, wanted: readonly Wanted[], path: string): string | undefined {
  const { summary, section } = listOf(text, path);
  const edits = listEdits(listIn(text, summary.layout, section), wanted);
  return edits && edited(text, inTextOrder(edits));
}

const MARKDOWN = (...items: readonly string[]): string =>
  `---\nkind: inquiry\n---\n# Is it wet?\n\nSo.\n\n## Sources 9 notes\n\n${items.join('\n')}\n\n## Next inquiring lines\n\n- [[Why so?]]\n`;
const markdown = (text: string, ...wanted: readonly Wanted[]): string | undefined => withList(text, wanted, 'a.md');

const [A, B, C] = ['- [[A]] — one.', '- [[B]] — two.', '- [[C]] — three.'] as const;
const ABC = MARKDOWN(A, B, C);

test('Markdown: entries go, each with its line', () => {
  assert.equal(markdown(ABC, 0, 1, 2), ABC);
  assert.equal(markdown(ABC, 1, 2), MARKDOWN(B, C));
  assert.equal(markdown(ABC, 0, 2), MARKDOWN(A, C));
  assert.equal(markdown(ABC, 0, 1), MARKDOWN(A, B));
  assert.equal(markdown(ABC, 1), MARKDOWN(B));
  assert.equal(markdown(ABC, 2), MARKDOWN(C));
  assert.equal(markdown(ABC), ABC.replace(`\n\n${A}\n${B}\n${C}`, ''));
});

test('Markdown: entries come, at the beginning, between and at the end', () => {
  assert.equal(markdown(ABC, '- x', 0, 1, 2), MARKDOWN('- x', A, B, C));
  assert.equal(markdown(ABC, '- x', '- y', 0, '- z', 1, 2), MARKDOWN('- x', '- y', A, '- z', B, C));
  assert.equal(markdown(ABC, 0, 1, 2, '- x', '- y'), MARKDOWN(A, B, C, '- x', '- y'));
  assert.equal(markdown(MARKDOWN(A), 0, '- x'), MARKDOWN(A, '- x'));
});

test('Markdown: some come while others go', () => {
  assert.equal(markdown(ABC, 0, '- x', 2), MARKDOWN(A, '- x', C));
  assert.equal(markdown(ABC, '- x', 2), MARKDOWN('- x', C));
  assert.equal(markdown(ABC, '- x', '- y'), MARKDOWN('- x', '- y'));
});

test('Markdown: another order is a list written anew', () => {
  assert.equal(markdown(ABC, 2, 0, 1), MARKDOWN(C, A, B));
  assert.equal(markdown(ABC, 1, '- x', 0, 2), MARKDOWN(B, '- x', A, C));
  assert.equal(markdown(ABC, 1, 0), MARKDOWN(B, A));
});

test('Markdown: the mark of the first item, and what stands between two items, are those of the rest', () => {
  const stars = MARKDOWN('* [[A]] — one.', '', '* [[B]] — two.');
  assert.equal(markdown(stars, 0, 1, '- x'), MARKDOWN('* [[A]] — one.', '', '* [[B]] — two.', '', '* x'));
  assert.equal(markdown(stars, 1, '- x', 0), MARKDOWN('* [[B]] — two.', '', '* x', '', '* [[A]] — one.'));
  const numbers = MARKDOWN('10) [[A]] — one.');
  assert.equal(markdown(numbers, 0, '- x'), MARKDOWN('10) [[A]] — one.', '10) x'));
  assert.equal(markdown(MARKDOWN('+ [[A]]'), '- x', 0), MARKDOWN('+ x', '+ [[A]]'));
});

test('Markdown: the line ends of the text', () => {
  const windows = (text: string | undefined): string | undefined => text?.replaceAll('\n', '\r\n');
  assert.equal(markdown(windows(ABC)!, 0, 1, 2, '- x\n  y'), windows(MARKDOWN(A, B, C, '- x\n  y')));
  assert.equal(markdown(windows(ABC)!, '- x\n  y', 1, 0, 2), windows(MARKDOWN('- x\n  y', B, A, C)));
});

test('words between entries stay, so entries around them neither go nor move', () => {
  const words = MARKDOWN(A, '', 'So much for that.', '', B, C);
  assert.equal(markdown(words, 0, 1, 2, '- x'), MARKDOWN(A, '', 'So much for that.', '', B, C, '- x'));
  assert.equal(markdown(words, 0, 1), MARKDOWN(A, '', 'So much for that.', '', B));
  assert.deepEqual(
    [[1, 2], [0, 2], [], [1, 0, 2], [0, 2, 1]].map((wanted) => markdown(words, ...wanted)),
    [undefined, undefined, undefined, undefined, undefined],
  );
});

const plain = (gap: string, ...entries: readonly string[]): string =>
  ['INQUIRING LINE', 'Is it wet?', 'So.', 'Sources 2 notes', ...entries, 'Next inquiring lines', 'Why so?', ''].join(
    gap,
  );

test('the plain layouts: an entry is a title and what is said below it', () => {
  for (const [gap, layout] of [
    ['\n', 'dense'],
    ['\n\n', 'spaced'],
  ] as const) {
    const [mud, rain] = [`Why does mud stick?${gap}Clay holds.`, `Why does it rain?${gap}Clouds.`];
    const both = plain(gap, mud, rain);
    assert.equal(listOf(both, 'a.txt').summary.layout, layout);
    const then = (...wanted: readonly Wanted[]): string | undefined => withList(both, wanted, 'a.txt');
    assert.equal(then(1), plain(gap, rain));
    assert.equal(then(0), plain(gap, mud));
    assert.equal(then(1, 0), plain(gap, rain, mud));
    assert.equal(then(0, 'Is it so?', 1), plain(gap, mud, 'Is it so?', rain));
    assert.equal(then(), plain(gap));
    assert.equal(then('Is it so?'), plain(gap, 'Is it so?'));
    assert.equal(withList(plain(gap), ['Is it so?'], 'a.txt'), plain(gap, 'Is it so?'));
    assert.equal(withList(plain(gap, mud), [0, 'Is it so?'], 'a.txt'), plain(gap, mud, 'Is it so?'));
  }
});

test('where entries begin: at their dash, also where it stands alone on the line above', () => {
  const units = (text: string, path: string): string[] => {
    const { section } = listOf(text, path);
    return unitsOf(text, section).map(({ start, end }) => text.slice(start, end));
  };
  assert.deepEqual(units(ABC, 'a.md'), [A, B, C]);
  const related = (...lines: readonly string[]): string =>
    ['INQUIRING LINE', 'Is it wet?', 'So.', 'Related concepts 2', ...lines, ''].join('\n\n');
  assert.deepEqual(units(related('-', 'Why does mud stick? so', '- ', 'Why does it rain?'), 'a.txt'), [
    '-\n\nWhy does mud stick? so',
    '- \n\nWhy does it rain?',
  ]);
  assert.deepEqual(units(related('- Why does mud stick?', 'Why does it rain?'), 'a.txt'), [
    '- Why does mud stick?\n\nWhy does it rain?',
  ]);
});

test('where a line starts, whatever ends the one before', () => {
  const text = 'ab\ncd\r\nef\rgh';
  assert.deepEqual(
    [0, 1, 2, 3, 5, 7, 8, 10, 12].map((offset) => lineStart(text, offset)),
    [0, 0, 0, 3, 3, 7, 7, 10, 10],
  );
});

test('the number of a heading: what was right is kept right, what lags behind is brought up, what says more is left', () => {
  const after = (declared: number | undefined, items: number, then: number, isWhole: boolean): number | undefined => {
    const { section } = listOf(ABC, 'a.md');
    const { declared: _, ...rest } = section;
    const number = declared === undefined ? {} : { declared: { span: section.declared!.span, count: declared } };
    return countAfter({ ...rest, ...number, items }, then, isWhole);
  };
  assert.equal(after(2, 2, 3, false), 3);
  assert.equal(after(2, 2, 1, false), 1);
  assert.equal(after(1, 3, 3, false), 3);
  assert.equal(after(3, 2, 3, false), undefined);
  assert.equal(after(4, 2, 3, false), undefined);
  assert.equal(after(3, 1, 4, false), 4);
  assert.equal(after(4, 2, 3, true), 3);
  assert.equal(after(2, 2, 2, true), undefined);
  assert.equal(after(undefined, 2, 3, true), undefined);
});

test('a number written into a heading, with its noun', () => {
  const withCount = (heading: string, count: number): string => {
    const text = ABC.replace('## Sources 9 notes', heading);
    const section = summarize('a.md', text)!.sections.find(({ role }) => role === 'sources')!;
    const after = edited(text, countEdit(text, section, count));
    return after.slice(section.heading.start).split('\n')[0]!;
  };
  assert.equal(withCount('## Sources 9 notes', 2), '## Sources 2 notes');
  assert.equal(withCount('## Sources 9 notes', 1), '## Sources 1 note');
  assert.equal(withCount('## Sources 1 note', 0), '## Sources 0 notes');
  assert.equal(withCount('## Sources 9  Notes', 2), '## Sources 2  Notes');
  assert.equal(withCount('## Sources 1 Note', 12), '## Sources 12 notes');
  assert.equal(withCount('## Sources 9', 1), '## Sources 1');
  assert.equal(withCount('## Sources', 1), '## Sources');
});
