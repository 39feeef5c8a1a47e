import type { Document } from '../../index/document.ts';
import type { Resolved } from '../../index/references.ts';
import { documentOf, recordOf, type Snapshot } from '../../index/snapshot.ts';
import { nameAt } from '../../syntax/nameAt.ts';
import { isListRole } from '../../syntax/sections.ts';
import type { Layout } from '../../syntax/summary.ts';
import { isTarget } from '../../syntax/wikilinks.ts';
import { countWords, fold } from '../../text/fold.ts';
import { wikilinksTo } from '../naming.ts';
import { escapedWords } from './escape.ts';
import { isPlain, type Source } from './parts.ts';

/** How references are to be written in the other layout. */
export interface Wording {
  /** How this one is; undefined as it stands. */
  readonly worded: (resolved: Resolved) => string | undefined;
  /** The same for all references that are worded alike. */
  readonly keyOf: (resolved: Resolved) => string;
  /** It was not understood so: the next way, from now on. Answers whether there is one. */
  readonly next: (resolved: Resolved) => boolean;
}

export interface WordingOptions {
  /** Whether bare titles become wikilinks in Markdown wherever they can. */
  readonly wikilinks: boolean;
  /** Whether a document is converted too, so that its wikilinks may become bare titles. */
  readonly isConverted: (document: Document) => boolean;
}

/** Worked out only where it comes to that. */
type Way = () => string | undefined;

const asItStands: Way = () => undefined;

/** One reference may be written in several ways, the best one first; all that are written alike are worded alike. */
export function wordingFor(snapshot: Snapshot, source: Source, to: Layout, options: WordingOptions): Wording {
  const ways = new Map<string, Way[]>();
  const names = openersOf(source);
  const keyOf = ({ reference: { form, role, whole, name } }: Resolved): string =>
    `${form} ${role} ${name} ${names.has(whole.start)} ${source.text.slice(whole.start, whole.end)}`;
  const waysOf = (resolved: Resolved): Way[] => {
    const key = keyOf(resolved);
    const isName = names.has(resolved.reference.whole.start);
    const known = ways.get(key) ?? firstWays(snapshot, source, to, resolved, isName, options);
    ways.set(key, known);
    return known;
  };
  return {
    worded: (resolved) => waysOf(resolved)[0]?.(),
    keyOf,
    next: (resolved) => {
      const left = waysOf(resolved);
      if (left.length < 2) return false;
      left.shift();
      return true;
    },
  };
}

function firstWays(
  snapshot: Snapshot,
  source: Source,
  to: Layout,
  resolved: Resolved,
  isName: boolean,
  options: WordingOptions,
): Way[] {
  if (isPlain(source.summary.layout))
    return isPlain(to) ? [asItStands] : inMarkdown(snapshot, source, resolved, options);
  const bare = bareOf(snapshot, source, resolved, isName, options);
  return bare === undefined ? [asItStands] : [() => bare, asItStands];
}

/** A bare title of a plain text in Markdown. What is said in a list beside the titles stays as it is. */
function inMarkdown(
  snapshot: Snapshot,
  { text }: Source,
  { reference, resolution }: Resolved,
  { wikilinks }: WordingOptions,
): Way[] {
  const { form, role, whole } = reference;
  if (form !== 'entry' && !(form === 'mention' && role === 'body')) return [asItStands];
  const raw = text.slice(whole.start, whole.end);
  const bare: Way = () => escapedWords(raw);
  const linked: Way[] = isTarget(raw) ? [() => `[[${raw}]]`] : [];
  const byFile: Way[] =
    resolution.status === 'resolved' ? [() => wikilinksTo(snapshot, resolution.target, raw)[0]] : [];
  return wikilinks ? [...linked, bare, ...byFile] : [bare, ...linked, ...byFile];
}

/** The words of a wikilink that are a title, for a plain text; undefined where it has to stay. */
function bareOf(
  snapshot: Snapshot,
  { text }: Source,
  { reference, resolution }: Resolved,
  isName: boolean,
  { isConverted }: WordingOptions,
): string | undefined {
  const { form, role, whole, span, fragment, name } = reference;
  if (form !== 'wikilink' || fragment !== undefined || text[whole.start] === '!') return undefined;
  if (role !== 'body' && !(isListRole(role) && isName)) return undefined;
  const shown = text.slice(span.end, whole.end - 2);
  if (resolution.status === 'dangling' && !isName && !staysKnown(snapshot, name, isConverted)) return undefined;
  const words = shown.trim() === '' ? nameAt(text, span) : (/^\s*\|\s*(\S[\s\S]*?)\s*$/.exec(shown)?.[1] ?? '');
  const isTitle =
    shown.trim() === '' || (resolution.status === 'resolved' && fold(words) === fold(resolution.target.title.text));
  if (!isTitle || (role === 'body' && countWords(words) < snapshot.minimumWords)) return undefined;
  // A title that is wrapped over two lines stays so.
  return shown.trim() === '' ? text.slice(span.start, span.end) : words;
}

/** Where the items of lists say what they name. */
function openersOf({ summary: { sections, references } }: Source): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const { entries } of sections)
    for (const { reference } of entries) if (reference !== undefined) starts.add(references[reference]!.whole.start);
  return starts;
}

/**
 * Whether a name that no document has is known without this wikilink: by an item of a list, or by a wikilink in a document that
 * stays as it is. A bare title that nobody else names would be no reference.
 */
function staysKnown(snapshot: Snapshot, name: number, isConverted: Converted): boolean {
  return [...recordOf(snapshot, name).users].some((id) => {
    const user = documentOf(snapshot, id);
    return user !== undefined && namesKept(user, isConverted).has(name);
  });
}

type Converted = WordingOptions['isConverted'];

/** The names that a document goes on asking for. A text of thousands of wikilinks is gone through once. */
function namesKept(user: Document, isConverted: Converted): ReadonlySet<number> {
  const known = kept.get(isConverted) ?? new WeakMap<Document, ReadonlySet<number>>();
  kept.set(isConverted, known);
  const before = known.get(user);
  if (before) return before;
  const names = new Set<number>();
  for (let index = 0; index < user.writtenCount; index++) {
    const { form, role } = user.written(index);
    if (form === 'entry' || (form === 'wikilink' && (!isConverted(user) || isListRole(role))))
      names.add(user.writtenName(index));
  }
  known.set(user, names);
  return names;
}

const kept = new WeakMap<Converted, WeakMap<Document, ReadonlySet<number>>>();
