import type { LineStarts } from '../../text/lines.ts';
import { constructsFrom } from '../constructs.ts';
import { continueOpen, hasQuote, openContainer } from './containers.ts';
import { begin, closeLast, goOn } from './flow.ts';
import { scanInline } from './inline.ts';
import { Markup } from './markup.ts';
import { leaf, type Tree } from './nodes.ts';
import { leave, offsetTaken, type State, skipWhite, stateOf } from './state.ts';
import { CR, LF } from './units.ts';
import { WordReader } from './words.ts';

/**
 * The tree of a Markdown text in one pass over its lines, in time that grows with the text only, whatever the text. It answers
 * as `parseMarkdown` (CommonMark 0.31.2, with front matter) does, where it says that this is certain.
 *
 * It goes as the parser goes (micromark's `document`, `flow`, `content` and `text`), and where that leaves the
 * specification, so does this. No parser of CommonMark that remark builds on is linear on all texts, so what would take too
 * long has a rule of our own: deeper than a hundred quotes and lists all marks are text (`state.ts`), behind many brackets that
 * close nothing the rest of a block is words (`inline.ts`), and so is emphasis behind the first two hundred marks of a heading
 * (`markup.ts`).
 */
export function scanMarkdown(text: string, lines: LineStarts): Tree {
  const state = stateOf(text);
  scanLines(state, lines);
  return finished(state);
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
  if (cut && isConcrete) state.isCertain = false;
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
function finished({ text, blocks, inlines, identifiers, opaque, links, isCertain }: State): Tree {
  let isSure = isCertain;
  const reader = new WordReader(identifiers);
  for (const { start, source, heading } of inlines) {
    const markup = heading && new Markup();
    const { found, isWhole } = scanInline(text, source, start, identifiers, markup);
    isSure &&= isWhole && !markup?.isFull;
    for (const each of found) {
      if (each.link) links.push(each.link);
      else opaque.push(each);
    }
    if (markup) heading.words = reader.wordsOf(source, markup);
  }
  return { blocks, constructs: constructsFrom(opaque, links), isCertain: isSure && reader.isCertain };
}
