import { documentAt, type Snapshot } from '../../index/snapshot.ts';
import { summaryOf } from '../../index/summaries.ts';
import type { Span } from '../../text/span.ts';
import { promptOf } from './prompt.ts';

/** The heading of a research prompt, and whether there is one below it. */
export interface PromptLens {
  readonly heading: Span;
  readonly isEmpty: boolean;
}

/** Where to offer what can be done with a prompt: over its heading; over an empty one in an inquiry only, which can get one. */
export function promptLenses(snapshot: Snapshot, path: string): PromptLens[] {
  const document = documentAt(snapshot, path);
  if (!document) return [];
  const prompt = promptOf(snapshot, document);
  if (prompt) return [{ heading: prompt.section.heading, isEmpty: false }];
  if (document.kind !== 'inquiry') return [];
  const section = summaryOf(snapshot, document)?.sections.find(({ role }) => role === 'prompt');
  return section ? [{ heading: section.heading, isEmpty: true }] : [];
}
