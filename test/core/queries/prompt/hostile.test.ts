import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bundle,
  copied,
  documentAt,
  madePrompt,
  newPrompt,
  promptLenses,
  promptOf,
  staleHints,
} from '../../../../server/core/index.ts';
import { snapshotOf } from '../../../fixture.ts';
import { hardText, holds } from '../../arbitraries.ts';

const AGE = { now: '2026-02', staleAfter: 12 };

/** All that can be asked of the prompt of a text, in each layout; never longer than that. */
function ask(text: string): void {
  const files = new Map([
    ['a.md', `---\nkind: inquiry\n---\n# Why mud sticks\n\n## Sources 1 note\n\n- [[Mud]] — ${text}`],
    ['b.md', `---\nkind: inquiry\n---\n# Why rain falls\n\n## Research prompt for your LLM\n\n${text}`],
    [
      'c.txt',
      `INQUIRING LINE\n\nWhy fog lies\n\nSources 1 note\n\nMud\n\nIt is so.\n\nResearch prompt for your LLM\n\n${text}`,
    ],
    ['mud.md', `# Mud\n\n${text}\n\n## Related papers in this collection 1\n\n- ${text}`],
  ]);
  const snapshot = snapshotOf(files);
  for (const path of files.keys()) {
    const document = documentAt(snapshot, path);
    if (!document) continue;
    const prompt = promptOf(snapshot, document)?.text ?? '';
    copied(prompt, { age: AGE, links: true });
    bundle(snapshot, document, prompt, 10_000);
    madePrompt(snapshot, document);
    newPrompt(snapshot, document);
    promptLenses(snapshot, path);
    staleHints(snapshot, path, { start: 0, end: text.length }, AGE);
  }
}

test('whatever the texts, all questions about prompts are answered', () => holds(hardText, ask));

test('long texts take no time that grows with their square', () => {
  for (const piece of [
    '• Mud (2024-05)\n',
    '• arXiv:2405.00001 (2024-05) — plates\n',
    '- [arXiv:2405.00001](https://arxiv.org/abs/2405.00001)\n',
    'Copy into X ',
    'expand ↓\n',
    '\n',
    '\r',
    '   ',
    '—.',
    '(2024',
    '2024-',
    'early ',
    ')))).',
    '[[](',
  ]) {
    const before = performance.now();
    ask(piece.repeat(Math.ceil(20_000 / piece.length)));
    const taken = performance.now() - before;
    assert.ok(taken < 8000, `${Math.round(taken)} ms for ${JSON.stringify(piece)}`);
  }
});
