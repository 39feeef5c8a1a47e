import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  documentAt,
  documentsOf,
  namesAt,
  readStock,
  resolvedReferencesOf,
  type Snapshot,
  type Stocked,
  stockOf,
  type Utf8,
  Workspace,
} from '../../../server/core/index.ts';
import { readFixture } from '../../fixture.ts';

const utf8: Utf8 = {
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
};

/** What a corpus says, as lines: who has which titles, and what is named where. */
function said(snapshot: Snapshot): string {
  return documentsOf(snapshot)
    .flatMap((document) => [
      `${document.path}: ${document.kind} “${document.title.text}”`,
      ...resolvedReferencesOf(snapshot, document).map(({ reference, resolution }) => {
        const { start, end } = reference.span;
        return `  ${start}–${end} ${reference.form} in ${reference.role} ${reference.text} ${resolution.status}`;
      }),
    ])
    .join('\n');
}

const CORPUS = `
=== soil/mud.md
# Why does mud stick to boots?
It is 🐝 clay, as Does rain matter at all? says.
=== rain.txt
INQUIRING LINE
Does rain matter at all?
So Why does mud stick to boots? and [[Gone]], or [[mud|wet]].
Sources 1 note
Why does mud stick to boots?
Clay holds on.
=== café.md
Nobody names it.
`;

/** The corpus as bytes: each file with a stamp of its own; and as it is read from them. */
function kept(workspace: Workspace, paths: readonly string[]): { bytes: Uint8Array; files: Stocked[] } {
  const files = paths.map((path, at): Stocked => {
    const stamp = { size: at + 0.5, modified: 1_700_000_000_000 + at, hash: 0xffff_ffff - at };
    const document = documentAt(workspace.snapshot, path);
    if (!document) return { path, stamp };
    const { sheet, finds } = document;
    return { path, stamp, sheet, ...(finds && { finds }) };
  });
  const { numbering, namesInUse, minimumWords } = workspace;
  const parts = [...stockOf(files, numbering, namesInUse, minimumWords, utf8)];
  return { bytes: Uint8Array.from(Buffer.concat(parts)), files };
}

function read(): { files: ReadonlyMap<string, string>; workspace: Workspace } {
  const { files } = readFixture(CORPUS);
  const workspace = new Workspace((path) => files.get(path), { minimumWords: 3 });
  workspace.apply([...files].map(([path, text]) => ({ path, text })));
  return { files, workspace };
}

test('a corpus that was kept as bytes says what it said, and reads no text for it', () => {
  const { files, workspace } = read();
  // A name that nobody has any more is not kept.
  workspace.apply([{ path: 'old.md', text: '# Who was here before us?\n' }]);
  workspace.apply([{ path: 'old.md', gone: true }]);
  const { bytes, files: before } = kept(workspace, [...files.keys(), 'oven.png']);
  const texts: string[] = [];
  const again = new Workspace(
    (path) => {
      texts.push(path);
      return files.get(path);
    },
    { minimumWords: 3 },
  );
  const stock = readStock(bytes, again.numbering, 3, utf8)!;
  again.resume(stock.names);
  const after = [...stock.files.values()];
  assert.deepEqual(
    after.map(({ path, stamp }) => ({ path, stamp })),
    before.map(({ path, stamp }) => ({ path, stamp })),
  );
  assert.deepEqual(
    after.map(({ path, sheet, finds }) => `${path} ${sheet !== undefined} ${finds !== undefined}`),
    ['soil/mud.md true true', 'rain.txt true true', 'café.md true true', 'oven.png false false'],
  );
  again.apply(
    after.map(({ path, sheet, finds }) =>
      sheet
        ? { path, condensed: { sheet, finds: finds!, scanned: again.lexicon.size } }
        : { path, present: true as const },
    ),
  );
  assert.equal(said(again.snapshot), said(workspace.snapshot));
  assert.deepEqual(texts, []);
  const names = Array.from(stock.names, (name) => again.numbering.keys.string(name));
  assert.deepEqual(names.sort(), ['does rain matter at all', 'why does mud stick to boots']);
});

test('what was kept for shorter or longer names is of no use', () => {
  const { files, workspace } = read();
  const { bytes } = kept(workspace, [...files.keys()]);
  for (const least of [2, 4]) {
    assert.equal(
      readStock(bytes, new Workspace(() => undefined, { minimumWords: least }).numbering, least, utf8),
      undefined,
    );
  }
});

test('the names at a place of a text that is no part of the corpus yet', () => {
  const { workspace } = read();
  const at = (picture: string): string[] => {
    const { files, cursor } = readFixture(`=== new.md\n${picture}\n`);
    const names = namesAt(workspace, files.get('new.md')!, cursor!);
    return [...names].map((name) => workspace.numbering.keys.string(name));
  };
  const mud = 'why does mud stick to boots';
  assert.deepEqual(at('So $0Why does mud stick to boots?.'), [mud]);
  assert.deepEqual(at('So Why does mud stick to boots$0?.'), [mud]);
  assert.deepEqual(at('So Why does mud stick to boots?$0.'), [mud], 'behind its mark, too');
  assert.deepEqual(at('So Why does mud stick to boots?.$0'), []);
  assert.deepEqual(at('So$0 Why does mud stick to boots?.'), []);
  assert.deepEqual(at('[[mud|w$0et]] [[Gone]]'), ['mud']);
  assert.deepEqual(at('[[mud|wet]] and [[G$0one]]'), ['gone']);
  assert.deepEqual(at('[[mud|wet]] a$0nd [[Gone]]'), []);
});
