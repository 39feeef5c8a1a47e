import type { Document } from '../index/document.ts';
import type { Snapshot } from '../index/snapshot.ts';
import type { Layout } from '../syntax/summary.ts';
import { fold } from '../text/fold.ts';
import { linkTo, wikilinksTo } from './naming.ts';
import { type Trial, trial } from './trial.ts';

/** What every new document says first. */
export interface Head {
  readonly title: string;
  readonly kind: 'note' | 'inquiry';
  readonly layout: Layout;
  readonly summary: string | undefined;
}

/** A document that is to be written. */
export interface Draft extends Head {
  /** The inquiries that use it. */
  readonly users: readonly Document[];
}

/**
 * The text of a new document, of which the corpus has read that it says what it is meant to: this title, this kind, and lists
 * that lead where they should. Undefined where no text in this layout does.
 */
export function textOfDraft(snapshot: Snapshot, path: string, draft: Draft): string | undefined {
  for (const opening of openingsOf(draft)) {
    const whole = withUsers(snapshot, path, draft, opening);
    if (whole !== undefined) return whole;
  }
  return undefined;
}

/** The opening with the list of users behind it, each written in the first way that is understood. */
function withUsers(snapshot: Snapshot, path: string, draft: Draft, opening: Opening): string | undefined {
  const { users, layout } = draft;
  const items = users.map((user) => (layout === 'markdown' ? `[[${user.title.text}]]` : user.title.text));
  const others = new Map<number, string[]>();
  for (;;) {
    const text = joined(draft, opening, items);
    const read = trial(snapshot, path, text);
    if (!read || !saysSo(read, draft)) return undefined;
    const wrong = misread(read, users);
    if (wrong.length === 0) return text;
    for (const at of wrong) {
      const ways = others.get(at) ?? otherWays(snapshot, path, users[at]!);
      others.set(at, ways);
      const next = ways.shift();
      if (next === undefined) return undefined;
      items[at] = next;
    }
  }
}

/** To name a document where its title alone, or a wikilink by it, does not. */
function otherWays(snapshot: Snapshot, path: string, user: Document): string[] {
  const title = user.title.text;
  return [title, `[[${title}]]`, ...wikilinksTo(snapshot, user, title), linkTo(path, user, title)];
}

/** Whether a text is read as a document of this title and kind. */
export const saysSo = ({ document }: Trial, { title, kind }: Head): boolean =>
  document.kind === kind && fold(document.title.text) === fold(title) && document.title.span.end > 0;

/** Which of the listed users the list does not lead to. */
function misread({ references }: Trial, users: readonly Document[]): number[] {
  const listed = references.filter(({ reference }) => reference.role === 'used-by' && reference.form !== 'mention');
  return [...users.keys()].filter((at) => {
    const resolution = listed[at]?.resolution;
    return resolution?.status !== 'resolved' || resolution.target !== users[at];
  });
}

/** What a new document begins with, in the ways in which it may be written, the usual one first. */
export const openingsOf = (head: Head): Opening[] =>
  head.layout === 'markdown' ? markdownOpenings(head) : [plainOpening(head)];

/** What comes before the list, a block each. */
export interface Opening {
  readonly matter: string;
  readonly blocks: readonly string[];
}

const HEADERS = { inquiry: ['INQUIRING LINE'], note: [] } as const;

function plainOpening({ kind, title, summary }: Head): Opening {
  return { matter: '', blocks: [...HEADERS[kind], title, ...said(summary)] };
}

/**
 * With the title as a heading; where a heading would be read as something else (`# Why is C #` ends at the `C`), escaped, or
 * in the front matter.
 */
function markdownOpenings({ kind, title, summary }: Head): Opening[] {
  const matter = (more = ''): string => `---\nkind: ${kind}\n${more}---\n\n`;
  return [
    { matter: matter(), blocks: [`# ${title}`, ...said(summary)] },
    { matter: matter(`title: ${JSON.stringify(title)}\n`), blocks: said(summary) },
  ];
}

const said = (summary: string | undefined): string[] => (summary ? [summary] : []);

function joined({ kind, layout, users }: Draft, { matter, blocks }: Opening, items: readonly string[]): string {
  const heading = `Inquiring lines that use this ${kind} as a source ${users.length}`;
  const isMarkdown = layout === 'markdown';
  // In a plain text it is this line that makes the file a note.
  const hasList = users.length > 0 || (!isMarkdown && kind === 'note');
  const list = items.map((item) => `- ${item}`);
  const tail = hasList ? [isMarkdown ? `## ${heading}` : heading, ...(list.length > 0 ? [list.join('\n')] : [])] : [];
  return `${matter}${[...blocks, ...tail].join(layout === 'dense' ? '\n' : '\n\n')}\n`;
}
