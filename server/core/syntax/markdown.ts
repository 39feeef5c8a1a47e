import type { Heading as HeadingNode, List, ListItem, Nodes, Paragraph, Root, RootContent } from 'mdast';
import { fold } from '../text/fold.ts';
import { lineStarts } from '../text/lines.ts';
import { type Span, span } from '../text/span.ts';
import { constructsOf, spanOf } from './constructs.ts';
import { type FrontMatter, readFrontMatter } from './frontMatter.ts';
import { type Constructs, inlineAmong } from './inline.ts';
import { type ItemDraft, itemOf } from './items.ts';
import { nameAt } from './nameAt.ts';
import { parseMarkdown } from './remark.ts';
import { scanMarkdown } from './scan/scan.ts';
import { isInquiryHeader, kindOfSections, type SectionHeading, sectionHeading } from './sections.ts';
import type { Entry, Heading, Named, Prose, Role, Section, Summary, WrittenReference } from './summary.ts';

/**
 * A heading with the top-level nodes behind it, up to the next heading of its depth or above, or the next known section: each
 * node belongs to one part.
 */
interface Part {
  readonly node: HeadingNode;
  readonly shape: SectionHeading;
  readonly content: readonly RootContent[];
}

/** Reads the Markdown layout: notes and inquiries written by hand, and ordinary pages. Any text is one. */
export function readMarkdown(text: string, stem: string): Summary {
  return readTree(text, stem, scanMarkdown(text) ?? parseMarkdown(text));
}

/** The same from the text's tree. */
export function readTree(text: string, stem: string, tree: Root): Summary {
  const matter = frontMatterOf(text, tree);
  const headings = tree.children.filter((node) => node.type === 'heading');
  const parts = partsOf(text, tree, matter.kind !== undefined);
  const roles = new Set(parts.map((part) => part.shape.role));
  const hasHeader = startsWithHeader(text, tree);
  const kind = matter.kind ?? (hasHeader ? 'inquiry' : kindOfSections(roles)) ?? 'page';

  const partNodes = new Set(parts.map((part) => part.node));
  const titleNode = headings.find((node) => !partNodes.has(node) && node.children.length > 0);
  const heading = titleNode && headingOf(text, titleNode);
  const title = matter.title ?? heading ?? { text: stem, span: span(0, 0) };
  // A front matter title and the first heading may say the same: then both are the title's lines.
  const titleLine = heading && fold(heading.text) === fold(title.text) ? titleNode : undefined;

  const gatherer = new Gatherer(text, constructsOf(tree, text));
  const inParts = new Set(parts.flatMap((part) => [part.node, ...part.content]) as Nodes[]);
  for (const node of tree.children) if (node !== titleLine && !inParts.has(node)) gatherer.blocks(node, 'body');
  const sections = parts.map((part) => gatherer.section(part));
  const original = parts
    .find((part) => part.shape.role === 'original-title')
    ?.content.find((node) => node.type === 'paragraph');
  const description = tree.children.find(
    (node) =>
      node.type === 'paragraph' && !inParts.has(node) && (!titleNode || spanOf(node).start > spanOf(titleNode).start),
  );
  return {
    kind,
    layout: 'markdown',
    title,
    aliases: [...matter.aliases, ...(original ? [named(text, spanOf(original))] : [])],
    ...(description && { description: spanOf(description) }),
    headings: headings.map((node) => ({ ...headingOf(text, node), depth: node.depth })),
    sections,
    ...gatherer.gathered(),
    lines: lineStarts(text),
    length: text.length,
  };
}

function frontMatterOf(text: string, tree: Root): FrontMatter {
  const first = tree.children[0];
  return first?.type === 'yaml' ? readFrontMatter(text, spanOf(first)) : { aliases: [] };
}

function startsWithHeader(text: string, tree: Root): boolean {
  const first = tree.children.find((node) => node.type !== 'yaml');
  return first?.type === 'paragraph' && isInquiryHeader(nameAt(text, spanOf(first)));
}

/**
 * The known sections. `Sources` or `Related papers` head a section in many a page: without a count or `in this
 * collection` they count where the front matter or another heading says that this is a note or an inquiry, and
 * `Sources` where each of its items begins with a link into the corpus.
 */
function partsOf(text: string, tree: Root, hasKind: boolean): Part[] {
  const nodes = tree.children;
  const known: { node: HeadingNode; shape: SectionHeading; at: number }[] = [];
  for (const [at, node] of nodes.entries()) {
    const words = node.type === 'heading' && contentOf(node);
    const shape = words && sectionHeading(text.slice(words.start, words.end));
    if (node.type === 'heading' && shape) known.push({ node, shape, at });
  }
  const certain = hasKind || known.some(({ shape }) => shape.certain);
  const likely = known.filter(({ shape }) => certain || shape.role === 'sources');
  const parts: Part[] = [];
  let end = 0;
  for (const [index, { node, shape, at }] of likely.entries()) {
    // A prompt may quote anything, section headings too.
    if (at < end && parts.at(-1)?.shape.role === 'prompt') continue;
    const limit = (shape.role === 'prompt' ? undefined : likely[index + 1]?.at) ?? nodes.length;
    end = at + 1;
    while (end < limit && !isHeadingUpTo(nodes[end]!, node.depth)) end++;
    const part = { node, shape, content: nodes.slice(at + 1, end) };
    if (certain || listsLinks(text, part)) parts.push(part);
  }
  return parts;
}

const isHeadingUpTo = (node: Nodes, depth: number): boolean => node.type === 'heading' && node.depth <= depth;

function listsLinks(text: string, part: Part): boolean {
  const items = part.content.filter((node) => node.type === 'list').flatMap((list) => list.children);
  return (
    items.length > 0 && items.every((item) => text.startsWith('[[', firstParagraph(item)?.position?.start.offset ?? 0))
  );
}

function firstParagraph(item: ListItem): Paragraph | undefined {
  return item.children[0]?.type === 'paragraph' ? item.children[0] : undefined;
}

/** The heading's words: for `## Why *mud* sticks ##` the span of `Why *mud* sticks`. */
function contentOf(node: HeadingNode): Span {
  const first = node.children[0];
  const last = node.children.at(-1);
  return first && last ? span(spanOf(first).start, spanOf(last).end) : spanOf(node);
}

function headingOf(text: string, node: HeadingNode): Heading {
  const at = contentOf(node);
  const words = node.children.length > 0 ? plainText(node).replace(/\s+/g, ' ').trim() : '';
  return { text: words || nameAt(text, at), span: at, depth: node.depth };
}

/** The text of a node without its markup. Not by recursion: see `constructs.ts`. */
function plainText(heading: HeadingNode): string {
  let words = '';
  const left: Nodes[] = [heading];
  for (let node = left.pop(); node; node = left.pop()) {
    if ('value' in node) words += node.value;
    else if ('alt' in node) words += node.alt ?? '';
    else if ('children' in node) for (const child of node.children.toReversed()) left.push(child);
  }
  return words;
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

  /** Takes in the paragraphs and headings in `node`. */
  blocks(root: Nodes, role: Role): void {
    const left: Nodes[] = [root];
    for (let node = left.pop(); node; node = left.pop()) {
      if (node.type === 'paragraph' || node.type === 'heading') this.#inline(contentSpan(node), role);
      else if (node.type === 'definition') this.#inline(spanOf(node), role);
      else if ('children' in node) for (const child of node.children.toReversed()) left.push(child);
    }
  }

  section(part: Part): Section {
    const { node, shape, content } = part;
    const { role, declared } = shape;
    const at = contentOf(node);
    const entries: Entry[] = [];
    for (const child of content) {
      if (role === 'prompt' || role === 'original-title') continue;
      if (child.type === 'list') entries.push(...this.#entries(child, role));
      else this.blocks(child, role);
    }
    return {
      role,
      heading: spanOf(node),
      whole: span(spanOf(node).start, spanOf(content.at(-1) ?? node).end),
      ...(declared && {
        declared: { count: declared.count, span: span(at.start + declared.start, at.start + declared.end) },
      }),
      entries,
    };
  }

  #entries(list: List, role: Role): Entry[] {
    const entries: Entry[] = [];
    for (const item of list.children) {
      const first = firstParagraph(item);
      const draft = first && itemOf(this.#text, item, spanOf(first), role, this.#constructs);
      if (!first || !draft) this.blocks(item, role);
      else entries.push(this.#entry(item, first, draft, role));
    }
    return entries;
  }

  #entry(item: ListItem, first: Paragraph, draft: ItemDraft, role: Role): Entry {
    const reference = this.#references.length;
    if (draft.bare) {
      const text = nameAt(this.#text, draft.title);
      this.#references.push({ form: 'entry', role, span: draft.title, whole: draft.title, text });
    }
    this.#inline(draft.bare ? span(draft.title.end, spanOf(first).end) : spanOf(first), role);
    for (const child of item.children) if (child !== first) this.blocks(child, role);
    const { summary, relation } = draft;
    return {
      span: spanOf(item),
      reference,
      ...(summary && { summary }),
      ...(relation && { relation: named(this.#text, relation) }),
    };
  }

  #inline(block: Span, role: Role): void {
    const { references, prose } = inlineAmong(this.#text, block, role, this.#constructs);
    this.#references.push(...references);
    this.#prose.push(...prose);
  }

  gathered(): { references: WrittenReference[]; prose: Prose[] } {
    return { references: this.#references, prose: this.#prose.sort((a, b) => a.start - b.start) };
  }
}

const contentSpan = (node: Paragraph | HeadingNode): Span => (node.type === 'heading' ? contentOf(node) : spanOf(node));
