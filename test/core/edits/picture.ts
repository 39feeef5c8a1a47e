import assert from 'node:assert/strict';
import { edited, type FileEdits, nameAt, type Refused } from '../../../server/core/index.ts';

/** The files after some edits; each must be of the text that is there, in order and without overlap. */
export function applied(files: ReadonlyMap<string, string>, edits: readonly FileEdits[]): Map<string, string> {
  const after = new Map(files);
  assert.equal(new Set(edits.map(({ path }) => path)).size, edits.length, 'each file once');
  for (const { path, edits: own } of edits) {
    const text = files.get(path)!;
    let free = 0;
    for (const { span, before } of own) {
      assert.ok(span.start >= free && span.end <= text.length, `${path}: edits in order`);
      assert.equal(nameAt(text, span), before, `${path}: an edit knows what it replaces`);
      free = span.end;
    }
    after.set(path, edited(text, own));
  }
  return after;
}

/** Files as a picture again; those that are as before are left out. */
export function changedFiles(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string {
  const changed = [...after].filter(([path, text]) => before.get(path) !== text);
  return changed.map(([path, text]) => `=== ${path}\n${text}`).join('');
}

/** Takes a refusal for a failure of the test. */
export function granted<T extends object>(answer: T | Refused): T {
  assert.ok(!('refused' in answer), `refused: ${(answer as Refused).refused}`);
  return answer as T;
}
