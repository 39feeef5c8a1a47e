import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leftBy } from '../../media/graph/map/left.ts';
import { around, graphEdge } from '../../media/graph/map/nearby.ts';
import { atOnce } from '../../media/graph/map/slices.ts';
import { wholeOf } from '../../media/graph/map/whole.ts';
import { graph, neighbourhood } from '../../server/core/index.ts';
import { columnsOf } from '../../server/host/cli/htmlAtlas.ts';
import { type GraphFilter, KIND_NUMBERS } from '../../server/protocol.ts';
import { madeUpAtlas } from '../bench/graph/atlases.ts';
import { random } from '../bench/random.ts';
import { snapshotOf } from '../fixture.ts';

const whole = atOnce(wholeOf(madeUpAtlas(600, 4), undefined))!;
const { nodes } = whole;
const edges = [...whole.edges.sources.keys()].map((edge) => graphEdge(whole, edge));

/** A hundred documents in two folders, each of which names four others, or notes that are missing. */
const hundred = new Map(
  Array.from({ length: 100 }, (_, at) => {
    const next = random(at + 1);
    const names = Array.from({ length: 4 }, () => `[[Number ${Math.floor(next() * next() * 110)}]]`);
    return [`${at % 2 ? 'odd' : 'even'}/${at}.md`, `# Number ${at}\nSee ${names.join(', ')}.\n`];
  }),
);

// What is said along edges, and all filters, are in alone.test.ts.
test('a neighbourhood is what the server says of it', () => {
  const snapshot = snapshotOf(hundred);
  const read = atOnce(wholeOf(columnsOf(graph(snapshot)), undefined))!;
  for (const [id, depth, limit, filter] of [
    ['odd/3.md', 1, 200, {}],
    ['even/98.md', 2, 12, {}],
    ['even/98.md', 5, 1000, {}],
    ['odd/77.md', 3, 40, { folder: 'even' }],
    ['missing:Number 105', 2, 200, {}],
    [null, 1, 30, { kinds: ['note', 'missing'] }],
  ] as const) {
    const { nodes, ...rest } = neighbourhood(snapshot, id, depth, limit, filter);
    const uris = nodes.map(({ path, ...node }) => ({ ...node, uri: path }));
    assert.deepEqual(around(read, id, depth, limit, filter), { ...rest, nodes: uris });
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
const kindOf = (id: string): string => KIND_NUMBERS[nodes.kinds[whole.numbers.get(id)!]!]!;

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
    edges
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
  const focus = nodes.ids.find((id) => kindOf(id) === 'note')!;
  const found = around(whole, focus, 2, 500, { kinds: ['page'], roles: ['body', 'sources'] });
  assert.equal(found.focus, focus);
  assert.ok(found.nodes.every(({ id, kind }) => id === focus || kind === 'page'));
  assert.ok(found.edges.every(({ role }) => role === 'body' || role === 'sources'));
});
