import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Arrangement, arrange, type ToArrange } from '../../../../server/core/index.ts';
import { atOnce } from '../../../../server/core/steps.ts';
import { nodeRadius } from '../../../../server/protocol.ts';
import { holds } from '../../arbitraries.ts';

const arranged = (graph: ToArrange): Arrangement => atOnce(arrange(graph));

/** @param edges source, target and how often. */
function graphOf(nodes: number, edges: readonly (readonly [number, number, number])[], folders = 1): ToArrange {
  const uses = Array.from({ length: nodes }, () => 0);
  for (const [, target] of edges) uses[target]!++;
  return {
    radii: Float32Array.from(uses, nodeRadius),
    folders: Uint32Array.from(uses, (_, node) => Math.floor((node * folders) / nodes)),
    sources: Uint32Array.from(edges, ([source]) => source),
    targets: Uint32Array.from(edges, ([, target]) => target),
    counts: Uint16Array.from(edges, ([, , count]) => count),
  };
}

/** Discs hold what stands in them, and those of one parent do not overlap. */
function checkDiscs({ radii }: ToArrange, { parents, groupOf, x, y, groupX, groupY, groupRadii }: Arrangement): void {
  const near = (ax: number, ay: number, bx: number, by: number): number => Math.hypot(ax - bx, ay - by);
  const discs = [
    ...Array.from(radii, (radius, node) => ({
      of: `node ${node}`,
      x: x[node]!,
      y: y[node]!,
      radius,
      parent: groupOf[node]!,
    })),
    ...Array.from(parents, (parent, group) => {
      return { of: `group ${group}`, x: groupX[group]!, y: groupY[group]!, radius: groupRadii[group]!, parent };
    }).slice(1),
  ];
  const inside = Map.groupBy(discs, ({ parent }) => parent);
  const holdsNodes = new Set(groupOf);
  assert.deepEqual([parents[0], groupX[0], groupY[0]], [-1, 0, 0]);
  for (const [group, members] of inside) {
    assert.ok(members.length <= 64, `${members.length} in one group`);
    assert.ok(parents[group]! < group, 'a parent comes before its groups');
    assert.equal(new Set(members.map(({ of }) => of[0])).size, 1, 'groups or nodes, not both');
    assert.equal(holdsNodes.has(group), members[0]!.of.startsWith('node'));
    for (const [at, a] of members.entries()) {
      const out = near(a.x, a.y, groupX[group]!, groupY[group]!) + a.radius - groupRadii[group]!;
      assert.ok(out <= 1e-3, `${a.of} stands out of group ${group} by ${out}`);
      for (const b of members.slice(at + 1)) {
        const over = a.radius + b.radius - near(a.x, a.y, b.x, b.y);
        assert.ok(over <= 1e-3, `${a.of} and ${b.of} overlap by ${over}`);
      }
    }
  }
}

const graphs = fc.nat({ max: 400 }).chain((nodes) => {
  const node = fc.nat({ max: Math.max(0, nodes - 1) });
  // Some are hubs.
  const end = fc.oneof(
    node,
    node.map((each) => each % 7),
  );
  const edge = fc.tuple(end, node, fc.integer({ min: 1, max: 9 }));
  return fc
    .tuple(fc.array(edge, { maxLength: nodes === 0 ? 0 : 3 * nodes }), fc.integer({ min: 1, max: 9 }))
    .map(([edges, folders]) => graphOf(nodes, edges, folders));
});

test('whatever the graph: discs hold what stands in them, and do not overlap; the same graph is arranged alike', () => {
  holds(
    graphs,
    (graph) => {
      const found = arranged(graph);
      checkDiscs(graph, found);
      assert.deepEqual(arranged(graph), found);
    },
    1000,
  );
});

test('what stood somewhere stays there roughly', () => {
  holds(
    graphs,
    (graph) => {
      const found = arranged(graph);
      const again = arranged({ ...graph, before: { x: found.x, y: found.y } });
      checkDiscs(graph, again);
    },
    600,
  );
});

/** So many nodes in rings of ten, which hang together by one edge each. */
function rings(count: number): ToArrange {
  const edges: [number, number, number][] = [];
  for (let ring = 0; ring < count; ring++) {
    for (let a = 0; a < 10; a++) for (let b = 0; b < a; b++) edges.push([10 * ring + a, 10 * ring + b, 1]);
    if (ring > 0) edges.push([10 * ring, 10 * ring - 10, 1]);
  }
  return graphOf(10 * count, edges);
}

test('those that have much to do with each other stand together', () => {
  const { groupOf, x, y } = arranged(rings(20));
  for (let ring = 0; ring < 20; ring++) {
    const groups = new Set(groupOf.subarray(10 * ring, 10 * ring + 10));
    assert.equal(groups.size, 1, `ring ${ring} is in one group`);
  }
  const distance = (a: number, b: number): number => Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!);
  const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
  const beside = mean(Array.from({ length: 19 }, (_, ring) => distance(10 * ring, 10 * ring + 10)));
  const any = mean(Array.from({ length: 190 }, (_, at) => distance(10 * (at % 20), 10 * ((7 * at + 3) % 20))));
  assert.ok(beside < any, 'rings that are tied are nearer than others');
});

test('nodes that have to do with nobody come together by folder', () => {
  const { groupOf } = arranged(graphOf(200, [], 10));
  assert.ok(new Set(groupOf).size <= 7);
  for (let folder = 0; folder < 10; folder++)
    assert.equal(new Set(groupOf.subarray(20 * folder, 20 * folder + 20)).size, 1, `folder ${folder}`);
});

test('a hub that all name, and nothing else', () => {
  const graph = graphOf(
    5000,
    Array.from({ length: 4999 }, (_, at) => [at + 1, 0, 1] as const),
  );
  checkDiscs(graph, arranged(graph));
});

test('nothing, one node, and nodes in one place', () => {
  const nothing = arranged(graphOf(0, []));
  assert.deepEqual([...nothing.parents], [-1]);
  assert.ok(nothing.groupRadii[0]! > 0);
  checkDiscs(graphOf(1, []), arranged(graphOf(1, [])));
  const graph = { ...graphOf(50, []), before: { x: new Float32Array(50), y: new Float32Array(50) } };
  checkDiscs(graph, arranged(graph));
});
