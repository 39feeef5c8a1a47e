import type { Document } from '../index/document.ts';
import type { Resolved } from '../index/references.ts';
import { anchorsIn, type Sheet } from '../index/sheet.ts';
import { currentText, type Snapshot } from '../index/snapshot.ts';
import { summaryOf } from '../index/summaries.ts';
import type { Heading } from '../syntax/summary.ts';
import { anchorHash, anchorKey } from '../text/anchors.ts';
import { fold } from '../text/fold.ts';

/** The heading that a link's fragment names: by its words, else as sites call it, the second of two alike `clay-1`. */
export function headingNamed(headings: readonly Heading[], fragment: string): Heading | undefined {
  const wanted = innermost(decoded(fragment));
  const key = anchorKey(wanted);
  const alike = headings.filter(({ text }) => anchorKey(text) === key);
  return alike.find(({ text }) => fold(text) === fold(wanted)) ?? alike[0] ?? repeated(headings, key);
}

/** `clay-1`: GitHub calls the headings so that have the words of one before them. */
function repeated(headings: readonly Heading[], key: string): Heading | undefined {
  const numbered = /^(.*)-(\d{1,4})$/.exec(key);
  return numbered ? headings.filter(({ text }) => anchorKey(text) === numbered[1])[Number(numbered[2])] : undefined;
}

/** `Why` of `Clay#Why`: Obsidian names a heading below another one so. */
const innermost = (fragment: string): string => fragment.slice(fragment.lastIndexOf('#') + 1);

/**
 * The part of a reference's fragment that no heading of its target has; undefined where all is well, and for what is no
 * heading: blocks (`#^clay`), lines (`#L10`), the top, the words of a browser (`#:~:text=…`).
 */
export function brokenAnchor(snapshot: Snapshot, { reference, resolution }: Resolved): string | undefined {
  const { fragment, form } = reference;
  if (fragment === undefined || resolution.status !== 'resolved' || form === 'mention') return undefined;
  const written = form === 'link' ? decoded(fragment) : fragment;
  if (/^(?:\^|:~:|L\d+|top$)|#\^/i.test(written)) return undefined;
  return written
    .split('#')
    .map((part) => part.trim())
    .find((part) => part !== '' && !hasAnchor(snapshot, resolution.target, part));
}

/** Whether a document has such a heading: by what the index knows, and only where that says no, by its text. */
function hasAnchor(snapshot: Snapshot, document: Document, part: string): boolean {
  const key = anchorKey(part);
  const hashes = anchorsIn(document.sheet);
  if (hashes.includes(anchorHash(key)) || anchorKey(document.title.text) === key) return true;
  const numbered = /^(.*)-(\d{1,4})$/.exec(key);
  const base = numbered && anchorHash(numbered[1]!);
  if (numbered && hashes.filter((each) => each === base).length > Number(numbered[2])) return true;
  const others = otherAnchors(snapshot, document);
  return others === undefined || others.has(key);
}

/** What texts have besides the headings of the outline, by the sheet that they were looked for in. */
const known = new WeakMap<Sheet, ReadonlySet<string>>();

/**
 * The ids of tags (`<a id="clay">`), of headings (`## Clay {#clay}`), and headings in quotes and items. Undefined where the
 * text is not to be had: then nothing can be said.
 */
function otherAnchors(snapshot: Snapshot, document: Document): ReadonlySet<string> | undefined {
  const before = known.get(document.sheet);
  if (before) return before;
  const text = currentText(snapshot, document);
  if (text === undefined) return undefined;
  const found = new Set<string>();
  for (const [, id] of text.matchAll(/(?:\b(?:id|name)\s*=\s*["']?|\{#)([^\s"'>}]{1,200})/gi))
    found.add(anchorKey(id!));
  for (const [, words] of text.matchAll(/^[ \t>*+\d.-]{0,40}#{1,6}[ \t]+(\S[^\r\n]{0,400})/gm)) {
    found.add(anchorKey(words!));
    found.add(anchorKey(words!.replace(/\{#[^}]*\}\s*$/, '')));
  }
  known.set(document.sheet, found);
  return found;
}

/** The headings of a document; none where its text is not to be had. */
export function headingsOf(snapshot: Snapshot, document: Document): readonly Heading[] {
  return summaryOf(snapshot, document)?.headings ?? [];
}

/** `how clay holds` of `how%20clay%20holds`. A stray `%` is itself. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
