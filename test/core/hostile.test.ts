import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  diagnostics,
  documentAt,
  documentSymbols,
  graph,
  missingNotes,
  neighbourhood,
  summarize,
} from '../../server/core/index.ts';
import { snapshotOf } from '../fixture.ts';

// Generous bounds, for a slow machine: what is quadratic takes minutes at these sizes.

/** How long it takes to read a text in each layout. */
function check(text: string, milliseconds = 6000): void {
  for (const [path, whole] of [
    ['a.md', text],
    ['a.txt', `INQUIRING LINE\n\nWhy mud sticks\n\n${text}`],
  ] as const) {
    const before = performance.now();
    summarize(path, whole);
    const taken = performance.now() - before;
    assert.ok(taken < milliseconds, `${path}: ${Math.round(taken)} ms for ${JSON.stringify(text.slice(0, 40))}…`);
  }
}

test('brackets, marks and fences that never end', () => {
  for (const piece of ['[[', '`', '[[ mud\n\n', '`mud\n\n', '://', '```\n', '~~~ mud\n', '\n', '\r', '\0'])
    check(piece.repeat(20_000));
  check(`# Why${'_'.repeat(50_000)}mud sticks\n`);
  check(`---\nkind: note\n---\n## Sources\n\n- Why${' '.repeat(50_000)}mud\n`);
});

test('many blocks, links, code spans and sections', () => {
  check('[[Why mud sticks]]\n'.repeat(2500));
  check('[[Why mud sticks]] `code` https://example.org\n\n'.repeat(4000));
  check('## Sources 2 notes\n\n- [[Why mud sticks]]\n\n'.repeat(2000));
});

test('quotes nested deeper than a stack is high', () => {
  check(`${'>'.repeat(12_000)} Why mud sticks`, 20_000);
});

test('an index of thousands of notes, and what is asked of it', () => {
  const index = `# Index\n\n${Array.from({ length: 4000 }, (_, at) => `- [[Why mud ${at} sticks]]\n`).join('')}`;
  const files = new Map([['index.md', index]]);
  for (let at = 0; at < 2000; at++) files.set(`${at}.md`, `# Why mud ${at} sticks\n`);
  const before = performance.now();
  const snapshot = snapshotOf(files);
  assert.equal(missingNotes(snapshot).length, 2000);
  assert.equal(graph(snapshot).edges.length, 4000);
  assert.equal(neighbourhood(snapshot, 'index.md', 2, 100).omitted, 3901);
  assert.equal(neighbourhood(snapshot, null, 1, 100).omitted, 3901);
  assert.equal(documentSymbols(snapshot, 'index.md').length, 1);
  assert.ok(performance.now() - before < 8000);
});

test('many documents of one title', () => {
  const files = new Map<string, string>();
  for (let at = 0; at < 1000; at++) files.set(`${at}.md`, '# Notes of the day\n');
  files.set('a.md', '# Today\n\n[[Notes of the day]]\n');
  const before = performance.now();
  const snapshot = snapshotOf(files);
  assert.equal(diagnostics(snapshot, documentAt(snapshot, 'a.md')!)[0]?.related.length, 1000);
  assert.ok(performance.now() - before < 8000);
});
