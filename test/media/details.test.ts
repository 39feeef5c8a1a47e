import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { createDetails, type Details } from '../../media/graph/details.ts';

const said = (description: string) => ({ description, tags: [] });

/** Details, with what is asked and what is told, in the order in which it happens; the clock stands still until it is `waited` for. */
function watched(): { details: Details; happened: string[]; waited(milliseconds: number): void } {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
  const happened: string[] = [];
  const details = createDetails(
    (id) => happened.push(`ask ${id}`),
    (id, told) => happened.push(`tell ${id}: ${told?.description}`),
  );
  return { details, happened, waited: (milliseconds) => mock.timers.tick(milliseconds) };
}

test('a pointer that only passes by asks nothing', () => {
  const { details, happened, waited } = watched();
  details.want('a');
  waited(100);
  details.want('b');
  waited(100);
  details.stop();
  waited(1000);
  assert.deepEqual(happened, []);
});

test('one that rests asks once, and what was told is known from then on', () => {
  const { details, happened, waited } = watched();
  assert.equal(details.want('a'), undefined);
  waited(120);
  details.take('a', said('Mud.'));
  details.stop();
  assert.deepEqual(details.want('a'), said('Mud.'));
  waited(1000);
  assert.deepEqual(happened, ['ask a', 'tell a: Mud.']);
});

test('never more than one question is under way: the next one is asked when the answer is there', () => {
  const { details, happened, waited } = watched();
  details.want('a');
  waited(120);
  details.want('b');
  waited(1000);
  details.take('a', said('Mud.'));
  details.take('b', said('Clay.'));
  assert.deepEqual(happened, ['ask a', 'ask b', 'tell b: Clay.']);
});

test('that nothing is known of a node is known, too', () => {
  const { details, happened, waited } = watched();
  details.want('a');
  waited(120);
  details.take('a', null);
  details.stop();
  assert.equal(details.want('a'), null);
  waited(1000);
  assert.deepEqual(happened, ['ask a', 'tell a: undefined']);
});

test('when the corpus is another, all is asked anew', () => {
  const { details, happened, waited } = watched();
  details.want('a');
  waited(120);
  details.take('a', said('Mud.'));
  details.forget();
  details.stop();
  details.want('a');
  waited(120);
  assert.deepEqual(happened, ['ask a', 'tell a: Mud.', 'ask a']);
});
