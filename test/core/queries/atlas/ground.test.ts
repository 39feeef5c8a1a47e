import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atOnce, GraphColumns, Workspace } from '../../../../server/core/index.ts';
import { crowdedGround, freeGround } from '../../../../server/core/queries/atlas/freeGround.ts';
import { beforeOf, innermost, renumbered, type Standing } from '../../../../server/core/queries/atlas/standing.ts';
import { edgeColumns, toArrange } from '../../../../server/core/queries/atlas/toArrange.ts';
import { readFixture } from '../../../fixture.ts';

// Where a newcomer finds room, and what is known of all nodes when they are arranged. Places are rounded to tenths.

/** Two groups side by side in a third, around (0, 0) and (30, 0), and nodes in them; NaN for one that stands nowhere. */
function standing(nodes: readonly (readonly [x: number, y: number, group: number])[], radius = 10): Standing {
  return {
    groups: {
      parents: Int32Array.of(-1, 0, 0),
      groupX: Float32Array.of(15, 0, 30),
      groupY: Float32Array.of(0, 0, 0),
      groupRadii: Float32Array.of(40, radius, 10),
    },
    x: nodes.map(([x]) => x),
    y: nodes.map(([, y]) => y),
    groupOf: nodes.map(([, , group]) => group),
    step: 3,
    arrived: 0,
    strangers: 0,
    isCrowded: false,
  };
}

/** The ground for a node of radius 1 in the first group, beside others of radius 1. */
function ground(x: number, y: number, nodes: readonly (readonly [number, number, number])[] = [], radius = 10): string {
  const at = standing(nodes, radius);
  const inside = new Map(
    [1, 2].map((group) => [group, [...at.groupOf.keys()].filter((node) => at.groupOf[node] === group)]),
  );
  const columns = Object.assign(new GraphColumns(), { uses: nodes.map(() => 7) });
  const radiusOf = (uses: number): number => (uses === 7 ? 1 : 100);
  return told(freeGround(columns, at, inside, 1, { x, y }, 1, radiusOf));
}

const told = ({ x, y, group, isFree }: ReturnType<typeof crowdedGround>): string =>
  `${Math.round(10 * x) / 10} ${Math.round(10 * y) / 10} in ${group}${isFree ? '' : ', not free'}`;

test('free ground: the place wished for, or the nearest within the disc', () => {
  assert.equal(ground(3, 4), '3 4 in 1');
  assert.equal(ground(0, 0), '0 0 in 1');
  assert.equal(ground(20, 0), '9 0 in 1');
  assert.equal(ground(-30, 40), '-5.4 7.2 in 1');
});

test('free ground: beside who stands there, with air between', () => {
  assert.equal(ground(0, 0, [[0, 0, 1]]), '-0.2 3.5 in 1');
  assert.equal(ground(0, 0, [[3.5, 0, 1]]), '0 0 in 1');
  assert.equal(ground(0, 0, [[3.3, 0, 1]]), '-0.6 0.5 in 1');
  assert.equal(ground(9, 0, [[9, 0, 1]]), '6.7 -2.7 in 1');
  assert.equal(ground(0, 0, [[0, 0, 2]]), '0 0 in 1');
});

/** Nodes all over a group, in rows and columns so far apart. */
const full = (group: number, middle: number, apart: number): [number, number, number][] =>
  Array.from({ length: 49 }, (_, at) => [middle + ((at % 7) - 3) * apart, (Math.floor(at / 7) - 3) * apart, group]);

test('no free ground: with less air, then in the group beside, then over others', () => {
  assert.equal(ground(0, 0, full(1, 0, 3.8)), '-1.9 5.9 in 1');
  assert.equal(ground(0, 0, full(1, 0, 2.6)), '21 0 in 2');
  assert.equal(ground(0, 0, [...full(1, 0, 2.6), ...full(2, 30, 2.6)]), '0 0 in 1, not free');
  assert.equal(ground(0, 0, [], 0.5), '21 0 in 2');
  assert.equal(ground(3, 4, [], 1), '0 0 in 1');
});

test('ground where all are crowded: within the disc, whoever stands there', () => {
  const at = standing([[0, 0, 1]]);
  assert.equal(told(crowdedGround(at, 1, { x: 0, y: 0 }, 1)), '0 0 in 1, not free');
  assert.equal(told(crowdedGround(at, 2, { x: 30, y: 50 }, 4)), '30 6 in 2, not free');
  assert.equal(told(crowdedGround(at, 2, { x: 30, y: 50 }, 40)), '30 0 in 2, not free');
});

test('the groups that hold nodes, and standing under other numbers', () => {
  const at = standing([
    [1, 2, 1],
    [3, 4, 2],
    [5, 6, 1],
  ]);
  assert.deepEqual(innermost(at.groups), [1, 2]);
  const { x, y, groupOf, ...rest } = renumbered(at, Uint32Array.of(2, 0, 9));
  assert.deepEqual(
    [x, y, groupOf],
    [
      [5, 1, Number.NaN],
      [6, 2, Number.NaN],
      [1, 1, Number.NaN],
    ],
  );
  assert.deepEqual(rest, { groups: at.groups, step: 3, arrived: 0, strangers: 0, isCrowded: false });
});

test('what all are arranged anew from: the groups too, while no more than half of all are strangers to them', () => {
  const nodes = [
    [1, 2, 1],
    [3, 4, 2],
  ] as const;
  const before = (strangers: number) => beforeOf({ ...standing(nodes), strangers });
  const places = { x: Float32Array.of(1, 3), y: Float32Array.of(2, 4) };
  assert.deepEqual(before(1), { ...places, parents: Int32Array.of(-1, 0, 0), groupOf: Uint32Array.of(1, 2) });
  assert.deepEqual(before(2), places);
});

function columnsOf(picture: string): GraphColumns {
  const { files } = readFixture(picture);
  const workspace = new Workspace((path) => files.get(path), { minimumWords: 3 });
  const snapshot = workspace.apply([...files].map(([path, text]) => ({ path, text })));
  const columns = new GraphColumns();
  atOnce(columns.follow(snapshot, snapshot.touched));
  return columns;
}

const PICTURE = `=== soil/mud.md
# Mud
[[Rain]] [[Snow]] [[Rain]]
=== a/rain.md
# Rain
[[Mud]]
=== top.md
# Top
=== soil/clay.md
# Clay
[[Mud]]
`;

test('edges in columns: of all nodes, or of some', () => {
  const columns = columnsOf(PICTURE);
  const ids = columns.nodes.map((node) => node!.id);
  assert.deepEqual(ids, ['a/rain.md', 'soil/clay.md', 'soil/mud.md', 'top.md', 'missing:Snow']);
  const drawn = (nodes?: readonly number[]): string[] => {
    const { sources, targets, roles, counts } = atOnce(edgeColumns(columns, nodes));
    return Array.from(sources, (source, at) => `${ids[source]} → ${ids[targets[at]!]} ${roles[at]} ×${counts[at]}`);
  };
  assert.deepEqual(drawn(), [
    'a/rain.md → soil/mud.md 0 ×1',
    'soil/clay.md → soil/mud.md 0 ×1',
    'soil/mud.md → a/rain.md 0 ×2',
    'soil/mud.md → missing:Snow 0 ×1',
  ]);
  assert.deepEqual(drawn([2, 3]), ['soil/mud.md → a/rain.md 0 ×2', 'soil/mud.md → missing:Snow 0 ×1']);
  assert.deepEqual(drawn([]), []);
});

test('what is wanted to arrange: radii by uses, and folders numbered in the order of their paths', () => {
  const columns = columnsOf(PICTURE);
  const { radii, folders, ...rest } = atOnce(toArrange(columns, (uses) => 10 + uses));
  assert.deepEqual(radii, Float32Array.of(11, 10, 12, 10, 11));
  assert.deepEqual(folders, Uint32Array.of(1, 2, 2, 0, 0xffff_ffff));
  assert.deepEqual(rest, {
    sources: Uint32Array.of(0, 1, 2, 2),
    targets: Uint32Array.of(2, 2, 0, 4),
    counts: Uint16Array.of(1, 1, 2, 1),
  });
  const before = { x: Float32Array.of(1), y: Float32Array.of(2) };
  assert.equal(atOnce(toArrange(columns, () => 1, before)).before, before);
});

test('an edge counts at most as often as a column can say', () => {
  const columns = Object.assign(new GraphColumns(), {
    rows: [Int32Array.of(1, 0, 0xffff, 1, 3, 0x1_0000)],
  });
  assert.deepEqual(atOnce(edgeColumns(columns)).counts, Uint16Array.of(0xffff, 0xffff));
});

test('a pause for others every 512 nodes', () => {
  const columns = Object.assign(new GraphColumns(), { rows: Array.from({ length: 1025 }, () => new Int32Array()) });
  assert.equal([...edgeColumns(columns)].length, 3);
});
