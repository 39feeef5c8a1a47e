import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import manifest from '../../package.json' with { type: 'json' };
import { lineStarts } from '../../server/core/index.ts';
import { editsBetween, encoded, LEGEND, ToldTokens } from '../../server/lsp/tokens.ts';
import { holds } from '../core/arbitraries.ts';

test('five numbers a token: lines and characters from the one before, length, type, modifiers as bits', () => {
  const lines = lineStarts('Mud\n\nWhy mud sticks, and why not\n');
  const tokens = [
    { span: { start: 0, end: 3 }, modifiers: ['declaration', 'inquiry'] as const },
    { span: { start: 5, end: 19 }, modifiers: [] },
    { span: { start: 25, end: 32 }, modifiers: ['missing'] as const },
  ];
  assert.deepEqual(encoded(lines, tokens), [...[0, 0, 3, 0, 0b1001], ...[2, 0, 14, 0, 0], ...[0, 20, 7, 0, 0b10]]);
});

test('edits: what is between the numbers that are the same', () => {
  assert.deepEqual(editsBetween([1, 2, 3], [1, 2, 3]), []);
  assert.deepEqual(editsBetween([1, 2, 3], [1, 9, 9, 3]), [{ start: 1, deleteCount: 1, data: [9, 9] }]);
  assert.deepEqual(editsBetween([1, 1, 1], [1, 1]), [{ start: 2, deleteCount: 1 }]);
  assert.deepEqual(editsBetween([], [4]), [{ start: 0, deleteCount: 0, data: [4] }]);
});

test('edits applied to the old numbers make the new ones, whatever they are', () => {
  const numbers = fc.array(fc.nat(2), { maxLength: 12 });
  holds(fc.tuple(numbers, numbers), ([before, after]) => {
    const made = [...before];
    const edits = editsBetween(before, after);
    for (const { start, deleteCount, data = [] } of edits) made.splice(start, deleteCount, ...data);
    assert.deepEqual(made, after);
    assert.ok(edits.length <= 1);
    for (const { data = [], deleteCount } of edits) {
      assert.ok(deleteCount <= before.length && data.length <= after.length && deleteCount + data.length > 0);
    }
  });
});

test('what was told last is known by its id, of the last documents only', () => {
  const told = new ToldTokens();
  const first = told.full('a', [1, 2]);
  assert.deepEqual(told.since('a', first.resultId, [1, 3]), {
    resultId: '2',
    edits: [{ start: 1, deleteCount: 1, data: [3] }],
  });
  assert.deepEqual(told.since('a', first.resultId, [1, 4]), { resultId: '3', data: [1, 4] }, 'an older id');
  assert.deepEqual(told.since('b', '3', [5]), { resultId: '4', data: [5] }, 'the id of another document');
  for (let at = 0; at < 100; at++) told.full(`c${at}`, []);
  assert.deepEqual(told.since('a', '3', [1, 4]), { resultId: '105', data: [1, 4] }, 'too long ago');
  told.forget('c99');
  assert.deepEqual(told.since('c99', '104', []), { resultId: '106', data: [] }, 'closed meanwhile');
});

test('the manifest says what each type and modifier means, and gives each a colour of the theme', () => {
  const { semanticTokenTypes, semanticTokenModifiers, semanticTokenScopes } = manifest.contributes;
  assert.deepEqual(
    semanticTokenTypes.map(({ id }) => id),
    LEGEND.tokenTypes,
  );
  assert.deepEqual(
    ['declaration', ...semanticTokenModifiers.map(({ id }) => id)],
    LEGEND.tokenModifiers,
    'declaration is one of VS Code’s own',
  );
  assert.deepEqual(Object.keys(semanticTokenScopes[0]!.scopes), [
    'noteTitle',
    'noteTitle.missing',
    'noteTitle.ambiguous',
    'noteTitle.declaration',
  ]);
});
