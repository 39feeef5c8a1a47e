import type { Document } from '../index/document.ts';
import type { Snapshot } from '../index/snapshot.ts';
import { summarize } from '../syntax/summarize.ts';
import type { Form, Role } from '../syntax/summary.ts';
import { fold } from '../text/fold.ts';
import { linkTo, wikilinksTo } from './naming.ts';
import { trial } from './trial.ts';

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
  /** What stands before the words that a wikilink shows: `\|` in a table. */
  readonly bar?: string;
  /** The title that the text is about to have: no other document answers to it from then on. */
  readonly title?: string;
}

/**
 * A text that names a document at a place, in the form that is wanted if the title allows it there, else in the nearest that
 * does: a short title in prose is put in brackets, one that several documents have is told by the file. Each is read as the
 * corpus would read it before it is taken: it resolves to this document and to no other.
 */
export function nameIn(snapshot: Snapshot, site: Site, target: Document, naming: Naming): string {
  const { text } = target.title;
  const link = linkTo(site.path, target, text);
  const bare = (): string | undefined =>
    leadsTo(snapshot, site, text, site.role === 'body' ? 'mention' : 'entry', target) ? text : undefined;
  const wikilink = (): string | undefined =>
    [`[[${text}]]`, ...wikilinksTo(snapshot, target, text, site.bar)].find((each) =>
      leadsTo(snapshot, site, each, 'wikilink', target),
    );
  if (naming === 'link') return link;
  return (naming === 'bare' ? bare() : undefined) ?? wikilink() ?? link;
}

/** Whether a text, standing where it is to stand, is read as a reference of that form to the document, and as nothing else. */
function leadsTo(
  snapshot: Snapshot,
  { path, markdown, role, title }: Site,
  text: string,
  form: Form,
  target: Document,
): boolean {
  const said = role === 'sources' ? SAID : '';
  const read = trial(snapshot, path, frameOf(role, markdown, text, said));
  const found = read?.references.filter(({ reference }) => reference.role === role) ?? [];
  const [first] = found;
  if (found.length !== 1 || first?.resolution.status !== 'resolved' || first.resolution.target !== target) return false;
  const { reference } = first;
  const isWhole = reference.whole.end - reference.whole.start === text.length && reference.fragment === undefined;
  const isOwn = title !== undefined && fold(reference.text) === fold(title);
  return isWhole && !isOwn && reference.form === form;
}

/**
 * Whether an item of a list is read as the name that it opens with, and as this being said of it: not where that would be an
 * item of its own, a heading, or code.
 */
export function readsAsItem(role: Role, markdown: boolean, name: string, said: string): boolean {
  // With its count, a list of sources is read in pairs, whatever the summaries look like.
  const text = frameOf(role, markdown, name, said).replace(/Sources$/m, 'Sources 1 note');
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
