import { splitMarks } from '../text/fold.ts';

/**
 * A title in the place of `before`: without its marks where `before` left those of `old` out (`Why mud sticks, we know` of
 * `Why mud sticks?`), and with the emphasis that `before` opens or closes only: `Why mud** sticks` of `**Why mud** sticks`.
 */
export function inPlaceOf(before: string, old: string, title: string): string {
  const bare = before.replace(/(?<![*_])[*_]+$/, '');
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
