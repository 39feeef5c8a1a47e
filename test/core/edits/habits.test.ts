import assert from 'node:assert/strict';
import { test } from 'node:test';
import { habitsOf, mostOf } from '../../../server/core/edits/habits.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';

test('what is there most often; of equals the one that sorts first', () => {
  assert.equal(mostOf(['b', 'a', 'b', 'c']), 'b');
  assert.equal(mostOf(['b', 'a', 'a', 'b', 'c']), 'a');
  assert.equal(mostOf(['a', 'b']), 'a');
  assert.equal(mostOf([]), undefined);
});

const NOTES = `=== notes/mud.txt
Why does mud stick?

Clay.

Original note title

x
=== notes/rain.md
---
kind: note
---
# Why does it rain?
=== old/snow.md
---
kind: note
---
# Why does it snow?
=== page.md
# A page
`;

test('how notes are written, and where; what there is none of is written as the others are', () => {
  const habits = (picture: string, kind: 'note' | 'inquiry'): string => {
    const { layout, folder } = habitsOf(snapshotOf(readFixture(picture).files), kind);
    return `${layout} in “${folder}”`;
  };
  assert.equal(habits(NOTES, 'note'), 'markdown in “notes”');
  assert.equal(habits(NOTES, 'inquiry'), 'markdown in “notes”');
  assert.equal(habits(`${NOTES}=== lines/fog.txt\nINQUIRING LINE\nIs it foggy?\nNo.\n`, 'inquiry'), 'dense in “lines”');
  assert.equal(habits('=== notes/page.md\n# A page\n', 'note'), 'markdown in “”');
});
