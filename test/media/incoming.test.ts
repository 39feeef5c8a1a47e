import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { incoming } from '../../media/graph/incoming.ts';
import type { Atlas, AtlasChange } from '../../server/protocol.ts';
import { forged } from './forged.ts';
import { graph } from './graphs.ts';

const bytes = (...of: number[]): string => btoa(String.fromCharCode(...of));
const words = (...of: number[]): string => bytes(...new Uint8Array(new Uint32Array(of).buffer));

const atlas: Atlas = {
  type: 'atlas',
  number: 1,
  nodes: {
    ids: ['a.md', 'missing:B'],
    titles: ['A', 'B'],
    kinds: bytes(0, 3),
    tagNames: ['x'],
    tagStarts: words(0, 1, 1),
    tags: words(0),
    x: words(0, 0),
    y: words(0, 0),
    groups: words(0, 0),
  },
  edges: { sources: words(0), targets: words(1), roles: bytes(0), counts: bytes(1, 0) },
  groups: { parents: words(0xffffffff), x: words(0), y: words(0), radii: words(0) },
};
const change: AtlasChange = {
  type: 'change',
  since: 1,
  number: 2,
  gone: words(1),
  changed: words(0),
  nodes: {
    ids: ['a.md'],
    titles: ['A'],
    kinds: bytes(0),
    tagNames: [],
    tagStarts: words(0, 0),
    tags: '',
    x: words(0),
    y: words(0),
    groups: words(0),
  },
  rewritten: words(0),
  edges: { sources: '', targets: '', roles: '', counts: '' },
};

const sentence = {
  source: 'a.md',
  target: 'b.md',
  role: 'body',
  sentence: 'See B.',
  highlight: [4, 5],
  uri: 'file:///a.md',
  range: { start: { line: 0, character: 4 }, end: { line: 0, character: 5 } },
};

test('what has the shape of a message of ours comes through', () => {
  const messages: unknown[] = [
    { type: 'remembered', state: { any: 'thing' }, views: [{ name: 'Mine', state: {} }], map: true },
    { type: 'views', views: [] },
    { type: 'show', graph: graph('A', 'A → B'), depth: 2, pinned: false },
    { type: 'atlas', atlas, focus: 'a.md', pinned: false },
    { type: 'atlas', atlas: change, focus: null, pinned: true },
    { type: 'stand', focus: null, pinned: false },
    { type: 'empty', message: 'Nothing.' },
    { type: 'details', id: 'a.md', details: { description: null, tags: ['x'] } },
    { type: 'details', id: 'a.md', details: null },
    { type: 'sentences', id: 'a.md', sentences: [sentence] },
    { type: 'found', query: 'b', hits: [{ id: 'b.md', title: 'B', kind: 'note' }] },
    { type: 'expanded', id: 'A', graph: graph('A', 'A → B') },
    { type: 'said', message: 'Done.' },
  ];
  for (const message of messages) assert.deepEqual(incoming(message), message);
});

test('a graph comes through as far as it can be drawn: no edge without its ends, no node twice', () => {
  const drawn = graph('A', 'A → B');
  const [a, b] = drawn.nodes;
  const loop = { ...drawn.edges[0]!, target: 'A' };
  const loose = { ...drawn.edges[0]!, target: 'C' };
  const message = {
    type: 'show',
    graph: { ...drawn, focus: 'gone', nodes: [a, b, a], edges: [...drawn.edges, loop, loose] },
    depth: 9,
    pinned: false,
  };
  assert.deepEqual(incoming(message), { type: 'show', graph: { ...drawn, focus: null }, depth: 5, pinned: false });
});

test('an atlas whose columns do not agree is none', () => {
  const broken: unknown[] = [
    { ...atlas, number: -1 },
    { ...atlas, groups: undefined },
    { ...atlas, nodes: { ...atlas.nodes, titles: ['A'] } },
    { ...atlas, nodes: { ...atlas.nodes, kinds: bytes(0) } },
    { ...atlas, nodes: { ...atlas.nodes, x: words(0) } },
    { ...atlas, nodes: { ...atlas.nodes, tagStarts: words(0, 1) } },
    { ...atlas, edges: { ...atlas.edges, counts: bytes(1) } },
    { ...atlas, edges: { ...atlas.edges, targets: [1] } },
    { ...atlas, groups: { ...atlas.groups, radii: '' } },
    { ...change, changed: words(0, 1) },
    { ...change, since: 'first' },
  ];
  for (const each of broken)
    assert.equal(incoming({ type: 'atlas', atlas: each, focus: null, pinned: false }), undefined);
});

test('ten thousand forged messages: nothing is thrown, and what comes through is exactly a message', () => {
  fc.assert(
    fc.property(forged, (value) => {
      const read = incoming(value);
      if (read === undefined) return;
      // What came through once comes through again, and the same: nothing else is in it.
      assert.deepEqual(incoming(read), read);
      assert.equal(read.type, (value as { type: unknown }).type);
    }),
    { numRuns: 10_000 },
  );
});
