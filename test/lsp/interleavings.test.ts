import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { agrees } from '../../client/edits/agrees.ts';
import {
  carryOut,
  documentAt,
  documentsOf,
  type FileEdits,
  offers,
  rename,
  updateLists,
} from '../../server/core/index.ts';
import type { Corpus } from '../../server/lsp/corpus.ts';
import { proven } from '../../server/lsp/proof.ts';
import type { ProvenEdit } from '../../server/protocol.ts';
import { corpus } from '../core/arbitraries.ts';
import { snapshotOf } from '../fixture.ts';

// Somebody types while an edit is on its way: it is applied to the very texts that it was made for, as a whole, or not at all.
// The judge is the client's (`client/edits/agrees.ts`), without an editor around it.

/** What happens to a file meanwhile: letters that come or go at some place, or go and come back. */
const happening = fc.record({
  file: fc.nat(6),
  at: fc.nat(400),
  what: fc.constantFrom('types', 'types', 'deletes', 'undoes', 'saves'),
});

interface File {
  readonly isOpen: boolean;
  document: TextDocument;
}

/** Replaces a stretch, as an editor does it: with another version. */
function put(file: File, start: number, end: number, text: string): void {
  const { document } = file;
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  const next = TextDocument.applyEdits(document, [{ range, newText: text }]);
  file.document = TextDocument.create(document.uri, 'x', document.version + 1, next);
}

function happen(file: File, at: number, what: string, mark: string): void {
  const length = file.document.getText().length;
  const place = Math.min(at, length);
  if (what === 'types') put(file, place, place, mark);
  if (what === 'deletes') put(file, place, Math.min(length, place + 3), '');
  if (what === 'undoes') {
    put(file, place, place, mark);
    put(file, place, place + mark.length, '');
  }
}

/** So often something happens to each edit, each time something else. */
const TIMES = 5;

/** Applies an edit as the client does: all files agree in this moment, or nothing is done. Answers whether it was. */
function apply(files: ReadonlyMap<string, File>, edit: ProvenEdit): boolean {
  const shown = (uri: string) => {
    const document = files.get(uri)?.document;
    return (
      document && {
        isClosed: false,
        version: document.version,
        text: document.getText(),
        textIn: (range: ProvenEdit['files'][number]['edits'][number]['range']) => document.getText(range),
      }
    );
  };
  if (!edit.files.every((each) => agrees(shown(each.uri), each))) return false;
  for (const { uri, edits } of edit.files) {
    const file = files.get(uri)!;
    const text = TextDocument.applyEdits(
      file.document,
      edits.map(({ range, after }) => ({ range, newText: after })),
    );
    put(file, 0, file.document.getText().length, text);
  }
  return true;
}

const granted = (edits: readonly FileEdits[] | { refused: string }): readonly FileEdits[] =>
  'refused' in edits ? [] : edits;

test('ten thousand interleavings of typing and applying: no letter is lost, and nothing is half done', () => {
  let [runs, applied, refused] = [0, 0, 0];
  const before = fc.array(happening, { maxLength: 3 });
  const after = fc.oneof(fc.constant([]), fc.array(happening, { maxLength: 3 }));
  const lates = fc.array(after, { minLength: TIMES, maxLength: TIMES });
  const property = fc.property(corpus, before, lates, fc.nat(), fc.nat(31), (all, early, lates, nth, open) => {
    runs += TIMES;
    const files = new Map<string, File>(
      all.map(({ path, text }, at) => [
        path,
        { isOpen: ((open >> at) & 1) === 1, document: TextDocument.create(path, 'x', 1, text) },
      ]),
    );
    const list = [...files.values()];
    const meanwhile = (each: { file: number; at: number; what: string }, mark: string): void =>
      happen(list[each.file % list.length]!, each.at, each.what, mark);
    early.forEach((each, at) => {
      meanwhile(each, `«${at}»`);
    });
    const texts = (): Map<string, string> =>
      new Map([...files].map(([path, { document }]) => [path, document.getText()]));
    const then = texts();
    const snapshot = snapshotOf(then);
    const documents = documentsOf(snapshot);
    const subject = documents[nth % Math.max(1, documents.length)];
    if (!subject) return;
    const server = {
      uris: { uriOf: (path: string) => path },
      textOf: (path: string) => files.get(path)!.document.getText(),
      versionOf: (path: string) => (files.get(path)!.isOpen ? files.get(path)!.document.version : undefined),
      documentAt: (path: string) => documentAt(snapshot, path),
    };
    const place = { path: subject.path, offset: subject.title.span.start };
    const renamed = rename(snapshot, place, 'Zebras walk by night', { keepAlias: true, moves: false });
    const offered = offers(snapshot, subject, { start: 0, end: subject.length }, true).find(
      ({ what }) => what.do !== 'create',
    );
    const edits = [
      () => ('files' in renamed ? renamed.files : []),
      () => (offered && offered.what.do !== 'create' ? granted(carryOut(snapshot, subject, offered.what)) : []),
      () => updateLists(snapshot, documents).files,
    ][nth % 3]!();
    if (edits.length === 0) return;
    const edit = proven(server as unknown as Corpus, 'Edit', edits);
    const made = new Map([...files].map(([path, { document }]) => [path, document]));
    for (const late of lates) {
      for (const [path, file] of files) file.document = made.get(path)!;
      late.forEach((each, at) => {
        meanwhile(each, `»${at}«`);
      });
      const now = texts();
      const isDone = apply(files, edit);
      const changed = edit.files.filter(({ uri }) => now.get(uri) !== then.get(uri));
      if (isDone) {
        applied++;
        assert.deepEqual(changed, [], 'the texts are those that the edit was made for');
        for (const { path } of edits) assert.notEqual(texts().get(path), then.get(path));
        for (const [path, text] of texts())
          if (!edits.some((each) => each.path === path)) assert.equal(text, now.get(path));
      } else {
        refused++;
        assert.deepEqual(texts(), now, 'what was refused has done nothing');
        assert.ok(late.length > 0, 'nothing is refused while nobody does anything');
      }
      // What was typed is there, early or late, but for what somebody deleted.
      if (![...early, ...late].some(({ what }) => what === 'deletes')) {
        const whole = [...texts().values()].join('');
        for (const text of now.values())
          for (const [mark] of text.matchAll(/[«»]\d[«»]/g)) assert.ok(whole.includes(mark) || isDone);
      }
    }
  });
  const numRuns = Number(process.env.RUNS ?? 2000);
  fc.assert(property, { seed: 20260101, numRuns });
  console.log(`# ${JSON.stringify({ runs, applied, refused })}`);
  assert.ok(
    runs >= TIMES * numRuns && applied > runs / 10 && refused > runs / 20,
    JSON.stringify({ runs, applied, refused }),
  );
});
