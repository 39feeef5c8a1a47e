import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rename } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';
import { applied, changedFiles, granted } from './picture.ts';

const OPTIONS = { keepAlias: false, minimumWords: 3, moves: true };

/** Renames what is at `$0`; answers the files that are changed, as a picture. */
function renamed(picture: string, title: string, options = OPTIONS): string {
  const { files, cursor } = readFixture(picture);
  const answer = granted(rename(snapshotOf(files), cursor!, title, options));
  assert.ok('files' in answer, 'a rename in texts');
  return changedFiles(files, applied(files, answer.files));
}

function refusal(picture: string, title: string): string {
  const { files, cursor } = readFixture(picture);
  const answer = rename(snapshotOf(files), cursor!, title, OPTIONS);
  return 'refused' in answer ? answer.refused : 'it was not refused';
}

test('every form in every layout: mention, wikilink, link, entry, used-by item, prompt echo, and the title itself', () => {
  const answer = renamed(
    `
=== mud.txt
Why does mud$0 stick?

Clay holds on.

Inquiring lines that use this note as a source 1

- Does rain matter to paths?
=== rain.txt
INQUIRING LINE

Does rain matter to paths?

This explores rain. We ask Why does mud stick?. And why does mud stick — it does.

Sources 1 notes

Why does mud stick?

Clay holds on.

Research prompt for your LLM

Find out: Why does mud stick? Be thorough.
=== page.md
# A page of links
See [[Why does mud stick?]], [[why does mud stick#Clay|it]], [[Why does mud stick?|Why does mud stick?]] and
[Why does mud stick?](mud.txt), but [this](mud.txt) not. Why does
mud stick? asks **Why does mud** stick?.
`,
    'Why is wet clay sticky?',
  );
  assert.equal(
    answer,
    `=== mud.txt
Why is wet clay sticky?

Clay holds on.

Inquiring lines that use this note as a source 1

- Does rain matter to paths?
=== rain.txt
INQUIRING LINE

Does rain matter to paths?

This explores rain. We ask Why is wet clay sticky?. And Why is wet clay sticky — it does.

Sources 1 notes

Why is wet clay sticky?

Clay holds on.

Research prompt for your LLM

Find out: Why is wet clay sticky? Be thorough.
=== page.md
# A page of links
See [[Why is wet clay sticky?]], [[Why is wet clay sticky?#Clay|it]], [[Why is wet clay sticky?|Why is wet clay sticky?]] and
[Why is wet clay sticky?](mud.txt), but [this](mud.txt) not. Why is wet clay sticky? asks **Why is wet clay sticky?**.
`,
  );
});
