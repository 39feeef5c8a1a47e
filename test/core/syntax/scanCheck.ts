import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../server/core/syntax/remark.ts';
import type { Tree } from '../../../server/core/syntax/scan/nodes.ts';
import { scanMarkdown } from '../../../server/core/syntax/scan/scan.ts';
import { treeOf } from '../../../server/core/syntax/scan/treeOf.ts';
import { lineStarts } from '../../../server/core/text/lines.ts';

export const scan = (text: string): Tree | undefined => scanMarkdown(text, lineStarts(text));

/** What the scanner answers, it answers as the parser; answers whether it does. */
export function isScanned(text: string): boolean {
  const scanned = scan(text);
  if (!scanned) return false;
  const all = { start: -1, end: text.length + 1 };
  const shown = ({ blocks, constructs: { opaque, links } }: Tree): object => ({
    blocks,
    opaque: opaque.overlapping(all).map(({ start, end }) => ({ start, end })),
    links: links.overlapping(all),
  });
  assert.deepEqual(shown(scanned), shown(treeOf(parseMarkdown(text), text)), JSON.stringify(text));
  return true;
}

/** Says of many texts how many the scanner leaves to the parser. */
export function declined(texts: readonly string[]): string {
  const left = texts.filter((text) => !isScanned(text)).length;
  return `${left} of ${texts.length} are left to the parser (${((100 * left) / texts.length).toFixed(1)} %)`;
}
