import { destinationTo, linkText } from '../index/destinations.ts';
import type { Document } from '../index/document.ts';
import { documentAt, type Snapshot } from '../index/snapshot.ts';
import { summaryOf } from '../index/summaries.ts';
import { descriptionOf } from '../queries/hover.ts';
import { isListRole } from '../syntax/sections.ts';
import type { Layout, Role, Summary } from '../syntax/summary.ts';
import { firstInk, type Span } from '../text/span.ts';
import { isWordUnit } from '../text/words.ts';
import { type Naming, nameIn, readsAsItem, type Site } from './nameIn.ts';
import { summaryGiven } from './summaryGiven.ts';

/** What to put into a text for files of the corpus. */
export interface Links {
  readonly text: string;
  /** How many of the files are documents. */
  readonly documents: number;
}

/** What surrounds the place: in which section of which layout, and the rest of its line on both sides. */
interface Place {
  readonly layout: Layout;
  readonly role: Role;
  readonly before: string;
  readonly after: string;
}

/**
 * The text that leads from a place to some files of the corpus, by their paths, without repeats and in the order given; it is to
 * stand instead of what is at `at`, which may be empty. In plain
 * text a document is named by its bare title, in Markdown as `naming` says; on an empty line of a list section it is an
 * entry, with its summary in Sources. A file that is no document is a Markdown link, a picture is shown. Undefined where one of the
 * files is not in the corpus, or is no document and the text is not Markdown.
 */
export function linksTo(
  snapshot: Snapshot,
  path: string,
  at: Span,
  targets: readonly string[],
  naming: Naming,
): Links | undefined {
  const place = placeOf(snapshot, path, at);
  const markdown = place.layout === 'markdown';
  const paths = [...new Set(targets)];
  const documents = paths.map((path) => documentAt(snapshot, path));
  const isThere = paths.every((path, index) => documents[index] || (markdown && snapshot.files.has(path)));
  if (paths.length === 0 || !isThere) return undefined;

  const isEntry = isListRole(place.role) && isEmptyItem(place);
  const isTable = markdown && /^\s*\|/.test(place.before);
  const site: Site = { path, markdown, role: isEntry ? place.role : 'body', ...(isTable && { bar: '\\|' }) };
  const pieces = paths.map((file, index) => {
    const document = documents[index];
    if (!document) return fileLink(path, file);
    const name = nameIn(snapshot, site, document, markdown ? naming : 'bare');
    return isEntry ? entryOf(snapshot, place, document, name) : name;
  });
  const text = joined(pieces, place, isEntry);
  return { text: isEntry ? text : apart(text, place), documents: documents.filter(Boolean).length };
}

const PICTURE = /\.(png|jpe?g|gif|svg|webp|avif|bmp|ico)$/i;

function fileLink(from: string, path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const link = `[${linkText(name)}](${destinationTo(from, path)})`;
  return PICTURE.test(path) ? `!${link}` : link;
}

/** A document as an item of a list section, without the dash of its first line. */
function entryOf(snapshot: Snapshot, { layout, role }: Place, document: Document, name: string): string {
  const said =
    role === 'sources'
      ? summaryGiven(snapshot, document)
      : role === 'related' && layout !== 'markdown'
        ? descriptionOf(snapshot, document)
        : undefined;
  if (!said || !readsAsItem(role, layout === 'markdown', name, said)) return name;
  if (layout === 'markdown') return `${name} — ${said}`;
  return `${name}${layout === 'spaced' ? '\n\n' : '\n'}${said}`;
}

/** One after the other: items of a list each with its dash, titles on lines of their own, or in a sentence by commas. */
function joined(pieces: readonly string[], { layout, role, before, after }: Place, isEntry: boolean): string {
  const gap = layout === 'spaced' ? '\n\n' : '\n';
  const bullet = BULLET.exec(before)?.[0];
  if (bullet !== undefined && isBlank(after)) return pieces.join(`\n${bullet}`);
  if (!isEntry) return pieces.join(isBlank(before) && isBlank(after) ? `\n${before}` : ', ');
  if (layout === 'markdown') return pieces.map((each) => `- ${each}`).join('\n');
  if (role === 'used-by') return pieces.map((each) => `- ${each}`).join('\n');
  // CORPUS.md, "Related concepts": the dash stands on a line of its own.
  return pieces.map((each) => (role === 'related' ? `-${gap}${each}` : each)).join(gap);
}

/** With a space on a side where a word would touch a bare title: `mud|dy`. Brackets keep the others apart. */
function apart(text: string, { before, after }: Place): string {
  const left = isWordUnit(before.charCodeAt(before.length - 1)) && !/^!?\[/.test(text) ? ' ' : '';
  const right = isWordUnit(after.charCodeAt(0)) && !/[\])]$/.test(text) ? ' ' : '';
  return left + text + right;
}

/** The mark of an item, with nothing behind it: `- `, `  * `, `3. `. */
const BULLET = /^[ \t]*(?:[-*+•]|\d{1,9}[.)])[ \t]+$/;

const isBlank = (text: string): boolean => text.trim() === '';

const isEmptyItem = ({ before, after }: Place): boolean => isBlank(after) && (isBlank(before) || BULLET.test(before));

function placeOf(snapshot: Snapshot, path: string, at: Span): Place {
  const text = snapshot.textOf(path) ?? '';
  const within = (offset: number): number => Math.min(Math.max(0, offset), text.length);
  const [start, end] = [within(at.start), Math.max(within(at.start), within(at.end))];
  const document = documentAt(snapshot, path);
  const read = document && summaryOf(snapshot, document);
  return {
    layout: document?.layout ?? (/\.txt$/i.test(path) ? 'spaced' : 'markdown'),
    role: (read && roleAt(text, read, start)) ?? 'body',
    before: /[^\r\n]*$/.exec(text.slice(Math.max(0, start - LONGEST_LINE), start))![0],
    after: /^[^\r\n]*/.exec(text.slice(end, end + LONGEST_LINE))![0],
  };
}

/** More of a line is not looked at, in UTF-16 units. */
const LONGEST_LINE = 2000;

/** The section that a place is in: one goes on over the blank lines behind it. */
function roleAt(text: string, { sections }: Summary, at: number): Role | undefined {
  const section = sections.findLast(({ heading }) => heading.end < at);
  if (!section) return undefined;
  const { end } = section.whole;
  return at <= end || firstInk(text, end, at) === at ? section.role : undefined;
}
