import type { Opener } from './inline.ts';
import { STAR } from './units.ts';

/** A run of `*` or `_` that may open or close emphasis; what is used of it is taken off. */
interface Run {
  readonly mark: number;
  start: number;
  end: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** More is no heading: the marks behind them stay as they are. */
const MOST_RUNS = 200;

/** What stands in a heading's lines and is no word, gathered while they are read. */
export class Markup {
  readonly runs: Run[] = [];
  readonly #cuts: [start: number, end: number][] = [];
  #met = 0;

  /** Whether it had more runs than are looked at. */
  get isFull(): boolean {
    return this.#met > MOST_RUNS;
  }

  cut(start: number, end: number): void {
    if (start < end) this.#cuts.push([start, end]);
  }

  /** Backticks, and a space or line ending at both ends of what they enclose where it is not all such. */
  code(source: string, start: number, from: number, to: number): void {
    const inside = source.slice(from, to);
    const padding = /[^ \r\n]/.test(inside) && /^( |\r?\n|\r)[\s\S]*?( |\r?\n|\r)$/.exec(inside);
    this.cut(start, padding ? from + padding[1]!.length : from);
    this.cut(padding ? to - padding[2]!.length : to, to + from - start);
  }

  /** The brackets of a link or an image, and what stands behind them. */
  bracketed({ from, isImage, runs }: Opener, middle: number, end: number): void {
    this.resolve(runs);
    this.cut(from - (isImage ? 2 : 1), from);
    this.cut(middle, end);
  }

  /** Takes in a run of `*` or `_`; answers where it ends. */
  run(source: string, start: number): number {
    const mark = source.charCodeAt(start);
    let end = start + 1;
    while (source.charCodeAt(end) === mark) end++;
    const before = kindOf(source, start - 1);
    const after = kindOf(source, end);
    const opens = after === 'word' || (after === 'mark' && before !== 'word');
    const closes = before === 'word' || (before === 'mark' && after !== 'word');
    if (++this.#met > MOST_RUNS) return end;
    this.runs.push({
      mark,
      start,
      end,
      opens: mark === STAR ? opens : opens && (before !== 'word' || !closes),
      closes: mark === STAR ? closes : closes && (after !== 'word' || !opens),
    });
    return end;
  }

  /** Finds the emphasis among the runs from number `first` on. None of them is any in what is around them. */
  resolve(first: number): void {
    const { runs } = this;
    for (let at = first; at < runs.length; ) {
      const close = runs[at]!;
      const found = close.closes ? this.#openerOf(close, first, at) : -1;
      if (found < 0) {
        at++;
        continue;
      }
      const open = runs[found]!;
      const use = open.end - open.start > 1 && close.end - close.start > 1 ? 2 : 1;
      this.cut(open.end - use, open.end);
      this.cut(close.start, close.start + use);
      open.end -= use;
      close.start += use;
      // What is between them has found no partner.
      const [from, to] = [open.start === open.end ? found : found + 1, close.start === close.end ? at + 1 : at];
      runs.splice(from, to - from);
      at = from;
    }
    runs.length = first;
  }

  #openerOf(close: Run, first: number, at: number): number {
    for (let found = at - 1; found >= first; found--) {
      const open = this.runs[found]!;
      if (!open.opens || open.mark !== close.mark) continue;
      const [a, b] = [open.end - open.start, close.end - close.start];
      if (!((open.closes || close.opens) && b % 3 > 0 && (a + b) % 3 === 0)) return found;
    }
    return -1;
  }

  /** The words; white space is as it was. */
  without(source: string): string {
    this.#cuts.sort((a, b) => a[0] - b[0]);
    let words = '';
    let from = 0;
    for (const [start, end] of this.#cuts) {
      if (start > from) words += source.slice(from, start);
      from = Math.max(from, end);
    }
    return words + source.slice(from);
  }
}

/** What stands beside a run, to the parser's eyes: it looks at single units, and at line ends and the ends of the text as white. */
function kindOf(source: string, at: number): 'white' | 'mark' | 'word' {
  const unit = source[at];
  if (unit === undefined || /\s/.test(unit)) return 'white';
  return /[\p{P}\p{S}]/u.test(unit) ? 'mark' : 'word';
}
