import { encoded, relativePath } from '../../index/destinations.ts';
import { pathsBeginning } from '../../index/pathList.ts';
import { folderOf, linkedPath } from '../../index/paths.ts';
import { resolvePath } from '../../index/resolve.ts';
import { documentAt } from '../../index/snapshot.ts';
import { summaryOf } from '../../index/summaries.ts';
import { titlesMeant } from '../../index/typed.ts';
import { slug } from '../../syntax/slugs.ts';
import { type Span, span } from '../../text/span.ts';
import { headingNamed } from '../anchors.ts';
import type { Here } from './here.ts';
import { type Completion, type CompletionItem, MOST, NOTHING, offered } from './items.ts';
import { probe } from './probe.ts';

/** A link's destination that is being typed: `](../so`. */
interface OpenDestination {
  /** What stands between the opening and the cursor. */
  readonly typed: string;
  readonly start: number;
  readonly end: number;
  /** `)` where the link is not closed yet. */
  readonly closing: string;
}

/** What may stand as the destination at the cursor; undefined where the cursor is in none. */
export function inDestination(here: Here): Completion | undefined {
  const open = openDestination(here);
  if (!open) return undefined;
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(open.typed) || !isLink(here, open)) return NOTHING;
  const hash = open.typed.indexOf('#');
  return hash < 0 ? offered(filesFor(here, open)) : headingsFor(here, open, hash);
}

/** `](mud` and `](<my mu`: without white space in the first, and without what closes it. */
function openDestination({ left, right, line, offset }: Here): OpenDestination | undefined {
  const opening = /\]\([ \t]*(<?)/g;
  let last: RegExpExecArray | undefined;
  for (const match of left.matchAll(opening)) last = match;
  if (!last) return undefined;
  const from = last.index + last[0].length;
  const typed = left.slice(from);
  const isAngled = last[1] === '<';
  if (isAngled ? /[<>]/.test(typed) : !isBalanced(typed)) return undefined;
  const behind = isAngled ? /^[^<>]*(?=>)/.exec(right) : /^[^\s()<>]*(?=[)\s])/.exec(right);
  const isClosed = behind !== null && (isAngled || right.includes(')'));
  return {
    typed,
    start: line.start + from,
    end: offset + (isClosed ? behind[0].length : 0),
    closing: isClosed ? '' : isAngled ? '>)' : ')',
  };
}

/** Whether a destination still goes on: no white space in it, and each parenthesis has its other. */
function isBalanced(typed: string): boolean {
  let depth = 0;
  for (const mark of typed.replace(/\\./g, '')) {
    if (/\s/.test(mark)) return false;
    if (mark === '(') depth++;
    if (mark === ')' && --depth < 0) return false;
  }
  return true;
}

function isLink(here: Here, { start, end, closing }: OpenDestination): boolean {
  return probe(here, span(start, end), `a.md${closing}`, span(0, 4)).reference?.form === 'link';
}

/** Files whose path goes on so, documents first; then documents whose title is meant. */
function filesFor(here: Here, open: OpenDestination): CompletionItem[] {
  const { snapshot, document } = here;
  const paths = new Set<string>();
  const add = (path: string): unknown => path !== document.path && paths.add(path);
  const beginning = pathsBeginning(snapshot, pathTyped(document.path, open.typed), 4 * MOST);
  const isDocument = (path: string): boolean => documentAt(snapshot, path) !== undefined;
  for (const path of beginning) if (isDocument(path)) add(path);
  const words = open.typed.replace(/^.*\//s, '').replace(/%20/g, ' ');
  if (paths.size < MOST && words !== '') {
    for (const each of titlesMeant(snapshot, words, MOST)) if ('document' in each) add(each.document.path);
  }
  for (const path of beginning) if (!isDocument(path)) add(path);
  return Array.from(paths, (path) => fileItem(here, open, path)).slice(0, MOST);
}

/** The path that is typed, seen from the corpus: `soil/mu` for `../soil/mu` in `notes/a.md`. What leaves the corpus begins no path. */
function pathTyped(from: string, typed: string): string {
  const folder = typed.slice(0, typed.lastIndexOf('/') + 1);
  const last = typed.slice(folder.length);
  const inside = folder === '/' ? '' : folder === '' ? folderOf(from) : linkedPath(from, folder);
  if (inside === undefined) return '\0';
  const name = last === '' || /^\.+$/.test(last) ? '' : linkedPath('', last);
  return (inside === '' ? '' : `${inside}/`) + (name ?? last);
}

function fileItem(here: Here, open: OpenDestination, path: string): CompletionItem {
  const { snapshot, document } = here;
  const target = documentAt(snapshot, path);
  const relative = relativePath(document.path, path);
  const lead = open.typed.startsWith('./') && !relative.startsWith('../') ? './' : '';
  const written = open.typed.startsWith('/') ? `/${encoded(path)}` : lead + encoded(relative);
  return {
    label: open.typed.startsWith('/') ? `/${path}` : lead + relative,
    what: target?.kind ?? 'file',
    alias: false,
    replaces: span(open.start, open.end),
    insert: written + open.closing,
    path,
  };
}

/** The headings of the document that the destination leads to, or of this one. */
function headingsFor(here: Here, open: OpenDestination, hash: number): Completion {
  const { snapshot, document } = here;
  const path = hash === 0 ? document.path : linkedPath(document.path, open.typed.slice(0, hash));
  const found = path === undefined ? undefined : resolvePath(snapshot, path);
  if (found?.status !== 'resolved') return NOTHING;
  const headings = summaryOf(snapshot, found.target)?.headings ?? [];
  const typed = slug(open.typed.slice(hash + 1));
  const replaces: Span = span(open.start + hash + 1, open.end);
  const items = headings
    .map((heading) => ({ heading, written: slug(heading.text) }))
    .filter(({ heading, written }) => written.includes(typed) && headingNamed(headings, written) === heading)
    .filter(({ written }) => written !== '')
    .map(({ heading, written }): CompletionItem => {
      const insert = written + open.closing;
      return { label: heading.text, what: 'heading', alias: false, replaces, insert, path: found.target.path };
    });
  return { items: items.slice(0, MOST), isIncomplete: true };
}
