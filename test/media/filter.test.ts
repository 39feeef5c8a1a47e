import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filterWords, toggleKind, toggleRole, withPart } from '../../media/graph/filter.ts';
import { readFilter } from '../../media/graph/messages.ts';

test('a kind that is turned off is left out; turned on again, no filter is left', () => {
  const off = toggleKind({}, 'page');
  assert.deepEqual(off, { kinds: ['inquiry', 'note', 'missing'] });
  assert.deepEqual(filterWords(off), ['without page']);
  assert.deepEqual(toggleKind(off, 'page'), {});
});

test('a role that is turned off is left out, beside what else is', () => {
  const filter = toggleRole({ tag: 'bread' }, 'related');
  assert.deepEqual(filterWords(filter), ['without related', 'tagged #bread']);
});

test('a part that says nothing is not there', () => {
  const filter = { folder: 'notes', orphans: 'alone' } as const;
  assert.deepEqual(withPart(withPart(filter, 'orphans', 'shown'), 'folder', ''), {});
});

test('a filter is read as it is, and nothing else is one', () => {
  const filter = { kinds: ['note'], roles: ['body', 'sources'], folder: 'a/b', tag: 'x', orphans: 'hidden' };
  assert.deepEqual(readFilter(filter), filter);
  assert.deepEqual(readFilter({}), {});
  assert.deepEqual(readFilter({ kinds: undefined, more: 1 }), {});
  const broken: unknown[] = [null, undefined, 7, [], 'note', { kinds: ['note', 'dragon'] }, { roles: 'body' }];
  for (const each of [...broken, { folder: 7 }, { tag: '' }, { orphans: 'some' }, { tag: 'x'.repeat(1001) }])
    assert.equal(readFilter(each), undefined, JSON.stringify(each));
});
