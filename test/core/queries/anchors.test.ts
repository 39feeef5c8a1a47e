import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics, documentAt } from '../../../server/core/index.ts';
import { snapshotOf } from '../../fixture.ts';

const MUD = `# Mud
So # Clay is, and 2. # Sand is not.

> ## Wet clay

- # Dry clay

## Named {#by-name} {#kept}

## Sand

## Sand

<a id="here"></a> and <a name='there'></a>, id = bare

## How clay holds, in *short*
`;

/** Of some fragments those that lead nowhere in the note. */
function broken(...fragments: readonly string[]): string[] {
  const links = fragments.map((each) => `[a](mud.md#${each})\n`).join('\n');
  const files = new Map([
    ['mud.md', MUD],
    ['rain.md', `# Rain\n\n${links}`],
  ]);
  const snapshot = snapshotOf(files);
  return diagnostics(snapshot, documentAt(snapshot, 'rain.md')!).map(({ code, span }) => {
    const text = files.get('rain.md')!;
    return `${code} ${text.slice(span.start, span.end)}`;
  });
}

test('headings, also in quotes and items, and names that are given', () => {
  assert.deepEqual(broken('mud', 'wet-clay', 'dry-clay', 'how-clay-holds-in-short', 'how-clay-holds,-in-short'), []);
  assert.deepEqual(broken('by-name', 'kept', 'here', 'there', 'bare'), []);
});

test('what is no heading of a document', () => {
  const none = ['clay-is', 'sand-is-not', 'wet', 'hold', 'topsoil', 'l', 'named-x'];
  assert.deepEqual(
    broken(...none),
    none.map((each) => `broken-anchor mud.md#${each}`),
  );
});

test('headings of the same words are told apart by a number, as GitHub does', () => {
  assert.deepEqual(broken('sand', 'sand-0', 'sand-1', 'sand-2', 'mud-1', 'sand-x1'), [
    'broken-anchor mud.md#sand-2',
    'broken-anchor mud.md#mud-1',
    'broken-anchor mud.md#sand-x1',
  ]);
});

test('places that no heading has: the top, a line, a block, a text', () => {
  assert.deepEqual(broken('top', 'TOP', 'L10', 'L10-L12', '^abc', 'mud#^abc', ':~:text=clay'), []);
});
