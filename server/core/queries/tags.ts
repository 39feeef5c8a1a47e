import type { Document } from '../index/document.ts';
import type { Snapshot } from '../index/snapshot.ts';
import { isTagged, tagKey } from '../syntax/tags.ts';

/** The tags of a document, without `#`, as first written: no text is read. */
export const tagsOf = (_: Snapshot, document: Document): readonly string[] => document.tags;

/** Whether a document has a tag, in whatever case, or one below it: `soil/clay` is `soil` too. */
export function hasTag(document: Document, tag: string): boolean {
  const wanted = tagKey(tag.normalize('NFC'));
  return document.tags.some((each) => isTagged(tagKey(each), wanted));
}
