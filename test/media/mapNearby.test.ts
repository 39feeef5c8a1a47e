import assert from 'node:assert/strict';
import { test } from 'node:test';
import { around as cutOut } from '../../media/graph/around.ts';
import { leftBy } from '../../media/graph/map/left.ts';
import { around } from '../../media/graph/map/nearby.ts';
import { atOnce } from '../../media/graph/map/slices.ts';
import { wholeOf } from '../../media/graph/map/whole.ts';
import { type GraphEdge, type GraphFilter, KIND_NUMBERS, ROLE_NUMBERS } from '../../server/protocol.ts';
import { madeUpAtlas } from '../bench/graph/atlases.ts';

const whole = atOnce(wholeOf(madeUpAtlas(600, 4), undefined))!;
const { nodes, edges } = whole;

/** The same graph as `note-corpus graph --format json` writes it. */
const plain = {
  nodes: nodes.ids.map((id, node) => {
    const kind = KIND_NUMBERS[nodes.kinds[node]!]!;
    return { id, title: nodes.titles[node]!, kind, path: kind === 'missing' ? null : id };
  }),
  edges: Array.from(edges.sources, (source, edge): GraphEdge => {
    const role = ROLE_NUMBERS[edges.roles[edge]!]!;
    const target = nodes.ids[edges.targets[edge]!]!;
    return { source: nodes.ids[source]!, target, role, relation: null, type: null, count: edges.counts[edge]! };
  }),
};
const lines = (list: readonly GraphEdge[]): string[] => list.map((edge) => JSON.stringify(edge)).sort();

test('a neighbourhood is as one that is cut out of the graph of the command line', () => {
  for (const [node, depth, limit] of [
    [3, 1, 200],
    [77, 2, 200],
    [500, 2, 12],
    [599, 5, 1000],
  ] as const) {
    const own = around(whole, nodes.ids[node]!, depth, limit, {});
    const other = cutOut(plain, nodes.ids[node]!, depth, limit);
    assert.deepEqual(
      own.nodes.map((each) => ({ ...each, tags: [] })),
      other.nodes,
    );
    assert.deepEqual(lines(own.edges), lines(other.edges));
    assert.deepEqual([own.focus, own.omitted], [other.focus, other.omitted]);
  }
});

test('a node that there is not has no neighbourhood', () => {
  assert.deepEqual(around(whole, 'nowhere.md', 1, 10, {}), { focus: null, nodes: [], edges: [], omitted: 0 });
});

/** What a filter leaves in. */
function left(filter: GraphFilter, ...hidden: string[]): string[] {
  const { nodes: isLeft, count } = atOnce(leftBy(whole, filter, new Set(hidden)));
  const ids = nodes.ids.filter((_, node) => isLeft[node]);
  assert.equal(ids.length, count);
  return ids;
}
const kindOf = (id: string): string => plain.nodes.find((node) => node.id === id)!.kind;

test('a filter leaves in the kinds, folder and tag that it names, and missing notes with the latter', () => {
  assert.equal(left({}).length, 600);
  assert.ok(left({ kinds: ['page', 'inquiry'] }).every((id) => ['page', 'inquiry'].includes(kindOf(id))));
  const [folder] = whole.shelves.folders;
  assert.deepEqual(
    left({ folder: folder! }),
    nodes.ids.filter((id) => id.startsWith(`${folder}/`) || id.startsWith('missing:')),
  );
  const tagged = left({ tag: 'method' });
  assert.ok(tagged.length > left({ tag: 'method/scan' }).length);
  assert.ok(left({ tag: 'method/scan' }).every((id) => tagged.includes(id)));
});

test('single nodes can be left out', () => {
  assert.deepEqual(
    left({}, nodes.ids[5]!, 'nowhere.md'),
    nodes.ids.filter((_, node) => node !== 5),
  );
});

test('orphans are those without an edge that is left in', () => {
  const roles = ['sources' as const];
  const linked = new Set(
    plain.edges
      .filter(({ role, source, target }) => role === 'sources' && source !== target)
      .flatMap((edge) => [edge.source, edge.target]),
  );
  assert.deepEqual(
    left({ roles, orphans: 'alone' }),
    nodes.ids.filter((id) => !linked.has(id)),
  );
  assert.deepEqual(
    left({ roles, orphans: 'hidden' }),
    nodes.ids.filter((id) => linked.has(id)),
  );
});

test('a neighbourhood is of what the filter leaves in, and its focus always is', () => {
  const focus = plain.nodes.find(({ kind }) => kind === 'note')!.id;
  const found = around(whole, focus, 2, 500, { kinds: ['page'], roles: ['body', 'sources'] });
  assert.equal(found.focus, focus);
  assert.ok(found.nodes.every(({ id, kind }) => id === focus || kind === 'page'));
  assert.ok(found.edges.every(({ role }) => role === 'body' || role === 'sources'));
});
