import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  carryOut,
  diagnostics,
  documentAt,
  documentSymbols,
  graph,
  missingNotes,
  neighbourhood,
  newNote,
  offers,
  sourceOffers,
  summarize,
} from '../../server/core/index.ts';
import { cpuNow } from '../cpu.ts';
import { snapshotOf } from '../fixture.ts';
import { hardText, holds } from './arbitraries.ts';

// Generous bounds, for a slow machine: what is quadratic takes minutes at these sizes. It is the time of this process that counts,
// since others may keep the machine busy.

/** How long it takes to read a text in each layout. */
function check(text: string, milliseconds = 6000): void {
  for (const [path, whole] of [
    ['a.md', text],
    ['a.txt', `INQUIRING LINE\n\nWhy mud sticks\n\n${text}`],
  ] as const) {
    const before = cpuNow();
    summarize(path, whole);
    const taken = cpuNow() - before;
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

test('question marks, and what may begin a question, without end', () => {
  for (const piece of [
    '?',
    '? ',
    'Why ',
    'Why does mud stick? ',
    'so Why does mud stick?, ',
    'Is? Is it wet? ',
    'Why Is It ',
    '. Why * _ ',
    '[[a]] Why does mud stick?. ',
    '?.\n',
    "Why' ",
    '— Is it wet?',
  ])
    check(`${piece.repeat(20_000)}?`);
  check(`so Why${' '.repeat(100_000)}mud dries fast?, ${'so Is it wet'.repeat(20_000)}?${'*'.repeat(100_000)}.`);
});

test('thousands of questions that are nearly titles, among thousands of titles', () => {
  const files = new Map<string, string>();
  for (let at = 0; at < 3000; at++) files.set(`${at}.md`, `# Why does the mud of river ${at} stick to the boots?\n`);
  const asked = Array.from({ length: 3000 }, (_, at) => `so Why does mud of a river ${at} stick to boots?, `);
  files.set('a.md', `# All of it\n\n${asked.join('')}\n${'Why does the mud of it stick? '.repeat(3000)}`);
  const before = cpuNow();
  const snapshot = snapshotOf(files);
  assert.equal(diagnostics(snapshot, documentAt(snapshot, 'a.md')!).length, 3000);
  assert.ok(cpuNow() - before < 20_000, `${Math.round(cpuNow() - before)} ms`);
});

test('quotes nested deeper than a stack is high', () => {
  check(`${'>'.repeat(12_000)} Why mud sticks`, 20_000);
});

test('an index of thousands of notes, and what is asked of it', () => {
  const index = `# Index\n\n${Array.from({ length: 4000 }, (_, at) => `- [[Why mud ${at} sticks]]\n`).join('')}`;
  const files = new Map([['index.md', index]]);
  for (let at = 0; at < 2000; at++) files.set(`${at}.md`, `# Why mud ${at} sticks\n`);
  const before = cpuNow();
  const snapshot = snapshotOf(files);
  assert.equal(missingNotes(snapshot).length, 2000);
  assert.equal(graph(snapshot).edges.length, 4000);
  assert.equal(neighbourhood(snapshot, 'index.md', 2, 100).omitted, 3901);
  assert.equal(neighbourhood(snapshot, null, 1, 100).omitted, 3901);
  assert.equal(documentSymbols(snapshot, 'index.md').length, 1);
  assert.ok(cpuNow() - before < 8000);
});

test('many documents of one title', () => {
  const files = new Map<string, string>();
  for (let at = 0; at < 1000; at++) files.set(`${at}.md`, '# Notes of the day\n');
  files.set('a.md', '# Today\n\n[[Notes of the day]]\n');
  const before = cpuNow();
  const snapshot = snapshotOf(files);
  assert.equal(diagnostics(snapshot, documentAt(snapshot, 'a.md')!)[0]?.related.length, 1000);
  assert.ok(cpuNow() - before < 8000);
});

test('whatever the texts, what can be done about them is offered and done, or refused', () => {
  holds(hardText, (text) => {
    for (const path of ['a.md', 'a.txt']) {
      const whole = path === 'a.md' ? text : `INQUIRING LINE\n\nWhy mud sticks\n\n${text}`;
      const files = new Map([
        [path, whole],
        ['b.md', '# Why mud sticks\n'],
        ['c/b.md', '# why mud sticks?\n## a\n'],
      ]);
      const snapshot = snapshotOf(files);
      const document = documentAt(snapshot, path);
      if (!document) continue;
      const all = [
        ...offers(snapshot, document, { start: 0, end: whole.length }, true),
        ...sourceOffers(snapshot, document),
      ];
      for (const { what } of all) {
        if (what.do !== 'create') carryOut(snapshot, document, what);
        else newNote(snapshot, what.title);
      }
    }
    newNote(snapshotOf(new Map()), text);
  });
});

test('a title that hundreds of inquiries ask for, and a text with thousands of references', () => {
  const files = new Map<string, string>();
  for (let at = 0; at < 500; at++)
    files.set(`${at}.md`, `# Why is ${at} so\n## Sources 1 note\n- [[What is it]] — so\n`);
  const lines = Array.from(
    { length: 1000 },
    (_, at) => `Why is ${at % 500} so, [[Why is ${at % 500} so]]. [[What is ti]]\n`,
  );
  files.set('all.md', `# All of it\n\n${lines.join('\n')}`);
  const before = cpuNow();
  const snapshot = snapshotOf(files);
  const all = documentAt(snapshot, 'all.md')!;
  assert.ok('text' in newNote(snapshot, 'What is it'));
  assert.ok(offers(snapshot, all, { start: 0, end: all.length }, true).length > 50);
  assert.ok(!('refused' in carryOut(snapshot, all, { do: 'bracket-all' })));
  assert.ok(!('refused' in carryOut(snapshot, all, { do: 'bare-all' })));
  assert.ok(cpuNow() - before < 8000, `${Math.round(cpuNow() - before)} ms`);
});
