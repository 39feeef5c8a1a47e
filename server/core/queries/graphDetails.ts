import type { Document } from '../index/document.ts';
import type { NameId } from '../index/names.ts';
import type { Reference } from '../index/references.ts';
import { currentText, documentAt, type Snapshot } from '../index/snapshot.ts';
import { summaryOf } from '../index/summaries.ts';
import { plainWords } from '../text/plainWords.ts';
import { sentenceAround } from '../text/sentence.ts';
import { type Citing, eachPlace } from './backlinks.ts';
import { missingName } from './graphNodes.ts';
import { descriptionOf } from './hover.ts';
import { saidElsewhere } from './said.ts';
import { tagsOf } from './tags.ts';

/** What is said of a node of the graph, for who points at it. */
export interface NodeDetails {
  /** One or two sentences, plain; of a missing note what others say of it. */
  readonly description: string | null;
  readonly tags: readonly string[];
}

/** Undefined where the id is no node's. A few texts are read at most. */
export function nodeDetails(snapshot: Snapshot, id: string): NodeDetails | undefined {
  const document = documentAt(snapshot, id);
  if (document) return { description: briefly(snapshot, document) ?? null, tags: tagsOf(snapshot, document) };
  const name = missingName(snapshot, id);
  if (name === undefined) return undefined;
  const [first] = eachPlace(snapshot, name);
  return first && { description: saidOfMissing(snapshot, name, first) ?? null, tags: [] };
}

/** A document's description or abstract, or the beginning of its text, in one or two plain sentences. */
export function briefly(snapshot: Snapshot, document: Document): string | undefined {
  const text = descriptionOf(snapshot, document) ?? beginningOf(snapshot, document);
  return (text && plainWords(text)) || undefined;
}

/** What stands behind the title of a page of lists, or of a table; up to a blank line. */
function beginningOf(snapshot: Snapshot, document: Document): string | undefined {
  const text = currentText(snapshot, document);
  const summary = text === undefined ? undefined : summaryOf(snapshot, document);
  const isHeading = (start: number): boolean =>
    summary!.headings.some(({ span }) => span.start <= start && start < span.end);
  const first = summary?.prose.find(({ role, start, end }) => {
    return role === 'body' && !isHeading(start) && /[\p{L}\p{N}]/u.test(text!.slice(start, end));
  });
  if (!first) return undefined;
  const [block] = text!.slice(first.start, first.start + LOOKED_AT).split(/\r?\n[ \t]*\r?\n/);
  return block;
}

/** In UTF-16 units. */
const LOOKED_AT = 1000;

/** What an inquiry says of it among its Sources; else the sentence of the first place that names it. */
function saidOfMissing(snapshot: Snapshot, name: NameId, { document, references }: Citing): string | undefined {
  const said = saidElsewhere(snapshot, [name]);
  if (said !== undefined) return plainWords(said);
  const text = currentText(snapshot, document);
  if (text === undefined) return undefined;
  const { text: sentence, highlight } = sentenceAround(text, telling(references).whole);
  const others = sentence.slice(0, highlight.start) + sentence.slice(highlight.end);
  // `- Why mud sticks`, in a list: that is its title, and nothing is said of it.
  return /\p{L}/u.test(others) ? plainWords(sentence) : undefined;
}

/** Of references in text order the first that is no entry of a list, or else the first. */
export const telling = (references: readonly Reference[]): Reference =>
  references.find(({ role }) => role === 'body') ?? references[0]!;
