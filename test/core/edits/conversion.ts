import {
  type Conversion,
  type ConvertOptions,
  convert,
  type Document,
  documentsOf,
  goesWithAll,
  type Layout,
  type Refused,
  type Snapshot,
} from '../../../server/core/index.ts';
import { atOnce } from '../../../server/core/steps.ts';
import { applied } from './picture.ts';

/** Converts documents to the end. */
export function converted(
  snapshot: Snapshot,
  to: Layout,
  documents: readonly Document[] = documentsOf(snapshot).filter(goesWithAll),
  options: Partial<ConvertOptions> = {},
): Conversion | Refused {
  return atOnce(convert(snapshot, documents, to, { wikilinks: true, proven: true, ...options }));
}

/** The files of a corpus after a conversion. */
export function after(files: ReadonlyMap<string, string>, { files: made, edits }: Conversion): Map<string, string> {
  const texts = new Map(applied(files, edits));
  for (const { from } of made) texts.delete(from);
  for (const { path, text } of made) texts.set(path, text);
  return texts;
}
