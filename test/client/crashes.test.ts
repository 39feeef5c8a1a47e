import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Crash, type Next, nextAfter } from '../../client/session/crashes.ts';

/** What happens after each of some crashes: `12s mud.md` is one twelve seconds after the start, while mud.md was worked on. */
function after(...crashes: readonly string[]): string[] {
  const history: Crash[] = [];
  const leftOut = new Set<string>();
  return crashes.map((crash) => {
    const [time, ...working] = crash.split(' ');
    history.push({ at: 1000 * Number.parseInt(time!, 10), working });
    const next = nextAfter(history, leftOut);
    for (const uri of next.leaveOut) leftOut.add(uri);
    return drawn(next);
  });
}

function drawn({ restartIn, leaveOut }: Next): string {
  const out = leaveOut.length > 0 ? `, without ${leaveOut.join(' and ')}` : '';
  return restartIn === undefined ? 'stays down' : `again in ${restartIn} ms${out}`;
}

test('killed for no reason that is known: started again, each time later, and after the fifth time no more', () => {
  assert.deepEqual(after('1s', '2s', '4s', '8s', '19s'), [
    'again in 200 ms',
    'again in 500 ms',
    'again in 1500 ms',
    'again in 10000 ms',
    'stays down',
  ]);
});

test('one that ran well for half a minute is not waited for longer than the first time', () => {
  assert.deepEqual(after('1s', '2s', '40s', '41s', '80s'), [
    'again in 200 ms',
    'again in 500 ms',
    'again in 200 ms',
    'again in 500 ms',
    'stays down',
  ]);
});

test('started by the reader, it is tried as often again', () => {
  const history: Crash[] = [1, 2, 4, 8, 19, 60].map((second) => ({ at: 1000 * second, working: [] }));
  assert.equal(drawn(nextAfter(history, new Set())), 'stays down');
  assert.equal(drawn(nextAfter(history, new Set(), 30_000)), 'again in 200 ms');
});

test('crashes that lie far apart do not add up', () => {
  assert.deepEqual(new Set(after('0s', '600s', '1200s', '1800s', '2400s', '3000s')), new Set(['again in 200 ms']));
});

test('a document that brings it down twice is left out, and it goes on at once', () => {
  assert.deepEqual(after('1s mud.md', '2s mud.md'), ['again in 200 ms', 'again in 200 ms, without mud.md']);
});

test('twice, whatever lies between', () => {
  assert.deepEqual(after('1s mud.md', '2s rain.md', '5000s mud.md'), [
    'again in 200 ms',
    'again in 500 ms',
    'again in 200 ms, without mud.md',
  ]);
});

test('several threads were at work the first time, one the second', () => {
  assert.deepEqual(after('1s mud.md rain.md clay.md', '2s rain.md'), [
    'again in 200 ms',
    'again in 200 ms, without rain.md',
  ]);
});

test('many documents that each bring it down: it goes on without all of them', () => {
  const bad = ['a.md', 'b.md', 'c.md', 'd.md', 'e.md', 'f.md'];
  const told = after(...bad.flatMap((path, at) => [`${2 * at}s ${path}`, `${2 * at + 1}s ${path}`]));
  assert.deepEqual(
    told.filter((each) => each.includes('without')),
    bad.map((path) => `again in 200 ms, without ${path}`),
  );
  assert.ok(!told.includes('stays down'));
});

test('one that was taken up again and brings it down once more is left out at once', () => {
  const history: Crash[] = ['a.md', 'a.md', 'a.md'].map((uri, at) => ({ at: 1e7 * at, working: [uri] }));
  assert.deepEqual(nextAfter(history, new Set()).leaveOut, ['a.md']);
});
