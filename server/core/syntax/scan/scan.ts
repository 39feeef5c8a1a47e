import type { LineStarts } from '../../text/lines.ts';
import { constructsFrom } from '../constructs.ts';
import { continueOpen, hasQuote, openContainer } from './containers.ts';
import { begin, closeLast, goOn } from './flow.ts';
import { scanInline } from './inline.ts';
import { Markup } from './markup.ts';
import { leaf, type Tree } from './nodes.ts';
import { leave, offsetTaken, type State, skipWhite, stateOf } from './state.ts';
import { UNCERTAIN } from './uncertain.ts';
import { CR, LF } from './units.ts';
import { wordsOf } from './words.ts';

/**
 * The tree of a Markdown text in one pass over its lines; undefined where it is not certain what a construct is, and the
 * parser has to say. Where it answers, it answers as `parseMarkdown` (CommonMark 0.31.2, with front matter), and in time
 * that grows with the text only.
 *
 * It goes as the parser goes (micromark's `document`, `flow`, `content` and `text`), and where that leaves the
 * specification, so does this.
 */
export function scanMarkdown(text: string, lines: LineStarts): Tree | undefined {
  try {
    const state = stateOf(text);
    scanLines(state, lines);
    return finished(state);
  } catch (error) {
    if (error === UNCERTAIN) return undefined;
    throw error;
  }
}

function scanLines(state: State, lines: LineStarts): void {
  const { text } = state;
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const matter = frontMatterLines(text, lines, bom);
  let from = 0;
  if (matter > 0) {
    const node = leaf('yaml', bom, endOf(text, lines, matter));
    state.blocks.push(node);
    state.opaque.push(node);
    state.before = node.end;
    from = matter + 1;
  }
  for (let line = from; line < lines.length; line++) {
    const start = line === 0 ? bom : lines[line]!;
    // Behind the last line ending is no line.
    if (start >= text.length) break;
    state.line = start;
    state.end = endOf(text, lines, line);
    skipWhite(state, start, 0);
    // Front matter that nothing closes has made the parser read all lines as if they stood in no quote or list.
    scanLine(state, matter < 0);
    state.before = state.end;
  }
  closeLast(state);
  leave(state, 0);
}

function scanLine(state: State, isFlat: boolean): void {
  const { open } = state;
  let kept = open.length > 0 ? continueOpen(state) : 0;
  let lazy = false;
  // Nothing pierces code and HTML.
  const isConcrete = kept === open.length && (state.going === 'fence' || state.going === 'html');
  if (!isFlat && !isConcrete) {
    const interrupts = kept === open.length && state.going !== 'nothing';
    if (openContainer(state, interrupts, kept)) {
      do kept = open.length;
      while (openContainer(state, interrupts, kept));
    } else lazy = kept < open.length;
  }
  const cut = isCut(state);
  // The parser counts the line ending before it to the code.
  if (cut && isConcrete) throw UNCERTAIN;
  if (goOn(state, lazy)) return;
  if (lazy) leave(state, kept, cut && hasQuote(state, kept) ? state.end : undefined);
  begin(state, lazy);
}

/** Whether the text ends behind the marks of a line's containers: `> rain` and a last line of `>`. */
const isCut = (state: State): boolean =>
  state.end === state.text.length && state.at === state.end && offsetTaken(state) === state.end;

/** The end of a line without its line ending. */
function endOf(text: string, lines: LineStarts, line: number): number {
  let end = lines[line + 1] ?? text.length;
  const last = text.charCodeAt(end - 1);
  if (last === LF) {
    end--;
    if (text.charCodeAt(end - 1) === CR) end--;
  } else if (last === CR) end--;
  return end;
}

/** The number of the line that closes front matter; 0 without front matter, -1 where nothing closes it. */
export function frontMatterLines(text: string, lines: LineStarts, bom: number): number {
  if (!isRule(text, lines, 0, bom) || lines.length === 1) return 0;
  for (let line = 1; line < lines.length; line++) if (isRule(text, lines, line, lines[line]!)) return line;
  return -1;
}

/** Whether a line is `---`, with white space behind it. */
function isRule(text: string, lines: LineStarts, line: number, start: number): boolean {
  return text.startsWith('---', start) && /^[ \t]*$/.test(text.slice(start + 3, endOf(text, lines, line)));
}

/** What could not be told before all definitions were known. */
function finished({ text, blocks, inlines, identifiers, opaque, links }: State): Tree {
  for (const { start, source, heading } of inlines) {
    const markup = heading && new Markup();
    for (const each of scanInline(text, source, start, identifiers, markup)) {
      if (each.link) links.push(each.link);
      else opaque.push(each);
    }
    if (markup) heading.words = wordsOf(source, identifiers, markup);
  }
  return { blocks, constructs: constructsFrom(opaque, links) };
}
