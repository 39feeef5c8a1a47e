import { referencesOf } from '../index/references.ts';
import { currentText, documentAt, type Snapshot } from '../index/snapshot.ts';
import { type Span, touches } from '../text/span.ts';
import { shownBy } from './shownBy.ts';
import type { FilePosition } from './subject.ts';

/** Two places that say the same, to be edited as one. */
export interface LinkedEditing {
  /** In text order. */
  readonly spans: readonly [Span, Span];
  /** A regular expression for what may stand in them, as a whole. */
  readonly words: string;
}

/**
 * The target of a link and the words it shows, where they are the same text: `[[Why mud sticks|Why mud sticks]]`,
 * `[mud.md](mud.md)`. Undefined where they are not, and where the cursor is in neither.
 */
export function linkedEditing(snapshot: Snapshot, at: FilePosition): LinkedEditing | undefined {
  const document = documentAt(snapshot, at.path);
  const text = document && currentText(snapshot, document);
  if (!document || text === undefined) return undefined;
  const reference = referencesOf(snapshot, document).find(
    ({ form, whole }) => (form === 'wikilink' || form === 'link') && touches(whole, at.offset),
  );
  const shown = reference && shownBy(text, reference);
  if (!shown) return undefined;
  const target = reference.span;
  if (text.slice(target.start, target.end) !== text.slice(shown.start, shown.end)) return undefined;
  if (!touches(target, at.offset) && !touches(shown, at.offset)) return undefined;
  return reference.form === 'wikilink'
    ? { spans: [target, shown], words: String.raw`[^\[\]|#\r\n]*` }
    : { spans: [shown, target], words: String.raw`[^\[\]()#\s]*` };
}
