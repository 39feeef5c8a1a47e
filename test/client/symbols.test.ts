import './standIn.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const { plainSymbols } = await import('../../client/symbols.ts');

test('what looks like an icon in a title is none among symbols, and all else is as it was', async () => {
  const symbol = (name: string, children: unknown[] = []) => ({ name, children });
  const symbols = [symbol('Is $(zap) an animal?', [symbol('A \\$(zap) and a $5 (note)')])];
  const ask = plainSymbols.provideDocumentSymbols as unknown as (
    document: unknown,
    token: unknown,
    next: () => Promise<unknown>,
  ) => Promise<unknown>;
  assert.deepEqual(await ask(undefined, undefined, async () => symbols), [
    symbol('Is $\u2060(zap) an animal?', [symbol('A \\$\u2060(zap) and a $5 (note)')]),
  ]);
  assert.equal(await ask(undefined, undefined, async () => null), null);
});
