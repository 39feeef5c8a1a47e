import { documentAt, type Snapshot } from '../../index/snapshot.ts';
import { overlaps, type Span } from '../../text/span.ts';
import { promptOf } from './prompt.ts';
import { type Age, type Stale, staleIn } from './stale.ts';

/**
 * The findings and papers of a document's research prompt that are old, by where their dates end.
 *
 * @param within only where the prompt has a part in it
 */
export function staleHints(snapshot: Snapshot, path: string, within: Span, age: Age): Stale[] {
  const document = documentAt(snapshot, path);
  const prompt = document && promptOf(snapshot, document);
  if (!prompt || !overlaps(prompt.span, within)) return [];
  return staleIn(prompt, age).filter(({ offset }) => within.start <= offset && offset <= within.end);
}
