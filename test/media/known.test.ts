import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createKnown } from '../../client/graph/known.ts';
import type { Atlas, AtlasChange, NodeKind } from '../../server/protocol.ts';
import { KIND_NUMBERS } from '../../server/protocol.ts';
import { graph } from './graphs.ts';

const words = (...of: number[]): string => btoa(String.fromCharCode(...new Uint8Array(new Uint32Array(of).buffer)));

type Node = readonly [id: string, title: string, kind: NodeKind];

/** What the extension looks at in an atlas: ids, titles and kinds. */
const nodesOf = (nodes: readonly Node[]) => ({
  ids: nodes.map(([id]) => id),
  titles: nodes.map(([, title]) => title),
  kinds: btoa(String.fromCharCode(...nodes.map(([, , kind]) => KIND_NUMBERS.indexOf(kind)))),
});
const atlas = (...nodes: Node[]): Atlas => ({ type: 'atlas', number: 1, nodes: nodesOf(nodes) }) as unknown as Atlas;
const change = (gone: readonly number[], changed: Readonly<Record<number, Node>>): AtlasChange =>
  ({
    type: 'change',
    since: 1,
    number: 2,
    gone: words(...gone),
    changed: words(...Object.keys(changed).map(Number)),
    nodes: nodesOf(Object.values(changed)),
  }) as unknown as AtlasChange;

const whole = atlas(
  ['a/River clay.md', 'River clay', 'note'],
  ['b.md', 'Mud?', 'page'],
  ['missing:Sand', 'Sand', 'missing'],
);

test('what the page was told of is known, and nothing else', () => {
  const known = createKnown();
  known.show(graph('A', 'A → B'));
  assert.deepEqual(known.find('B'), { title: 'B', kind: 'note', uri: 'file:///B.md' });
  for (const id of ['C', '', '__proto__', 'toString', '../../etc/passwd']) assert.equal(known.find(id), undefined);
});

test('another neighbourhood takes the place of the one before; what was brought out stands beside it', () => {
  const known = createKnown();
  known.show(graph('A', 'A → B'));
  known.show(graph('C', 'C → D'));
  known.add(graph('D', 'D → E'));
  assert.deepEqual(
    ['A', 'B', 'C', 'D', 'E'].filter((id) => known.find(id)),
    ['C', 'D', 'E'],
  );
});

test('of a whole corpus each document is known by its path, and a missing note has no file', () => {
  const known = createKnown();
  known.take(whole, 'file:///corpus');
  assert.deepEqual(known.find('a/River clay.md'), {
    title: 'River clay',
    kind: 'note',
    uri: 'file:///corpus/a/River%20clay.md',
  });
  assert.deepEqual(known.find('missing:Sand'), { title: 'Sand', kind: 'missing', uri: undefined });
});

test('a change takes away what is gone, and tells of what is new, or has another name', () => {
  const known = createKnown();
  known.take(whole, 'file:///corpus');
  known.take(change([2], { 1: ['c.md', 'Mud', 'note'], 3: ['new.md', 'New', 'inquiry'] }), 'file:///corpus');
  assert.deepEqual(
    ['a/River clay.md', 'b.md', 'missing:Sand', 'c.md', 'new.md'].map((id) => known.find(id)?.title),
    ['River clay', undefined, undefined, 'Mud', 'New'],
  );
});

test('a whole corpus takes the place of the one before', () => {
  const known = createKnown();
  known.take(whole, 'file:///corpus');
  known.take(atlas(['z.md', 'Z', 'note']), 'file:///other/');
  assert.equal(known.find('b.md'), undefined);
  assert.equal(known.find('z.md')?.uri, 'file:///other/z.md');
});
