import type { Heading, Nodes } from 'mdast';
import { parseMarkdown } from '../remark.ts';
import type { Markup } from './markup.ts';
import { identifierOf } from './resources.ts';
import { UNCERTAIN } from './uncertain.ts';

/** Whether the words of a heading hold what only the parser reads: names of characters (`&amp;`), forced line breaks. */
const needsParser = (source: string): boolean => /&[#a-z\d]+;|\0|(?<=\\[ \t]*|[ \t]{2})[\r\n]/i.test(source);

/** The words of a heading without their `markup`, which has been gathered. */
export function wordsOf(source: string, defined: ReadonlySet<string>, markup: Markup): string {
  return needsParser(source) ? parsedWords(source, defined) : oneSpaced(markup.without(source));
}

function parsedWords(source: string, defined: ReadonlySet<string>): string {
  const isOneLine = !/[\r\n]/.test(source);
  const block = isOneLine ? `# ${source} #` : `${source}\n===`;
  const tree = parseMarkdown(block + definitionsFor(source, defined));
  const heading = tree.children[0];
  if (heading?.type !== 'heading' || heading.position?.end.offset !== block.length) throw UNCERTAIN;
  return headingWords(heading);
}

/** Definitions of what is named in `source`. */
function definitionsFor(source: string, defined: ReadonlySet<string>): string {
  const named = source.includes('[') ? identifierOf(source) : '';
  let lines = '';
  for (const identifier of defined) if (named.includes(identifier)) lines += `\n\n[${identifier}]: x`;
  return lines;
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
