import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  backlinksOf,
  type Change,
  diagnostics,
  differencesBetween,
  documentsOf,
  graph,
  missingNotes,
  neighbourhood,
  rebuilt,
  resolvedReferencesOf,
  type Snapshot,
  summaryOf,
  Workspace,
  workspaceSymbols,
} from '../../../server/core/index.ts';
import { snapshotOf } from '../../fixture.ts';
import { corpus, history, holds } from '../arbitraries.ts';

// Invariant: a snapshot after any changes answers as one that was built from the same files at once.

/** A corpus through time, with the files that it is of. */
function corpusThroughTime(): { files: Map<string, Change>; apply: (changes: readonly Change[]) => Snapshot } {
  const files = new Map<string, Change>();
  const workspace = new Workspace(textIn(files), { minimumWords: 3 });
  return {
    files,
    apply: (changes) => {
      for (const change of changes) {
        if ('gone' in change) files.delete(change.path);
        else files.set(change.path, change);
      }
      return workspace.apply(changes);
    },
  };
}

const textIn = (files: ReadonlyMap<string, Change>) => (path: string) => {
  const file = files.get(path);
  return file && 'text' in file ? file.text : undefined;
};

const symbolsFor = (snapshot: Snapshot, query: string): unknown[] =>
  workspaceSymbols(snapshot, query).map(({ text, kind, document, span }) => [text, kind, document.path, span]);

/** Everything that there is to know, without the numbers by which an index calls things. */
function answers(snapshot: Snapshot): unknown {
  const documents = documentsOf(snapshot).map((document) => ({
    path: document.path,
    references: resolvedReferencesOf(snapshot, document).map(({ reference: { name, ...reference }, resolution }) => ({
      ...reference,
      status: resolution.status,
      targets:
        resolution.status === 'resolved'
          ? [resolution.target.path]
          : resolution.status === 'ambiguous'
            ? resolution.targets.map((each) => each.path)
            : [],
    })),
    diagnostics: diagnostics(snapshot, document),
    backlinks: backlinksOf(snapshot, document).map((citing) => [
      citing.document.path,
      citing.references.map((each) => each.span),
    ]),
  }));
  return {
    documents,
    missing: missingNotes(snapshot).map(({ name, ...note }) => note),
    graph: graph(snapshot),
    neighbourhood: neighbourhood(snapshot, null, 1, 5),
    symbols: ['', 'mud', 'why does', 'bread rise', 'learn'].map((query) => symbolsFor(snapshot, query)),
  };
}

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
      const anew = ended(rebuilt(snapshot));
      assert.deepEqual(anew && ended(differencesBetween(snapshot, anew, 20)), []);
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
  assert.deepEqual(ended(differencesBetween(now, anew, 20)), [
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
  assert.equal(ended(differencesBetween(now, anew, 3)).length, 3);
});

/** What some steps come to. */
function ended<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

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
