import { destinationTo, linkText } from '../../index/destinations.ts';
import { fileTargets, leadsTo } from '../../index/fileTargets.ts';
import { marksOf, type NameRecord } from '../../index/names.ts';
import { findTitle, isMissing, resolve } from '../../index/resolve.ts';
import { nameOf, recordOf, type Snapshot } from '../../index/snapshot.ts';
import type { Typed } from '../../index/typed.ts';
import { isTarget } from '../../syntax/wikilinks.ts';
import { countWords, splitMarks } from '../../text/fold.ts';
import { type Span, span } from '../../text/span.ts';
import type { Here } from './here.ts';

/** A reference as it is written, and where its target stands in that. */
export interface Writing {
  readonly text: string;
  readonly target: Span;
  readonly form: 'mention' | 'wikilink' | 'link';
}

/** What stands between `[[` and `]]`. */
export interface Inner {
  readonly target: string;
  /** What is shown in its place. */
  readonly shown?: string;
}

/**
 * What a wikilink to a title says: the title, where it leads there; else the shortest end of the path that does. Undefined where
 * nothing does.
 */
export function innerOf({ snapshot }: Here, typed: Typed): Inner | undefined {
  if (!('document' in typed)) {
    const isIts = isTarget(typed.text) && nameOf(snapshot, typed.text) === typed.name;
    // What only entries ask for may still be the name of a file.
    return isIts && findTitle(snapshot, typed.text).status === 'dangling' ? { target: typed.text } : undefined;
  }
  if (leadsTo(snapshot, typed.text, typed.document)) return { target: typed.text };
  const [target] = fileTargets(snapshot, typed.document);
  if (target === undefined) return undefined;
  return /[[\]|\\]/.test(typed.text) || typed.stem ? { target } : { target, shown: typed.text };
}

export function wikilinkTo(here: Here, typed: Typed): Writing | undefined {
  const inner = innerOf(here, typed);
  if (!inner) return undefined;
  const text = `[[${inner.target}${shownIn(here, inner)}]]`;
  return { text, target: span(2, 2 + inner.target.length), form: 'wikilink' };
}

/** `|Mud` of `[[notes/mud|Mud]]`; in a table the bar is escaped. */
export function shownIn({ document, left }: Here, { shown }: Inner): string {
  if (shown === undefined) return '';
  return `${document.layout === 'markdown' && /^\s*\|/.test(left) ? '\\' : ''}|${shown}`;
}

/** `[Why mud sticks](notes/mud.md)`; there is none to a missing note. */
export function linkTo({ document }: Here, typed: Typed): Writing | undefined {
  if (!('document' in typed)) return undefined;
  const shown = linkText(typed.text);
  const destination = destinationTo(document.path, typed.document.path);
  const bracket = destination.startsWith('<') ? 1 : 0;
  const start = shown.length + 3 + bracket;
  return {
    text: `[${shown}](${destination})`,
    target: span(start, start + destination.length - 2 * bracket),
    form: 'link',
  };
}

/**
 * The title by itself, where that is a reference to it.
 *
 * @param minimumWords fewer are no reference
 * @param behind what stands behind it then: marks there may be those of another title
 */
export function mentionOf(
  { snapshot, document }: Here,
  typed: Typed,
  minimumWords: number,
  behind: string,
): Writing | undefined {
  const { text, key } = typed;
  const name = nameOf(snapshot, text);
  if (name === undefined || countWords(key) < minimumWords) return undefined;
  const record = recordOf(snapshot, name);
  if (record.definers.some((each) => each.document === document.id)) return undefined;
  const found = resolve(snapshot, { form: 'mention', name, text: asRead(snapshot, record, text, behind) });
  const isMeant =
    'document' in typed
      ? found.status === 'resolved' && found.target.id === typed.document.id
      : found.status === 'dangling' && name === typed.name && isMissing(snapshot, name);
  return isMeant ? { text, target: span(0, text.length), form: 'mention' } : undefined;
}

/** A title with the marks that belong to it in a text: of all that have the name, the longest that stand there. */
function asRead({ spellings }: Snapshot, record: NameRecord, title: string, behind: string): string {
  if (record.definers.length < 2) return title;
  const { stem, marks } = splitMarks(title + (/^[?.!]*/.exec(behind)?.[0] ?? ''));
  return stem + (marksOf(record, spellings).find((each) => marks.startsWith(each)) ?? '');
}

/** How a reference may be written where this document has it in its prose, or as a list's entry; the best way first. */
export function writingsOf(here: Here, typed: Typed, isEntry: boolean): Writing[] {
  const { document, options } = here;
  const isMarkdown = document.layout === 'markdown';
  const wikilink = (): Writing | undefined => wikilinkTo(here, typed);
  const ways = isMarkdown && options.form === 'wikilink' ? [wikilink()] : [];
  if (isMarkdown && options.form === 'link') ways.push(linkTo(here, typed), wikilink());
  if (!isMarkdown || options.form === 'bare') {
    // An entry is one however short its title is.
    ways.push(isEntry ? mentionOf(here, typed, 0, '') : mentionOf(here, typed, here.snapshot.minimumWords, here.right));
    const isShort = !isEntry && countWords(typed.key) < here.snapshot.minimumWords;
    if (isMarkdown || !isShort) ways.push(wikilink());
  }
  return ways.filter((each) => each !== undefined);
}
