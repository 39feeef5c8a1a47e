import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bookSections,
  booksOf,
  eachSource,
  hasLostTitle,
  hasSection,
  sameEntries,
} from '../../../server/core/index/books.ts';
import { summarize } from '../../../server/core/index.ts';

const LINE = `INQUIRING LINE

Is a boot a home for mud?

So it is.

Sources 2 notes

Why does mud stick?

It is clay.

How deep is a puddle?

Related concepts 1

Rain

It falls.
`;

const books = (text: string, path = 'a.txt'): Int32Array => booksOf(summarize(path, text)!);

test('what lists say, wherever they stand: the same entries with the same words', () => {
  const same = (text: string): boolean => sameEntries(books(LINE), books(text));
  assert.ok(same(LINE));
  assert.ok(same(LINE.replace('So it is.', 'So it is, and more.\n\nMuch more.')), 'another body');
  assert.ok(same(LINE.replace('It is clay.', ' It is  clay.')), 'other white space');
  assert.ok(!same(LINE.replace('It is clay.', 'It is rain.')), 'another summary');
  assert.ok(!same(LINE.replace('It is clay.\n\n', '')), 'no summary');
  assert.ok(!same(LINE.replace('puddle?', 'puddle?\n\nTo the knee.')), 'one summary more');
  assert.ok(!same(LINE.replace('How deep is a puddle?\n\n', '')), 'an entry less');
  assert.ok(!same(LINE.replace('Related concepts', 'Related papers')), 'another section');
  assert.ok(!same(LINE.replace('Sources 2', 'Sources 3').replace('Related concepts 1\n\nRain\n\nIt falls.\n', '')));
});

test('which sections there are, and with what', () => {
  const shown = (text: string): string[] =>
    bookSections(books(text)).map(
      ({ role, declared, entries }) =>
        `${role} ${declared?.count} ${text.slice(declared?.span.start, declared?.span.end)}: ${entries
          .map(({ span, summary, lost }) => {
            const said = summary ? text.slice(summary.start, summary.end) : 'nothing';
            return `${text.slice(span.start, span.end).split('\n')[0]} (${said}${lost ? ', lost' : ''})`;
          })
          .join(', ')}`,
    );
  assert.deepEqual(shown(LINE.split('Related')[0]!), [
    'sources 2 2: Why does mud stick? (It is clay.), How deep is a puddle? (nothing)',
  ]);
  assert.ok(hasSection(books(LINE), 'sources'));
  assert.ok(hasSection(books(LINE), 'related'));
  assert.ok(!hasSection(books(LINE), 'used-by'));
  assert.deepEqual(bookSections(books('# A\n', 'a.md')), []);
});

test('an entry that lost its title', () => {
  assert.ok(!hasLostTitle(books(LINE)));
  assert.ok(hasLostTitle(books('INQUIRING LINE\n\nIs it so?\n\nNo.\n\nSources 1 note\n\n-\nIt is clay.\n')));
  assert.ok(!hasLostTitle(books('# A\n', 'a.md')));
});

test('the sources with what is said of them', () => {
  const sources: string[] = [];
  eachSource(books(LINE), (reference, said) => sources.push(`${reference} ${said !== undefined}`));
  assert.deepEqual(sources, ['0 true', '1 false']);
});
