import type { Document } from '../index/document.ts';
import { documentOf, nameOf, recordOf, type Snapshot } from '../index/snapshot.ts';
import { fold } from '../text/fold.ts';
import type { Refused } from './edits.ts';

/** No title is longer, in UTF-16 units. */
const LONGEST_TITLE = 500;

/** A title that somebody typed, as it is written into documents: without white space at its ends, and in one line. */
export function newTitle(typed: string): { readonly title: string } | Refused {
  const title = typed.trim().replace(/[^\S\r\n\u2028\u2029]+/g, ' ');
  if (title === '') return { refused: 'A title cannot be empty.' };
  if (/[\r\n\u2028\u2029]/.test(title))
    return { refused: 'A title stands on one line: take the line break out of it.' };
  if (/\p{Cc}/u.test(title)) return { refused: 'A title cannot hold control characters.' };
  if (title.length > LONGEST_TITLE) {
    return { refused: `A title has at most ${LONGEST_TITLE} characters; this one has ${title.length}.` };
  }
  // `***`, or a soft hyphen alone: nothing that another text could name.
  if (fold(title) === '') return { refused: 'A title needs at least one letter, digit or sign that can be read.' };
  return { title };
}

/**
 * Why no document is to have a title: another one has it, as its title or as an alias.
 *
 * @param own the document that may have it already
 */
export function takenBy(snapshot: Snapshot, title: string, own?: Document): Refused | undefined {
  const name = nameOf(snapshot, title);
  const definers = name === undefined ? [] : recordOf(snapshot, name).definers;
  const [first] = definers
    .filter((each) => each.document !== own?.id)
    .map(({ document, alias }) => ({ alias, path: documentOf(snapshot, document)?.path ?? '' }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return (
    first && {
      refused: `“${first.path}” has the ${first.alias ? 'alias' : 'title'} “${title}” already. Choose another title.`,
    }
  );
}
