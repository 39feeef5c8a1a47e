import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromPage } from '../../client/corpus/fromPage.ts';
import { incoming } from '../../media/corpus/incoming.ts';
import { disagreementWords, grouped, share, usesWords, wantedWords } from '../../media/corpus/words.ts';
import type { CorpusStats } from '../../server/protocol.ts';

const tally = { resolved: 3, dangling: 1, ambiguous: 0 };
const none = { total: 0, first: [] };
const mud = { uri: 'file:///mud.md', path: 'mud.md', title: 'Why <b>mud</b> sticks', kind: 'note' as const };
const stats: CorpusStats = {
  folder: 'file:///',
  documents: 1,
  kinds: { note: 1, inquiry: 0, page: 0 },
  layouts: { spaced: 0, dense: 0, markdown: 1 },
  references: 4,
  forms: { mention: tally, wikilink: tally, link: tally, entry: tally },
  roles: {
    body: tally,
    sources: tally,
    'used-by': tally,
    related: tally,
    papers: tally,
    prompt: tally,
    next: tally,
    'original-title': tally,
  },
  mostUsed: { total: 7, first: [{ ...mud, inquiries: 1, notes: 0 }] },
  orphans: { total: 1, first: [mud] },
  unused: none,
  missing: { total: 1, first: [{ title: 'Gone', inquiries: 1, documents: 1, places: 2 }] },
  disagreeing: none,
};

test('the page shows what has the shape of a message of ours, and nothing else', () => {
  const message = { type: 'show', corpora: [{ name: 'soil', stats }] };
  assert.deepEqual(incoming(message), message);
  assert.deepEqual(incoming({ type: 'empty', message: 'Nothing.', more: 1 }), { type: 'empty', message: 'Nothing.' });
  const broken: unknown[] = [
    undefined,
    7,
    {},
    { type: 'empty' },
    { type: 'show' },
    { type: 'show', corpora: {} },
    { type: 'show', corpora: [{ name: 'soil' }] },
    ...[
      { documents: -1 },
      { references: '4' },
      { kinds: { note: 'many' } },
      { forms: { mention: { resolved: 1 } } },
      { orphans: undefined },
      { orphans: { total: 1, first: [{ title: 'Without an address' }] } },
      { missing: { total: 1, first: [{}] } },
    ].map((change) => ({ type: 'show', corpora: [{ name: 'soil', stats: { ...stats, ...change } }] })),
  ];
  for (const each of broken) assert.equal(incoming(each), undefined, JSON.stringify(each));
});

test('the extension hears exactly what the page may say', () => {
  assert.deepEqual(fromPage({ type: 'ready', extra: 1 }), { type: 'ready' });
  assert.deepEqual(fromPage({ type: 'more' }), { type: 'more' });
  assert.deepEqual(fromPage({ type: 'open', uri: 'file:///a.md', beside: 'yes' }), {
    type: 'open',
    uri: 'file:///a.md',
    beside: false,
  });
  assert.deepEqual(fromPage({ type: 'create', corpus: 'c', title: 't' }), { type: 'create', corpus: 'c', title: 't' });
  for (const each of [undefined, null, 'ready', {}, { type: 'open' }, { type: 'graph', corpus: 'c' }, { type: 'run' }])
    assert.equal(fromPage(each), undefined, JSON.stringify(each));
});

test('words', () => {
  assert.equal(grouped(1234567), '1,234,567');
  assert.equal(usesWords(1, 0), '1 inquiring line');
  assert.equal(usesWords(2, 1), '2 inquiring lines · 1 note');
  assert.equal(wantedWords(0, 1), '1 place');
  assert.equal(wantedWords(1, 1200), '1 inquiring line · 1,200 places');
  const codes = [
    { code: 'unlisted-source', count: 2 },
    { code: 'lost-title', count: 1 },
    { code: 'new-code', count: 3 },
  ];
  assert.equal(disagreementWords(codes), '2 notes named and not listed · 1 source without a title · 3 new-code');
});

test('bars: what is there at all is seen, and all of it is all', () => {
  assert.deepEqual([share(0, 10), share(1, 100_000), share(1, 3), share(3, 3), share(0, 0)], [0, 0.5, 33.3, 100, 0]);
});
