import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { watchPulse } from '../../client/session/pulse.ts';

/** A server that answers as long as it is not stuck, a clock, and what came of it. */
function watched(t: TestContext) {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const server = { isStuck: false, isBusy: false, asked: 0, lost: 0 };
  const pulse = watchPulse({
    ask: () => {
      server.asked++;
      return server.isStuck ? new Promise(() => {}) : Promise.resolve();
    },
    isBusy: () => server.isBusy,
    lost: () => void server.lost++,
  });
  const seconds = async (count: number): Promise<void> => {
    for (let second = 0; second < count; second++) {
      t.mock.timers.tick(1000);
      await Promise.resolve();
    }
  };
  return { server, pulse, seconds };
}

test('nothing is sent: nobody asks, ever', async (t) => {
  const { server, seconds } = watched(t);
  await seconds(1000);
  assert.equal(server.asked, 0);
});

test('something is sent: it is asked at once, and once more; then there is silence', async (t) => {
  const { server, pulse, seconds } = watched(t);
  pulse.beat();
  assert.equal(server.asked, 1);
  await seconds(1000);
  assert.deepEqual(server, { isStuck: false, isBusy: false, asked: 2, lost: 0 });
});

test('somebody types for ten minutes: it is asked every few seconds, not with each letter', async (t) => {
  const { server, pulse, seconds } = watched(t);
  for (let second = 0; second < 600; second++) {
    for (let letter = 0; letter < 10; letter++) pulse.beat();
    await seconds(1);
  }
  assert.ok(server.asked <= 201, `${server.asked}`);
});

test('it does not answer for ten seconds: it is lost, and told so once', async (t) => {
  const { server, pulse, seconds } = watched(t);
  server.isStuck = true;
  pulse.beat();
  await seconds(9);
  assert.equal(server.lost, 0);
  await seconds(1);
  assert.equal(server.lost, 1);
  await seconds(100);
  assert.deepEqual(server, { isStuck: true, isBusy: false, asked: 1, lost: 1 });
});

test('it gets stuck after it has answered, over what was sent: the second question finds out', async (t) => {
  const { server, pulse, seconds } = watched(t);
  pulse.beat();
  await seconds(1);
  server.isStuck = true;
  await seconds(13);
  assert.equal(server.lost, 1);
});

test('it reads for a long time on its own, and gets stuck over that', async (t) => {
  const { server, pulse, seconds } = watched(t);
  pulse.beat();
  server.isBusy = true;
  await seconds(120);
  assert.deepEqual([server.asked, server.lost], [40, 0]);
  server.isStuck = true;
  await seconds(14);
  assert.equal(server.lost, 1);
});

test('a clock that stood still while the computer slept is no reason to give up', async (t) => {
  const { server, pulse } = watched(t);
  server.isStuck = true;
  pulse.beat();
  t.mock.timers.tick(1000);
  assert.equal(server.lost, 0, 'an hour of sleep is one tick');
});
