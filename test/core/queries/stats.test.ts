import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Diagnostic,
  disagreementsIn,
  documentsOf,
  missingNotes,
  resolvedReferencesOf,
  type Snapshot,
  type Stats,
  statsOf,
  usesOf,
} from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';
import { corpus, holds } from '../arbitraries.ts';

function counted(snapshot: Snapshot, most = 10): Stats {
  const steps = statsOf(snapshot, most);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

const CORPUS = `
=== mud.txt
Why does mud stick?
Clay holds on, as What is clay? says.
Inquiring lines that use this note as a source 2
- Does rain cause mud?
- Does fog cause mud?
=== clay.md
# What is clay?
Plates, see [[Who knows more?]] and [the mud](mud.txt), [gone](gone.md).
=== rain.txt
INQUIRING LINE

Does rain cause mud?

We know Why does mud stick?. And again Why does mud stick?, too.

Sources 2 notes

Why does mud stick?

Clay holds on.

Who knows more?

Nobody.
=== alone.md
# All alone, see [[all alone]]
=== none.md
---
kind: note
---
# A note that nobody uses
[[Twice]]
=== one.md
# Twice
=== two.md
# Twice
`;

test('a corpus in numbers', () => {
  const stats = counted(snapshotOf(readFixture(CORPUS).files));
  const none = { resolved: 0, dangling: 0, ambiguous: 0 };
  assert.deepEqual(
    { ...stats, mostUsed: 0, orphans: 0, unused: 0, missing: 0, disagreeing: 0 },
    {
      documents: 7,
      kinds: { note: 2, inquiry: 1, page: 4 },
      layouts: { spaced: 1, dense: 1, markdown: 5 },
      references: 11,
      forms: {
        mention: { resolved: 3, dangling: 0, ambiguous: 0 },
        wikilink: { resolved: 0, dangling: 1, ambiguous: 1 },
        link: { resolved: 1, dangling: 1, ambiguous: 0 },
        entry: { resolved: 2, dangling: 2, ambiguous: 0 },
      },
      roles: {
        body: { resolved: 4, dangling: 2, ambiguous: 1 },
        sources: { resolved: 1, dangling: 1, ambiguous: 0 },
        'used-by': { resolved: 1, dangling: 1, ambiguous: 0 },
        related: none,
        papers: none,
        prompt: none,
        next: none,
        'original-title': none,
      },
      mostUsed: 0,
      orphans: 0,
      unused: 0,
      missing: 0,
      disagreeing: 0,
    },
  );
});

/** The lists, a line each. */
function lists(stats: Stats): Record<string, string[]> {
  return {
    mostUsed: stats.mostUsed.first.map(({ document, inquiries, notes }) => `${document.path} ${inquiries} + ${notes}`),
    orphans: stats.orphans.first.map(({ path }) => path),
    unused: stats.unused.first.map(({ path }) => path),
    missing: stats.missing.first.map(({ title, inquiries, places }) => `${title} ${inquiries} in ${places}`),
  };
}

test('what is used most, what nobody names, what is missing', () => {
  const snapshot = snapshotOf(readFixture(CORPUS).files);
  assert.deepEqual(lists(counted(snapshot)), {
    mostUsed: ['mud.txt 1 + 1', 'clay.md 0 + 1'],
    orphans: ['alone.md'],
    unused: ['none.md'],
    missing: ['Who knows more? 1 in 2', 'Does fog cause mud? 0 in 1'],
  });
  const one = counted(snapshot, 1);
  assert.deepEqual(lists(one), {
    mostUsed: ['mud.txt 1 + 1'],
    orphans: ['alone.md'],
    unused: ['none.md'],
    missing: ['Who knows more? 1 in 2'],
  });
  assert.deepEqual([one.mostUsed.total, one.missing.total], [2, 2]);
});

test('nothing in an empty corpus', () => {
  const stats = counted(snapshotOf(new Map()));
  assert.deepEqual(lists(stats), { mostUsed: [], orphans: [], unused: [], missing: [] });
  assert.deepEqual([stats.documents, stats.references, stats.disagreeing.total], [0, 0, 0]);
});

test('sources disagree where a finding says so: with the body, the number, other inquiries', () => {
  // By the findings alone: which texts have them is a matter of the diagnostics.
  const codes = [
    'summary-drift',
    'dangling-reference',
    'unlisted-source',
    'unlisted-source',
    'stale-backlink',
  ] as const;
  assert.deepEqual(disagreementsIn(codes.map((code): Pick<Diagnostic, 'code'> => ({ code }))), [
    { code: 'unlisted-source', count: 2 },
    { code: 'summary-drift', count: 1 },
  ]);
  assert.deepEqual(disagreementsIn([]), []);
});

test('property: the numbers are those that the single questions give', () => {
  holds(corpus, (files) => {
    const snapshot = snapshotOf(new Map(files.map(({ path, text }) => [path, text])));
    const documents = documentsOf(snapshot);
    const stats = counted(snapshot, 1000);
    const used = documents
      .filter(({ kind }) => kind !== 'inquiry')
      .map((document) => ({ document, ...usesOf(snapshot, document) }))
      .filter(({ inquiries, notes }) => inquiries + notes > 0);
    assert.deepEqual(
      [...stats.mostUsed.first].sort((a, b) => (a.document.path < b.document.path ? -1 : 1)),
      used,
    );
    assert.deepEqual(stats.missing.first, missingNotes(snapshot));
    const references = documents.flatMap((document) => resolvedReferencesOf(snapshot, document));
    assert.equal(stats.references, references.length);
    for (const tallies of [stats.forms, stats.roles]) {
      const sum = Object.values(tallies).reduce((all, each) => all + each.resolved + each.dangling + each.ambiguous, 0);
      assert.equal(sum, references.length);
    }
    for (const orphan of stats.orphans.first) {
      assert.deepEqual(usesOf(snapshot, orphan), { inquiries: 0, notes: 0 });
      assert.ok(
        resolvedReferencesOf(snapshot, orphan).every(
          ({ reference, resolution }) =>
            reference.form === 'link' || (resolution.status === 'resolved' && resolution.target === orphan),
        ),
      );
    }
  });
});
