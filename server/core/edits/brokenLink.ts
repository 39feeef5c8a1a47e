import { destinationLike } from '../index/destinations.ts';
import { nearFiles } from '../index/nearFiles.ts';
import { linkedPath } from '../index/paths.ts';
import type { Resolved } from '../index/references.ts';
import { documentAt } from '../index/snapshot.ts';
import { span } from '../text/span.ts';
import type { TextEdit } from './edits.ts';
import { type Reading, rewritten } from './rewrite.ts';

/** The files that a link may have meant that leads nowhere, the nearest first. */
export function filesMeant({ snapshot, document }: Reading, { reference, resolution }: Resolved): readonly string[] {
  if (reference.form !== 'link' || resolution.status !== 'dangling') return [];
  const path = linkedPath(document.path, reference.text);
  return path === undefined ? [] : nearFiles(snapshot.files, path).filter((file) => file !== document.path);
}

/** Lets a link lead to a file; its fragment, and how it is written, stay. */
export function relink(reading: Reading, { reference, resolution }: Resolved, target: string): TextEdit | undefined {
  if (reference.form !== 'link' || resolution.status !== 'dangling') return undefined;
  const { snapshot, document, text } = reading;
  const raw = reference.text;
  const path = /^[^#?]*/.exec(raw)![0];
  const at = span(reference.span.start, reference.span.start + path.length);
  // Documentation sites leave the ending off: `[mud](mud)`.
  const to = /\.[^./]+$/.test(path) ? target : target.replace(/\.(md|markdown)$/i, '');
  const after = destinationLike(path, document.path, to, text[at.start - 1] === '<');
  return rewritten(reading, [{ span: at, after }], (there) => {
    const [only] = there;
    // A file that is no document is no reference to anything.
    if (!documentAt(snapshot, target)) return only === undefined;
    return only?.resolution.status === 'resolved' && only.resolution.target.path === target;
  });
}
