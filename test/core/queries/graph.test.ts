import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type GraphEdge, type GraphNode, graph, neighbourhood } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';

const SOIL = `
=== mud.md
---
kind: note
---
# Why mud sticks
## Inquiring lines that use this note
- [[Does it rain?]]
## Related concepts in this collection
- [[Deep puddles]]
  They are deep.
  grounds: one has to stand
=== rain.md
---
kind: inquiry
---
# Does it rain?
See [[Why mud sticks]], [[why mud sticks|it]] and [[Does it rain?]].
## Sources 1 note
- [[Why mud sticks]]
=== boots.md
# Boots
[[deep puddles]], [gone](gone.md), [[Twin]], [wet](rain.md)
=== a.md
# Twin
=== b.md
# Twin
`;

const node = ({ id, kind, title, path }: GraphNode): string =>
  `${kind} ${id}${title === id ? '' : ` “${title}”`}${path === null || path === id ? '' : ' ?'}`;
const edge = ({ source, target, role, relation, type, count }: GraphEdge): string =>
  `${source} → ${target} ${role}${count > 1 ? ` ×${count}` : ''}${relation ? ` (${relation})` : ''}${type ? ` «${type}»` : ''}`;

/** The graph as lines: nodes, then edges. */
function check(picture: string, expected: string): void {
  const { nodes, edges } = graph(snapshotOf(readFixture(picture).files));
  assert.equal([...nodes.map(node), ...edges.map(edge)].join('\n'), expected.trim());
}

/** What lies around a node: each with its distance, and by how many documents it is named. */
function checkAround(focus: string | null, depth: number, limit: number, expected: string): void {
  const found = neighbourhood(snapshotOf(readFixture(SOIL).files), focus, depth, limit);
  const lines = found.nodes.map((each) => `${each.distance} ${each.id} ${each.uses}`);
  assert.equal(
    [`focus ${found.focus}`, ...lines, ...found.edges.map(edge), `${found.omitted} omitted`].join('\n'),
    expected.trim(),
  );
}

test('nodes by path, missing notes behind; an edge for each source, target and role', () => {
  check(
    SOIL,
    `
page a.md “Twin”
page b.md “Twin”
page boots.md “Boots”
note mud.md “Why mud sticks”
inquiry rain.md “Does it rain?”
missing missing:Deep puddles “Deep puddles”
boots.md → missing:Deep puddles body
boots.md → rain.md body
mud.md → missing:Deep puddles related (grounds: one has to stand) «grounds»
mud.md → rain.md used-by
rain.md → mud.md body ×2
rain.md → mud.md sources
`,
  );
});

test('around a document: nearest first, then most used', () => {
  checkAround(
    'mud.md',
    1,
    10,
    `
focus mud.md
0 mud.md 1
1 missing:Deep puddles 2
1 rain.md 2
mud.md → missing:Deep puddles related (grounds: one has to stand) «grounds»
mud.md → rain.md used-by
rain.md → mud.md body ×2
rain.md → mud.md sources
0 omitted
`,
  );
});

test('around a missing note, in whatever spelling; no more nodes than asked for', () => {
  checkAround(
    'missing:deep puddles?',
    2,
    3,
    `
focus missing:Deep puddles
0 missing:Deep puddles 2
1 mud.md 1
1 boots.md 0
boots.md → missing:Deep puddles body
mud.md → missing:Deep puddles related (grounds: one has to stand) «grounds»
1 omitted
`,
  );
});

test('without a focus the most used; with one that is not there nothing', () => {
  checkAround(
    null,
    1,
    2,
    `
focus null
1 missing:Deep puddles 2
1 rain.md 2
4 omitted
`,
  );
  checkAround('sand.md', 1, 9, 'focus null\n0 omitted');
  checkAround('missing:sand', 1, 9, 'focus null\n0 omitted');
});
