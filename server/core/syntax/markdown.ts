import { wordsHash } from '../text/anchors.ts';
import { fold } from '../text/fold.ts';
import { type LineStarts, lineStarts } from '../text/lines.ts';
import { type Span, span } from '../text/span.ts';
import { type FrontMatter, NO_FRONT_MATTER, readFrontMatter } from './frontMatter.ts';
import { type Constructs, gatherInline } from './inline.ts';
import { type ItemDraft, itemOf } from './items.ts';
import { nameAt } from './nameAt.ts';
import { questionsIn } from './questions.ts';
import { type Block, type HeadingBlock, isHeading, type Tree } from './scan/nodes.ts';
import { scanMarkdown } from './scan/scan.ts';
import { isInquiryHeader, isListRole, kindOfSections, type SectionHeading, sectionHeading } from './sections.ts';
import type { Entry, Heading, Named, Prose, Role, Section, Summary, WrittenReference } from './summary.ts';
import { tagsIn } from './tags.ts';

/**
 * A heading with the top-level blocks behind it, up to the next heading of its depth or above, or the next known section: each
 * block belongs to one part.
 */
interface Part {
  readonly node: HeadingBlock;
  readonly shape: SectionHeading;
  /** Where the blocks behind it begin and end among those of the file. */
  readonly from: number;
  readonly to: number;
}

/** Reads the Markdown layout: notes and inquiries written by hand, and ordinary pages. Any text is one. */
export function readMarkdown(text: string, stem: string): Summary {
  const lines = lineStarts(text);
  return readTree(text, stem, scanMarkdown(text, lines), lines);
}

/** The same from the text's tree. */
function readTree(text: string, stem: string, { blocks, constructs }: Tree, lines: LineStarts): Summary {
  const matter = frontMatterOf(text, blocks);
  const headings = blocks.filter(isHeading);
  const parts = partsOf(text, blocks, headings, matter.kind !== undefined);
  const kind =
    matter.kind ??
    (startsWithHeader(text, blocks) ? 'inquiry' : kindOfSections(new Set(parts.map((part) => part.shape.role)))) ??
    'page';

  const titleNode = headings.find((node) => !node.empty && !parts.some((part) => part.node === node));
  const heading = titleNode && headingOf(text, titleNode);
  const title = matter.title ?? heading ?? { text: stem, span: span(0, 0) };
  // A front matter title and the first heading may say the same: then both are the title's lines.
  const titleLine = heading && fold(heading.text) === fold(title.text) ? titleNode : undefined;

  const gatherer = new Gatherer(text, constructs);
  const description = gatherer.body(blocks, parts, titleNode, titleLine);
  const sections = parts.map((part) => gatherer.section(part, blocks));
  const original = originalOf(parts, blocks);
  const { references, prose } = gatherer.gathered();
  const outline = headings.map((node) => headingOf(text, node));
  return {
    kind,
    layout: 'markdown',
    title,
    aliases: [...matter.aliases, ...(original ? [named(text, spanOf(original))] : [])],
    tags: tagsIn(text, matter.tags, prose),
    ...(description && { description: spanOf(description) }),
    headings: outline,
    sections,
    references,
    prose,
    questions: questionsIn(text, prose, outline),
    lines,
    length: text.length,
  };
}

const spanOf = (block: Block): Span => span(block.start, block.end);

/** The line below `Original note title`. */
function originalOf(parts: readonly Part[], blocks: readonly Block[]): Block | undefined {
  const part = parts.find((each) => each.shape.role === 'original-title');
  return part && blocks.slice(part.from, part.to).find((node) => node.type === 'paragraph');
}

function frontMatterOf(text: string, [first]: readonly Block[]): FrontMatter {
  return first?.type === 'yaml' ? readFrontMatter(text, spanOf(first)) : NO_FRONT_MATTER;
}

function startsWithHeader(text: string, blocks: readonly Block[]): boolean {
  const first = blocks[0]?.type === 'yaml' ? blocks[1] : blocks[0];
  // Most first paragraphs are long, and tell so by their first word.
  if (first?.type !== 'paragraph' || !text.startsWith('INQUIRING', first.start)) return false;
  return isInquiryHeader(nameAt(text, spanOf(first)));
}

/**
 * The known sections. `Sources` or `Related papers` head a section in many a page: without a count or `in this
 * collection` they count where the front matter or another heading says that this is a note or an inquiry, and
 * `Sources` where each of its items begins with a link into the corpus.
 */
function partsOf(text: string, blocks: readonly Block[], headings: readonly HeadingBlock[], hasKind: boolean): Part[] {
  const known: { node: HeadingBlock; shape: SectionHeading; at: number }[] = [];
  for (const node of headings) {
    const shape = sectionHeading(text.slice(node.from, node.to));
    if (shape) known.push({ node, shape, at: blocks.indexOf(node, known.at(-1)?.at) });
  }
  if (known.length === 0) return [];
  const certain = hasKind || known.some(({ shape }) => shape.certain);
  const likely = known.filter(({ shape }) => certain || shape.role === 'sources');
  const parts: Part[] = [];
  let end = 0;
  for (const [index, { node, shape, at }] of likely.entries()) {
    // A prompt may quote anything, section headings too.
    if (at < end && parts.at(-1)?.shape.role === 'prompt') continue;
    const limit = (shape.role === 'prompt' ? undefined : likely[index + 1]?.at) ?? blocks.length;
    end = at + 1;
    while (end < limit && !isHeadingUpTo(blocks[end]!, node.depth)) end++;
    if (certain || listsLinks(text, blocks.slice(at + 1, end))) parts.push({ node, shape, from: at + 1, to: end });
  }
  return parts;
}

const isHeadingUpTo = (node: Block, depth: number): boolean => isHeading(node) && node.depth <= depth;

function listsLinks(text: string, content: readonly Block[]): boolean {
  const items = content.filter((node) => node.type === 'list').flatMap((list) => list.children);
  return items.length > 0 && items.every((item) => text.startsWith('[[', firstParagraph(item)?.start ?? 0));
}

function firstParagraph(item: Block): Block | undefined {
  return item.children[0]?.type === 'paragraph' ? item.children[0] : undefined;
}

function headingOf(text: string, { from, to, words, depth }: HeadingBlock): Heading {
  const at = span(from, to);
  return { text: words || nameAt(text, at), span: at, depth };
}

const named = (text: string, at: Span): Named => ({ text: nameAt(text, at), span: at });

/** Gathers references and prose while the tree is walked. */
class Gatherer {
  readonly #text: string;
  readonly #constructs: Constructs;
  readonly #references: WrittenReference[] = [];
  readonly #prose: Prose[] = [];

  constructor(text: string, constructs: Constructs) {
    this.#text = text;
    this.#constructs = constructs;
  }

  /** Takes in what is in no part, without the line of the title; answers the first paragraph behind the title. */
  body(
    blocks: readonly Block[],
    parts: readonly Part[],
    title: HeadingBlock | undefined,
    titleLine: HeadingBlock | undefined,
  ): Block | undefined {
    let description: Block | undefined;
    let next = 0;
    for (let at = 0; at < blocks.length; at++) {
      const node = blocks[at]!;
      if (parts[next]?.from === at + 1) {
        at = parts[next++]!.to - 1;
        continue;
      }
      if (node !== titleLine) this.blocks(node, 'body');
      if (!description && node.type === 'paragraph' && (!title || node.start > title.start)) description = node;
    }
    return description;
  }

  /** Takes in the paragraphs and headings in `node`. */
  blocks(root: Block, role: Role): void {
    const left: Block[] = [root];
    for (let node = left.pop(); node; node = left.pop()) {
      this.#block(node, role);
      for (let child = node.children.length - 1; child >= 0; child--) left.push(node.children[child]!);
    }
  }

  #block(node: Block, role: Role): void {
    if (isHeading(node)) this.#inline(span(node.from, node.to), role);
    else if (node.type === 'paragraph' || node.type === 'definition') this.#inline(node, role);
  }

  section({ node, shape, from, to }: Part, blocks: readonly Block[]): Section {
    const { role, declared } = shape;
    const entries: Entry[] = [];
    let items = 0;
    if (role !== 'prompt' && role !== 'original-title') {
      for (let at = from; at < to; at++) {
        const child = blocks[at]!;
        if (child.type === 'list') {
          this.#entries(child, role, entries, blocks[at + 1]?.type === 'paragraph' && at + 1 < to);
          items += child.children.filter((item) => item.children.length > 0).length;
        } else this.blocks(child, role);
      }
    }
    return {
      role,
      heading: spanOf(node),
      whole: span(node.start, to > from ? blocks[to - 1]!.end : node.end),
      ...(declared && {
        declared: { count: declared.count, span: span(node.from + declared.start, node.from + declared.end) },
      }),
      entries,
      items,
    };
  }

  /** @param goesOn whether a paragraph follows: an empty last item is the dash over it then, as plain texts have it */
  #entries(list: Block, role: Role, entries: Entry[], goesOn: boolean): void {
    for (const item of list.children) {
      const first = firstParagraph(item);
      const draft = first && itemOf(this.#text, item, spanOf(first), role, this.#constructs);
      const isEmpty = item.children.length === 0 && !(goesOn && item === list.children.at(-1));
      if (isEmpty && isListRole(role)) entries.push({ span: spanOf(item), lost: true });
      else if (!first || !draft) this.blocks(item, role);
      else entries.push(this.#entry(item, first, draft, role));
    }
  }

  #entry(item: Block, first: Block, draft: ItemDraft, role: Role): Entry {
    const { title, bare } = draft;
    const reference = this.#references.length;
    if (title && bare) {
      const text = nameAt(this.#text, title);
      this.#references.push({ form: 'entry', role, span: title, whole: title, text });
    }
    this.#inline(title && bare ? span(title.end, first.end) : first, role);
    for (const child of item.children) if (child !== first) this.blocks(child, role);
    const { summary, relation } = draft;
    return {
      span: spanOf(item),
      ...(title && { reference }),
      ...(summary && { summary }),
      ...(relation && { relation: named(this.#text, relation) }),
      ...(role === 'sources' && summary && { said: wordsHash(this.#text.slice(summary.start, summary.end)) }),
    };
  }

  #inline(block: Span, role: Role): void {
    gatherInline(this.#text, block, role, this.#constructs, this.#references, this.#prose);
  }

  gathered(): { references: WrittenReference[]; prose: Prose[] } {
    return { references: this.#references, prose: inOrder(this.#prose) };
  }
}

/** Sections stand between other blocks, and are read behind them. */
function inOrder(prose: Prose[]): Prose[] {
  for (let at = 1; at < prose.length; at++) {
    if (prose[at - 1]!.start > prose[at]!.start) return prose.sort((a, b) => a.start - b.start);
  }
  return prose;
}
