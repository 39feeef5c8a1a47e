import * as core from '../core/index.ts';
import type {
  BacklinksResult,
  Citing,
  GraphResult,
  MissingNotesResult,
  MissingPlacesResult,
  Place,
  RelationSaid,
} from '../protocol.ts';
import type { Corpus } from './corpus.ts';
import { fromUri } from './fromProto.ts';
import { filterIn } from './graphFilter.ts';
import { countIn, optionalTextIn, textIn } from './params.ts';
import type { Session } from './session.ts';
import { toRange } from './toProto.ts';

// One handler for each request of our own (`protocol.ts`). What is asked is checked here, whatever its type promises.

export function backlinks(session: Session, params: unknown): BacklinksResult | null {
  const uri = textIn(params, 'uri');
  const found = fromUri(session, uri);
  if (!found) return null;
  const { corpus, document } = found;
  const citing = core.backlinksOf(corpus.snapshot, document);
  const declared = core.declaredUsers(corpus.snapshot, document, citing).map(({ reference, status, target }) => ({
    title: reference.text,
    range: toRange(document.lines, reference.span),
    status,
    target: target ? corpus.uris.uriOf(target.path) : null,
  }));
  const isInquiry = (each: core.Citing): boolean => each.document.kind === 'inquiry';
  return {
    uri,
    title: document.title.text,
    kind: document.kind,
    inquiries: byTitle(citing.filter(isInquiry)).map((each) => toCiting(corpus, each)),
    notes: byTitle(citing.filter((each) => !isInquiry(each))).map((each) => toCiting(corpus, each)),
    declared,
  };
}

export function missingNotes(session: Session, params: unknown): MissingNotesResult {
  const limit = countIn(params, 'limit', 0, 500);
  const all = session.corpora.flatMap((corpus) =>
    core.missingNotes(corpus.snapshot).map(({ name: _, ...note }) => ({ ...note, corpus: corpus.uris.folder })),
  );
  if (session.corpora.length > 1) all.sort((a, b) => b.inquiries - a.inquiries || b.places - a.places);
  return { total: all.length, notes: all.slice(0, limit) };
}

export function missingPlaces(session: Session, params: unknown): MissingPlacesResult {
  const folder = textIn(params, 'corpus');
  const title = textIn(params, 'title');
  const corpus = session.corpora.find((each) => each.uris.folder === folder);
  const name = corpus && core.nameOf(corpus.snapshot, title);
  if (!corpus || name === undefined) return [];
  return byTitle(core.placesOf(corpus.snapshot, name)).map((each) => toCiting(corpus, each));
}

export function graph(session: Session, params: unknown): GraphResult {
  const uri = textIn(params, 'uri');
  const focus = optionalTextIn(params, 'focus');
  const depth = Math.min(5, countIn(params, 'depth', 1, 1));
  const limit = countIn(params, 'limit', 1, 200);
  const corpus = session.corpusOf(uri);
  if (!corpus) return { focus: null, nodes: [], edges: [], omitted: 0 };
  const id = focus ?? corpus.document(uri)?.path ?? null;
  const { nodes, ...rest } = core.neighbourhood(corpus.snapshot, id, depth, limit, filterIn(params));
  return {
    ...rest,
    nodes: nodes.map(({ path, ...node }) => ({
      ...node,
      uri: path === null ? null : corpus.uris.uriOf(path),
    })),
  };
}

function byTitle(citing: readonly core.Citing[]): core.Citing[] {
  const title = ({ document }: core.Citing): string => document.title.text.toLowerCase();
  return [...citing].sort((a, b) => (title(a) < title(b) ? -1 : title(a) > title(b) ? 1 : 0));
}

function toCiting(corpus: Corpus, { document, references }: core.Citing): Citing {
  const { path, lines, length, title, kind } = document;
  const uri = corpus.uris.uriOf(path);
  const text = corpus.textOf(path);
  const relations = relationsAmong(corpus, document, references);
  const places = references.map((reference): Place => {
    const relation = relations.get(reference.span.start);
    // A file that changed a moment ago and was not read again yet: its place is told by the title alone.
    const current = text !== undefined && text.length === length;
    const excerpt = current
      ? core.sentenceAround(text, reference.whole)
      : { text: reference.text, highlight: { start: 0, end: reference.text.length } };
    return {
      uri,
      range: toRange(lines, reference.span),
      form: reference.form,
      role: reference.role,
      sentence: excerpt.text,
      highlight: [excerpt.highlight.start, excerpt.highlight.end],
      ...(relation && { relation }),
    };
  });
  return { uri, title: title.text, kind, places };
}

/** What a document says of those that it names among its related concepts, by where it does. */
function relationsAmong(
  { snapshot }: Corpus,
  document: core.Document,
  references: readonly core.Reference[],
): ReadonlyMap<number, RelationSaid> {
  if (!references.some(({ role }) => role === 'related')) return new Map();
  const relations = core.relationsOf(snapshot, document);
  return new Map(
    relations.flatMap(({ span, sentence, type }) => (sentence === null ? [] : [[span.start, { sentence, type }]])),
  );
}
