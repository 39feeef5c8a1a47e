import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentAt, fillNext, resolvedReferencesOf } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';
import { HARD_TITLES } from '../hardDocuments.ts';
import { applied } from './picture.ts';

/** Two notes, and an inquiry in each layout that cites both; a question that no document has. */
const PATHS = `
=== mud.txt
Why does mud stick to boots?
Plates that slide.
Original note title
mud sticks to what presses it
=== clay.md
# What is clay made of?
=== fog.md
---
kind: inquiry
---
# Does fog make a path worse?

See [[Why does mud stick to boots?]], [[What is clay made of?]] and [[Who sweeps the paths?]].

## Sources
- [[Why does mud stick to boots?]]
- [[What is clay made of?]]

## Next inquiring lines
=== rain.txt
INQUIRING LINE

Does rain make a path worse?

So Why does mud stick to boots? and What is clay made of? matter.

Sources 2 notes

Why does mud stick to boots?

Plates that slide.

What is clay made of?

Plates of silicate.

Next inquiring lines 0
=== snow.txt
INQUIRING LINE
Does snow make a path worse?
So Why does mud stick to boots? and What is clay made of? matter.
Sources 2 notes
Why does mud stick to boots?
Plates that slide.
What is clay made of?
Plates of silicate.
Next inquiring lines
Research prompt for your LLM
Answer it.
`;

/** What the file becomes from its next lines on, or why it does not. */
function filled(picture: string | ReadonlyMap<string, string>, path: string, more?: boolean): string {
  const files = typeof picture === 'string' ? readFixture(picture).files : picture;
  const snapshot = snapshotOf(files);
  const result = fillNext(snapshot, documentAt(snapshot, path)!, more);
  if ('refused' in result) return result.refused;
  const text = applied(files, [result]).get(path)!;
  return text.slice(text.indexOf('Next inquiring lines'));
}

test('titles in the layout of the file, counted where its heading counts', () => {
  assert.equal(
    filled(PATHS, 'rain.txt'),
    `Next inquiring lines 3

Does snow make a path worse?

Does fog make a path worse?

Who sweeps the paths?
`,
  );
  assert.equal(
    filled(PATHS, 'snow.txt'),
    `Next inquiring lines
Does rain make a path worse?
Does fog make a path worse?
Who sweeps the paths?
Research prompt for your LLM
Answer it.
`,
  );
  assert.equal(
    filled(PATHS, 'fog.md'),
    `Next inquiring lines

- [[Does rain make a path worse?]]
- [[Does snow make a path worse?]]
`,
  );
  const windows = filled(
    new Map([...readFixture(PATHS).files].map(([path, text]) => [path, text.replaceAll('\n', '\r\n')])),
    'fog.md',
  );
  assert.equal(windows, filled(PATHS, 'fog.md').replaceAll('\n', '\r\n'));
});

test('a second time there is nothing to do; unless more is asked for, and there is more', () => {
  for (const path of ['rain.txt', 'snow.txt', 'fog.md']) {
    const files = new Map(readFixture(PATHS).files);
    const snapshot = snapshotOf(files);
    const result = fillNext(snapshot, documentAt(snapshot, path)!);
    assert.ok('edits' in result);
    files.set(path, applied(files, [result]).get(path)!);
    assert.equal(filled(files, path), '“Next inquiring lines” has entries already, so nothing was changed.');
    assert.equal(
      filled(files, path, true),
      'No other inquiring line shares sources with this one, or is cited where it is.',
    );
  }
  const begun = PATHS.replace('Next inquiring lines 0\n', 'Next inquiring lines 1\n\n- Does snow make a path worse?\n');
  assert.equal(filled(begun, 'rain.txt'), '“Next inquiring lines” has entries already, so nothing was changed.');
  assert.equal(
    filled(begun, 'rain.txt', true),
    `Next inquiring lines 3

- Does snow make a path worse?

Does fog make a path worse?

Who sweeps the paths?
`,
  );
  const starred = PATHS.replace(
    '## Next inquiring lines\n',
    '## Next inquiring lines\n* [[Does snow make a path worse?]]\n',
  );
  assert.equal(
    filled(starred, 'fog.md', true),
    `Next inquiring lines
* [[Does snow make a path worse?]]
* [[Does rain make a path worse?]]
`,
  );
});

test('only an inquiry with one such section is filled', () => {
  assert.equal(filled(PATHS, 'mud.txt'), '“mud.txt” is no inquiring line.');
  assert.equal(
    filled(PATHS.replace('\nNext inquiring lines 0\n', ''), 'rain.txt'),
    '“rain.txt” has no section “Next inquiring lines”.',
  );
  assert.equal(
    filled(PATHS.replace('lines 0\n', 'lines 0\n\nNext inquiring lines\n'), 'rain.txt'),
    '“rain.txt” has “Next inquiring lines” twice.',
  );
  const files = new Map(readFixture(PATHS).files);
  const snapshot = snapshotOf(files);
  files.delete('rain.txt');
  assert.deepEqual(fillNext(snapshot, documentAt(snapshot, 'rain.txt')!), {
    refused: '“rain.txt” has changed meanwhile, so nothing was changed. Try again.',
  });
});

test('whatever the titles, what is written leads where it should', () => {
  for (const layout of ['rain.txt', 'snow.txt', 'fog.md']) {
    for (const title of HARD_TITLES) {
      const files = new Map(readFixture(PATHS).files);
      files.set('hard.md', `---\nkind: inquiry\ntitle: ${JSON.stringify(title)}\n---\n\n[[What is clay made of?]]\n`);
      const snapshot = snapshotOf(files);
      const hard = documentAt(snapshot, 'hard.md')!;
      const result = fillNext(snapshot, documentAt(snapshot, layout)!);
      assert.ok('edits' in result, `${layout}: ${title}`);
      const after = snapshotOf(applied(files, [result]));
      const next = resolvedReferencesOf(after, documentAt(after, layout)!).filter(
        ({ reference }) => reference.role === 'next',
      );
      const targets = next.map(({ resolution }) =>
        resolution.status === 'resolved' ? resolution.target.path : resolution.status,
      );
      assert.ok(targets.includes(hard.path), `${layout}: ${title}: ${targets}`);
      assert.ok(!targets.includes('ambiguous'));
    }
  }
});
