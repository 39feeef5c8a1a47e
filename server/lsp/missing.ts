import * as core from '../core/index.ts';
import type * as protocol from '../protocol.ts';
import type { Corpus } from './corpus.ts';
import type { IsWanted, Send } from './guard.ts';
import { countIn, optionalTextIn, textIn } from './params.ts';
import { toCiting } from './places.ts';
import type { Session } from './session.ts';
import { inTurns, standBack } from './turns.ts';

// The titles that no document has, and who names them.

export async function missingNotes(
  session: Session,
  params: unknown,
  _send?: Send,
  isWanted?: IsWanted,
): Promise<protocol.MissingNotesResult> {
  const limit = countIn(params, 'limit', 0, 500);
  const has = core.filterOf(optionalTextIn(params, 'filter') ?? '');
  const { corpora } = session;
  const all: protocol.MissingNote[] = [];
  for (const corpus of corpora) {
    const { folder } = corpus.uris;
    for (const { name: _, ...note } of await missingIn(corpus, isWanted))
      if (has(note.title)) all.push({ ...note, corpus: folder });
  }
  if (corpora.length > 1) all.sort((a, b) => b.inquiries - a.inquiries || b.places - a.places);
  return { total: all.length, notes: all.slice(0, limit) };
}

/** Those of each version: pages and filters are cut from them. */
const known = new WeakMap<core.Snapshot, readonly core.MissingNote[]>();

async function missingIn({ snapshot }: Corpus, isWanted?: IsWanted): Promise<readonly core.MissingNote[]> {
  const all = known.get(snapshot) ?? (await inTurns(core.eachWanted(snapshot), isWanted, standBack));
  if (all) known.set(snapshot, all);
  return all ?? [];
}

export function missingPlaces(session: Session, params: unknown): protocol.MissingPlacesResult {
  const folder = textIn(params, 'corpus');
  const title = textIn(params, 'title');
  const corpus = session.corpora.find((each) => each.uris.folder === folder);
  const name = corpus && core.nameOf(corpus.snapshot, title);
  if (!corpus || name === undefined) return [];
  return byTitle(core.placesOf(corpus.snapshot, name)).map((each) => toCiting(corpus, each));
}

function byTitle(citing: readonly core.Citing[]): core.Citing[] {
  const title = ({ document }: core.Citing): string => document.title.text.toLowerCase();
  return [...citing].sort((a, b) => (title(a) < title(b) ? -1 : title(a) > title(b) ? 1 : 0));
}
