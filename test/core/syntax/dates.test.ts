import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datesIn, isMonth, monthOf, monthsBetween, newestOf } from '../../../server/core/syntax/dates.ts';
import { papersIn } from '../../../server/core/syntax/papers.ts';

/** The dates in a text, as `words → month`. */
const dates = (text: string): string[] =>
  datesIn(text, { start: 0, end: text.length }).map(({ start, end, month }) => `${text.slice(start, end)} → ${month}`);

test('months by digits, by name, by quarter', () => {
  assert.deepEqual(dates('So it was (2025-06, 2025-10), and on 2024-02-29 once more.'), [
    '2025-06 → 2025-06',
    '2025-10 → 2025-10',
    '2024-02-29 → 2024-02',
  ]);
  assert.deepEqual(dates('Jun 2025, June 2025, Sept. 2024, sep 2024, May 14, 2023, JANUARY 2022'), [
    'Jun 2025 → 2025-06',
    'June 2025 → 2025-06',
    'Sept. 2024 → 2024-09',
    'sep 2024 → 2024-09',
    'May 14, 2023 → 2023-05',
    'JANUARY 2022 → 2022-01',
  ]);
  assert.deepEqual(dates('2025-Q4, 2025 Q1, Q2 2024'), ['2025-Q4 → 2025-12', '2025 Q1 → 2025-03', 'Q2 2024 → 2024-06']);
});

test('ranges and parts of a year: as late as they may be', () => {
  assert.deepEqual(dates('2025–early 2026'), ['early 2026 → 2026-04']);
  assert.deepEqual(dates('(2025–early 2026)'), ['2025 → 2025-12', 'early 2026 → 2026-04']);
  assert.deepEqual(dates('Jan–Oct 2025, late 2024, mid-2023'), [
    'Oct 2025 → 2025-10',
    'late 2024 → 2024-12',
    'mid-2023 → 2023-08',
  ]);
  assert.deepEqual(dates('(2024) and (2021, 2023), (2019-2020)'), [
    '2024 → 2024-12',
    '2021 → 2021-12',
    '2023 → 2023-12',
    '2019 → 2019-12',
    '2020 → 2020-12',
  ]);
});

test('what is no date', () => {
  for (const text of [
    '2025-13',
    '2025-00',
    'arXiv:2025-06',
    'https://example.org/2025-06/mud',
    '12025-06',
    '2025-065',
    'in 2025 grains',
    'the maydays 2025x',
    'v2025-06',
    '2025-Q5',
    'dismay 2025',
  ])
    assert.deepEqual(dates(text), [], text);
});

test('months between two', () => {
  assert.equal(monthsBetween('2024-11', '2026-02'), 15);
  assert.equal(monthsBetween('2026-02', '2024-11'), -15);
});

test('papers: their ids without versions, and the months that these say', () => {
  const papers = (text: string, isList = false): string[] =>
    papersIn(text, { start: 0, end: text.length }, isList).map(({ span, kind, id, version, month, url }) =>
      [text.slice(span.start, span.end), kind, id, version ?? '', month ?? '', url].join(' | '),
    );
  assert.deepEqual(papers('See arXiv:2305.12345v2 and arXiv:math.GT/0309136, arXiv:cond-mat/9901001; (2305.12345).'), [
    'arXiv:2305.12345v2 | arXiv | 2305.12345 | 2 | 2023-05 | https://arxiv.org/abs/2305.12345v2',
    'arXiv:math.GT/0309136 | arXiv | math.GT/0309136 |  | 2003-09 | https://arxiv.org/abs/math.GT/0309136',
    'arXiv:cond-mat/9901001 | arXiv | cond-mat/9901001 |  | 1999-01 | https://arxiv.org/abs/cond-mat/9901001',
  ]);
  assert.deepEqual(papers('Plates at rest (2305.12345)', true), [
    '2305.12345 | arXiv | 2305.12345 |  | 2023-05 | https://arxiv.org/abs/2305.12345',
  ]);
  assert.deepEqual(papers('https://arxiv.org/pdf/2305.12345v3.pdf, https://doi.org/10.1000/182, doi:10.1000/183.'), [
    'https://arxiv.org/pdf/2305.12345v3.pdf | arXiv | 2305.12345 | 3 | 2023-05 | https://arxiv.org/pdf/2305.12345v3.pdf',
    'https://doi.org/10.1000/182 | doi | 10.1000/182 |  |  | https://doi.org/10.1000/182',
    'doi:10.1000/183 | doi | 10.1000/183 |  |  | https://doi.org/10.1000/183',
  ]);
  assert.deepEqual(papers('https://arxiv.org/abs/about https://arxiv.org/list/cs https://example.org'), []);
  assert.deepEqual(papers('[arXiv:2305.12345](https://arxiv.org/abs/2305.12345)'), [
    'https://arxiv.org/abs/2305.12345 | arXiv | 2305.12345 |  | 2023-05 | https://arxiv.org/abs/2305.12345',
  ]);
});

test('a month as it is written here', () => {
  for (const month of ['2024-01', '2024-09', '2024-10', '2024-12', '0001-12']) assert.ok(isMonth(month), month);
  for (const other of ['2024-00', '2024-13', '2024-1', '2024-01-05', ' 2024-01', '24-01', '2024', ''])
    assert.ok(!isMonth(other), other);
  assert.equal(monthOf(2024, 1), '2024-01');
  assert.equal(monthOf(24, 12), '0024-12');
  for (const month of [0, 13, Number.NaN]) assert.equal(monthOf(2024, month), undefined);
});

test('how far months lie apart, and the latest of some', () => {
  assert.equal(monthsBetween('2024-01', '2024-12'), 11);
  assert.equal(monthsBetween('2023-11', '2024-02'), 3);
  assert.equal(monthsBetween('2024-02', '2023-11'), -3);
  assert.equal(newestOf(['2023-11', '2024-02', '2024-01']), '2024-02');
  assert.equal(newestOf([]), undefined);
});

test('every month, long and short', () => {
  const names = [
    'January Jan',
    'February Feb',
    'March Mar',
    'April Apr',
    'May May',
    'June Jun',
    'July Jul',
    'August Aug',
    'September Sept Sep',
    'October Oct',
    'November Nov',
    'December Dec',
  ];
  const months = names.map((each) =>
    each.split(' ').map((name) => dates(`${name} 2025`).map((date) => date.replace(/.* → /, ''))),
  );
  const expected = names.map((each, at) => each.split(' ').map(() => [`2025-${String(at + 1).padStart(2, '0')}`]));
  assert.deepEqual(months, expected);
});

test('dates in a part of a text, one right behind the other', () => {
  const text = 'May 2023 (2024,2025-06) June 2026';
  const found = datesIn(text, { start: 9, end: 23 });
  assert.deepEqual(
    found.map(({ start, end, month }) => `${text.slice(start, end)} ${month}`),
    ['2024 2024-12', '2025-06 2025-06'],
  );
  assert.equal(newestOf(['2025-06', '2024-12', '2025-06']), '2025-06');
  assert.equal(newestOf([]), undefined);
});
