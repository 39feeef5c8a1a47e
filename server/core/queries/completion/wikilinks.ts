import { pathsBeginning } from '../../index/pathList.ts';
import { fileNames } from '../../index/paths.ts';
import { findTitle } from '../../index/resolve.ts';
import { documentAt } from '../../index/snapshot.ts';
import { summaryOf } from '../../index/summaries.ts';
import { type Typed, titlesMeant } from '../../index/typed.ts';
import type { Role } from '../../syntax/summary.ts';
import { fragmentAt, isTarget } from '../../syntax/wikilinks.ts';
import { fold } from '../../text/fold.ts';
import { type Span, span } from '../../text/span.ts';
import { headingNamed } from '../anchors.ts';
import type { Here } from './here.ts';
import { type Completion, type CompletionItem, itemOf, MOST, NOTHING, offered } from './items.ts';
import { withoutTyped } from './namedHere.ts';
import { isPlainTitle, likeTitle, probe } from './probe.ts';
import { innerOf, shownIn } from './writing.ts';

/** A wikilink that is being typed. */
interface OpenLink {
  /** What stands between `[[` and the cursor. */
  readonly typed: string;
  readonly start: number;
  /** What an answer takes the place of ends here. */
  readonly end: number;
  /** `]]` where the link is not closed yet. */
  readonly closing: string;
  /** Whether a heading or other words to show follow. */
  readonly goesOn: boolean;
}

/** What may stand in the wikilink at the cursor; undefined where the cursor is in none. */
export function inWikilink(here: Here): Completion | undefined {
  const open = openLink(here);
  if (!open) return undefined;
  if (open.typed.includes('|')) return NOTHING;
  const hash = fragmentAt(open.typed);
  const headings = hash < 0 || !roleOf(here, open, likeTitle('')) ? [] : headingsOf(here, open, hash);
  // `C#` may be a title, or the way to a heading of `C`.
  if (headings.length > 0 || (hash >= 0 && hash < open.typed.length - 1)) {
    return { items: headings.slice(0, MOST), isIncomplete: true };
  }
  return offered(titlesFor(here, open));
}

function openLink({ left, right, line, offset }: Here): OpenLink | undefined {
  const open = left.lastIndexOf('[[');
  if (open < 0 || left.includes(']]', open)) return undefined;
  const typed = left.slice(open + 2).trimStart();
  const start = line.start + left.length - typed.length;
  const close = right.indexOf(']]');
  const next = right.indexOf('[[');
  if (close < 0 || (next >= 0 && next < close)) {
    return { typed, start, end: offset, closing: right.startsWith(']') ? ']' : ']]', goesOn: false };
  }
  const inner = right.slice(0, close);
  const bar = inner.search(/\\?\|/);
  const hash = fragmentAt(typed) < 0 ? inner.indexOf('#') : -1;
  const ends = [bar, hash, close].filter((each) => each >= 0);
  const end = Math.min(...ends);
  return { typed, start, end: offset + end, closing: '', goesOn: end < close };
}

/** What the link would mean there, with another target; undefined where it is none, as in code. */
function roleOf(here: Here, { start, end, closing }: OpenLink, target: string): Role | undefined {
  const { reference } = probe(here, span(start, end), target + closing, span(0, target.length));
  return reference?.form === 'wikilink' ? reference.role : undefined;
}

function titlesFor(here: Here, open: OpenLink): CompletionItem[] {
  const typed = open.typed.trimEnd();
  const found = [...byPath(here, typed), ...onceEach(withoutTyped(here, titlesMeant(here.snapshot, typed, MOST)))];
  const items: CompletionItem[] = [];
  const roles = new Map<string, Role | undefined>();
  const roleFor = (target: string): Role | undefined => {
    const like = isPlainTitle(target) ? likeTitle(target) : target;
    if (!roles.has(like)) roles.set(like, roleOf(here, open, like));
    return roles.get(like);
  };
  const met = new Set<string>();
  for (const each of found) {
    const inner = innerOf(here, each);
    if (!inner || met.has(inner.target)) continue;
    met.add(inner.target);
    const role = roleFor(inner.target);
    // A paper that no document has is no reference.
    if (role === undefined || (role === 'papers' && !('document' in each))) continue;
    const insert = inner.target + (open.goesOn ? '' : shownIn(here, inner)) + open.closing;
    items.push({ ...itemOf(each), replaces: span(open.start, open.end), insert });
    if (items.length === MOST) break;
  }
  return items;
}

/** Without the names of files whose document is there by its title or an alias already. */
function onceEach(found: readonly Typed[]): Typed[] {
  const titled = new Set(found.map((each) => ('document' in each && !each.stem ? each.document.id : undefined)));
  return found.filter((each) => !('document' in each) || !each.stem || !titled.has(each.document.id));
}

/** Documents by their path, where somebody types one: `notes/mu`. */
function byPath({ snapshot }: Here, typed: string): Typed[] {
  if (!typed.includes('/')) return [];
  const documents = pathsBeginning(snapshot, typed, MOST).map((path) => documentAt(snapshot, path));
  const folded = fold(typed);
  const last = typed.slice(typed.lastIndexOf('/') + 1);
  const named = last === '' ? [] : titlesMeant(snapshot, last, MOST);
  const ends = named
    .map((each) => ('document' in each ? each.document : undefined))
    .filter((each) => each && fileNames(each.path).some((name) => fold(name).startsWith(folded)));
  return [...documents, ...ends]
    .filter((document) => document !== undefined)
    .map((document): Typed => {
      const text = document.path.replace(/\.(md|markdown|txt)$/i, '');
      return { text, key: fold(text), alias: false, stem: true, document };
    });
}

/** The headings of the document that is named before the `#` at `hash`. */
function headingsOf(here: Here, open: OpenLink, hash: number): CompletionItem[] {
  const found = findTitle(here.snapshot, open.typed.slice(0, hash).trim());
  if (found.status !== 'resolved') return [];
  const headings = summaryOf(here.snapshot, found.target)?.headings ?? [];
  const typed = fold(open.typed.slice(hash + 1).trim());
  const replaces: Span = span(open.start + hash + 1, open.end);
  return headings
    .filter((each) => fold(each.text).includes(typed) && headingNamed(headings, each.text) === each)
    .filter(({ text }) => text.trim() !== '' && isTarget(text.replaceAll('#', '')) && !/[|]|\]\]/.test(text))
    .map(({ text }) => ({
      label: text,
      what: 'heading',
      alias: false,
      replaces,
      insert: text + open.closing,
      path: found.target.path,
    }));
}
