import { fold } from '../text/fold.ts';
import type { Refused } from './edits.ts';

/** No title is longer, in UTF-16 units. */
export const LONGEST_TITLE = 500;

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
