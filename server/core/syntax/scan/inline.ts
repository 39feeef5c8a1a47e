import type { PhrasingContent } from 'mdast';
import { position, textNode } from './nodes.ts';

/**
 * The code spans, links and images of a block, where it is certain what they are; undefined where it is not, and the parser
 * has to say. The words between them are of no interest.
 */
export function scanInline(text: string, start: number, end: number): PhrasingContent[] | undefined {
  const block = text.slice(start, end);
  if (!/[`<]|\]\(/.test(block)) return [];
  // A tag, a comment, an autolink; an escape may undo what follows it.
  if (/<[a-z/!?]/i.test(block) || /\\[`[\]()<!]/.test(block)) return undefined;
  const found: PhrasingContent[] = [];
  for (let at = 0; at < block.length; ) {
    const tick = indexOrEnd(block, '`', at);
    const link = indexOrEnd(block, '](', at);
    if (tick === block.length && link === block.length) break;
    if (tick < link) {
      // A link's text may hold code, and code may hold a link: `[a `b](c)`.
      const width = runAt(block, tick);
      const close = closingRun(block, tick + width, width);
      if (close < 0) at = tick + width;
      else {
        found.push({ type: 'inlineCode', value: '', position: position(start + tick, start + close + width) });
        at = close + width;
      }
      continue;
    }
    const node = linkAt(block, at, link, start);
    if (!node) return undefined;
    found.push(node);
    at = node.position!.end.offset! - start;
  }
  return found;
}

/** `[text](destination)` whose middle stands at `middle`; undefined unless both are of the simplest kind. */
function linkAt(block: string, from: number, middle: number, shift: number): PhrasingContent | undefined {
  const open = block.lastIndexOf('[', middle);
  if (open < from || block.indexOf(']', open) !== middle || block[open - 1] === '[') return undefined;
  const destination = /^[^\s()<>\\`[\]*_]+\)/.exec(block.slice(middle + 2, middle + 1000));
  if (!destination) return undefined;
  const url = destination[0].slice(0, -1);
  const end = middle + 2 + destination[0].length;
  const isImage = block[open - 1] === '!';
  const at = position(shift + (isImage ? open - 1 : open), shift + end);
  if (isImage) return { type: 'image', url, position: at };
  return { type: 'link', url, children: [textNode(block, open + 1, middle)].map(moved(shift)), position: at };
}

const moved =
  (shift: number) =>
  (node: PhrasingContent): PhrasingContent => {
    const { start, end } = node.position!;
    return { ...node, position: position(start.offset! + shift, end.offset! + shift) };
  };

function runAt(block: string, at: number): number {
  let end = at;
  while (block[end] === '`') end++;
  return end - at;
}

/** Where the next run of exactly `width` backticks begins, or -1. */
function closingRun(block: string, from: number, width: number): number {
  for (let at = block.indexOf('`', from); at >= 0; ) {
    const found = runAt(block, at);
    if (found === width) return at;
    at = block.indexOf('`', at + found);
  }
  return -1;
}

function indexOrEnd(block: string, what: string, from: number): number {
  const at = block.indexOf(what, from);
  return at < 0 ? block.length : at;
}
