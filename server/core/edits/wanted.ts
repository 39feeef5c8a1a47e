import type { Document } from '../index/document.ts';
import { nameOf, type Snapshot } from '../index/snapshot.ts';
import { placesOf } from '../queries/backlinks.ts';
import { givenSummaries } from '../queries/books/given.ts';
import type { Role } from '../syntax/summary.ts';

/** What the corpus says of a note that it has not. */
export interface Wanted {
  /** The inquiries that use it, by path. */
  readonly users: readonly Document[];
  /** What is said under its title in their Sources, in one line: what most say. */
  readonly summary: string | undefined;
  /** An inquiry where only lists of inquiries name it. */
  readonly kind: 'note' | 'inquiry';
}

/** Lists whose items are inquiries. */
const LISTS_INQUIRIES: readonly Role[] = ['used-by', 'next'];

export function wantedOf(snapshot: Snapshot, title: string): Wanted {
  const name = nameOf(snapshot, title);
  const citing = name === undefined ? [] : placesOf(snapshot, name);
  const roles = new Set(citing.flatMap(({ references }) => references.map(({ role }) => role)));
  const isInquiry = roles.size > 0 && [...roles].every((role) => LISTS_INQUIRIES.includes(role));
  const users = citing
    .filter(({ document, references }) => {
      return document.kind === 'inquiry' && references.some(({ role }) => !LISTS_INQUIRIES.includes(role));
    })
    .map(({ document }) => document);
  return {
    users,
    summary: name === undefined ? undefined : givenSummaries(snapshot, -1 - name)[0]?.words,
    kind: isInquiry ? 'inquiry' : 'note',
  };
}
