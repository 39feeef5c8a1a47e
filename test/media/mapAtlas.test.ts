import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atOnce } from '../../media/graph/map/slices.ts';
import { type Whole, wholeOf } from '../../media/graph/map/whole.ts';
import type { Atlas, AtlasChange } from '../../server/protocol.ts';
import { column, madeUpAtlas } from '../bench/graph/atlases.ts';

const read = (atlas: Atlas | AtlasChange, before?: Whole): Whole | undefined => atOnce(wholeOf(atlas, before));
const u32 = (...numbers: number[]): string => column(Uint32Array.from(numbers));
const f32 = (...numbers: number[]): string => column(Float32Array.from(numbers));
const u8 = (...numbers: number[]): string => column(Uint8Array.from(numbers));

/** Three documents in two groups: A names B twice over and C, C names B. */
const small: Atlas = {
  type: 'atlas',
  number: 7,
  nodes: {
    ids: ['a.md', 'b.md', 'c.md'],
    titles: ['A', 'B', 'C'],
    kinds: u8(0, 1, 2),
    tagNames: ['x', 'y'],
    tagStarts: u32(0, 1, 1, 3),
    tags: u32(0, 1, 0),
    x: f32(0, 10, 20),
    y: f32(0, 0, 5),
    groups: u32(1, 1, 2),
  },
  edges: {
    sources: u32(0, 0, 0, 2),
    targets: u32(1, 1, 2, 1),
    roles: u8(0, 1, 0, 3),
    counts: column(Uint16Array.from([1, 2, 1, 1])),
  },
  groups: { parents: u32(0xffff_ffff, 0, 0), x: f32(10, 5, 20), y: f32(0, 0, 5), radii: f32(30, 8, 4) },
};

test('a graph is read: who uses whom, and who stands where', () => {
  const whole = read(small)!;
  assert.deepEqual([...whole.uses], [0, 2, 1]);
  assert.deepEqual([...whole.grouping.order], [0, 1, 2]);
  assert.deepEqual(
    [[...whole.grouping.starts], [...whole.grouping.ends]],
    [
      [0, 0, 2],
      [3, 2, 3],
    ],
  );
  assert.deepEqual([...whole.grouping.largest], [0, 1, 2]);
  assert.deepEqual(whole.shelves.tags, ['x', 'y']);
});

type Told = { readonly [part in 'nodes' | 'edges' | 'groups']: Record<string, unknown> };

const hostile: readonly [what: string, spoil: (atlas: Told) => unknown][] = [
  ['a column that is no base64', ({ nodes }) => (nodes['x'] = '§§§§')],
  ['a column that is no text', ({ nodes }) => (nodes['y'] = 12)],
  ['a column that is cut off', ({ nodes }) => (nodes['x'] = f32(0, 10))],
  ['half a number', ({ edges }) => (edges['sources'] = u8(1, 2, 3))],
  ['a kind that there is not', ({ nodes }) => (nodes['kinds'] = u8(0, 1, 9))],
  ['a role that there is not', ({ edges }) => (edges['roles'] = u8(0, 1, 2, 88))],
  ['a place that is nowhere', ({ nodes }) => (nodes['x'] = f32(0, Number.NaN, 1))],
  ['a place beyond all bounds', ({ nodes }) => (nodes['x'] = f32(0, 1e30, 1))],
  ['a group that there is not', ({ nodes }) => (nodes['groups'] = u32(1, 1, 3))],
  ['an edge to nowhere', ({ edges }) => (edges['targets'] = u32(1, 1, 3, 1))],
  ['fewer titles than documents', ({ nodes }) => (nodes['titles'] = ['A', 'B'])],
  ['a title that is no text', ({ nodes }) => (nodes['titles'] = ['A', 'B', null])],
  ['tags out of order', ({ nodes }) => (nodes['tagStarts'] = u32(0, 2, 1, 3))],
  ['a tag that there is not', ({ nodes }) => (nodes['tags'] = u32(0, 5, 0))],
  ['a parent that comes later', ({ groups }) => (groups['parents'] = u32(0xffff_ffff, 2, 0))],
  ['two groups that hold all', ({ groups }) => (groups['parents'] = u32(0xffff_ffff, 0xffff_ffff, 0))],
  ['no group at all', ({ groups }) => (groups['parents'] = '')],
  ['a radius below nothing', ({ groups }) => (groups['radii'] = f32(30, -8, 4))],
];

for (const [what, spoil] of hostile) {
  test(`${what} is refused`, () => {
    const atlas = structuredClone(small);
    spoil(atlas as unknown as Told);
    assert.equal(read(atlas), undefined);
  });
}

test('what is no graph at all is refused', () => {
  for (const odd of [{ type: 'atlas' }, { type: 'atlas', number: 1, nodes: null }, { type: 'change' }, { type: 'x' }])
    assert.equal(read(odd as unknown as Atlas), undefined);
});

/** What a whole says, without the numbers of nodes and the order of edges: by ids. */
function said(whole: Whole): unknown {
  const { nodes, edges, count, gone, uses } = whole;
  const documents = Array.from({ length: count }, (_, node) => node).filter((node) => !gone[node]);
  return {
    nodes: documents
      .map((node) => [
        nodes.ids[node],
        nodes.titles[node],
        nodes.kinds[node],
        nodes.x[node],
        nodes.groups[node],
        uses[node],
        Array.from(
          nodes.tags.subarray(nodes.tagStarts[node]!, nodes.tagStarts[node + 1]!),
          (tag) => nodes.tagNames[tag],
        ),
      ])
      .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
    edges: Array.from(edges.sources, (source, edge) =>
      [nodes.ids[source], nodes.ids[edges.targets[edge]!], edges.roles[edge], edges.counts[edge]].join(' '),
    ).sort(),
    members: [...whole.grouping.ends].map((end, group) => end - whole.grouping.starts[group]!),
  };
}

/** B is gone, A has another title and tag, and D is new: A names D, D names C. */
const change: AtlasChange = {
  type: 'change',
  since: 7,
  number: 8,
  gone: u32(1),
  changed: u32(0, 3),
  nodes: {
    ids: ['a.md', 'd.md'],
    titles: ['A, or not', 'D'],
    kinds: u8(0, 0),
    tagNames: ['z', 'x'],
    tagStarts: u32(0, 1, 2),
    tags: u32(0, 1),
    x: f32(1, 7),
    y: f32(0, 1),
    groups: u32(1, 2),
  },
  rewritten: u32(0, 3),
  edges: { sources: u32(0, 3), targets: u32(3, 2), roles: u8(0, 0), counts: column(Uint16Array.from([1, 1])) },
};

const after: Atlas = {
  type: 'atlas',
  number: 8,
  nodes: {
    ids: ['a.md', 'c.md', 'd.md'],
    titles: ['A, or not', 'C', 'D'],
    kinds: u8(0, 2, 0),
    tagNames: ['z', 'y', 'x'],
    tagStarts: u32(0, 1, 3, 4),
    tags: u32(0, 1, 2, 2),
    x: f32(1, 20, 7),
    y: f32(0, 5, 1),
    groups: u32(1, 2, 2),
  },
  edges: {
    sources: u32(0, 2),
    targets: u32(2, 1),
    roles: u8(0, 0),
    counts: column(Uint16Array.from([1, 1])),
  },
  groups: small.groups,
};

test('a change that is applied is the graph that is read whole', () => {
  const before = read(small)!;
  const changed = read(change, before)!;
  assert.deepEqual(said(changed), said(read(after)!));
  assert.equal(changed.number, 8);
  assert.equal(changed.numbers.get('b.md'), undefined);
  assert.deepEqual(said(before), said(read(small)!), 'what was is left as it was');
});

test('a change of another graph, or one that leaves a gap, is refused', () => {
  const before = read(small)!;
  assert.equal(read({ ...change, since: 6 }, before), undefined);
  assert.equal(read({ ...change, changed: u32(0, 9) }, before), undefined);
  assert.equal(read({ ...change, gone: u32(12) }, before), undefined);
  assert.equal(read({ ...change, gone: u32(0, 1) }, before), undefined);
  assert.equal(read(change), undefined);
});

test('a made-up corpus is read', () => {
  const whole = read(madeUpAtlas(2000))!;
  assert.equal(whole.count, 2000);
  assert.equal(whole.edges.sources.length, 20_000);
});
