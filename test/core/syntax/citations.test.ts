import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationsIn } from '../../../server/core/syntax/citations.ts';
import { datedItemsIn } from '../../../server/core/syntax/datedItems.ts';
import { type Paper, paperName, papersIn } from '../../../server/core/syntax/papers.ts';

/** What a text cites, as `words → address`; `isList` where an id may stand without the word. */
const cited = (text: string, isList = false): string[] =>
  citationsIn(text, isList ? [{ start: 0, end: text.length }] : []).map(
    ({ start, end, url }) => `${text.slice(start, end)} → ${url}`,
  );

/** The same, where all of them are at arxiv.org. */
const ids = (text: string, isList = false): string[] =>
  cited(text, isList).map((each) => each.replace(' → https://arxiv.org/abs/', ' → '));

test('ids of papers, new and old', () => {
  assert.deepEqual(ids('So arXiv:2305.12345, arXiv: 2305.1234v2 and arxiv 1201.00001.'), [
    'arXiv:2305.12345 → 2305.12345',
    'arXiv: 2305.1234v2 → 2305.1234v2',
    'arxiv 1201.00001 → 1201.00001',
  ]);
  assert.deepEqual(ids('arXiv:math.GT/0309136, arXiv:hep-th/9901001v1, arXiv:cs/0101001'), [
    'arXiv:math.GT/0309136 → math.GT/0309136',
    'arXiv:hep-th/9901001v1 → hep-th/9901001v1',
    'arXiv:cs/0101001 → cs/0101001',
  ]);
  assert.deepEqual(ids('arXiv (2305.12345)'), ['2305.12345 → 2305.12345'], 'in parentheses the id alone');
});

test('what is no id of a paper', () => {
  for (const text of [
    'arXiv:2313.12345',
    'arXiv:2300.12345',
    'arXiv:2305.123',
    'arXiv:2305.123456',
    'arXiv:2305.12345.6',
    'arXiv:2305.12345v1234',
    'arXiv:2305.12345x',
    'arXiv:2305.12345/a',
    'myarXiv:2305.12345',
    'my-arXiv:2305.12345',
    'arXiv  2305.12345',
    'arXiv math.GT/0309136',
    'arXiv:math.GT/030913',
    'arXiv2305.12345',
    '(2305.12345)',
  ])
    assert.deepEqual(ids(text), [], text);
});

test('where papers are listed an id in parentheses needs no word', () => {
  assert.deepEqual(ids('Mud (2305.12345), clay (2305.12345v2), 2305.12346, (2313.12345)', true), [
    '2305.12345 → 2305.12345',
    '2305.12345v2 → 2305.12345v2',
  ]);
  assert.deepEqual(ids('arXiv (2305.12345)', true), ['2305.12345 → 2305.12345'], 'once');
});

test('works by their DOI', () => {
  assert.deepEqual(cited('So doi:10.1000/182, DOI: 10.12345/a.b-c(1)_d;e and (doi:10.1000/x).'), [
    'doi:10.1000/182 → https://doi.org/10.1000/182',
    'DOI: 10.12345/a.b-c(1)_d;e → https://doi.org/10.12345/a.b-c(1)_d;e',
    'doi:10.1000/x → https://doi.org/10.1000/x',
  ]);
  for (const text of [
    'doi:10.1000/',
    'doi:10.100/1',
    'doi:11.1000/1',
    'mydoi:10.1000/1',
    'doi 10.1000/1',
    'doi:10.1000/.',
  ])
    assert.deepEqual(cited(text), [], text);
});

test('addresses with https and a host of plain letters, without the marks of the sentence around', () => {
  assert.deepEqual(cited('See https://example.org/mud_(clay)), https://a.b:80?x=1#y! and https://example.org.'), [
    'https://example.org/mud_(clay) → https://example.org/mud_(clay)',
    'https://a.b:80?x=1#y → https://a.b:80?x=1#y',
    'https://example.org → https://example.org',
  ]);
  assert.deepEqual(cited('http://example.org/mud and https://exämple.org/ and https://-a/ and https://a:123456/'), []);
  assert.deepEqual(cited('https://doi.org/10.1000/arXiv:2305.12345'), [
    'https://doi.org/10.1000/arXiv:2305.12345 → https://doi.org/10.1000/arXiv:2305.12345',
  ]);
});

test('papers: what they are called, and the month that their id says', () => {
  const papers = (text: string, isList = false): string[] =>
    papersIn(text, { start: 0, end: text.length }, isList).map(
      (paper: Paper) => `${text.slice(paper.span.start, paper.span.end)} → ${paperName(paper)} ${paper.month ?? '–'}`,
    );
  assert.deepEqual(papers('arXiv:2305.12345v2, doi:10.1000/182, https://example.org/mud'), [
    'arXiv:2305.12345v2 → arXiv:2305.12345v2 2023-05',
    'doi:10.1000/182 → doi:10.1000/182 –',
  ]);
  assert.deepEqual(papers('https://arxiv.org/pdf/2305.12345v1.pdf https://www.arxiv.org/html/2305.12345?x'), [
    'https://arxiv.org/pdf/2305.12345v1.pdf → arXiv:2305.12345v1 2023-05',
  ]);
  assert.deepEqual(papers('https://arxiv.org/abs/about https://arxiv.org/list/2305.12345'), []);
  assert.deepEqual(papers('https://dx.doi.org/10.1000/182 https://doi.org/11.1/2'), [
    'https://dx.doi.org/10.1000/182 → doi:10.1000/182 –',
  ]);
  assert.deepEqual(papers('arXiv:cond-mat/9101001, arXiv:math.GT/9012001, arXiv:math.GT/0309136'), [
    'arXiv:cond-mat/9101001 → arXiv:cond-mat/9101001 1991-01',
    'arXiv:math.GT/9012001 → arXiv:math.GT/9012001 2090-12',
    'arXiv:math.GT/0309136 → arXiv:math.GT/0309136 2003-09',
  ]);
  assert.deepEqual(papers('[arXiv:2305.12345](https://arxiv.org/abs/2305.12345)'), [
    'https://arxiv.org/abs/2305.12345 → arXiv:2305.12345 2023-05',
  ]);
  assert.deepEqual(papers('[arXiv:2305.12345](https://arxiv.org/abs/2305.12346)').length, 2);
  assert.deepEqual(papers('arXiv:2305.12345 https://arxiv.org/abs/2305.12345').length, 2);
  assert.deepEqual(papers('Mud (2305.12345)', true), ['2305.12345 → arXiv:2305.12345 2023-05']);
  assert.deepEqual(papers('Mud (2305.12345)'), []);
});

test('papers in a part of a text', () => {
  const text = 'arXiv:2305.12345 (2306.12345) (2307.12345)';
  assert.deepEqual(
    papersIn(text, { start: 17, end: 29 }, true).map(({ span, url }) => `${text.slice(span.start, span.end)} ${url}`),
    ['2306.12345 https://arxiv.org/abs/2306.12345'],
  );
});

test('items of a list with a date; a line that is indented goes on with one', () => {
  const text = [
    'It was in May 2023:',
    '• Clay holds water (2025-05,',
    '  2025-06) for weeks',
    'and more in July 2026',
    '  than in August 2026',
    '- Mud does not',
    '',
    '> + Rain (2024-01) ',
    '\t so',
    '-no item of 2025-01',
    '* Fog – Q1 2024',
    '',
    '  and so on (2024-04)',
  ].join('\r\n');
  assert.deepEqual(
    datedItemsIn(text, { start: 0, end: text.length }).map(({ span, text: words, month, dated }) => {
      assert.equal(words, text.slice(span.start, span.end).replace(/\s+/g, ' '));
      return `${month}: ${words.slice(0, words.length)} | ${text.slice(dated, span.end).replace(/\s+/g, ' ')}`;
    }),
    [
      '2025-06: Clay holds water (2025-05, 2025-06) for weeks | ) for weeks',
      '2024-01: Rain (2024-01) so | ) so',
      '2024-04: Fog – Q1 2024 and so on (2024-04) | )',
    ],
  );
});

test('an item goes on over several lines; what is indented without one is none', () => {
  const words = (text: string): string[] => datedItemsIn(text, { start: 0, end: text.length }).map((each) => each.text);
  assert.deepEqual(words('-   Mud\n  sticks\n\tto boots\n    (2025-06)'), ['Mud sticks to boots (2025-06)']);
  assert.deepEqual(words('  in May 2025\n  and so on'), []);
  assert.deepEqual(words('Rain - mud in May 2025\n- fog in May 2024'), ['fog in May 2024']);
  assert.deepEqual(words('- fog\nin May 2024\n  and May 2025'), [], 'a line at the margin ends it');
});
