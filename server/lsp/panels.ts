import * as core from '../core/index.ts';
import * as protocol from '../protocol.ts';
import type { Answer } from './asked.ts';
import { backlinkPlaces, backlinks, listUser } from './backlinks.ts';
import type { Corpus } from './corpus.ts';
import { orphans } from './orphans.ts';
import { outgoing, outgoingPlaces } from './outgoing.ts';
import { countIn, optionalTextIn, textIn } from './params.ts';
import { toCiting } from './places.ts';
import type { Session } from './session.ts';

export function answerPanels(answered: Answer): void {
  answered(protocol.backlinksRequest, backlinks);
  answered(protocol.backlinkPlacesRequest, backlinkPlaces);
  answered(protocol.listUserRequest, listUser);
  answered(protocol.outgoingRequest, outgoing);
  answered(protocol.outgoingPlacesRequest, outgoingPlaces);
  answered(protocol.orphansRequest, orphans);
  answered(protocol.missingNotesRequest, missingNotes);
  answered(protocol.missingPlacesRequest, missingPlaces);
  answered(protocol.graphRequest, graph);
}

// One handler for each request of our own (`protocol.ts`). What is asked is checked here, whatever its type promises.

function missingNotes(session: Session, params: unknown): protocol.MissingNotesResult {
  const limit = countIn(params, 'limit', 0, 500);
  const has = core.filterOf(optionalTextIn(params, 'filter') ?? '');
  const all = session.corpora.flatMap((corpus) =>
    missingIn(corpus)
      .filter(({ title }) => has(title))
      .map(({ name: _, ...note }) => ({ ...note, corpus: corpus.uris.folder })),
  );
  if (session.corpora.length > 1) all.sort((a, b) => b.inquiries - a.inquiries || b.places - a.places);
  return { total: all.length, notes: all.slice(0, limit) };
}

/** Those of each version: pages and filters are cut from them. */
const known = new WeakMap<core.Snapshot, readonly core.MissingNote[]>();

function missingIn({ snapshot }: Corpus): readonly core.MissingNote[] {
  const all = known.get(snapshot) ?? core.missingNotes(snapshot);
  known.set(snapshot, all);
  return all;
}

function missingPlaces(session: Session, params: unknown): protocol.MissingPlacesResult {
  const folder = textIn(params, 'corpus');
  const title = textIn(params, 'title');
  const corpus = session.corpora.find((each) => each.uris.folder === folder);
  const name = corpus && core.nameOf(corpus.snapshot, title);
  if (!corpus || name === undefined) return [];
  return byTitle(core.placesOf(corpus.snapshot, name)).map((each) => toCiting(corpus, each));
}

function graph(session: Session, params: unknown): protocol.GraphResult {
  const uri = textIn(params, 'uri');
  const focus = optionalTextIn(params, 'focus');
  const depth = Math.min(5, countIn(params, 'depth', 1, 1));
  const limit = countIn(params, 'limit', 1, 200);
  const corpus = session.corpusOf(uri);
  if (!corpus) return { focus: null, nodes: [], edges: [], omitted: 0 };
  const id = focus ?? corpus.document(uri)?.path ?? null;
  const { nodes, ...rest } = core.neighbourhood(corpus.snapshot, id, depth, limit);
  return {
    ...rest,
    nodes: nodes.map(({ path, ...node }) => ({
      ...node,
      tags: [],
      uri: path === null ? null : corpus.uris.uriOf(path),
    })),
  };
}

function byTitle(citing: readonly core.Citing[]): core.Citing[] {
  const title = ({ document }: core.Citing): string => document.title.text.toLowerCase();
  return [...citing].sort((a, b) => (title(a) < title(b) ? -1 : title(a) > title(b) ? 1 : 0));
}
