import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apart, eachOverlap } from '../../../../server/core/queries/atlas/apart.ts';
import { laidOut } from '../../../../server/core/queries/atlas/discs.ts';
import { enclosing } from '../../../../server/core/queries/atlas/enclosing.ts';
import { type Group, grouped, regrouped } from '../../../../server/core/queries/atlas/groups.ts';
import { grown } from '../../../../server/core/queries/atlas/grown.ts';
import { pieces } from '../../../../server/core/queries/atlas/pieces.ts';
import { siblings, tiesOf } from '../../../../server/core/queries/atlas/ties.ts';
import { treeOf } from '../../../../server/core/queries/atlas/tree.ts';
import { type Web, webAmong, webBetween, webOf } from '../../../../server/core/queries/atlas/web.ts';
import { atOnce } from '../../../../server/core/steps.ts';

// The parts that a map is arranged of, each by itself. Items are numbers.

/** Of each item its neighbours, with how much the two hang together. */
const drawn = ({ starts, neighbours, weights }: Web): string[] =>
  Array.from({ length: starts.length - 1 }, (_, item) => {
    const own = Array.from(neighbours.subarray(starts[item], starts[item + 1]));
    return `${item}: ${own.map((each, at) => `${each} by ${weights[starts[item]! + at]}`).join(', ')}`;
  });

/** 0 and 1 both ways, 2 and itself, 3 and 0. */
const WEB = webOf(5, [0, 1, 1, 2, 3, 3], [1, 0, 2, 2, 4, 0], [1, 2, 4, 8, 16, 32]);

test('a web: both ends know each other once, and nobody itself', () => {
  assert.deepEqual(drawn(WEB), [
    '0: 3 by 32, 1 by 3',
    '1: 2 by 4, 0 by 3',
    '2: 1 by 4',
    '3: 0 by 32, 4 by 16',
    '4: 3 by 16',
  ]);
});

test('a web among some items, and between parts of all', () => {
  assert.deepEqual(drawn(webAmong(WEB, Uint32Array.of(3, 0, 4))), ['0: 1 by 32, 2 by 16', '1: 0 by 32', '2: 0 by 16']);
  assert.deepEqual(drawn(webBetween(WEB, Uint32Array.of(0, 0, 1, 1, 2), 3)), [
    '0: 1 by 36',
    '1: 2 by 16, 0 by 36',
    '2: 1 by 16',
  ]);
});

test('pieces: folders stay together where they can, large ones are cut evenly, and there are several', () => {
  const cut = (most: number, ...folders: readonly number[]): string =>
    pieces(Uint32Array.from(folders), most)
      .map((piece) => piece.join(' '))
      .join(' | ');
  assert.equal(cut(4, 0, 0, 0), '0 | 1 2');
  assert.equal(cut(2, 0, 1, 0, 1), '0 2 | 1 3');
  assert.equal(cut(2, 0, 0, 0, 0, 0), '0 1 | 2 | 3 4');
  assert.equal(cut(3, 0, 1, 1, 1, 1, 1, 2), '0 | 1 2 3 | 4 5 6');
  assert.equal(cut(3, 2, 1, 0, 0), '2 3 1 | 0');
  assert.equal(cut(4, 0, 0, 1, 1, 1), '0 1 | 2 3 4');
  assert.equal(cut(4, 0, 0, 0, 0, 1), '0 1 2 3 | 4');
  assert.equal(cut(4, 5), '0');
  assert.equal(cut(4), '');
});

/** Groups in brackets. */
const shape = (group: Group): string =>
  'items' in group ? group.items.join(' ') : `[${group.groups.map(shape).join(', ')}]`;

const TREE = treeOf(
  {
    groups: [
      { items: Uint32Array.of(0, 2) },
      { groups: [{ items: Uint32Array.of(1) }, { items: Uint32Array.of(3, 4) }] },
    ],
  },
  5,
);

test('groups by number, and which of them stand side by side', () => {
  assert.deepEqual(
    { ...TREE, members: TREE.members.map((each) => [...each]) },
    {
      parents: Int32Array.of(-1, 0, 0, 2, 2),
      depths: Uint8Array.of(0, 1, 1, 2, 2),
      members: [[1, 2], [0, 2], [3, 4], [1], [3, 4]],
      holdsNodes: [false, true, false, true, true],
      groupOf: Uint32Array.of(1, 3, 1, 4, 4),
    },
  );
  assert.deepEqual(
    [siblings(TREE, 1, 3), siblings(TREE, 4, 3), siblings(TREE, 4, 1)],
    [
      [1, 2],
      [4, 3],
      [2, 1],
    ],
  );
});

test('ties between neighbours in a group: of items, and of the groups that hold the items', () => {
  const { starts, sources, targets, weights } = tiesOf(WEB, TREE);
  const ties = Array.from(sources, (source, at) => `${source}–${targets[at]} by ${weights[at]}`);
  assert.deepEqual(
    Array.from({ length: 5 }, (_, group) => ties.slice(starts[group], starts[group + 1])),
    [['0–1 by 32', '0–1 by 3', '1–0 by 4'], [], [], [], ['0–1 by 16']],
  );
});

test('groups stay, what is empty goes, what stands in the parent comes last', () => {
  const anew = (...groupOf: readonly number[]): string =>
    shape(atOnce(regrouped(WEB, new Uint32Array(5), Int32Array.of(-1, 0, 0, 2, 2), Uint32Array.from(groupOf))));
  assert.equal(anew(1, 1, 3, 4, 4), '[0 1, [2, 3 4]]');
  assert.equal(anew(1, 1, 3, 3, 3), '[0 1, 2 3 4]');
  assert.equal(anew(2, 2, 2, 0, 4), '[[4, 0 1 2], 3]');
  assert.equal(
    shape(atOnce(regrouped(webOf(0, [], [], []), new Uint32Array(), Int32Array.of(-1, 0), new Uint32Array()))),
    '',
  );
});

test('communities, with the few that hang on them, and those of nobody; folders where nothing hangs together', () => {
  const [sources, targets]: [number[], number[]] = [
    [0, 18, 19],
    [9, 3, 10],
  ];
  for (const first of [0, 9]) {
    for (let item = 0; item < 9; item++) {
      for (let other = 0; other < item; other++) {
        sources.push(first + item);
        targets.push(first + other);
      }
    }
  }
  const web = webOf(
    22,
    sources,
    targets,
    sources.map(() => 1),
  );
  assert.equal(
    shape(atOnce(grouped(web, new Uint32Array(22)))),
    '[0 1 2 3 4 5 6 7 8 18, 9 10 11 12 13 14 15 16 17 19, 20 21]',
  );
  const numbers = Array.from({ length: 70 }, (_, item) => item);
  const [even, odd] = [0, 1].map((rest) => numbers.filter((item) => item % 2 === rest).join(' '));
  const folders = Uint32Array.from(numbers, (item) => item % 2);
  assert.equal(shape(atOnce(grouped(webOf(70, [], [], []), folders))), `[${even}, ${odd}]`);
});

const floats = (...values: readonly number[]): Float64Array => Float64Array.from(values);
const rounded = (values: Iterable<number>): number[] => Array.from(values, (each) => Math.round(100 * each) / 100);

test('discs that lie over each other, and the way out; in the same place, a way of their own', () => {
  const found: number[][] = [];
  eachOverlap(floats(0, 1, 3, 0), floats(0, 0, 0, 0), floats(1, 1, 1, 1), (...each) => found.push(rounded(each)));
  assert.deepEqual(found, [
    [0, 1, 1, 0],
    [0, 3, -1.1, 1.67],
    [1, 3, -1, 0],
  ]);
});

test('discs pushed apart: the small one gives way, all stay in the room that there is, or get more', () => {
  const pushed = (x: Float64Array, y: Float64Array, radii: Float64Array, room: number): number[][] => {
    apart(x, y, radii, room);
    return [rounded(x), rounded(y)];
  };
  assert.deepEqual(pushed(floats(0, 1), floats(0, 0), floats(1, 1), 10), [
    [-0.5, 1.51],
    [0, 0],
  ]);
  assert.deepEqual(pushed(floats(0, 0), floats(0, 0), floats(1, 3), 10), [
    [-2.74, 0.3],
    [-2.39, 0.27],
  ]);
  assert.deepEqual(pushed(floats(0, 0, 0), floats(0, 0, 0), floats(1, 1, 1), 1), [
    [-1.16, 0.47, 0.73],
    [0.18, -1.07, 0.91],
  ]);
});

test('starts: the one with most ties in the middle, the others beside those that they are tied to', () => {
  const starts = (radii: readonly number[], ...ties: readonly [number, number, number][]): number[][] => {
    const { x, y } = grown(
      floats(...radii),
      ties.map(([source, target, weight]) => ({ source, target, weight })),
    );
    return [rounded(x), rounded(y)];
  };
  assert.deepEqual(starts([]), [[], []]);
  assert.deepEqual(starts([1, 2, 3]), [
    [0, -1.47, 1.58],
    [0, 1.35, -2.55],
  ]);
  assert.deepEqual(starts([1, 2, 3], [0, 2, 1], [1, 2, 3]), [
    [2.11, -3.69, 0],
    [-3.4, 3.38, 0],
  ]);
  assert.deepEqual(starts([1, 1, 1, 1], [0, 1, 1], [1, 2, 1], [2, 3, 1]), [
    [1.05, 0, -1.47, -1.97],
    [-1.7, 0, 1.35, 3.29],
  ]);
});

test('the smallest disc around others', () => {
  const around = (...discs: readonly [x: number, y: number, radius: number][]): number[] => {
    const [x, y, radii] = [0, 1, 2].map((column) => floats(...discs.map((each) => each[column]!)));
    const { radius, ...middle } = enclosing(x!, y!, radii!);
    return rounded([middle.x, middle.y, radius]).map((each) => Math.round(each * 10) / 10);
  };
  assert.deepEqual(around(), [0, 0, 1]);
  assert.deepEqual(around([3, 4, 2]), [3, 4, 2]);
  assert.deepEqual(around([0, 0, 1], [4, 0, 1]), [2, 0, 3]);
  assert.deepEqual(around([0, 0, 1], [4, 0, 3]), [3, 0, 4]);
  assert.deepEqual(around([0, 0, 5], [1, 0, 1]), [0, 0, 5], 'one that holds the other');
  assert.deepEqual(around([0, 0, 1], [4, 0, 1], [2, 3, 1]), [2, 0.8, 3.2]);
});

test('discs laid out in a disc: without ties on a spiral, with ties together, or where they stood', () => {
  const laid = (
    radii: readonly number[],
    ties: readonly [number, number, number][] = [],
    starts?: number[][],
  ): number[][] => {
    const all = ties.map(([source, target, weight]) => ({ source, target, weight }));
    const before = starts && { x: floats(...starts[0]!), y: floats(...starts[1]!) };
    const { x, y, radius } = laidOut(floats(...radii), all, before);
    return [x, y, [radius]].map((each) => Array.from(each, (value) => Math.round(10 * value) / 10 + 0));
  };
  assert.deepEqual(laid([]), [[], [], [1]]);
  assert.deepEqual(laid([1]), [[0], [0], [1]]);
  assert.deepEqual(laid([1, 1]), [[1, -1], [-0.5, 0.5], [2.2]]);
  assert.deepEqual(laid([2, 1, 1]), [[1.1, -1.9, -0.5], [0.5, 1, -2.1], [3.2]]);
  assert.deepEqual(
    laid(
      [1, 2, 3],
      [
        [0, 2, 1],
        [1, 2, 3],
      ],
    ),
    [[-0.5, -3, 2], [-3.1, -0.1, 0.2], [5]],
  );
  assert.deepEqual(
    laid(
      [1, 1, 1, 1],
      [
        [0, 1, 1],
        [1, 2, 1],
        [2, 3, 4],
      ],
    ),
    [[1.4, -0.5, 0.5, -1.4], [-0.6, -1.1, 1.1, 0.6], [2.6]],
  );
  assert.deepEqual(
    laid(
      [1, 1, 1],
      [],
      [
        [0, 5, 10],
        [0, 0, 1],
      ],
    ),
    [[-1.2, 0.5, 0.7], [0.1, -1, 0.9], [2.2]],
  );
});
