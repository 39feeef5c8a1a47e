/**
 * What is known of a corpus before any server has seen it: the answers are compared with this before they are timed.
 * Written by the generator (which knows what it wrote) or by a scan that shares no code with the server.
 */

/** How documents name each other: bare titles in prose, `[[name]]`, or `[name](./name.md)`. */
export type Form = 'bare' | 'wikilinks' | 'links';

/** A place in a file: zero-based line, UTF-16 character. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly character: number;
}

/** A link, and what it leads to. */
export interface Link extends Place {
  /** Path of the document that is named. */
  readonly target: string;
  /** That document's title. */
  readonly title: string;
  /** Where in the line one may type without touching the link: before it, in the same line. */
  readonly typeAt: number;
}

/** A document that others name. */
export interface Named {
  readonly path: string;
  readonly title: string;
  /** In how many places other documents name it. */
  readonly places: number;
  /** In how many places it names itself; a server may count them or not. */
  readonly own: number;
  /** One of them. */
  readonly at: Link;
}

export interface Truth {
  readonly form: Form;
  readonly documents: number;
  /** Of all files, UTF-8. */
  readonly bytes: number;
  /** Places that name something, be it there or not. */
  readonly links: number;
  readonly mostLinked: Named;
  /** Named three to eight times: an answer in which its size plays no part. */
  readonly fewLinks: Named;
  /** Links in different files. */
  readonly definitions: readonly Link[];
  /** Files that a line may be added to, at their ends, that names a document. */
  readonly changeable: readonly string[];
}

/** A corpus on disk, in a folder of the benchmark's own. */
export interface Corpus {
  readonly name: string;
  readonly root: string;
  readonly truth: Truth;
}

export const isCount = ({ places, own }: Named, count: number | undefined): boolean =>
  count === places || count === places + own;

/** The words that name a document, written in a file. */
export function nameOf(form: Form, from: string, { path, title }: { path: string; title: string }): string {
  if (form === 'bare') return title;
  if (form === 'wikilinks') return `[[${stemOf(path)}]]`;
  return `[${title}](${relativeLink(from, path)})`;
}

/** As a Markdown link's destination: relative to the file it stands in. */
export function relativeLink(from: string, path: string): string {
  const here = from.split('/').slice(0, -1).join('/');
  const there = path.split('/').slice(0, -1).join('/');
  const way = here === there ? '.' : `${here ? here.replace(/[^/]+/g, '..') : '.'}${there && `/${there}`}`;
  return encodeURI(`${way}/${path.split('/').at(-1)}`);
}

export const stemOf = (path: string): string =>
  path
    .split('/')
    .at(-1)!
    .replace(/\.[^.]+$/, '');
