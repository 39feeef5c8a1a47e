import type { Span } from '../../text/span.ts';
import type { WrittenLink } from '../inline.ts';
import type { HtmlKind } from './html.ts';
import { type Block, container, type HeadingBlock, leaf } from './nodes.ts';
import { SPACE, TAB } from './units.ts';

/** A quote, or a list with the item that goes on. */
export interface Container {
  readonly isQuote: boolean;
  readonly node: Block;
  /** The item of a list; of a quote the quote itself. */
  item: Block;
  /** What tells a list from the next: the unit of `-`, `*`, `+`, or of the `.` or `)` behind a number. */
  readonly mark: number;
  /** Columns of white space that a line of the item begins with. */
  size: number;
  /** Nothing stands behind the item's mark. */
  opensBlank: boolean;
  /** Nor in the line below: the item has ended. */
  isOver: boolean;
}

/** What the line before may go on as. */
export type Going = 'nothing' | 'content' | 'code' | 'fence' | 'html';

/** Lines of a heading or a paragraph that are looked through when all definitions are known. */
export interface Inline {
  readonly start: number;
  /** The lines; what belongs to quotes around them is made white. */
  readonly source: string;
  readonly heading: HeadingBlock | undefined;
}

/**
 * What is known of a text up to a line. Offsets are UTF-16 units, columns count from 0, and a tab goes to the next multiple
 * of 4.
 */
export interface State {
  readonly text: string;
  readonly blocks: Block[];
  /** Open quotes and lists from the outside in. */
  readonly open: Container[];
  /** How many of them are quotes. */
  quotes: number;

  // The line.
  /** Where it begins. */
  line: number;
  /** The first character that is not white space, or the line's end, and its column. */
  at: number;
  column: number;
  /** Where the white space before it begins, and its column. */
  white: number;
  whiteColumn: number;
  /** The column up to which containers have taken that white space. */
  taken: number;
  /** Its end, without the line ending. */
  end: number;
  /** The end of the line before. */
  before: number;

  // What goes on.
  going: Going;
  /** Code and HTML. */
  block: Block;
  /** The unit of a fence, and how many of them it has. */
  mark: number;
  width: number;
  kind: HtmlKind;
  /** A paragraph, or what may still turn out to be definitions. */
  start: number;
  /** For each further line that may hold marks of quotes: where it begins, and where its words do. */
  rows: number[];

  // What has been found.
  /** What definitions define. */
  readonly identifiers: Set<string>;
  readonly inlines: Inline[];
  readonly opaque: Span[];
  readonly links: WrittenLink[];
  /** The next backtick, `<` and `](`, at or behind what was last asked for. */
  readonly next: { tick: number; angle: number; link: number };
  /** See `Tree`. */
  isCertain: boolean;
}

/** In so many quotes and lists no further one opens: what would be its mark is text, as in `> > > mud` behind a hundred others. */
const DEEPEST = 100;

const NOTHING = leaf('paragraph', 0, 0);

export function stateOf(text: string): State {
  return {
    text,
    blocks: [],
    open: [],
    quotes: 0,
    line: 0,
    at: 0,
    column: 0,
    white: 0,
    whiteColumn: 0,
    taken: 0,
    end: 0,
    before: 0,
    going: 'nothing',
    block: NOTHING,
    mark: 0,
    width: 0,
    kind: 0,
    start: 0,
    rows: [],
    identifiers: new Set(),
    inlines: [],
    opaque: [],
    links: [],
    next: { tick: -1, angle: -1, link: -1 },
    isCertain: true,
  };
}

/** Goes over the white space from `at`, which stands in `column`. */
export function skipWhite(state: State, at: number, column: number): void {
  const { text, end } = state;
  state.white = at;
  state.whiteColumn = column;
  state.taken = column;
  let to = at;
  let reached = column;
  for (; to < end; to++) {
    const unit = text.charCodeAt(to);
    if (unit === SPACE) reached++;
    else if (unit === TAB) reached += 4 - (reached % 4);
    else break;
  }
  state.at = to;
  state.column = reached;
}

export const isBlank = (state: State): boolean => state.at === state.end;

/** Columns of white space before the first character that containers have not taken. */
export const indentOf = (state: State): number => state.column - state.taken;

/** The offset of the column up to which containers have taken the white space: behind a tab that they took a part of. */
export function offsetTaken(state: State): number {
  let at = state.white;
  for (let column = state.whiteColumn; column < state.taken && at < state.at; at++) {
    column += state.text.charCodeAt(at) === TAB ? 4 - (column % 4) : 1;
  }
  return at;
}

/** Adds a block to the innermost item or quote. */
export function add(state: State, block: Block): void {
  const inner = state.open.at(-1);
  (inner ? inner.item.children : state.blocks).push(block);
}

/** What stands in the innermost item goes up to `end`. */
export function reach(state: State, end: number): void {
  const inner = state.open.at(-1);
  if (inner && !inner.isQuote && inner.item.end < end) inner.item.end = end;
}

export function openQuote(state: State): void {
  const node = container('blockquote', state.at, state.end);
  add(state, node);
  state.open.push({ isQuote: true, node, item: node, mark: 0, size: 0, opensBlank: false, isOver: false });
  state.quotes++;
  takeQuoteMark(state);
}

/** Goes over `>` and one column of white space. */
export function takeQuoteMark(state: State): void {
  skipWhite(state, state.at + 1, state.column + 1);
  if (state.white < state.at) state.taken++;
}

export function openList(state: State, mark: number): Container {
  const node = container('list', state.at, state.end);
  add(state, node);
  const list = { isQuote: false, node, item: node, mark, size: 0, opensBlank: false, isOver: false };
  state.open.push(list);
  return list;
}

/** Whether a quote or list may open in the outer `keep`. */
export function mayDeepen(state: State, keep: number): boolean {
  if (keep < DEEPEST) return true;
  state.isCertain = false;
  return false;
}

/**
 * Closes all but the outer `keep` quotes and lists; the line before was their last.
 *
 * @param within where they end when another container begins, and the line has marks of quotes that go on
 * @param isCut whether code or HTML that nothing has closed is cut off with them
 */
export function leave(state: State, keep: number, within?: number, isCut = false): void {
  while (state.open.length > keep) {
    const { isQuote, node, item } = state.open.pop()!;
    if (isQuote) state.quotes--;
    // Blank lines at a list's end are part of it only where a quote's mark stands in them.
    node.end = within ?? (isQuote || state.quotes > 0 ? state.before : item.end);
    if (isCut) item.end = node.end;
    reach(state, node.end);
  }
}
