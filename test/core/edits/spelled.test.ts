import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fragmentSpan } from '../../../server/core/edits/fragments.ts';
import { inPlaceOf } from '../../../server/core/edits/spelled.ts';
import { documentsOf, resolvedReferencesOf } from '../../../server/core/index.ts';
import { snapshotOf } from '../../fixture.ts';

/** What stands for a title once “Why mud sticks?” is called “Why clay sticks?”. */
const spelled = (before: string): string => inPlaceOf(before, 'Why mud sticks?', 'Why clay sticks?');

test('a title in the place of another: with its mark where that was written', () => {
  assert.equal(spelled('Why mud sticks?'), 'Why clay sticks?');
  assert.equal(spelled('Why mud sticks'), 'Why clay sticks');
  assert.equal(spelled('why Mud\n  sticks'), 'Why clay sticks');
  assert.equal(inPlaceOf('Why mud sticks', 'Why mud sticks', 'Why clay sticks?'), 'Why clay sticks?');
});

test('emphasis that only opens or closes in it stays, other emphasis goes', () => {
  assert.equal(spelled('Why mud** sticks?'), 'Why clay sticks?**');
  assert.equal(spelled('Why **mud sticks?'), '**Why clay sticks?');
  assert.equal(spelled('Why mud_ sticks?'), 'Why clay sticks?_');
  assert.equal(spelled('Why _mud sticks?'), '_Why clay sticks?');
  assert.equal(spelled('Why *mud* sticks'), 'Why clay sticks');
  assert.equal(spelled('Why mud sticks*'), 'Why clay sticks*');
  assert.equal(spelled('Why mud sticks?**'), 'Why clay sticks?**');
  assert.equal(spelled('Why **mud *sticks* so?'), '**Why clay sticks?');
  assert.equal(spelled('Why mud*s* sticks?**'), 'Why clay sticks?**');
  assert.equal(spelled('*Why _mud* sticks?'), 'Why clay sticks?');
});

test('signs that are no emphasis', () => {
  assert.equal(spelled('Why snake_case_mud sticks?'), 'Why clay sticks?');
  assert.equal(spelled('Why 2 * 3 sticks?'), 'Why clay sticks?');
  assert.equal(spelled('Why \\*mud sticks?'), 'Why clay sticks?');
});

test('where the fragments of references stand', () => {
  const fragments = (text: string): (string | undefined)[] => {
    const snapshot = snapshotOf(new Map([['a.md', `# A\n${text}\n`]]));
    return resolvedReferencesOf(snapshot, documentsOf(snapshot)[0]!).map(({ reference }) => {
      const at = fragmentSpan(`# A\n${text}\n`, reference);
      return at && `# A\n${text}\n`.slice(at.start, at.end);
    });
  };
  assert.deepEqual(fragments('[[Mud#Clay]] and [[Rain#Wet|wet]] | [[Boots]] #x |'), ['#Clay', '#Wet', undefined]);
  assert.deepEqual(fragments('[[Mud#Clay|of #1]] [a](mud.md#clay) [b](mud.md) #x'), ['#Clay', '#clay', undefined]);
  assert.deepEqual(fragments('| a | b |\n|---|---|\n| [[Mud#Clay\\|wet]] | [[Mud]] |'), ['#Clay', undefined]);
});
