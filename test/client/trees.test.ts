import './standIn.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventEmitter, trees, Uri } from './vscode.ts';

const { openMissing } = await import('../../client/panels/missing.ts');
const { openOutgoing } = await import('../../client/panels/outgoing.ts');

// Rows of the trees are made of words of notes: what they are called, say and can do is not.

const corpus = 'file:///notes';
const uri = `${corpus}/a.md`;
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

const HOSTILE = [
  'Why mud sticks',
  // As what stands below another row is called.
  `Why mud sticks/${uri}`,
  `"Why mud sticks"/${uri}`,
  `Why mud sticks/${uri}#0`,
  'more',
  'document.related',
  '[Why](command:workbench.action.terminal.new) $(zap) <b>',
  'a\u0000b\u202ec\u2066d\ne\u001b[31m',
  '\ud800 half',
  '__proto__',
  'so '.repeat(10_000),
];

const place = { uri, range, form: 'mention', role: 'body', sentence: HOSTILE.join(' '), highlight: [0, 3] };

const answers: Record<string, unknown> = {
  'noteCorpus/missingNotes': {
    total: 1000,
    notes: HOSTILE.map((title) => ({ title, corpus, inquiries: 1, documents: 1, places: 1 })),
  },
  'noteCorpus/missingPlaces': [{ uri, title: HOSTILE.at(-2), kind: 'note', places: [place, place] }],
  'noteCorpus/outgoing': {
    ...{ uri, title: HOSTILE[0], kind: 'note', corpus },
    groups: (['sources', 'body'] as const).map((role) => ({
      role,
      total: 1000,
      rows: (['missing', 'ambiguous', 'broken'] as const).flatMap((status) =>
        HOSTILE.map((title) => {
          const targets = status === 'ambiguous' ? [{ uri, title, kind: 'note' }] : [];
          return { title, status, targets, places: 2, first: range, relation: { sentence: title, type: title } };
        }),
      ),
    })),
  },
  'noteCorpus/outgoingPlaces': [place, { ...place, relation: { sentence: HOSTILE[6], type: null } }],
};

const session = {
  active: true,
  running: true,
  status: [{ folder: corpus, isCorpus: true, missing: 1 }],
  ask: async (method: string) => answers[method] ?? assert.fail(method),
  onDidChangeState: new EventEmitter().event,
  onDidChangeCorpus: new EventEmitter().event,
} as never;

/** All rows of a tree, unfolded. */
async function rowsOf(id: string) {
  const tree = trees.get(id)!;
  await new Promise((resolve) => setTimeout(resolve, 20));
  const below = async (row?: unknown): Promise<unknown[]> => {
    const children = await tree.getChildren(row);
    return (await Promise.all(children.map(async (each) => [each, ...(await below(each))]))).flat();
  };
  return (await below()).map((row) => tree.getTreeItem(row));
}

for (const [id, open] of [
  ['noteCorpus.missing', () => openMissing(session)],
  [
    'noteCorpus.outgoing',
    () =>
      openOutgoing(session, {
        uri: Uri.parse(uri),
        onDidChange: new EventEmitter().event,
        watch: () => ({ dispose: () => {} }),
      } as never),
  ],
] as const) {
  test(`${id}: no title is taken for the id of another row, a kind of row, or markup`, async () => {
    const tree = open();
    const rows = await rowsOf(id);
    tree.dispose();
    assert.ok(rows.length > 3 * HOSTILE.length, `${rows.length}`);
    const ids = rows.map((row) => row.id).filter((each) => each !== undefined);
    // VS Code refuses a tree in which two are the same.
    assert.deepEqual(
      ids.filter((each, at) => ids.indexOf(each) !== at),
      [],
    );
    for (const { label, tooltip, contextValue } of rows) {
      const text = typeof label === 'string' ? label : (label as { label: string }).label;
      assert.ok(text.length <= 320);
      assert.doesNotMatch(text, /[\p{Cc}\u202e\u2066]/u);
      assert.ok(tooltip === undefined || typeof tooltip === 'string', 'a string is shown as it is');
      assert.match(contextValue ?? '', /^(document|missing|)$/);
    }
  });
}
