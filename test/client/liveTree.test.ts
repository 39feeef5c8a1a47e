import './standIn.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trees } from './vscode.ts';

const { openTree } = await import('../../client/panels/liveTree.ts');

/** Lets time pass, in milliseconds, and whatever waits for answers go on. */
async function pass(
  t: { mock: { timers: { tick(milliseconds: number): void } } },
  milliseconds: number,
): Promise<void> {
  t.mock.timers.tick(milliseconds);
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

test('where there was no answer it is asked again, later each time, until there is one or it was in vain too often', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let asked = 0;
  let answerFrom = 3;
  const tree = openTree('noteCorpus.mud', async () => {
    asked++;
    return asked < answerFrom ? undefined : { rows: [], fingerprint: `${asked}` };
  });
  const after = async (milliseconds: number): Promise<number> => {
    await pass(t, milliseconds);
    return asked;
  };
  assert.deepEqual([await after(0), await after(499), await after(1), await after(2_000)], [1, 1, 2, 3]);
  assert.equal(await after(60_000), 3, 'it is answered');
  answerFrom = 100;
  tree.refresh();
  assert.deepEqual([await after(0), await after(500), await after(2_000), await after(8_000)], [4, 5, 6, 7]);
  assert.equal(await after(60_000), 7, 'nobody is there to answer');
  assert.deepEqual(await trees.get('noteCorpus.mud')!.getChildren(), [], 'what was shown stays');
  tree.dispose();
});

test('VS Code is told once more where it has not asked for rows that changed, until it has', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let rows = 'mud';
  const tree = openTree('noteCorpus.mud', async () => ({ rows: [], fingerprint: rows }));
  const provider = trees.get('noteCorpus.mud')!;
  let told = 0;
  provider.onDidChangeTreeData(() => told++);
  const after = async (milliseconds: number): Promise<number> => {
    await pass(t, milliseconds);
    return told;
  };
  assert.deepEqual([await after(0), await after(999), await after(1), await after(3_000)], [1, 1, 2, 3]);
  await provider.getChildren();
  assert.equal(await after(60_000), 3, 'it has them');
  rows = 'rain';
  tree.refresh();
  assert.equal(await after(0), 4);
  await provider.getChildren();
  assert.equal(await after(60_000), 4);
  tree.dispose();
});
