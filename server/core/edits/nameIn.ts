import type { Document } from '../index/document.ts';
import { fileNames } from '../index/paths.ts';
import { findTitle, type Resolution, resolve } from '../index/resolve.ts';
import { nameOf, type Snapshot } from '../index/snapshot.ts';
import { isInquiryHeader, sectionHeading } from '../syntax/sections.ts';
import { summarize } from '../syntax/summarize.ts';
import type { Role } from '../syntax/summary.ts';
import { countWords, fold } from '../text/fold.ts';
import { linkText, relativeLink } from './relativeLink.ts';

/** How a document is to be named where there is a choice: by `[[Title]]`, `[Title](path.md)`, or its bare title. */
export type Naming = 'wikilink' | 'link' | 'bare';

/** Where a name is to stand. */
export interface Site {
  /** Path of the text. The text need not be a document yet. */
  readonly path: string;
  /** Whether the text is Markdown; else it is of one of the plain layouts. */
  readonly markdown: boolean;
  /** `body`, or of the list section whose item the name is to open. */
  readonly role: Role;
  /** A title of fewer words is no reference where it stands bare in prose. */
  readonly minimumWords: number;
}

/**
 * A text that names a document at a place, in the form that is wanted if the title allows it there, else in the nearest that
 * does: a short title in prose is put in brackets, one that several documents have is told by the file. Each is read as the
 * corpus would read it before it is taken: it resolves to this document and to no other.
 */
export function nameIn(snapshot: Snapshot, site: Site, target: Document, naming: Naming): string {
  const link = `[${linkText(target.title.text)}](${relativeLink(site.path, target.path)})`;
  const bare = (): string | undefined => (isBareName(snapshot, site, target) ? target.title.text : undefined);
  const wikilink = (): string | undefined =>
    wikilinksTo(target).find((each) => leadsTo(snapshot, site, each, 'wikilink', target));
  if (naming === 'link') return link;
  return (naming === 'bare' ? bare() : undefined) ?? wikilink() ?? link;
}

/** `[[Why mud sticks]]`, else by as little of the path as tells it: `[[mud|Why mud sticks]]`, `[[soil/mud|…]]`. */
function wikilinksTo({ title, path }: Document): string[] {
  const names = fileNames(path);
  const shown = /\[\[|\]\]/.test(title.text) ? [] : names.map((name) => `[[${name}|${title.text}]]`);
  return [`[[${title.text}]]`, ...shown, ...names.map((name) => `[[${name}]]`)];
}

/** Whether the bare title is a reference to its document: as a line of a list, or in prose among other words. */
function isBareName(snapshot: Snapshot, site: Site, target: Document): boolean {
  const { text } = target.title;
  if (site.role !== 'body') return leadsTo(snapshot, site, text, 'entry', target);
  if (MARKUP.test(text) || !OPENING.test(text) || sectionHeading(text) || isInquiryHeader(text)) return false;
  const name = nameOf(snapshot, text);
  if (name === undefined || countWords(fold(text)) < site.minimumWords) return false;
  return isOnly(resolve(snapshot, { form: 'mention', name, text }), target);
}

/** What may be, or hide, something else than a title in prose: markup, code, a URL. */
const MARKUP = /[[\]`<>\\*_|&#~]|:\/\//;

/** A line of prose that begins so opens no list, quote, rule or code. */
const OPENING = /^(?!\d+[.)])[\p{L}\p{N}“‘"'(¿¡]/u;

/** Whether a text, standing where it is to stand, is read as a reference of that form to the document, and as nothing else. */
function leadsTo(
  snapshot: Snapshot,
  { markdown, role }: Site,
  text: string,
  form: 'wikilink' | 'entry',
  target: Document,
): boolean {
  const read = summarize(markdown ? 'a.md' : 'a.txt', frameOf(role, markdown, text, role === 'sources' ? SAID : ''));
  const found = read?.references.filter((each) => each.role === role) ?? [];
  const [first] = found;
  if (found.length !== 1 || first?.form !== form || first.fragment !== undefined) return false;
  if (first.whole.end - first.whole.start !== text.length) return false;
  if (form === 'wikilink') return isOnly(findTitle(snapshot, first.text), target);
  const name = nameOf(snapshot, first.text);
  return name !== undefined && isOnly(resolve(snapshot, { form, name, text: first.text }), target);
}

const isOnly = (resolution: Resolution, target: Document): boolean =>
  resolution.status === 'resolved' && resolution.target === target;

/**
 * Whether an item of a list is read as the name that it opens with, and as this being said of it: not where that would be an
 * item of its own, a heading, or code.
 */
export function readsAsItem(role: Role, markdown: boolean, name: string, said: string): boolean {
  const text = frameOf(role, markdown, name, said);
  const read = summarize(markdown ? 'a.md' : 'a.txt', text);
  const section = read?.sections.find((each) => each.role === role);
  const [entry, another] = section?.entries ?? [];
  if (entry?.reference === undefined || !entry.summary || another) return false;
  const { whole } = read!.references[entry.reference]!;
  return text.slice(whole.start, whole.end) === name && text.slice(entry.summary.start, entry.summary.end) === said;
}

/** The smallest document in which a name, and what is said of it, stand as they would at the place in question. */
function frameOf(role: Role, markdown: boolean, name: string, said: string): string {
  const heading = HEADINGS[role];
  if (heading === undefined) return markdown ? `# -\n\n${name}\n` : `INQUIRING LINE\n\n-\n\n${name}\n`;
  if (markdown) return `---\nkind: note\n---\n\n# -\n\n## ${heading}\n\n- ${name}${said && ` — ${said}`}\n`;
  const dash = role === 'related' ? '-\n\n' : role === 'used-by' ? '- ' : '';
  return `INQUIRING LINE\n\n-\n\n${heading}\n\n${dash}${name}\n\n${said}\n`;
}

/** A summary that no reader would take for a title. */
const SAID = 'It is so.';

/** Without a count, so that each line is taken for what it looks like, as it is while a list is being written. */
const HEADINGS: Readonly<Partial<Record<Role, string>>> = {
  sources: 'Sources',
  'used-by': 'Inquiring lines that use this note',
  related: 'Related concepts',
  next: 'Next inquiring lines',
};
