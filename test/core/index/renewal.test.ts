import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  atOnce,
  type Change,
  differencesBetween,
  documentsOf,
  Numbering,
  Renewal,
  readStock,
  rebuilt,
  type Snapshot,
  stockOf,
  Workspace,
  workspaceSymbols,
} from '../../../server/core/index.ts';
import { answers } from '../answers.ts';
import { history, holds } from '../arbitraries.ts';
import { textIn } from '../throughTime.ts';

// Invariant: a corpus that was made anew under other numbers answers as before, and knows no name that nobody uses.

const OPTIONS = { minimumWords: 3 };

/** What is done beside a change: nothing, some steps towards a corpus that is made anew, or all of them, so that it takes over. */
const moments = fc.array(fc.constantFrom('', 'begin', 'step', 'take up'), { minLength: 12, maxLength: 12 });

/** A corpus that is made anew now and then, while it changes. */
function renewedNowAndThen(): {
  files: Map<string, Change>;
  apply: (changes: readonly Change[]) => Snapshot;
  beside: (moment: string) => void;
  workspace: () => Workspace;
} {
  const files = new Map<string, Change>();
  let workspace = new Workspace(textIn(files), OPTIONS);
  let renewal: Renewal | undefined;
  let steps: Generator<void> | undefined;
  return {
    files,
    workspace: () => workspace,
    apply(changes) {
      for (const change of changes) {
        if ('gone' in change) files.delete(change.path);
        else files.set(change.path, change);
      }
      return workspace.apply(changes);
    },
    beside(moment) {
      if (moment === '') return;
      renewal ??= new Renewal(workspace.snapshot);
      steps ??= renewal.follow(workspace.snapshot);
      const most = moment === 'take up' ? Number.POSITIVE_INFINITY : 4;
      for (let step = 0; steps && step < most; step++) if (steps.next().done) steps = undefined;
      if (moment !== 'take up') return;
      atOnce(renewal.follow(workspace.snapshot));
      assert.ok(renewal.isAt(workspace.snapshot));
      assert.equal(renewal.workspace.snapshot.version, workspace.snapshot.version);
      workspace = renewal.workspace;
      renewal = undefined;
    },
  };
}

test('made anew at any moment, a corpus answers as one that is read anew', () => {
  holds(fc.tuple(history, moments), ([changes, each]) => {
    const { files, apply, beside, workspace } = renewedNowAndThen();
    for (const [at, batch] of changes.entries()) {
      beside(each[at % each.length]!);
      const snapshot = apply(batch);
      workspaceSymbols(snapshot, 'mud');
      const anew = atOnce(rebuilt(snapshot));
      assert.deepEqual(anew && atOnce(differencesBetween(snapshot, anew, 20)), []);
    }
    const anew = new Workspace(textIn(files), OPTIONS).apply([...files.values()]);
    assert.deepEqual(answers(workspace().snapshot), answers(anew));
    const before = workspace().snapshot;
    beside('take up');
    assert.deepEqual(answers(workspace().snapshot), answers(anew));
    assert.deepEqual(answers(before), answers(anew));
  });
});

/** All names, spellings and paths that a corpus knows, and the names that it looks for. */
function known({ snapshot: { keys, spellings, paths }, lexicon }: Workspace): Record<string, string[]> {
  const listed = (all: typeof keys): string[] => Array.from({ length: all.size }, (_, at) => all.string(at)).sort();
  const looked = Array.from(lexicon.names(), (name) => keys.string(name)).sort();
  return { keys: listed(keys), spellings: listed(spellings), paths: listed(paths), looked };
}

test('made anew, it knows as many names, spellings and paths as one that is read anew', () => {
  holds(fc.tuple(history, moments), ([changes, each]) => {
    const { files, apply, beside, workspace } = renewedNowAndThen();
    for (const [at, batch] of changes.entries()) {
      apply(batch);
      beside(each[at % each.length]!);
    }
    // Spellings of names that are asked for no more are forgotten with what was found of them.
    beside('take up');
    beside('take up');
    const anew = new Workspace(textIn(files), OPTIONS);
    anew.apply([...files.values()]);
    assert.deepEqual(known(workspace()), known(anew));
  });
});

/** What a corpus keeps for the next start, and what a start takes up from it: all keys and spellings. */
function kept({ snapshot, numbering, namesInUse, minimumWords }: Workspace): { keys: string[]; spellings: string[] } {
  const files = documentsOf(snapshot).map(({ path, sheet, finds }) => ({
    path,
    stamp: STAMP,
    sheet,
    ...(finds && { finds }),
  }));
  const pieces = [...stockOf(files, numbering, namesInUse, minimumWords, UTF8)].map((piece) => piece.slice());
  const fresh = new Numbering();
  assert.ok(readStock(new Uint8Array(Buffer.concat(pieces)).slice(), fresh, minimumWords, UTF8));
  const listed = (all: typeof fresh.keys): string[] =>
    Array.from({ length: all.size }, (_, at) => all.string(at)).sort();
  return { keys: listed(fresh.keys), spellings: listed(fresh.spellings) };
}

const STAMP = { size: 1, modified: 1, hash: 1 };
const UTF8 = {
  encode: (text: string) => new TextEncoder().encode(text),
  decode: (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
};

test('a title that is typed letter by letter is forgotten but for its last state, in memory and in what is kept', () => {
  const { apply, beside, workspace } = renewedNowAndThen();
  apply([{ path: 'mud.md', text: '# Why mud sticks\n' }]);
  const title = 'Does rain fall on the mud?';
  for (let end = 1; end <= title.length; end++)
    apply([{ path: 'rain.md', text: `# Rain\n\nWhy mud sticks, [[${title.slice(0, end)}]].\n` }]);
  assert.ok(workspace().snapshot.keys.size > 20);
  beside('take up');
  const all = {
    keys: ['does rain fall on the mud', 'mud', 'rain', 'why mud sticks'],
    spellings: ['Does rain fall on the mud?', 'Rain', 'Why mud sticks'],
  };
  const { keys, spellings } = known(workspace());
  assert.deepEqual({ keys, spellings }, all);
  assert.deepEqual(kept(workspace()), all);
});

test('it is time to make a corpus anew once it knows a tenth more than at first, and a thousand besides', () => {
  const { apply, beside, workspace } = renewedNowAndThen();
  apply([{ path: 'mud.md', text: '# Why mud sticks\n' }]);
  const grown: boolean[] = [];
  for (let at = 0; at < 1500; at++) {
    apply([{ path: 'rain.md', text: `# Rain\n\n[[Why is ${at} a number]]\n` }]);
    if (at % 300 === 0) grown.push(workspace().isOvergrown);
  }
  assert.deepEqual(grown, [false, false, true, true, true]);
  beside('take up');
  assert.equal(workspace().isOvergrown, false);
});
