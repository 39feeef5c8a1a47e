import type { Heading, Nodes } from 'mdast';
import { parseMarkdown } from '../remark.ts';
import type { Markup } from './markup.ts';
import { identifierOf } from './resources.ts';

/** Whether the words of a heading hold what only the parser reads: names of characters (`&amp;`), forced line breaks. */
const needsParser = (source: string): boolean => /&[#a-z\d]+;|\0|(?<=\\[ \t]*|[ \t]{2})[\r\n]/i.test(source);

/** The parser's time grows faster than what it is given: a longer heading keeps its `&amp;`. In UTF-16 units. */
const LONGEST = 300;
/** And so do headings behind so many units of a text: the parser is slow. */
const MOST = 30_000;

/** Reads the words of a text's headings. */
export class WordReader {
  readonly #defined: ReadonlySet<string>;
  #left = MOST;
  /** Whether the parser was asked wherever it knows better. */
  isCertain = true;

  /** @param defined what the definitions of the text define */
  constructor(defined: ReadonlySet<string>) {
    this.#defined = defined;
  }

  /** The words of a heading without their `markup`, which has been gathered. */
  wordsOf(source: string, markup: Markup): string {
    const parsed = needsParser(source) ? this.#parsed(source) : undefined;
    return parsed ?? oneSpaced(markup.without(source));
  }

  #parsed(source: string): string | undefined {
    const words = source.length <= LONGEST && this.#left > 0 ? parsedWords(source, this.#defined) : undefined;
    this.#left -= source.length;
    this.isCertain &&= words !== undefined;
    return words;
  }
}

function parsedWords(source: string, defined: ReadonlySet<string>): string | undefined {
  const isOneLine = !/[\r\n]/.test(source);
  const block = isOneLine ? `# ${source} #` : `${source}\n===`;
  const tree = parseMarkdown(block + definitionsFor(source, defined));
  const heading = tree.children[0];
  if (heading?.type !== 'heading' || heading.position?.end.offset !== block.length) return undefined;
  return headingWords(heading);
}

/**
 * Definitions of what is named in `source`: a label holds no bracket that is not escaped, and an escaped one opens none. What is
 * escaped is passed over, else each of `[\[\[\[` would be looked behind to the end.
 */
function definitionsFor(source: string, defined: ReadonlySet<string>): string {
  if (defined.size === 0) return '';
  const labels = Array.from(source.matchAll(/\\[\s\S]|\[((?:\\[\s\S]|[^[\]\\])+)\]/g)).flatMap(([, label]) =>
    label === undefined ? [] : [identifierOf(label)],
  );
  return [...new Set(labels)].map((each) => (defined.has(each) ? `\n\n[${each}]: x` : '')).join('');
}

/** The same of a heading of the parser's tree. Not by recursion: see `constructs.ts`. */
export function headingWords(heading: Heading): string {
  let words = '';
  const left: Nodes[] = [heading];
  for (let node = left.pop(); node; node = left.pop()) {
    if ('value' in node) words += node.value;
    else if ('alt' in node) words += node.alt ?? '';
    else if ('children' in node) for (const child of node.children.toReversed()) left.push(child);
  }
  return oneSpaced(words);
}

const oneSpaced = (words: string): string => words.replace(/\s+/g, ' ').trim();
