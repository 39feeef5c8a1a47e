import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  documentAt,
  documentsOf,
  followForward,
  provenance,
  type Snapshot,
  type Step,
  traceBack,
} from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';
import { corpus, holds } from '../arbitraries.ts';

const QUESTIONS = `
=== mud.txt
Why does mud stick?
Clay holds on, as What is clay? says.
Inquiring lines that use this note as a source 1
- Does rain cause mud?
Related concepts in this collection 1
-
What is clay?
Plates.
grounds: it is made of it
=== clay.md
# What is clay?
Plates, see [[Who knows more?]].
=== rain.txt
INQUIRING LINE
Does rain cause mud?
We know Why does mud stick?. And again Why does mud stick?, too.
Sources 2 notes
Why does mud stick?
Clay holds on.
Who knows more?
Nobody.
Next inquiring lines
Does fog cause mud?
=== fog.txt
INQUIRING LINE
Does fog cause mud?
It does not, or does it: Does rain cause mud?
Sources 1 note
Why does mud stick?
Clay holds on.
=== apple.md
# An apple
[[Mud]], [[Why does mud stick?]]
`;

/** The places of a step, with their lines. */
const places = (files: ReadonlyMap<string, string>, path: string, step: Step): string =>
  step.places
    .map(({ start, end }) => {
      const text = files.get(path)!;
      return `${text.slice(0, start).split('\n').length}: ${text.slice(start, end)}`;
    })
    .join(', ');

test('who uses a note: inquiries first, then by title, with the places in them', () => {
  const { files } = readFixture(QUESTIONS);
  const snapshot = snapshotOf(files);
  const forward = followForward(snapshot, documentAt(snapshot, 'mud.txt')!);
  assert.deepEqual(
    forward.map((step) => `${step.document.path} ${places(files, step.document.path, step)}`),
    [
      'fog.txt 5: Why does mud stick?',
      'rain.txt 3: Why does mud stick?, 3: Why does mud stick?, 5: Why does mud stick?',
      'apple.md 2: Mud, 2: Why does mud stick?',
    ],
  );
});

test('what a document uses, as it comes to it, and not the questions that follow from it', () => {
  const { files } = readFixture(QUESTIONS);
  const snapshot = snapshotOf(files);
  const back = (path: string): string[] =>
    traceBack(snapshot, documentAt(snapshot, path)!).map(
      (step) => `${step.document.path} ${places(files, path, step)}`,
    );
  assert.deepEqual(back('rain.txt'), [
    'mud.txt 3: Why does mud stick?, 3: Why does mud stick?, 5: Why does mud stick?',
  ]);
  assert.deepEqual(back('mud.txt'), ['clay.md 2: What is clay?, 7: What is clay?']);
  assert.deepEqual(back('clay.md'), []);
  assert.deepEqual(back('fog.txt'), ['rain.txt 3: Does rain cause mud?', 'mud.txt 5: Why does mud stick?']);
});

test('where one can start: a reference, the title, anywhere else; all that a title may mean; not a missing note', () => {
  const start = (picture: string): string[] => {
    const { files, cursor } = readFixture(picture);
    return provenance(snapshotOf(files), cursor!).map(({ path }) => path);
  };
  const from = (before: string, after: string): string[] => start(QUESTIONS.replace(before, after));
  assert.deepEqual(from('We know Why', 'We know Wh$0y'), ['mud.txt']);
  assert.deepEqual(from('Does rain cause mud?\nWe', 'Does rain$0 cause mud?\nWe'), ['rain.txt']);
  assert.deepEqual(from('We know', 'We$0 know'), ['rain.txt']);
  assert.deepEqual(from('[[Who', '[[Wh$0o'), []);
  assert.deepEqual(start('=== a.md\n# Mud\n=== b.md\n# Mud\n=== c.md\n# Rain\n[[$0Mud]]\n'), ['a.md', 'b.md']);
  assert.deepEqual(start('=== a.txt\nNo$0thing\n'), []);
});

test('hard titles lead both ways', () => {
  for (const title of ['Is A/B: testing (really) #1?', 'Is (.*)+$ a pattern, or is it?', 'Rain 🐝 and bread', 'C#']) {
    const { files } = readFixture(`=== a.md\n# ${title}\n=== b.md\n# B\n[[${title}]] [x](a.md)\n`);
    const snapshot = snapshotOf(files);
    const [a, b] = documentsOf(snapshot);
    assert.deepEqual(
      followForward(snapshot, a!).map(({ document }) => document),
      [b],
      title,
    );
    assert.deepEqual(
      traceBack(snapshot, b!).map(({ document }) => document),
      [a],
      title,
    );
  }
});

/** All steps in one direction, as `user → used: places`. */
function steps(snapshot: Snapshot, direction: 'forward' | 'back'): string[] {
  const drawn = (user: string, used: string, { places }: Step): string =>
    `${user} → ${used}: ${places.map(({ start, end }) => `${start}–${end}`).join()}`;
  const all = documentsOf(snapshot).flatMap((document) =>
    direction === 'forward'
      ? followForward(snapshot, document).map((step) => drawn(step.document.path, document.path, step))
      : traceBack(snapshot, document).map((step) => drawn(document.path, step.document.path, step)),
  );
  return all.sort();
}

test('property: forward and back are the same steps', () => {
  holds(corpus, (files) => {
    const snapshot = snapshotOf(new Map(files.map(({ path, text }) => [path, text])));
    assert.deepEqual(steps(snapshot, 'forward'), steps(snapshot, 'back'));
  });
});
