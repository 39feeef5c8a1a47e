import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  arrange,
  type Change,
  GraphColumns,
  keptPlaces,
  moveOn,
  placesKept,
  renumbered,
  type Standing,
  standingOf,
  toArrange,
  Workspace,
} from '../../../../server/core/index.ts';
import { atOnce } from '../../../../server/core/steps.ts';
import { utf8 } from '../../../../server/lsp/reading/utf8.ts';
import { nodeRadius } from '../../../../server/protocol.ts';
import { history, holds } from '../../arbitraries.ts';

/** A corpus and its map through time. */
function mapped(first: readonly Change[]) {
  const texts = new Map<string, string>();
  const workspace = new Workspace((path) => texts.get(path), { minimumWords: 3 });
  const columns = new GraphColumns();
  const follow = (changes: readonly Change[]): void => {
    for (const each of changes) {
      if ('text' in each) texts.set(each.path, each.text);
      else texts.delete(each.path);
    }
    const { touched } = workspace.apply(changes);
    atOnce(columns.follow(workspace.snapshot, touched));
  };
  follow(first);
  const standing = standingOf(atOnce(arrange(atOnce(toArrange(columns, nodeRadius)))));
  return {
    columns,
    standing,
    change(changes: readonly Change[]): boolean {
      follow(changes);
      return atOnce(moveOn(columns, standing, nodeRadius));
    },
  };
}

const placeOf = ({ x, y, groupOf }: Standing, node: number): string => `${x[node]} ${y[node]} in ${groupOf[node]}`;

const outside = ({ x, y, groupOf, groups }: Standing, node: number): number => {
  const group = groupOf[node]!;
  return Math.hypot(x[node]! - groups.groupX[group]!, y[node]! - groups.groupY[group]!) - groups.groupRadii[group]!;
};

test('whatever comes and goes: every node stands in its disc, and what stays does not move', () => {
  holds(history, ([first, ...others]) => {
    const { columns, standing, change } = mapped(first!);
    for (const batch of others) {
      const before = columns.nodes.map((node, at) => (node ? placeOf(standing, at) : undefined));
      change(batch);
      for (const [at, node] of columns.nodes.entries()) {
        if (!node) continue;
        assert.ok(outside(standing, at) <= 0, `${node.id} stands in its disc`);
        if (before[at] !== undefined) assert.equal(placeOf(standing, at), before[at], `${node.id} stays`);
      }
    }
  });
});

test('gaps are closed: the same nodes, edges and places under other numbers', () => {
  holds(history, ([first, ...others]) => {
    const { columns, standing, change } = mapped(first!);
    for (const batch of others) change(batch);
    const drawn = (at: Standing): string[] => [
      ...columns.nodes.flatMap((node, number) =>
        node ? [`${node.id} ${columns.uses[number]} ${placeOf(at, number)}`] : [],
      ),
      ...columns.rows.flatMap((row, source) =>
        Array.from({ length: row.length / 3 }, (_, edge) => {
          const [target, role, count] = row.subarray(3 * edge, 3 * edge + 3);
          return `${columns.nodes[source]!.id} → ${columns.nodes[target!]!.id} ${role} ${count}`;
        }),
      ),
    ];
    const before = drawn(standing);
    const kept = atOnce(columns.closeGaps());
    assert.deepEqual(drawn(kept ? renumbered(standing, kept) : standing), before);
    assert.equal(columns.size, columns.nodes.length);
  });
});

test('places are kept and found again', () => {
  holds(history, ([first, ...others]) => {
    const { columns, standing, change } = mapped(first!);
    for (const batch of others) change(batch);
    const bytes = Uint8Array.from(Buffer.concat([...keptPlaces(columns, standing, utf8)]));
    const found = atOnce(placesKept(columns, bytes, utf8))!;
    for (const [at, node] of columns.nodes.entries()) {
      if (!node) continue;
      assert.deepEqual([found.x[at], found.y[at]], [Math.fround(standing.x[at]!), Math.fround(standing.y[at]!)]);
      assert.equal(found.groupOf[at], standing.groupOf[at]);
    }
    assert.deepEqual(found.groups, standing.groups);
    for (const length of [0, 7, 16, bytes.length - 4])
      assert.equal(atOnce(placesKept(columns, bytes.slice(0, length), utf8)), undefined);
  });
});

/** Notes in rings of twelve, each of which names all others of its ring. */
function rings(count: number): Change[] {
  const title = (ring: number, at: number): string => `Note ${at} of ring ${ring}`;
  return Array.from({ length: 12 * count }, (_, note) => {
    const ring = Math.floor(note / 12);
    const links = Array.from({ length: 12 }, (_, at) => `[[${title(ring, at)}]]`).join(' ');
    return { path: `ring${ring}/${note % 12}.md`, text: `# ${title(ring, note % 12)}\n${links}\n` };
  });
}

test('a newcomer stands beside those that it names, and over nobody', () => {
  const { columns, standing, change } = mapped(rings(12));
  const isOutgrown = change([
    { path: 'new.md', text: '# New\n[[Note 3 of ring 7]] [[Note 4 of ring 7]] [[Note 1 of ring 2]]\n' },
  ]);
  assert.equal(isOutgrown, false);
  const numberOf = (id: string): number => columns.nodes.findIndex((node) => node?.id === id);
  const fresh = numberOf('new.md');
  assert.equal(standing.groupOf[fresh], standing.groupOf[numberOf('ring7/3.md')]);
  for (const [at, node] of columns.nodes.entries()) {
    if (at === fresh) continue;
    const distance = Math.hypot(standing.x[at]! - standing.x[fresh]!, standing.y[at]! - standing.y[fresh]!);
    assert.ok(distance > nodeRadius(columns.uses[at]!) + nodeRadius(0), `not over ${node!.id}`);
  }
});

test('one that names nobody stands with its folder', () => {
  const { columns, standing, change } = mapped(rings(12));
  change([{ path: 'ring5/new.md', text: '# New\nAlone.\n' }]);
  const group = (id: string): number => standing.groupOf[columns.nodes.findIndex((node) => node?.id === id)]!;
  assert.equal(group('ring5/new.md'), group('ring5/0.md'));
});

test('where many came, all is to be arranged anew', () => {
  const { change } = mapped(rings(12));
  const many = Array.from({ length: 40 }, (_, at) => ({
    path: `new/${at}.md`,
    text: `# New ${at}\n[[Note 3 of ring 7]]\n`,
  }));
  assert.equal(change(many.slice(0, 2)), false);
  assert.equal(change(many.slice(2)), true);
});
