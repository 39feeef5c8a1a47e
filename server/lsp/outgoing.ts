import * as core from '../core/index.ts';
import type * as protocol from '../protocol.ts';
import type { Corpus } from './corpus.ts';
import { fromUri } from './fromProto.ts';
import { countIn, oneIn, positionIn, textIn, valueIn } from './params.ts';
import { toPlaces } from './places.ts';
import type { Session } from './session.ts';
import { toRange } from './toProto.ts';

/** So many rows of a role are told where nothing is said of it, and so many at the most. */
const PAGE = 500;
const MOST = 5000;

/** So many documents that a title may mean are told. */
const MOST_TARGETS = 20;

export function outgoing(session: Session, params: unknown): protocol.OutgoingResult | null {
  const uri = textIn(params, 'uri');
  const limit = Math.min(MOST, countIn(params, 'limit', 0, PAGE));
  const found = fromUri(session, uri);
  if (!found) return null;
  const { corpus, document } = found;
  return {
    uri,
    title: document.title.text,
    kind: document.kind,
    corpus: corpus.uris.folder,
    groups: core.outgoing(corpus.snapshot, document).map(({ role, named }) => {
      const first = named.slice(0, limit);
      const relations = core.relationsAmong(
        corpus.snapshot,
        document,
        first.flatMap(({ references }) => references),
      );
      return { role, total: named.length, rows: first.map((each) => toRow(corpus, document, each, relations)) };
    }),
  };
}

function toRow(
  corpus: Corpus,
  { lines }: core.Document,
  { title, status, targets, references }: core.Named,
  relations: ReturnType<typeof core.relationsAmong>,
): protocol.OutgoingRow {
  const relation = references.map(({ span }) => relations.get(span.start)).find((each) => each !== undefined);
  return {
    title,
    status,
    targets: targets.slice(0, MOST_TARGETS).map(({ path, title, kind }) => {
      return { uri: corpus.uris.uriOf(path), title: title.text, kind };
    }),
    places: references.length,
    first: toRange(lines, references[0]!.span),
    ...(relation && { relation }),
  };
}

export function outgoingPlaces(session: Session, params: unknown): protocol.PlacesResult {
  const found = fromUri(session, textIn(params, 'uri'));
  const role = oneIn(params, 'role', core.ROLES_IN_ORDER, 'body');
  const { line, character } = positionIn(params, 'first');
  if (!found || valueIn(params, 'first') === undefined) return [];
  const { corpus, document } = found;
  const inRole = core.outgoing(corpus.snapshot, document).find((each) => each.role === role);
  const row = inRole?.named.find(({ references }) => {
    const { start } = toRange(document.lines, references[0]!.span);
    return start.line === line && start.character === character;
  });
  return row ? toPlaces(corpus, document, row.references) : [];
}
