import type { Document } from '../index/document.ts';
import type { NameId } from '../index/names.ts';
import { nameOf, type Snapshot } from '../index/snapshot.ts';
import { summaryOf } from '../index/summaries.ts';
import { placesOf } from '../queries/backlinks.ts';
import type { Role } from '../syntax/summary.ts';
import { fold, oneLine } from '../text/fold.ts';

/** What the corpus says of a note that it has not. */
export interface Wanted {
  /** The inquiries that use it, by path. */
  readonly users: readonly Document[];
  /** What is said under its title in their Sources, in one line: what most say. */
  readonly summary: string | undefined;
  /** An inquiry where only lists of inquiries name it. */
  readonly kind: 'note' | 'inquiry';
}

/** So many inquiries are asked what they say of it: each is a file to read. */
const MOST_ASKED = 200;

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
    summary: name === undefined ? undefined : summaryFor(snapshot, name, users.slice(0, MOST_ASKED)),
    kind: isInquiry ? 'inquiry' : 'note',
  };
}

/** Byte-identical in every inquiry, as it should be (CORPUS.md); else the most frequent, of equals the first by path. */
function summaryFor(snapshot: Snapshot, name: NameId, users: readonly Document[]): string | undefined {
  const counts = new Map<string, number>();
  for (const user of users) {
    for (const said of summariesIn(snapshot, name, user)) counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  let best: string | undefined;
  for (const [said, count] of counts) if (best === undefined || count > counts.get(best)!) best = said;
  return best;
}

function summariesIn(snapshot: Snapshot, name: NameId, user: Document): string[] {
  const summary = summaryOf(snapshot, user);
  const text = snapshot.textOf(user.path);
  if (!summary || text?.length !== summary.length) return [];
  const key = snapshot.keys.string(name);
  const entries = summary.sections.filter(({ role }) => role === 'sources').flatMap((section) => section.entries);
  return entries.flatMap((entry) => {
    const reference = entry.reference === undefined ? undefined : summary.references[entry.reference];
    if (!entry.summary || !reference || fold(reference.text) !== key) return [];
    return [oneLine(text.slice(entry.summary.start, entry.summary.end)).trim()];
  });
}
