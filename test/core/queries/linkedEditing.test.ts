import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkedEditing } from '../../../server/core/index.ts';
import { drawn, type Mark, readFixture, snapshotOf } from '../../fixture.ts';
import { hardText, holds } from '../arbitraries.ts';

/** The places that are edited with the one at the cursor: all that is underlined. */
function check(picture: string): void {
  const { files, cursor, marks } = readFixture(picture);
  const found = linkedEditing(snapshotOf(files), cursor!);
  const spans = found?.spans ?? [];
  for (const { start, end } of spans) {
    const words = files.get(cursor!.path)!.slice(start, end);
    assert.equal(words.match(new RegExp(found!.words))?.[0], words, 'the pattern');
  }
  assert.equal(
    drawn(
      files,
      spans.map((span): Mark => ({ path: cursor!.path, span, label: '' })),
    ),
    drawn(files, marks),
  );
}

test('a wikilink that shows its own target', () => {
  check(`
=== a.md
[[Sand]] [[Why mud sticks?|Why mud$0 sticks?]]
           ^^^^^^^^^^^^^^^
                           ^^^^^^^^^^^^^^^
`);
  check(`
=== a.txt
INQUIRING LINE
Mud
See [[ $0Mud#Clay | Mud ]] and [[Mud|Mud]].
       ^^^
                  ^^^
`);
});

test('a link that shows its own path, whether it leads somewhere or not', () => {
  check(`
=== a.md
# A

[mud](mud) [mud.md](mu$0d.md)
            ^^^^^^
                    ^^^^^^
`);
});

test('not where they differ, on the brackets, outside, where there is one text only', () => {
  for (const line of [
    '[[Mud|m$0ud]]',
    '[$0[Mud|Mud]]',
    'M$0ud [[Mud|Mud]]',
    '[[Mu$0d]]',
    '[[Mud#Mu$0d|Mud]]',
    '`[[Mud|Mu$0d]]`',
    '[[|Mu$0d]]',
  ])
    check(`=== a.md\n# A\n\n${line}\n`);
});

test('both places say the same, lie apart, and one holds the cursor', () => {
  for (const path of ['x.md', 'x.txt']) {
    const linked = hardText.map((text) => text.replaceAll('sticks', '[[a|a]][a](a)'));
    holds(linked, (text) => {
      const snapshot = snapshotOf(
        new Map([
          [path, text],
          ['a.md', '# a\n'],
        ]),
      );
      for (let offset = -1; offset <= text.length + 1; offset++) {
        const found = linkedEditing(snapshot, { path, offset });
        if (!found) continue;
        const [first, second] = found.spans;
        assert.equal(text.slice(first.start, first.end), text.slice(second.start, second.end));
        assert.ok(first.end < second.start);
        assert.ok(found.spans.some(({ start, end }) => start <= offset && offset <= end));
      }
    });
  }
});
