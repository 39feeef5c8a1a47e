import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  atOnce,
  type Change,
  GraphColumns,
  graph,
  Renewal,
  type Snapshot,
  Workspace,
} from '../../../../server/core/index.ts';
import { history, holds } from '../../arbitraries.ts';

const ROLES = ['body', 'sources', 'used-by', 'related', 'papers', 'prompt', 'next', 'original-title'];

/** A corpus through time, and the columns that follow it. */
function following(): {
  change: (changes: readonly Change[]) => Snapshot;
  columns: GraphColumns;
  follow: () => void;
  renew: () => void;
} {
  const texts = new Map<string, string>();
  let workspace = new Workspace((path) => texts.get(path), { minimumWords: 3 });
  const columns = new GraphColumns();
  const touched = new Set<number>();
  return {
    columns,
    change(changes) {
      for (const each of changes) {
        if ('text' in each) texts.set(each.path, each.text);
        else texts.delete(each.path);
      }
      const snapshot = workspace.apply(changes);
      for (const id of snapshot.touched) touched.add(id);
      return snapshot;
    },
    follow() {
      for (const _ of columns.follow(workspace.snapshot, touched));
      touched.clear();
    },
    renew() {
      const renewal = new Renewal(workspace.snapshot);
      atOnce(renewal.follow(workspace.snapshot));
      workspace = renewal.workspace;
      atOnce(columns.renumber(workspace.snapshot));
    },
  };
}

/** The columns in the words of `graph`. */
function drawn({ nodes, rows }: GraphColumns): { nodes: string[]; edges: string[] } {
  const edges = rows.flatMap((row, source) =>
    Array.from({ length: row.length / 3 }, (_, at) => {
      const [target, role, count] = row.subarray(3 * at, 3 * at + 3);
      return `${nodes[source]!.id} → ${nodes[target!]!.id} ${ROLES[role!]} ×${count}`;
    }),
  );
  const told = nodes.flatMap((node) => (node ? [`${node.kind} ${node.id} “${node.title}”`] : []));
  return { nodes: told.sort(), edges: edges.sort() };
}

function expected(snapshot: Snapshot): { nodes: string[]; edges: string[] } {
  const { nodes, edges } = graph(snapshot);
  return {
    nodes: nodes.map(({ kind, id, title }) => `${kind} ${id} “${title}”`).sort(),
    edges: edges.map(({ source, target, role, count }) => `${source} → ${target} ${role} ×${count}`).sort(),
  };
}

function usesIn({ rows, nodes }: GraphColumns): number[] {
  const uses = nodes.map(() => 0);
  for (const row of rows) for (const target of new Set(row.filter((_, at) => at % 3 === 0))) uses[target]!++;
  return uses;
}

test('whatever changes, they say what the graph says, and a node keeps its number', () => {
  holds(history, (batches) => {
    const { change, follow, renew, columns } = following();
    for (const [at, batch] of batches.entries()) {
      const snapshot = change(batch);
      // Sometimes several changes are followed in one step.
      if (at % 3 === 1) continue;
      const before = columns.nodes.slice();
      follow();
      assert.deepEqual(drawn(columns), expected(snapshot));
      assert.deepEqual(columns.uses, usesIn(columns));
      assert.equal(columns.gaps, columns.nodes.filter((node) => !node).length);
      for (const [number, node] of before.entries()) {
        if (!node) assert.equal(columns.nodes[number], undefined, 'a number is not given again');
        const now = columns.nodes.findIndex((each) => each?.id === node?.id);
        if (node && now >= 0) assert.equal(now, number, `${node.id} keeps its number`);
        const isOther = JSON.stringify(node) !== JSON.stringify(columns.nodes[number]);
        if (isOther && node?.id !== columns.nodes[number]?.id) assert.equal(columns.told[number], columns.step);
      }
      // Now and then all is called by other numbers, which nobody notices.
      if (at % 2 === 0) renew();
    }
  });
});

/** What becomes of the number of a node when files change: `mud.md → missing:Why mud sticks`. */
function check(before: Record<string, string>, after: Record<string, string | null>, wanted: string): void {
  const { change, follow, columns } = following();
  change(Object.entries(before).map(([path, text]) => ({ path, text })));
  follow();
  const was = columns.nodes.map((node) => node?.id);
  change(Object.entries(after).map(([path, text]) => (text === null ? { path, gone: true as const } : { path, text })));
  follow();
  const moved = columns.nodes.map((node, at) => `${was[at] ?? 'new'} → ${node?.id ?? 'gone'}`);
  assert.equal(moved.filter((each) => !/^(.*) → \1$/.test(each)).join('\n'), wanted);
}

const RAIN = { 'rain.md': '# Rain falls\n[[Why mud sticks]]\n' };

test('a missing note becomes a document, and a document a missing note', () => {
  check(RAIN, { 'mud.md': '# Why mud sticks\n' }, 'missing:Why mud sticks → mud.md');
  check(RAIN, { 'why mud sticks.md': '# Mud\n' }, 'missing:Why mud sticks → why mud sticks.md');
  check({ ...RAIN, 'mud.md': '# Why mud sticks\n' }, { 'mud.md': null }, 'mud.md → missing:Why mud sticks');
});

test('a document that is moved, or has another title, is the same node', () => {
  const mud = { ...RAIN, 'mud.md': '# Why mud sticks\n' };
  check(mud, { 'mud.md': null, 'soil/mud.md': '# Why mud sticks\n\nMore.\n' }, 'mud.md → soil/mud.md');
  check(mud, { 'mud.md': '# Why clay sticks\n' }, 'new → missing:Why mud sticks');
});

test('a title that is being typed is one node', () => {
  check(
    RAIN,
    { 'rain.md': '# Rain falls\n[[Why mud sticks so]]\n' },
    'missing:Why mud sticks → missing:Why mud sticks so',
  );
  check(RAIN, { 'rain.md': '# Rain falls\n' }, 'missing:Why mud sticks → gone');
  check(RAIN, { 'rain.md': '# Rain falls\n[[Why mud sticks]] [[Sand]]\n' }, 'new → missing:Sand');
});
