import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../server/core/syntax/remark.ts';
import type { Tree } from '../../../server/core/syntax/scan/nodes.ts';
import { scanMarkdown } from '../../../server/core/syntax/scan/scan.ts';
import { lineStarts } from '../../../server/core/text/lines.ts';
import { treeOf } from './treeOf.ts';

export const scan = (text: string): Tree => scanMarkdown(text, lineStarts(text));

/** Where the scanner is certain, it answers as the parser; answers whether it is. */
export function isScanned(text: string): boolean {
  const scanned = scan(text);
  if (!scanned.isCertain) return false;
  const all = { start: -1, end: text.length + 1 };
  const shown = ({ blocks, constructs: { opaque, links } }: Tree): object => ({
    blocks,
    opaque: opaque.overlapping(all).map(({ start, end }) => ({ start, end })),
    links: links.overlapping(all),
  });
  assert.deepEqual(shown(scanned), shown(treeOf(parseMarkdown(text), text)), JSON.stringify(text));
  return true;
}

/** Says in how many texts something stands that the scanner reads by a rule of its own. */
export function declined(texts: readonly string[]): string {
  const left = texts.filter((text) => !isScanned(text)).length;
  return `${left} of ${texts.length} are read by a rule of our own (${((100 * left) / texts.length).toFixed(1)} %)`;
}
