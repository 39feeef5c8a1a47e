import { kindOfSections } from '../../syntax/sections.ts';
import type { Role } from '../../syntax/summary.ts';
import { oneLine } from '../../text/fold.ts';
import { type Block, gapBefore, gapOf, itemLines, textBlocks } from './blocks.ts';
import { escapedTitle, fullyEscapedTitle, unescapedTitle } from './escape.ts';
import { isFromPlain, isToPlain, type Writing } from './inline.ts';
import { type ItemPiece, isItem, isPlain, type PartSection, type Parts } from './parts.ts';

/** The document in the other layout. Whether it says the same is not asked here. */
export function writeParts(writing: Writing, parts: Parts): string {
  const { source, to } = writing;
  const { text } = source;
  const opening = openingOf(writing, parts);
  const body = parts.body.start < parts.body.end ? textBlocks(writing, parts.body, 'body') : [];
  const sections = parts.sections.flatMap((section) => sectionBlocks(writing, section));
  const rest = [...body, ...sections];
  // A blank line behind the title is the mark of the spaced layout.
  if (rest[0] && to === 'spaced') rest[0] = { ...rest[0], gap: Math.max(2, rest[0].gap) };
  const eol = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  const tail = to === 'dense' ? Math.min(1, gapBefore(text, text.length)) : gapBefore(text, text.length);
  const blocks = [...opening, ...rest];
  const written = blocks
    .map((block, at) => (at === 0 ? '' : '\n'.repeat(Math.max(1, block.gap))) + block.text)
    .join('');
  const bom = text.startsWith('\ufeff') ? '\ufeff' : '';
  return bom + (written + '\n'.repeat(tail)).replace(/\r\n?|\n/g, eol);
}

function openingOf(writing: Writing, parts: Parts): Block[] {
  const { matter, header } = parts;
  const blocks: Block[] = [];
  const lines = matterOf(writing, parts);
  const between = writing.to === 'dense' ? 1 : 2;
  if (lines.length > 0) blocks.push({ text: ['---', ...lines, '---'].join('\n'), gap: 0 });
  if (header) blocks.push({ text: 'INQUIRING LINE', gap: matter ? gapOf(writing, header.start) : between });
  const title = titleOf(writing, parts);
  const hasBefore = parts.title && (matter || header);
  const gap = hasBefore ? gapOf(writing, lineStart(writing.source.text, parts.title.start)) : between;
  if (title !== undefined) blocks.push({ text: title, gap });
  return blocks;
}

/** Where the line of a heading's words begins. */
function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !/[\r\n]/.test(text[start - 1]!)) start--;
  return start;
}

/** The lines of the front matter. In Markdown it says the kind; in the plain layouts the shape does, nearly always. */
function matterOf(writing: Writing, { matter, header, sections }: Parts): string[] {
  const { summary } = writing.source;
  const lines = [...(matter ?? [])];
  const isKind = (line: string): boolean => /^kind[ \t]*:/.test(line);
  const shape = header ? 'inquiry' : kindOfSections(new Set(sections.map(({ section }) => section.role)));
  const has = lines.some(isKind);
  if (isToPlain(writing) && !isFromPlain(writing)) {
    if (!writing.saysKind && shape === summary.kind) return lines.filter((line) => !isKind(line));
    if (!has && shape !== summary.kind) lines.unshift(`kind: ${summary.kind}`);
  }
  if (!isToPlain(writing)) {
    if (writing.title === 'front matter') lines.unshift(`title: ${JSON.stringify(oneLine(summary.title.text))}`);
    if (!has) lines.unshift(`kind: ${summary.kind}`);
  }
  return lines;
}

function titleOf(writing: Writing, { title }: Parts): string | undefined {
  const { text, summary } = writing.source;
  // A page that goes by its file's name: in the plain layouts the first line is the title.
  if (!title) return isToPlain(writing) && !isFromPlain(writing) ? summary.title.text : undefined;
  const words = oneLine(text.slice(title.start, title.end));
  if (isToPlain(writing)) return isFromPlain(writing) ? words : unescapedTitle(words);
  if (writing.title === 'front matter') return undefined;
  return `# ${writing.title === 'escaped' ? fullyEscapedTitle(words) : escapedTitle(words)}`;
}

function sectionBlocks(writing: Writing, { section, heading, pieces }: PartSection): Block[] {
  const { text } = writing.source;
  const words = text.slice(heading.start, heading.end);
  const blocks: Block[] = [
    { text: isToPlain(writing) ? words : `## ${words}`, gap: gapOf(writing, section.heading.start) },
  ];
  let follows = false;
  for (const piece of pieces) {
    if (!isItem(piece)) {
      for (const each of textBlocks(writing, piece.at, section.role)) blocks.push(each);
      follows = false;
      continue;
    }
    const gap = follows ? gapBetween(writing, section.role, piece) : gapOf(writing, piece.at.start);
    blocks.push(...itemBlocks(writing, section.role, piece, gap));
    follows = true;
  }
  return blocks;
}

/** The line breaks between two items. Where an item is several blocks in one layout and one line in the other, none are kept. */
function gapBetween(writing: Writing, role: Role, piece: ItemPiece): number {
  if (writing.to === 'dense') return 1;
  if (role === 'used-by' || (role === 'next' && isDashed(writing, piece)))
    return writing.source.summary.layout === 'dense' ? 1 : gapOf(writing, piece.at.start);
  return writing.to === 'markdown' ? 1 : 2;
}

function itemBlocks(writing: Writing, role: Role, piece: ItemPiece, gap: number): Block[] {
  const [title, summary, relation] = [piece.title, piece.summary, piece.relation].map((at) =>
    itemLines(writing, at, role),
  );
  const dashed = role === 'next' && isDashed(writing, piece);
  if (isToPlain(writing)) return plainItem(writing, role, dashed, title!, summary!, relation!, gap);
  const item = markdownItem(role, title!, summary!, relation!);
  return [{ text: dashed ? item.replace(/^-/, '*') : item, gap }];
}

/**
 * Whether an item of the next lines has a dash in the plain layouts, where it needs none: a star in Markdown, to know it by on the
 * way back.
 */
function isDashed({ source }: Writing, { at, entry }: ItemPiece): boolean {
  return isPlain(source.summary.layout) ? at.start < entry.span.start : source.text[at.start] === '*';
}

const DASH = '—';

function markdownItem(role: Role, title: string[], summary: string[], relation: string[]): string {
  const name = title.join('\n  ');
  if (role !== 'related') {
    const said = summary.length > 0 ? ` ${DASH} ${summary.join('\n  ')}` : '';
    return title.length > 0 ? `- ${name}${said}` : `-${said}`;
  }
  const related = relation.join(' ');
  if (summary.length === 0) return `- ${name}${related && ` ${DASH} ${related}`}`;
  // What stands alone behind the title is the relation.
  return `- ${name} ${DASH} ${summary.join(' ')}\n  ${related || DASH}`;
}

function plainItem(
  { to, oneLine }: Writing,
  role: Role,
  dashed: boolean,
  title: string[],
  summary: string[],
  relation: string[],
  gap: number,
): Block[] {
  const [wide, joint] = to === 'dense' ? [1, ' '] : [2, '\n'];
  const block = (lines: readonly string[], gap: number, joint: string): Block[] =>
    lines.length > 0 ? [{ text: lines.join(joint), gap }] : [];
  if (role === 'used-by' || dashed) return [{ text: `- ${title.join(joint)}`, gap }];
  if (role === 'sources' && oneLine && title.length > 0 && summary.length > 0) {
    const name = title.join(' ');
    const linked = name.startsWith('[[') ? name : `[[${name}]]`;
    return [{ text: `${linked} ${DASH} ${summary.join(joint)}`, gap }];
  }
  if (role !== 'related') {
    return [...block(title, gap, joint), ...block(summary, title.length > 0 ? wide : gap, joint)];
  }
  const isBare = summary.length === 0 && relation.length > 0;
  return [
    { text: '-', gap },
    ...block(title, wide, ' '),
    ...block(isBare ? [DASH] : summary, wide, ' '),
    ...block(relation, wide, ' '),
  ];
}
