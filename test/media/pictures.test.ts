import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coloursOf, folderOf } from '../../media/graph/colouring.ts';
import { composed } from '../../media/graph/composed.ts';
import { directed } from '../../media/graph/keyboard.ts';
import { plainColour } from '../../media/graph/plainColour.ts';
import { foldersOf, kindsOf, rolesIn, rolesOf, tagsOf } from '../../media/graph/summed.ts';
import type { Atlas, GraphNode } from '../../server/protocol.ts';
import { graph } from './graphs.ts';

const node = (id: string, ...tags: string[]): GraphNode => {
  return { id, title: id, kind: 'note', uri: `file:///${id}`, distance: 1, uses: 0, tags };
};
const nodes = [node('a/b/one.md', 'x/y'), node('a/b/two.md', 'x'), node('a/three.md'), node('four.md', 'x', 'z')];

test('the most common folders and tags have a colour each, the rest a quiet one', () => {
  const folders = coloursOf(nodes, 'folder');
  assert.deepEqual(
    folders.swatches.map(({ name, count }) => [name, count]),
    [
      ['a/b', 2],
      ['a', 1],
      ['others', 1],
    ],
  );
  assert.equal(folders.of(nodes[0]!), folders.swatches[0]!.colour);
  assert.equal(folders.of(nodes[3]!), folders.swatches[2]!.colour);
  assert.deepEqual(
    coloursOf(nodes, 'tag').swatches.map(({ name }) => name),
    ['x', 'x/y', 'others'],
  );
});

test('kinds need no colours: shapes and the theme say them', () => {
  const { swatches, of } = coloursOf(nodes, 'kind');
  assert.deepEqual([swatches, of(nodes[0]!)], [[], undefined]);
});

test('a missing note lies in no folder', () => {
  assert.equal(folderOf({ ...node('missing:a/b'), kind: 'missing' }), '');
});

test('what there is, the most common first; a folder and a tag hold what is below them', () => {
  assert.deepEqual(foldersOf(nodes), ['a', 'a/b']);
  assert.deepEqual(tagsOf(nodes), ['x', 'x/y', 'z']);
  assert.deepEqual([...kindsOf(nodes)], [['note', 4]]);
  assert.deepEqual([...rolesOf(graph('A', 'A → B → C').edges)], [['related', 2]]);
  const edges = { sources: '', targets: '', roles: btoa('\u0000\u0003\u0000'), counts: '' };
  assert.deepEqual([...rolesIn({ edges } as unknown as Atlas)], ['body', 'related']);
});

test('hidden nodes are not drawn, nor their edges; the focus always is', () => {
  const drawn = composed(graph('A', 'A → B → C, A → C'), new Map(), new Set(['A', 'B']));
  assert.deepEqual(
    [drawn.nodes.map(({ id }) => id), drawn.edges.map(({ source, target }) => source + target)],
    [['A', 'C'], ['AC']],
  );
});

test('neighbours that were brought out are drawn further away than the node that they are around', () => {
  const drawn = composed(graph('A', 'A → B'), new Map([['B', graph('B', 'A → B, B → C')]]), new Set());
  assert.deepEqual(
    drawn.nodes.map(({ id, distance }) => `${id}${distance}`),
    ['A0', 'B1', 'C2'],
  );
  assert.equal(drawn.edges.length, 2);
});

test('what was brought out around a node that has gone is gone with it', () => {
  const drawn = composed(graph('A', 'A → B'), new Map([['X', graph('X', 'X → Y')]]), new Set());
  assert.deepEqual(
    drawn.nodes.map(({ id }) => id),
    ['A', 'B'],
  );
});

test('an arrow key goes along an edge where one leads there, else to the nearest', () => {
  const places = new Map([
    ['A', { x: 0, y: 0 }],
    ['near', { x: 10, y: 0 }],
    ['joined', { x: 50, y: 5 }],
    ['below', { x: 0, y: 30 }],
  ]);
  const { edges } = graph('A', 'A → joined');
  assert.equal(directed('A', 'right', places, edges), 'joined');
  assert.equal(directed('A', 'down', places, edges), 'below');
  assert.equal(directed('A', 'up', places, edges), undefined);
});

test('colours are written as every program knows them', () => {
  assert.deepEqual(plainColour('rgb(255, 0, 16)'), { colour: '#ff0010', opacity: 1 });
  assert.deepEqual(plainColour('rgba(1, 2, 3, 0.5)'), { colour: '#010203', opacity: 0.5 });
  assert.deepEqual(plainColour('color(srgb 1 0.5 0 / 0.25)'), { colour: '#ff8000', opacity: 0.25 });
  assert.deepEqual(plainColour('none'), { colour: 'none', opacity: 1 });
  assert.deepEqual(plainColour('url(#x)'), { colour: 'none', opacity: 1 });
});
