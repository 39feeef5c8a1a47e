import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStore, type Known } from '../../media/graph/map/store.ts';
import type { AtlasChange } from '../../server/protocol.ts';
import { column, madeUpAtlas } from '../bench/graph/atlases.ts';

/** A store, and a way to wait until it knows what one wants it to. */
function store() {
  const waiting: { readonly holds: (known: Known) => boolean; readonly done: () => void }[] = [];
  let refusals = 0;
  const made = createStore(
    (known) => {
      for (const { holds, done } of waiting) if (holds(known)) done();
    },
    () => refusals++,
  );
  const until = (holds: (known: Known) => boolean): Promise<void> =>
    new Promise((done) => {
      const known = made.known();
      if (known && holds(known)) done();
      else waiting.push({ holds, done });
    });
  return { ...made, until, refusals: () => refusals };
}

const none = { gone: '', changed: '', rewritten: '' };
const nothing = {
  nodes: {
    ids: [],
    titles: [],
    kinds: '',
    tagNames: [],
    tagStarts: column(Uint32Array.of(0)),
    tags: '',
    x: '',
    y: '',
    groups: '',
  },
  edges: { sources: '', targets: '', roles: '', counts: '' },
};
const change = (since: number, gone: number): AtlasChange => ({
  type: 'change',
  since,
  number: since + 1,
  ...none,
  ...nothing,
  gone: column(Uint32Array.of(gone)),
});

test('changes that come while a large graph is read are applied after it', async () => {
  const { take, until, nodes, number } = store();
  assert.equal(take(madeUpAtlas(20_000, 5)), true);
  assert.equal(take(change(1, 7)), true);
  assert.equal(take(change(2, 8)), true);
  assert.equal(number(), 3);
  assert.equal(take(change(1, 9)), false, 'a change of what is no longer so');
  await until(({ whole }) => whole.number === 3);
  assert.equal(nodes().length, 19_998);
  assert.equal(nodes(), nodes(), 'the same list as long as it is the same');
});

test('the last filter that was asked for counts, whenever it was', async () => {
  const { take, filter, until, nodes } = store();
  take(madeUpAtlas(20_000, 5));
  filter({ kinds: ['page'] }, new Set());
  filter({ kinds: ['inquiry'] }, new Set());
  await until(({ left }) => left.count < 20_000);
  filter({ orphans: 'alone' }, new Set());
  filter({ kinds: ['note'] }, new Set());
  await until(({ whole, left }) => whole.nodes.kinds.every((kind, node) => (left.nodes[node] === 1) === (kind === 0)));
  assert.ok(nodes().every(({ kind }) => kind === 'note'));
});

test('what is no graph is refused, at once or when it is found out, and what there was stays', async () => {
  const { take, until, known, number, refusals } = store();
  assert.equal(take(null as never), false);
  assert.equal(take({ type: 'atlas', number: 4 } as never), false);
  assert.equal(number(), undefined);
  take(madeUpAtlas(20_000, 5));
  await until(({ whole }) => whole.number === 1);
  const before = known();
  take({ ...change(1, 30_000) });
  await new Promise((done) => setTimeout(done, 50));
  assert.equal(known(), before);
  assert.equal(number(), 1);
  assert.ok(refusals() <= 1);
});
