/**
 * Labels: how a title is broken into lines, and which labels have room to be seen. Pure.
 */

/** A rectangle in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Space between a node's shape and its label, in pixels. */
export const labelGap = 4;

/** Whether two rectangles share area; touching edges do not count. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** A piece of a title that is not broken, with its width in columns. */
interface Piece {
  readonly text: string;
  readonly width: number;
  /** What stands before it where it shares a line with another: a space, or nothing inside a word. */
  readonly joint: '' | ' ';
}

/**
 * The title in at most `maxLines` lines of at most `columns` columns, cut with an ellipsis where it is longer.
 * Lines come out even: "a long first line / and" is broken earlier. Wide characters (CJK) take two columns.
 */
export function wrap(title: string, columns: number, maxLines: number): readonly string[] {
  const all = pieces(title, columns);
  let lines = fill(all, columns);
  if (lines.length > maxLines) return cut(lines, columns, maxLines);
  const widest = all.reduce((most, { width }) => Math.max(most, width), 8);
  for (let narrower = columns - 1; narrower >= widest; narrower--) {
    const evener = fill(all, narrower);
    if (evener.length > lines.length) break;
    lines = evener;
  }
  return lines;
}

/** A line may end after a word and after a hyphen in a word ("chain-of-thought"); a word too wide for it, anywhere. */
function pieces(title: string, columns: number): Piece[] {
  const found: Piece[] = [];
  for (const word of title.split(/\s+/u).filter(Boolean)) {
    let joint: Piece['joint'] = ' ';
    for (const part of word.split(/(?<=[\p{L}\p{N}]{2}-)(?=\p{L})/u)) {
      for (let rest = part; rest !== ''; joint = '') {
        const text = columnsWide(rest) <= columns ? rest : start(rest, columns);
        found.push({ text, width: columnsWide(text), joint });
        rest = rest.slice(text.length);
      }
    }
  }
  return found;
}

/** Pieces into lines, greedily. */
function fill(pieces: readonly Piece[], columns: number): string[] {
  const lines: string[] = [];
  let taken = Number.POSITIVE_INFINITY;
  for (const { text, width, joint } of pieces) {
    const more = joint.length + width;
    if (taken + more <= columns) {
      lines[lines.length - 1] += joint + text;
      taken += more;
    } else {
      lines.push(text);
      taken = width;
    }
  }
  return lines;
}

/** The first lines, the last of them with an ellipsis, after a whole word where that leaves at least half a line. */
function cut(lines: readonly string[], columns: number, maxLines: number): string[] {
  const line = lines[maxLines - 1] ?? '';
  const fits = start(line, columns - 1);
  const word = fits.length < line.length ? fits.lastIndexOf(' ') : -1;
  const last = word > fits.length / 2 ? fits.slice(0, word) : fits;
  return [...lines.slice(0, maxLines - 1), `${last.replace(/[\s,;:.–—-]+$/u, '')}…`];
}

/** As much of the start of a text as fits; at least one character. */
function start(text: string, columns: number): string {
  let fits = '';
  let taken = 0;
  for (const character of text) {
    taken += columnsWide(character);
    if (fits !== '' && taken > columns) break;
    fits += character;
  }
  return fits;
}

const wide = /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{20000}-\u{3fffd}]/u;
const mark = /\p{Mark}/u;

/** Columns that a text takes: one per character, two per East Asian wide one, none per combining mark. */
function columnsWide(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (character < '\u0300') columns += 1;
    else if (!mark.test(character)) columns += wide.test(character) ? 2 : 1;
  }
  return columns;
}

/** Letters that are written from the right to the left, and any others: the first of them says how a text runs. */
const strong = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]|\p{L}/u;
const fromRight = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** How a text runs, by its first letter, as `dir="auto"` has it in HTML. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  return fromRight.test(strong.exec(text.slice(0, 1000))?.[0] ?? '') ? 'rtl' : 'ltr';
}

/** A node and where its label could stand, in screen pixels. */
export interface Candidate {
  readonly id: string;
  /** Where the node's shape is. */
  readonly shape: Box;
  /** Where its text could be, the best place first. */
  readonly labels: readonly Box[];
}

/**
 * Which labels to show, and in which of their places (an index into `labels`). `candidates` come in order of importance
 * (focus first, then its neighbours): a label is shown in the first place where it covers no shape and no label shown
 * before it. The first, the focus, is always shown.
 */
export function readable(candidates: readonly Candidate[]): Map<string, number> {
  const shown = new Map<string, number>();
  const taken: Box[] = [];
  for (const candidate of candidates) {
    const free = (label: Box) =>
      !taken.some((other) => overlap(label, other)) &&
      !candidates.some((other) => other !== candidate && overlap(label, other.shape));
    const found = candidate.labels.findIndex(free);
    const place = shown.size === 0 ? Math.max(0, found) : found;
    const label = candidate.labels[place];
    if (label === undefined) continue;
    shown.set(candidate.id, place);
    taken.push(label);
  }
  return shown;
}
