import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backlinksOf, codeLenses, documentAt, documentsOf, usesOf, Workspace } from '../../../server/core/index.ts';
import { drawn, type Mark, readFixture, snapshotOf } from '../../fixture.ts';
import { corpus, history, holds } from '../arbitraries.ts';

/** Every title that somebody uses is underlined, with how many inquiries and notes do; no other is. */
function check(picture: string): void {
  const { files, marks } = readFixture(picture);
  const snapshot = snapshotOf(files);
  const found = [...files.keys()].flatMap((path) =>
    codeLenses(snapshot, path).map((span): Mark => {
      const { inquiries, notes } = usesOf(snapshot, documentAt(snapshot, path)!);
      return { path, span, label: `${inquiries} + ${notes}` };
    }),
  );
  assert.equal(drawn(files, found), drawn(files, marks));
}

test('each document that names a title counts once, however it names it; nothing is said where nobody does', () => {
  check(`
=== mud.txt
Why does mud stick?
^^^^^^^^^^^^^^^^^^^ 1 + 2
Clay holds on.
Original note title
wet clay sticks
=== rain.txt
INQUIRING LINE

Does rain cause mud?

It does: Why does mud stick?. And since wet clay sticks …

Sources 1 note

Why does mud stick?

Clay holds on.
=== boots.md
# Boots
[it](mud.txt)
=== snow.md
# Snow
[[mud]] and [[Snow]]
`);
});

test('at the first place where a document says its title; at the begin where it has none', () => {
  check(`
=== mud.md
---
title: "Mud"
        ^^^ 0 + 1
---
# Mud
=== rain.md
# Rain
[[Mud]]
`);
  const { files } = readFixture('=== daily.md\nSee [[Rain]].\n=== rain.md\n# Rain\n[[daily]]\n');
  assert.deepEqual(codeLenses(snapshotOf(files), 'daily.md'), [{ start: 0, end: 0 }]);
});

test('hard titles, in any layout', () => {
  for (const title of [
    'Is A/B: testing (really) #1?',
    'Is (.*)+$ a pattern, or is it?',
    'Rain 🐝 and bread | butter',
    'Isparta’da ılık mı, yağmur mu?',
  ]) {
    check(`
=== a.txt
${title}
${'^'.repeat(title.length)} 1 + 0
A claim.
Original note title
x
=== b.txt
INQUIRING LINE
Who asks?
We do, since ${title}. So it is.
Sources 1 note
${title}
It is said.
`);
  }
});

test('a title that goes on in the next line has its lens over the first', () => {
  const files = new Map([
    ['mud.md', 'Why does\r\nmud stick?\r\n===\r\n'],
    ['rain.md', '[[Why does mud stick?]]'],
  ]);
  const snapshot = snapshotOf(files);
  assert.equal(documentAt(snapshot, 'mud.md')!.title.text, 'Why does mud stick?');
  assert.deepEqual(codeLenses(snapshot, 'mud.md'), [{ start: 0, end: 0 }]);
});

test('a title that several documents have is used by nobody for sure', () => {
  check(`
=== a.md
# Mud
=== b.md
# Mud
=== c.md
# Rain
[[Mud]]
`);
});

test('property: the counts are those of the backlinks', () => {
  holds(corpus, (files) => {
    const snapshot = snapshotOf(new Map(files.map(({ path, text }) => [path, text])));
    for (const document of documentsOf(snapshot)) {
      const citing = backlinksOf(snapshot, document);
      const inquiries = citing.filter((each) => each.document.kind === 'inquiry').length;
      assert.deepEqual(usesOf(snapshot, document), { inquiries, notes: citing.length - inquiries }, document.path);
      assert.equal(codeLenses(snapshot, document.path).length, citing.length > 0 ? 1 : 0, document.path);
    }
  });
});

test('property: so they are after any changes', () => {
  holds(history, (batches) => {
    const workspace = new Workspace(() => undefined, { minimumWords: 3 });
    for (const batch of batches) {
      const snapshot = workspace.apply(batch);
      for (const document of documentsOf(snapshot)) {
        const { inquiries, notes } = usesOf(snapshot, document);
        assert.equal(inquiries + notes, backlinksOf(snapshot, document).length, document.path);
      }
    }
  });
});
