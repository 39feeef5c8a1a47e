import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  atOnce,
  type Change,
  diagnostics,
  differencesBetween,
  documentsOf,
  rebuilt,
  type Snapshot,
  summaryOf,
  Workspace,
  workspaceSymbols,
} from '../../../server/core/index.ts';
import { snapshotOf } from '../../fixture.ts';
import { answers } from '../answers.ts';
import { corpus, history, holds } from '../arbitraries.ts';
import { corpusThroughTime, textIn } from '../throughTime.ts';

// Invariant: a snapshot after any changes answers as one that was built from the same files at once.

/** What is wrong in each document, near titles aside: those may change with any title anywhere. */
function faults(snapshot: Snapshot): Map<string, string> {
  return new Map(
    documentsOf(snapshot).map((document) => {
      const titles = summaryOf(snapshot, document)!.questions.filter(({ inside, closed }) => inside && closed);
      const found = diagnostics(snapshot, document).flatMap((each): unknown[] => {
        if (each.code === 'dangling-reference')
          return [{ ...each, message: each.message.replace(/ Did you mean .*/s, ''), related: [] }];
        if (each.code !== 'possible-reference') return [each];
        return titles.some(({ start }) => start === each.span.start) ? [each.span] : [];
      });
      return [document.path, JSON.stringify(found)];
    }),
  );
}

test('an increment equals a rebuild', () => {
  holds(history, (changes) => {
    const { files, apply } = corpusThroughTime();
    let snapshot: Snapshot | undefined;
    for (const batch of changes) {
      snapshot = apply(batch);
      // What is worked out once it is asked for must not be kept too long.
      workspaceSymbols(snapshot, 'mud');
    }
    const anew = new Workspace(textIn(files), { minimumWords: 3 }).apply([...files.values()]);
    assert.deepEqual(answers(snapshot!), answers(anew));
  });
});

test('what `noteCorpus.paranoid` compares is the same too: a corpus that is read anew, in steps', () => {
  holds(history, (changes) => {
    const { apply } = corpusThroughTime();
    for (const batch of changes) {
      const snapshot = apply(batch);
      const anew = atOnce(rebuilt(snapshot));
      assert.deepEqual(anew && atOnce(differencesBetween(snapshot, anew, 20)), []);
    }
  });
});

test('snapshots of other files differ, and it is said in what', () => {
  const now = snapshotOf(
    new Map([
      ['a.md', '# Why mud sticks\n'],
      ['b.md', '# Rain\n\nIt is Why mud sticks and [[Sand]].\n'],
      ['c.md', '# Rain\n'],
      ['e.md', '# Words\n'],
    ]),
  );
  const anew = snapshotOf(
    new Map([
      ['a.md', '# Why mud dries\n'],
      ['b.md', '# Rain\n\nIt is Why mud sticks and [[Rain]].\n'],
      ['d.md', '# Rain\n'],
      ['e.md', '# Words\n\nThe [[Why mud dries]].\n'],
    ]),
  );
  assert.deepEqual(atOnce(differencesBetween(now, anew, 20)), [
    '“a.md”: another title',
    '“a.md”: read otherwise',
    '“a.md”: used by others',
    '“b.md”: read otherwise',
    '“b.md”: mention in line 3, character 7 that leads to “a.md”, and would be wikilink in line 3, character 28 that leads to “b.md” or “d.md”',
    '“c.md” is a document, and would be none',
    '“e.md”: read otherwise',
    '“e.md”: no reference is known that would be wikilink in line 3, character 7 that leads to “a.md”',
    '“d.md” is no document, and would be one',
    'other files are there',
    '1 notes are missing, and 0 would be',
  ]);
  assert.equal(atOnce(differencesBetween(now, anew, 3)).length, 3);
});

test('a document in which something else is wrong than before is touched', () => {
  holds(history, (changes) => {
    const { apply } = corpusThroughTime();
    let before = new Map<string, string>();
    for (const batch of changes) {
      const snapshot = apply(batch);
      const touched = new Set([...snapshot.touched].map((id) => snapshot.paths.string(id)));
      const after = faults(snapshot);
      for (const path of new Set([...before.keys(), ...after.keys()])) {
        if (before.get(path) !== after.get(path))
          assert.ok(touched.has(path), `${path}: ${before.get(path)} → ${after.get(path)}`);
      }
      before = after;
    }
  });
});

test('a snapshot answers the same after it has had successors', () => {
  holds(
    history,
    (changes) => {
      const { apply } = corpusThroughTime();
      const first = apply(changes[0]!);
      const before = answers(first);
      for (const batch of changes.slice(1)) apply(batch);
      assert.deepEqual(answers(first), before);
    },
    400,
  );
});

test('answers do not depend on the order in which files are loaded', () => {
  holds(corpus, (files) => {
    const load = (list: readonly Change[]): Snapshot => {
      const { apply } = corpusThroughTime();
      return list.map((file) => apply([file])).at(-1)!;
    };
    const forwards = answers(load(files));
    assert.deepEqual(answers(load(files.toReversed())), forwards);
    assert.deepEqual(answers(corpusThroughTime().apply(files)), forwards);
  });
});
