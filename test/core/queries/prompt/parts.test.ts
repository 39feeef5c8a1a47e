import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentAt } from '../../../../server/core/index.ts';
import { bodyOf } from '../../../../server/core/queries/prompt/bodyOf.ts';
import { copied } from '../../../../server/core/queries/prompt/copied.ts';
import { dateOf, papersCited, papersListed } from '../../../../server/core/queries/prompt/evidence.ts';
import { promptIn } from '../../../../server/core/queries/prompt/furniture.ts';
import { readPrompt } from '../../../../server/core/queries/prompt/prompt.ts';
import { isStale, staleIn } from '../../../../server/core/queries/prompt/stale.ts';
import { summarize } from '../../../../server/core/syntax/summarize.ts';
import { snapshotOf } from '../../../fixture.ts';

// The parts that a research prompt is made of, each by itself.

/** The prompt below its heading, in a spaced text. */
function prompt(lines: string, heading = 'Research prompt for your LLM', gap = '\n\n'): string {
  const text = ['INQUIRING LINE', 'Is it wet?', 'So.', heading, lines, 'Next inquiring lines', ''].join(gap);
  const { sections, layout } = summarize('a.txt', text)!;
  const { start, end } = promptIn(text, sections.find(({ role }) => role === 'prompt')!, layout);
  return text.slice(start, end);
}

test('the furniture of a page around a prompt is no part of it', () => {
  assert.equal(prompt('Ask.\n\nAnd ask.'), 'Ask.\n\nAnd ask.');
  for (const line of [
    'Copy and paste this prompt into any chat.',
    'Paste the whole text below to your model:',
    'copy it, into a chat!',
    'Copy to a chat…',
    'Copy to a chat\nthat you like.',
    'expand ↓',
    'Show more',
    'collapse',
    'Copy prompt ▾',
  ])
    assert.equal(prompt(`${line}\n\nAsk.`), 'Ask.', line);
  for (const line of ['Copying is no theft.', 'Expand on it', 'I copy to a chat.', 'Show more of it', 'Copy this'])
    assert.equal(prompt(`${line}\n\nAsk.`), `${line}\n\nAsk.`, line);
});

test('a button below a prompt is none of it either, where an arrow says so', () => {
  assert.equal(prompt('Ask.\n\nexpand ↓'), 'Ask.');
  assert.equal(prompt('Ask.\n\nshow less ⌃\n\ncollapse ↑'), 'Ask.');
  assert.equal(prompt('Ask.\n\ncollapse'), 'Ask.\n\ncollapse');
  assert.equal(prompt('Ask.\n\nWhat is below ↓'), 'Ask.\n\nWhat is below ↓');
  assert.equal(prompt('expand ↓'), '');
});

test('in a dense text a line that tells to copy is one line', () => {
  assert.equal(prompt('Copy this to a chat\nthat you like.', undefined, '\n'), 'that you like.');
  assert.equal(prompt('Copy this to a chat\nthat you like.\n\nAsk.'), 'Ask.');
  assert.equal(prompt('Copy this to a chat\n\nthat you like.'), 'that you like.');
});

const body = (text: string, path = 'a.md'): string | undefined => {
  const snapshot = snapshotOf(new Map([[path, text]]));
  return bodyOf(snapshot, documentAt(snapshot, path)!);
};

test('what a document says: without front matter, title and known sections', () => {
  assert.equal(
    body('---\nkind: note\n---\n\n# Mud\n\nSo.\n\n  And so.\n\n## Sand\n\nMore.\n'),
    'So.\n\n  And so.\n\n## Sand\n\nMore.',
  );
  assert.equal(body('Mud\n===\nSo.\n'), 'So.');
  assert.equal(body('Mud\n  ---\nSo.\n'), 'So.');
  assert.equal(body('# Mud\n---\nSo.\n'), '---\nSo.');
  assert.equal(body('---\ntitle: Mud\n---\n# mud\nSo.\n'), 'So.');
  assert.equal(body('---\ntitle: Mud\n---\n# Sand\nSo.\n'), '# Sand\nSo.');
  assert.equal(body('# Mud\nSo.\n\n## Sources 1 note\n\n- [[A]]\n\n# Sand\n\nMore.\n'), 'So.\n\n# Sand\n\nMore.');
  assert.equal(body('INQUIRING LINE\r\n\r\nMud\r\n\r\n  So.\r\nAnd so.\r\n', 'a.txt'), '  So.\r\nAnd so.');
  assert.equal(body('# Mud\n'), '');
});

test('when something was found out: the date in front matter, else the newest finding, else the newest paper', () => {
  const date = (text: string): string | undefined => {
    const snapshot = snapshotOf(new Map([['a.md', text]]));
    return dateOf(snapshot, documentAt(snapshot, 'a.md')!);
  };
  const rest = '# Mud\n\n- It holds (2024-05).\n- It held (2023-01).\n\narXiv:2506.12345\n';
  assert.equal(date(`---\ndate: 2020-01-02\n---\n${rest}`), '2020-01');
  assert.equal(date(`---\ndate: "2020-01-02"\n---\n${rest}`), '2020-01');
  assert.equal(date(`---\nup date: 2020-01-02\n---\n${rest}`), '2024-05');
  assert.equal(date(`${rest}\n---\ndate: 2020-01-02\n---\n`), '2024-05');
  assert.equal(date(rest), '2024-05');
  assert.equal(date('# Mud\n\narXiv:2306.12345 arXiv:2506.12345\n'), '2025-06');
  assert.equal(date('# Mud\n'), undefined);
});

test('papers that a document lists, with the words beside them; and those that it cites', () => {
  const text = `---
kind: note
---
# Mud

As arXiv:2301.00001 says.

## Related papers in this collection 5

- Plates at rest (2305.12345)
- [Plates that move](https://arxiv.org/abs/2305.12346).
* arXiv:2305.12347 — Plates, at last : [] so ;
- arXiv:2305.12348
- ${'long '.repeat(80)}arXiv:2305.12349

## Research prompt for your LLM

arXiv:2301.00002
`;
  const snapshot = snapshotOf(new Map([['a.md', text]]));
  const document = documentAt(snapshot, 'a.md')!;
  const listed = papersListed(snapshot, document).map(({ paper, words }) => `${paper.id} ${words}`);
  assert.deepEqual(listed, [
    '2305.12345 Plates at rest',
    '2305.12346 Plates that move',
    '2305.12347 Plates, at last: so',
    '2305.12348 undefined',
    `2305.12349 ${'long '.repeat(60)}`,
  ]);
  const cited = papersCited(snapshot, document).map(({ paper, words }) => `${paper.id} ${words}`);
  assert.deepEqual(cited, ['2301.00001 undefined', ...listed]);
});

const read = (text: string): string[] => {
  const { findings, papers } = readPrompt(text, { start: 0, end: text.length });
  return [
    ...findings.map(({ span, month, dated }) => `${text.slice(span.start, span.end)}: ${month}, ${text.slice(dated)}`),
    ...papers.map(
      ({ id, month, dated, isDateWritten }) => `${id}: ${month}${isDateWritten ? '' : '?'}, ${text.slice(dated)}`,
    ),
  ];
};

test('findings and papers of a prompt, with what stands behind their dates', () => {
  assert.deepEqual(read('• Clay holds (2024-05).'), ['Clay holds (2024-05).: 2024-05, ).']);
  assert.deepEqual(read('• arXiv:2305.12345 (2024-05) so'), ['2305.12345: 2024-05, ) so']);
  assert.deepEqual(read('• arXiv:2305.12345 so'), ['2305.12345: 2023-05?,  so']);
  assert.deepEqual(read('• Plates, [a](https://arxiv.org/abs/2305.12345) (2024-05) so'), ['2305.12345: 2024-05, ) so']);
  assert.deepEqual(read('• Plates, `arXiv:2305.12345` so'), ['2305.12345: 2023-05?,  so']);
});

test('what is old: after more months than are said, none where there is no month', () => {
  const age = (now: string, staleAfter: number) => ({ now, staleAfter }) as Parameters<typeof isStale>[1];
  const stale = (now: string, after: number): boolean =>
    isStale('2024-01' as Parameters<typeof isStale>[0], age(now, after));
  assert.deepEqual(
    [stale('2025-01', 12), stale('2025-02', 12), stale('2025-02', 0), stale('soon', 12)],
    [false, true, false, false],
  );
  const text = '• Clay holds (2024-05), arXiv:2301.12345.\n• arXiv:2305.12345\n• Sand (2025-01).\n';
  const found = staleIn(readPrompt(text, { start: 0, end: text.length }), age('2025-06', 6));
  assert.deepEqual(
    found.map(({ month, offset }) => `${month}: ${text.slice(offset).split('\n')[0]}`),
    ['2024-05: ), arXiv:2301.12345.', '2023-05: '],
  );
});

test('a prompt as it is copied: marks where it is old, links where papers are', () => {
  const text = 'See arXiv:2305.12345, `arXiv:2305.12346` and doi:10.1000/a(b)c.\n• Clay holds (2024-05).\n';
  const age = { now: '2025-06', staleAfter: 1 } as Parameters<typeof isStale>[1];
  assert.equal(copied(text, {}), text);
  assert.equal(
    copied(text, { links: true }),
    'See [arXiv:2305.12345](https://arxiv.org/abs/2305.12345), `arXiv:2305.12346` and [doi:10.1000/a(b)c](https://doi.org/10.1000/a%28b%29c).\n• Clay holds (2024-05).\n',
  );
  assert.equal(
    copied(text, { age }),
    'See arXiv:2305.12345 (2023-05, older than 1 month: verify), `arXiv:2305.12346` (2023-05, older than 1 month: verify) and doi:10.1000/a(b)c.\n• Clay holds (2024-05, older than 1 month: verify).\n',
  );
});
