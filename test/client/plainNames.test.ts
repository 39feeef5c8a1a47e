import './standIn.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const { plainNames } = await import('../../client/plainNames.ts');

test('what looks like an icon in a title is none among symbols, and all else is as it was', async () => {
  const symbol = (name: string, children: unknown[] = []) => ({ name, children });
  const symbols = [symbol('Is $(zap) an animal?', [symbol('A \\$(zap) and a $5 (note)')])];
  const ask = plainNames.provideDocumentSymbols as unknown as (
    document: unknown,
    token: unknown,
    next: () => Promise<unknown>,
  ) => Promise<unknown>;
  assert.deepEqual(await ask(undefined, undefined, async () => symbols), [
    symbol('Is $\u2060(zap) an animal?', [symbol('A \\$\u2060(zap) and a $5 (note)')]),
  ]);
  assert.equal(await ask(undefined, undefined, async () => null), null);
});

test('nor among completions, and what is written is the title', async () => {
  const ask = plainNames.provideCompletionItem as unknown as (...all: unknown[]) => Promise<unknown>;
  const items = [{ label: { label: 'Is $(zap) an animal?', description: 'note' } }, { label: 'Rain' }];
  assert.deepEqual(await ask(0, 0, 0, 0, async () => ({ items })), {
    items: [
      {
        label: { label: 'Is $\u2060(zap) an animal?', description: 'note' },
        filterText: 'Is $(zap) an animal?',
        insertText: 'Is $(zap) an animal?',
      },
      { label: 'Rain' },
    ],
  });
});
