import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkTo } from '../../media/graph/alone/linkTo.ts';
import { readMemory, standingIn, withView } from '../../media/graph/alone/memory.ts';
import { onlyOwn } from '../../media/graph/alone/onlyOwn.ts';
import { readPage, type Written } from '../../media/graph/alone/read.ts';
import { detailsOf, sentencesOf } from '../../media/graph/alone/say.ts';
import { around } from '../../media/graph/map/nearby.ts';
import { atOnce } from '../../media/graph/map/slices.ts';
import { type GraphFilter, graph, neighbourhood } from '../../server/core/index.ts';
import { pageData } from '../../server/host/cli/htmlData.ts';
import { readFixture, snapshotOf } from '../fixture.ts';

// What `note-corpus graph --format html` writes into a page, and what the page makes of it.

const SOIL = `
=== bog/mud.md
---
tags: [Soil/Clay]
---
# Why mud sticks
It is the *clay*. See [[Wet boots]], and [[Deep puddles]].
## Related concepts in this collection
- [[Deep puddles]]
  They are deep.
  grounds: one has to stand
=== bog/boots.md
# Wet boots
They are as wet as [[Why mud sticks]] says. #boots
=== rain.md
---
kind: inquiry
---
# Does it rain?
As [[Wet boots]] show.
## Sources 1 note
- [[Wet boots]]
=== sun.md
# Sun
`;

const snapshot = snapshotOf(readFixture(SOIL).files);
const page = pageData(snapshot, graph(snapshot), { corpus: 'soil', focus: null, depth: 1 });
const read = (of: typeof page): Written => atOnce(readPage(of))!;
const { whole, relations } = read(page);

const FILTERS: readonly GraphFilter[] = [
  {},
  { kinds: ['inquiry', 'missing'] },
  { roles: ['body'] },
  { roles: [] },
  { folder: 'bog' },
  { tag: 'soil' },
  { orphans: 'hidden' },
  { orphans: 'alone', roles: ['sources'] },
];

test('the page cuts out a neighbourhood as the server does', () => {
  for (const filter of FILTERS) {
    for (const focus of [null, 'bog/mud.md', 'rain.md', 'missing:Deep puddles', 'sun.md', 'gone.md']) {
      for (const [depth, limit] of [
        [1, 9],
        [2, 9],
        [2, 2],
      ] as const) {
        const { nodes, edges, ...rest } = neighbourhood(snapshot, focus, depth, limit, filter);
        assert.deepEqual(
          around(whole, focus, depth, limit, filter, relations),
          { ...rest, nodes: nodes.map(({ path, ...node }) => ({ ...node, uri: path })), edges },
          JSON.stringify([filter, focus, depth, limit]),
        );
      }
    }
  }
});

test('the page says what it was told of its nodes', () => {
  assert.deepEqual(detailsOf(read(page), 'bog/mud.md'), {
    description: 'It is the clay. See Wet boots, and Deep puddles.',
    tags: ['Soil/Clay'],
  });
  assert.deepEqual(detailsOf(read(page), 'sun.md'), { description: null, tags: [] });
  assert.equal(detailsOf(read(page), 'gone.md'), null);
});

const others = ['bog/mud.md', 'rain.md', 'missing:Deep puddles', 'gone.md'];
const said = (of: typeof page, id: string): string[] =>
  sentencesOf(read(of), id, others).map(({ source, target, role, sentence, highlight: [start, end] }) => {
    return `${source} → ${target} ${role}: ${sentence.slice(0, start)}‹${sentence.slice(start, end)}›${sentence.slice(end)}`;
  });

test('the page says the sentences between nodes; those of relations where it was told no others', () => {
  assert.deepEqual(said(page, 'bog/boots.md'), [
    'bog/boots.md → bog/mud.md body: They are as wet as ‹[[Why mud sticks]]› says. #boots',
    'bog/mud.md → bog/boots.md body: See ‹[[Wet boots]]›, and [[Deep puddles]].',
    'rain.md → bog/boots.md body: As ‹[[Wet boots]]› show.',
  ]);
  assert.deepEqual(said({ ...page, sentences: null }, 'bog/mud.md'), [
    'bog/mud.md → missing:Deep puddles related: ‹›grounds: one has to stand',
  ]);
  assert.deepEqual(said(page, 'gone.md'), []);
});

test('a page of an empty corpus is read, and one that is spoilt is not', () => {
  const none = snapshotOf(new Map());
  const empty = read(pageData(none, graph(none), { corpus: 'none', focus: null, depth: 1 }));
  assert.deepEqual(around(empty.whole, null, 1, 9, {}), { focus: null, nodes: [], edges: [], omitted: 0 });
  const { relations, sentences } = page;
  for (const spoilt of [
    { ...page, atlas: { ...page.atlas, groups: page.atlas.edges } },
    { ...page, relations: { ...relations, edges: 'AAA' } },
    { ...page, relations: { ...relations, sentences: [] } },
    { ...page, sentences: { ...sentences, texts: null } },
    {},
  ]) {
    assert.equal(atOnce(readPage(spoilt as unknown as typeof page)), undefined);
  }
});

test('what was remembered is taken as far as it can be read', () => {
  assert.deepEqual(readMemory(null), { state: null, views: [] });
  assert.deepEqual(readMemory('x'), { state: null, views: [] });
  assert.deepEqual(readMemory({ state: 1, views: [{ name: 'a', state: 2 }, { name: 3 }, null] }), {
    state: 1,
    views: [{ name: 'a', state: 2 }],
  });
  assert.deepEqual(standingIn({ walk: [{ id: 'a' }, { id: 'b' }], depth: 2 }), { id: 'b', depth: 2 });
  for (const state of [null, 7, {}, { walk: [null], depth: 9 }, { walk: 'a', depth: '2' }])
    assert.deepEqual(standingIn(state), {});
  assert.deepEqual(
    withView(
      [
        { name: 'a', state: 1 },
        { name: 'b', state: 2 },
      ],
      { name: 'a', state: 3 },
    ),
    [
      { name: 'b', state: 2 },
      { name: 'a', state: 3 },
    ],
  );
});

test('a link leads to a file beside the page, whatever it is called', () => {
  assert.equal(linkTo('bog/why #1?.md'), './bog/why%20%231%3F.md');
  assert.equal(linkTo('javascript:alert(1).md'), './javascript%3Aalert(1).md');
});

test('messages of other pages do not get through: of who opened it, or who shows it in a frame', () => {
  const page = new EventTarget();
  onlyOwn(page as never);
  const heard: unknown[] = [];
  page.addEventListener('message', (event) => heard.push((event as MessageEvent).data));
  for (const [data, source] of [
    ['own', page],
    ['of another', new EventTarget()],
    ['of nobody', null],
  ] as const)
    page.dispatchEvent(Object.assign(new Event('message'), { data, source }));
  assert.deepEqual(heard, ['own']);
});
