import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DocumentSymbol, documentSymbols, Workspace } from '../../../server/core/index.ts';
import { corpus, hardText, holds } from '../arbitraries.ts';

/** What the protocol asks of an outline (LSP 3.17, "DocumentSymbol"), and editors rely on. */
function isSound(symbols: readonly DocumentSymbol[], from: number, to: number, depth: number): void {
  assert.ok(depth < 12, 'it is not nested deeper than headings and entries go');
  let before = from;
  for (const { name, whole, focus, children } of symbols) {
    assert.ok(name.length > 0, 'it has a name');
    assert.ok(whole.start >= before, `“${name}” begins behind what is before it, and within what holds it`);
    assert.ok(whole.start <= focus.start && focus.end <= whole.end, `the words of “${name}” belong to it`);
    assert.ok(whole.end <= to, `“${name}” ends within what holds it`);
    isSound(children, whole.start, whole.end, depth + 1);
    before = whole.start;
  }
}

function check(path: string, text: string): void {
  const snapshot = new Workspace(() => text, { minimumWords: 3 }).apply([{ path, text }]);
  isSound(documentSymbols(snapshot, path), 0, text.length, 0);
}

test('property: the outline of any document holds together', () => {
  holds(corpus, (files) => {
    for (const { path, text } of files) check(path, text);
  });
});

test('property: that of any text does', () => {
  holds(hardText, (text) => {
    check('a.md', text);
    check('a.txt', `INQUIRING LINE\n${text}`);
  });
});

test('headings that skip levels, and as deep as they go', () => {
  check(
    'a.md',
    `# A\n###### F\n## B\n### C\n#### D\n##### E\n###### F\n####### no heading\n${'> '.repeat(200)}# deep\n`,
  );
});
