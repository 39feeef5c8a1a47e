import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overlap } from '../../media/graph/labels.ts';
import { type Lanes, lanes } from '../../media/graph/near/lanes.ts';
import { boxes } from '../../media/graph/near/view.ts';
import type { GraphResult, NodeKind } from '../../server/protocol.ts';
import { graph, roomy } from './graphs.ts';

/** What a node is, by the first letter of its name: I1 is an inquiry, N1 a note, P1 a page, M1 a missing note. */
const kinds: Readonly<Record<string, NodeKind>> = { I: 'inquiry', N: 'note', P: 'page', M: 'missing' };

function laned(focus: string, chains: string): GraphResult {
  const plain = graph(focus, chains);
  return { ...plain, nodes: plain.nodes.map((node) => ({ ...node, kind: kinds[node.id.charAt(0)] ?? 'note' })) };
}

function lay(drawn: GraphResult, before: readonly string[] = [], width = 900, height = 600): Lanes {
  return lanes({ graph: drawn, extents: roomy(drawn), before, width, height });
}

/** The lanes as they stand: a line for each row, ids from left to right. */
function picture({ places, bands }: Lanes): string {
  const rows = bands.map(({ kind, top, bottom }) => {
    const inside = [...places].filter(([, { y }]) => y > top && y < bottom);
    const heights = [...new Set(inside.map(([, { y }]) => y))].sort((a, b) => a - b);
    const lines = heights.map((height) =>
      inside
        .filter(([, { y }]) => y === height)
        .sort(([, a], [, b]) => a.x - b.x)
        .map(([id]) => id)
        .join(' '),
    );
    return `${kind}: ${lines.join(' / ')}`;
  });
  return rows.join('\n');
}

test('inquiries stand above the notes that they draw on, pages and missing notes below', () => {
  const drawn = laned('N1', 'I1 → N1, I1 → N2, P1 → N1, N2 → M1');
  assert.equal(picture(lay(drawn)), ['inquiry: I1', 'note: N1 N2', 'page: P1', 'missing: M1'].join('\n'));
});

test('a lane without anybody is none', () => {
  assert.equal(picture(lay(laned('N1', 'N1 → N2'))), 'note: N1 N2');
});

test('notes stand under the inquiries that draw on them, so that edges cross little', () => {
  const drawn = laned('I1', 'I1 → N3, I1 → N4, I2 → N1, I2 → N2, I2 → N4, I1 → I2');
  const [, notes] = picture(lay(drawn)).split('\n');
  assert.equal(crossings(drawn, lay(drawn)), 0);
  assert.match(notes ?? '', /N4/);
});

/** How many pairs of edges between two lanes cross. */
function crossings({ edges }: GraphResult, { places }: Lanes): number {
  const lines = edges.flatMap(({ source, target }) => {
    const [a, b] = [places.get(source), places.get(target)];
    return a && b && Math.abs(a.y - b.y) > 60 ? [a.y < b.y ? ([a.x, b.x] as const) : ([b.x, a.x] as const)] : [];
  });
  return lines.flatMap((one, at) =>
    lines.slice(at + 1).filter((other) => (one[0] - other[0]) * (one[1] - other[1]) < 0),
  ).length;
}

test('the order in which the graph lists nodes and edges makes no difference', () => {
  const drawn = laned('N1', 'I1 → N1 → M1, I2 → N1, I2 → N2, P1 → N2, I3 → N3, N3 → N1');
  const turned = { ...drawn, nodes: [...drawn.nodes].reverse(), edges: [...drawn.edges].reverse() };
  assert.deepEqual(lay(turned).order, lay(drawn).order);
});

test('what stays keeps its order, and what is new goes between', () => {
  const before = ['I1', 'N5', 'N2', 'N9'];
  const { order } = lay(laned('I1', 'I1 → N2, I1 → N5, I1 → N7, I1 → N9'), before);
  assert.deepEqual(
    order.filter((id) => before.includes(id)),
    before,
  );
  assert.deepEqual([...order].sort(), ['I1', 'N2', 'N5', 'N7', 'N9']);
});

test('many nodes flow over several rows, and take the shape of the view', () => {
  const drawn = laned('I1', Array.from({ length: 40 }, (_, i) => `I1 → N${i}`).join(','));
  const size = (width: number, height: number) => {
    const { bands } = lay(drawn, [], width, height);
    return (bands[0]!.right - bands[0]!.left) / (bands.at(-1)!.bottom - bands[0]!.top);
  };
  assert.ok(size(1600, 600) > 1.6);
  assert.ok(size(300, 900) < 0.8);
});

test('no label covers another node or label', () => {
  const drawn = laned('N1', Array.from({ length: 30 }, (_, i) => `${'INPM'.charAt(i % 4)}${i} → N1`).join(','));
  const { places } = lay(drawn);
  const all = [...places].map(([id, place]) => [id, boxes({ ...place, nudge: 0 }, roomy(drawn).get(id)!, 1)] as const);
  const covered = all.flatMap(([a, one], at) =>
    all.slice(at + 1).flatMap(([b, other]) => {
      const pairs = [one.shape, one.label].flatMap((x) => [other.shape, other.label].map((y) => overlap(x, y)));
      return pairs.includes(true) ? [`${a} covers ${b}`] : [];
    }),
  );
  assert.deepEqual(covered, []);
});

test('nothing at all is no lanes', () => {
  assert.deepEqual(lay({ focus: null, nodes: [], edges: [], omitted: 0 }), { places: new Map(), bands: [], order: [] });
});
