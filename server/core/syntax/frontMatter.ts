import { isScalar, isSeq, parseDocument } from 'yaml';
import { type Span, span } from '../text/span.ts';
import type { Kind, Named } from './summary.ts';
import { tagsInLine } from './tags.ts';

/** What the corpus takes from a document's front matter. */
export interface FrontMatter {
  readonly kind?: Kind;
  readonly title?: Named;
  readonly aliases: readonly Named[];
  /** As they are written, in the order in which they stand. */
  readonly tags: readonly string[];
}

export const NO_FRONT_MATTER: FrontMatter = { aliases: [], tags: [] };
const KINDS: readonly string[] = ['note', 'inquiry', 'page'] satisfies Kind[];

/** More than this is data in a note's clothes; a hostile one would keep the parser busy. In UTF-16 units. */
const LONGEST = 64 * 1024;

/** Reads the block at `whole`, fences included. Front matter is data: what cannot be read counts as absent. */
export function readFrontMatter(text: string, whole: Span): FrontMatter {
  // To YAML a lone `\r` ends no line.
  const block = text.slice(whole.start, whole.end).replace(/\r(?!\n)/g, '\n');
  const first = block.indexOf('\n') + 1;
  const source = block.slice(first, block.lastIndexOf('\n') + 1);
  if (source.length > LONGEST) return NO_FRONT_MATTER;
  const from = whole.start + first;
  const yaml = parseDocument(source, { schema: 'failsafe', logLevel: 'silent', uniqueKeys: false, stringKeys: true });
  const named = (node: unknown): Named | undefined => {
    if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return undefined;
    const value = node.value.trim();
    // Quotes belong to YAML, not to the title: `"Why mud sticks"`. The second is missing while one types.
    const written = source.slice(node.range[0], node.range[1]);
    const quote = node.type === 'QUOTE_DOUBLE' ? '"' : node.type === 'QUOTE_SINGLE' ? "'" : '';
    const closed = quote !== '' && written.length > 1 && written.endsWith(quote);
    const at = span(from + node.range[0] + quote.length, from + node.range[1] - (closed ? 1 : 0));
    return value === '' ? undefined : { text: value.replace(/\s+/g, ' '), span: at };
  };
  const get = (key: string): unknown =>
    typeof yaml.has === 'function' && yaml.has(key) ? yaml.get(key, true) : undefined;
  const tagsUnder = (node: unknown): Named[] =>
    itemsOf(node).flatMap((item) => {
      const each = named(item);
      if (!each || isSeq(node)) return each ?? [];
      return tagsInLine(each.text).map((text) => ({ text, span: each.span }));
    });
  const kind = named(get('kind'))?.text;
  const title = named(get('title'));
  return {
    ...(kind !== undefined && KINDS.includes(kind) && { kind: kind as Kind }),
    ...(title && { title }),
    aliases: itemsOf(get('aliases') ?? get('alias'))
      .map(named)
      .filter((each) => each !== undefined),
    tags: ['tags', 'tag', 'keywords']
      .flatMap((key) => tagsUnder(get(key)))
      .sort((a, b) => a.span.start - b.span.start)
      .map(({ text }) => text),
  };
}

const itemsOf = (node: unknown): readonly unknown[] => (isSeq(node) ? node.items : [node]);
