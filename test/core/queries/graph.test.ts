import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type GraphEdge, type GraphFilter, type GraphNode, graph, neighbourhood } from '../../../server/core/index.ts';
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

const node = ({ id, kind, title, path, tags }: GraphNode): string =>
  [`${kind} ${id}${title === id ? '' : ` “${title}”`}${path === null || path === id ? '' : ' ?'}`, ...tags].join(' #');
const edge = ({ source, target, role, relation, type, count }: GraphEdge): string =>
  `${source} → ${target} ${role}${count > 1 ? ` ×${count}` : ''}${relation ? ` (${relation})` : ''}${type ? ` «${type}»` : ''}`;

/** The graph as lines: nodes, then edges. */
function check(picture: string, expected: string, filter: GraphFilter = {}): void {
  const { nodes, edges } = graph(snapshotOf(readFixture(picture).files), filter);
  assert.equal([...nodes.map(node), ...edges.map(edge)].join('\n'), expected.trim());
}

/** What lies around a node: each with its distance, and by how many documents it is named. */
function checkAround(
  focus: string | null,
  depth: number,
  limit: number,
  expected: string,
  filter?: GraphFilter,
  picture = SOIL,
): void {
  const found = neighbourhood(snapshotOf(readFixture(picture).files), focus, depth, limit, filter);
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

const TAGGED = `
=== bog/mud.md
---
tags: [Soil/Clay, wet]
---
# Mud
[[Rain]] #bog
=== bog/deep/peat.md
# Peat
[[Mud]] #soil [[Turf]]
=== rain.md
---
kind: inquiry
---
# Rain
## Sources 1 note
- [[Mud]]
=== bogs.md
# Bogs
`;

test('a document has its tags', () => {
  check(
    TAGGED,
    `
page bog/deep/peat.md “Peat” #soil
page bog/mud.md “Mud” #Soil/Clay #wet #bog
page bogs.md “Bogs”
inquiry rain.md “Rain”
missing missing:Turf “Turf”
bog/deep/peat.md → bog/mud.md body
bog/deep/peat.md → missing:Turf body
bog/mud.md → rain.md body
rain.md → bog/mud.md sources
`,
  );
});

test('what of a graph is shown: by kind, role, folder, tag; missing notes are in no folder and have no tag, and stay', () => {
  const mud = 'page bog/mud.md “Mud” #Soil/Clay #wet #bog';
  const peat = 'page bog/deep/peat.md “Peat” #soil';
  const turf = 'missing missing:Turf “Turf”';
  const [body, missing] = ['bog/deep/peat.md → bog/mud.md body', 'bog/deep/peat.md → missing:Turf body'];
  check(TAGGED, `${peat}\n${mud}\n${turf}\n${body}\n${missing}`, { folder: 'bog' });
  check(TAGGED, `${peat}\n${turf}\n${missing}`, { folder: 'bog/deep' });
  check(TAGGED, `${peat}\n${mud}\n${turf}\n${body}\n${missing}`, { tag: 'SOIL' });
  check(TAGGED, `${mud}\n${turf}`, { tag: 'soil/clay' });
  check(TAGGED, turf, { tag: 'soi' });
  check(TAGGED, 'inquiry rain.md “Rain”', { kinds: ['inquiry'] });
  check(TAGGED, `inquiry rain.md “Rain”\n${turf}`, { kinds: ['inquiry', 'missing'] });
  check(TAGGED, `${mud}\ninquiry rain.md “Rain”\nrain.md → bog/mud.md sources`, {
    roles: ['sources'],
    orphans: 'hidden',
  });
  check(TAGGED, 'page bogs.md “Bogs”', { orphans: 'alone' });
  check(TAGGED, 'inquiry rain.md “Rain”', { kinds: ['inquiry'], roles: [], orphans: 'alone' });
});

test('around a document one goes along what is left in; the focus stays, and the limit counts what is left', () => {
  const mud = '0 bog/mud.md 2';
  checkAround(
    'bog/mud.md',
    1,
    9,
    `focus bog/mud.md\n${mud}\n1 rain.md 1\nrain.md → bog/mud.md sources\n0 omitted`,
    { roles: ['sources'] },
    TAGGED,
  );
  checkAround(
    'bog/mud.md',
    2,
    9,
    `focus bog/mud.md\n${mud}\n1 rain.md 1\nbog/mud.md → rain.md body\nrain.md → bog/mud.md sources\n0 omitted`,
    { kinds: ['inquiry', 'missing'] },
    TAGGED,
  );
  checkAround(
    'rain.md',
    2,
    2,
    `focus rain.md\n0 rain.md 1\n1 bog/mud.md 2\nbog/mud.md → rain.md body\nrain.md → bog/mud.md sources\n1 omitted`,
    { folder: 'bog' },
    TAGGED,
  );
  checkAround('missing:turf', 1, 9, `focus missing:Turf\n0 missing:Turf 1\n0 omitted`, { tag: 'wet' }, TAGGED);
  checkAround('missing:turf', 1, 9, `focus missing:Turf\n0 missing:Turf 1\n0 omitted`, { roles: [] }, TAGGED);
});

test('of the whole corpus, as neighbours of nothing', () => {
  checkAround(null, 1, 9, `focus null\n1 bogs.md 0\n0 omitted`, { orphans: 'alone' }, TAGGED);
  checkAround(null, 1, 1, `focus null\n1 bog/mud.md 2\n1 omitted`, { orphans: 'hidden', kinds: ['page'] }, TAGGED);
});
