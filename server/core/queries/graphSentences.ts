import type { Document } from '../index/document.ts';
import { type Reference, referencesOf } from '../index/references.ts';
import { namesOf, resolve } from '../index/resolve.ts';
import { currentText, documentAt, type Snapshot } from '../index/snapshot.ts';
import { summaryOf } from '../index/summaries.ts';
import type { Entry, Summary } from '../syntax/summary.ts';
import { oneLine } from '../text/fold.ts';
import { plainWords } from '../text/plainWords.ts';
import { type Excerpt, sentenceAround } from '../text/sentence.ts';
import { span } from '../text/span.ts';
import { telling } from './graphDetails.ts';
import { canonical, missingName } from './graphNodes.ts';
import { targetOf } from './graphTargets.ts';

/** Where one node of the graph names another: in whose text, and by which reference. */
export interface NodePlace {
  readonly document: Document;
  /** Id of the node that is named. */
  readonly target: string;
  readonly reference: Reference;
}

/**
 * Where a node names some others, and they it, for each pair and direction the one place that tells most: the first that is no entry of a
 * list, or else the first. Those of the node itself come first. No text is read.
 */
export function placesBetween(snapshot: Snapshot, id: string, others: readonly string[]): NodePlace[] {
  const node = canonical(snapshot, id);
  const wanted = new Set(others.map((other) => canonical(snapshot, other)));
  wanted.delete(node);
  const own = documentAt(snapshot, node);
  const name = missingName(snapshot, node);
  const names = own ? namesOf(snapshot, own) : new Set(name === undefined ? [] : [name]);
  const there = own ? placesFrom(snapshot, own, wanted) : [];
  const back = [...wanted].flatMap((other) => {
    const document = documentAt(snapshot, other);
    return document ? placesIn(snapshot, document, referencesOf(snapshot, document, names), new Set([node])) : [];
  });
  return [...there, ...back];
}

/** The same for one document and the nodes that it may name. */
export const placesFrom = (snapshot: Snapshot, document: Document, targets: ReadonlySet<string>): NodePlace[] =>
  placesIn(snapshot, document, referencesOf(snapshot, document), targets);

function placesIn(
  snapshot: Snapshot,
  document: Document,
  references: readonly Reference[],
  targets: ReadonlySet<string>,
): NodePlace[] {
  const found = new Map<string, Reference[]>();
  for (const reference of references) {
    const target = targetOf(snapshot, reference, resolve(snapshot, reference));
    if (target === undefined || !targets.has(target)) continue;
    const places = found.get(target);
    if (places) places.push(reference);
    else found.set(target, [reference]);
  }
  return [...found].map(([target, places]) => ({ document, target, reference: telling(places) }));
}

/**
 * The sentence in which a reference stands, in one line. Of an entry of a list it is what the list says of it, behind its title:
 * `Why mud sticks — grounds: one has to stand`. Where the text is gone, or no longer the one that was indexed, the title alone.
 */
export function sentenceOf(snapshot: Snapshot, document: Document, reference: Reference): Excerpt {
  const text = currentText(snapshot, document);
  const entry = text !== undefined && reference.role !== 'body' ? entryAt(snapshot, document, reference) : undefined;
  if (text !== undefined && !entry) {
    const { start, end } = reference.whole;
    const from = paragraphStart(text, start);
    return sentenceAround(text.slice(from), span(start - from, end - from));
  }
  const title = oneLine(reference.text);
  const said = entry?.relation?.text ?? (entry?.summary && text!.slice(entry.summary.start, entry.summary.end));
  const words = said ? plainWords(said) : '';
  return { text: words ? `${title} — ${words}` : title, highlight: span(0, title.length) };
}

/** Where the paragraph or the item begins in which a place stands: behind `- `, a heading, or front matter, too. */
function paragraphStart(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - LOOKED_BACK), at);
  let start = 0;
  for (const mark of before.matchAll(/^[ \t]*(?:(?:[-*+•]|\d{1,3}[.)])[ \t]+|(?:#{1,6}[ \t].*|---[ \t]*)\r?\n)/gm))
    start = mark.index + mark[0].length;
  return at - before.length + start;
}

/** In UTF-16 units: a longer sentence is cut anyway. */
const LOOKED_BACK = 2000;

function entryAt(snapshot: Snapshot, document: Document, { span: { start } }: Reference): Entry | undefined {
  const summary = summaryOf(snapshot, document);
  if (!summary) return undefined;
  const entries = known.get(summary) ?? entriesIn(summary);
  known.set(summary, entries);
  return entries.get(start);
}

/** As long as somebody keeps the summary: an index of thousands is gone through once. */
const known = new WeakMap<Summary, ReadonlyMap<number, Entry>>();

/** The entries of a document's lists, by where they name something. */
function entriesIn({ references, sections }: Summary): ReadonlyMap<number, Entry> {
  const entries = sections.flatMap((section) => section.entries);
  return new Map(
    entries.flatMap((entry) =>
      entry.reference === undefined ? [] : [[references[entry.reference]!.span.start, entry]],
    ),
  );
}
