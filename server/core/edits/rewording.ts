import type { Document } from '../index/document.ts';
import { fileTargets } from '../index/fileTargets.ts';
import type { Reference } from '../index/references.ts';
import { nameOf, recordOf, type Snapshot } from '../index/snapshot.ts';
import { sectionHeading } from '../syntax/sections.ts';
import type { Layout, Role } from '../syntax/summary.ts';
import { isTarget } from '../syntax/wikilinks.ts';
import { countWords, fold } from '../text/fold.ts';
import { span } from '../text/span.ts';
import { isWordUnit } from '../text/words.ts';
import { replaced, type TextEdit } from './edits.ts';
import { linkWords } from './renameTarget.ts';
import { inPlaceOf } from './spelled.ts';

/** A title, and the one that takes its place, as they are written in each form. */
export interface Rewording {
  readonly old: string;
  readonly title: string;
  /** Whether the old title has words enough to be told from prose. */
  readonly isLong: boolean;
  /** What names the document in a wikilink: the title, or the file's path where the title cannot stand there. */
  readonly target: string;
  /** Whether the title is seen where it stands bare in prose. */
  readonly standsInProse: boolean;
  /** Whether it is seen where it stands bare as an item of a list, as far as that does not hang on the list. */
  readonly standsInLists: boolean;
}

/**
 * How references from now on name a document by its new title. Undefined where a wikilink cannot name it at all: no
 * document has the title, and it cannot stand between brackets.
 */
export function rewordingOf(
  snapshot: Snapshot,
  old: string,
  title: string,
  document: Document | undefined,
): Rewording | undefined {
  const target = isTarget(title) ? title : document && pathTarget(snapshot, document);
  if (target === undefined) return undefined;
  const isPlain = !/[`<[\]]|:\/\/|^\s*[-+*•#>]|^\d+[.)]\s/.test(title) && !sectionHeading(title);
  return {
    old,
    title,
    isLong: countWords(old) >= snapshot.minimumWords,
    target,
    standsInProse: isPlain && countWords(title) >= snapshot.minimumWords,
    standsInLists: isPlain,
  };
}

/** Whether a list of such a kind takes the title for the title of its item. */
function standsInList({ title, standsInLists }: Rewording, role: Role, layout: Layout): boolean {
  if (!standsInLists) return false;
  // `Why mud sticks — a history` would end at its dash.
  if (layout === 'markdown') return (role !== 'sources' && role !== 'related') || !/\s[—–-]\s/.test(title);
  // `Mud sticks.` would be a summary.
  return role !== 'sources' || (!/[.!…]["”’)]*$/.test(title) && title.length <= 240);
}

/** What a wikilink calls a document's file, and nothing else: no document has it as a title. */
function pathTarget(snapshot: Snapshot, document: Document): string | undefined {
  return fileTargets(snapshot, document).find((target) => {
    const name = nameOf(snapshot, target);
    return name === undefined || recordOf(snapshot, name).definers.length === 0;
  });
}

/**
 * The edits that make one reference name the new title.
 *
 * @param layout of the reference's document
 * @param textOf the text of the reference's document: asked for only where the index does not say all
 */
export function reworded(
  reference: Reference,
  wording: Rewording,
  layout: Layout,
  textOf: () => string | undefined,
): TextEdit[] {
  const { form, role, span: at, text: before } = reference;
  switch (form) {
    case 'mention':
      return [{ span: at, before, after: wording.standsInProse ? apart(reference, wording, textOf) : linked(wording) }];
    case 'entry':
      return [
        { span: at, before, after: standsInList(wording, role, layout) ? bare(before, wording) : linked(wording) },
      ];
    case 'wikilink':
      return ofWikilink(reference, wording, textOf);
    default:
      return ofLink(reference, wording, textOf);
  }
}

/** With a space where letters would meet letters: `Mud?What` is two titles, `MudWhat` would be none. */
function apart({ span: at, text: before }: Reference, wording: Rewording, textOf: () => string | undefined): string {
  const after = bare(before, wording);
  const [left, right] = [isInk(after, 0) && !isInk(before, 0), isInk(after, -1) && !isInk(before, -1)];
  const text = left || right ? textOf() : undefined;
  if (text === undefined) return after;
  const space = (isNear: boolean, near: number): string => (isNear && isWordUnit(text.charCodeAt(near)) ? ' ' : '');
  return space(left, at.start - 1) + after + space(right, at.end);
}

const isInk = (text: string, at: number): boolean => isWordUnit(text.at(at)?.charCodeAt(0) ?? 0);

const bare = (before: string, { old, title }: Rewording): string => inPlaceOf(before, old, title);

const linked = (wording: Rewording): string => `[[${wording.target}${shownBehind(wording)}]]`;

/** `|Why mud sticks`, where the target does not say the title itself. */
function shownBehind({ target, title }: Rewording): string {
  return target === title || /[[\]|\\]/.test(title) ? '' : `|${title}`;
}

function ofWikilink(reference: Reference, wording: Rewording, textOf: () => string | undefined): TextEdit[] {
  const { span: at, whole, text: before } = reference;
  const room = whole.end - at.end - 2;
  const edit = { span: at, before, after: wording.target + (room === 0 ? shownBehind(wording) : '') };
  // What is shown can only be the title where there is room for it: most texts need not be read.
  const text = room > wording.old.length / 2 ? textOf() : undefined;
  if (text === undefined) return [edit];
  // `[[Why mud sticks|Why mud sticks]]`: what is shown says the title too.
  const bar = text.lastIndexOf('|', whole.end - 3);
  const shown = bar < at.end ? undefined : span(bar + 1, whole.end - 2);
  if (!shown || fold(text.slice(shown.start, shown.end)) !== fold(wording.old)) return [edit];
  if (/[[\]|\\]/.test(wording.title)) return [edit];
  return [edit, replaced(text, shown, inPlaceOf(text.slice(shown.start, shown.end), wording.old, wording.title))];
}

function ofLink(reference: Reference, { old, title }: Rewording, textOf: () => string | undefined): TextEdit[] {
  const room = reference.span.start - reference.whole.start - 3;
  const text = room > old.length / 2 ? textOf() : undefined;
  const words = text === undefined ? undefined : linkWords(text, reference);
  if (!words || fold(text!.slice(words.start, words.end)) !== fold(old)) return [];
  const after = inPlaceOf(text!.slice(words.start, words.end), old, title.replace(/[[\]\\]/g, '\\$&'));
  return [replaced(text!, words, after)];
}
