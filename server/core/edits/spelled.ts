import type { WrittenReference } from '../syntax/summary.ts';
import { wikilinksIn } from '../syntax/wikilinks.ts';
import { fold, splitMarks } from '../text/fold.ts';
import { span } from '../text/span.ts';

// How a title is written where another one stood.

/**
 * A title in the place of `before`: without its marks where `before` left those of `old` out (`Why mud sticks, we know` of
 * `Why mud sticks?`), and with the emphasis that `before` opens or closes only: `Why mud** sticks` of `**Why mud** sticks`.
 */
export function inPlaceOf(before: string, old: string, title: string): string {
  const bare = before.replace(/[*_]+$/, '');
  const leftOut = splitMarks(old).marks !== '' && splitMarks(bare).marks === '';
  return keepingEmphasis(before, leftOut ? splitMarks(title).stem : title);
}

function keepingEmphasis(before: string, words: string): string {
  const open: string[] = [];
  let closing = '';
  for (const { 0: run, index } of before.matchAll(/(?<!\\)(?:\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}]))/gu)) {
    const [left, right] = [before[index - 1], before[index + run.length]];
    const isSign = left === ' ' && right === ' '; // `2 * 3`
    if (isSign) continue;
    const at = open.lastIndexOf(run);
    if (at >= 0) open.length = at;
    else if (right !== undefined && right !== ' ') open.push(run);
    else closing += run;
  }
  return open.join('') + words + closing;
}

/** Whether `[[title]]` names this title: not where a bar, a bracket or a heading's sign would end it (`syntax/wikilinks.ts`). */
export function fitsWikilink(title: string): boolean {
  const text = `[[${title}]]`;
  const found: WrittenReference[] = [];
  wikilinksIn(text, span(0, text.length), 'body', undefined, found);
  const [link, ...others] = found;
  if (!link || others.length > 0 || link.fragment !== undefined) return false;
  return link.whole.start === 0 && link.whole.end === text.length && fold(link.text) === fold(title);
}
