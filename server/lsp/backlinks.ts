import * as core from '../core/index.ts';
import type * as protocol from '../protocol.ts';
import type { Corpus } from './corpus.ts';
import { type At, fromUri } from './fromProto.ts';
import type { IsWanted, Send } from './guard.ts';
import { countIn, oneIn, optionalTextIn, textIn, valueIn } from './params.ts';
import { toPlaces } from './places.ts';
import { proven } from './proof.ts';
import type { Session } from './session.ts';
import { toRange } from './toProto.ts';
import { inTurns } from './turns.ts';

// Who uses a document: its users in pages, and the places of one where somebody unfolds it.

/** So many rows of a group are told where nothing is said of it, and so many at the most. */
const PAGE = 200;
const MOST = 10_000;

interface Wanted {
  readonly groupBy: protocol.BacklinkGrouping;
  readonly sortBy: protocol.BacklinkOrder;
  readonly filter: string;
}

export async function backlinks(
  session: Session,
  params: unknown,
  _send?: Send,
  isWanted?: IsWanted,
): Promise<protocol.BacklinksResult | null> {
  const uri = textIn(params, 'uri');
  const wanted: Wanted = {
    groupBy: oneIn(params, 'groupBy', ['kind', 'role', 'none'], 'kind'),
    sortBy: oneIn(params, 'sortBy', ['title', 'places', 'recent'], 'title'),
    filter: optionalTextIn(params, 'filter') ?? '',
  };
  const limit = Math.min(MOST, countIn(params, 'limit', 0, PAGE));
  const page = pageIn(params);
  const found = fromUri(session, uri);
  if (!found) return null;
  const { corpus, document } = found;
  // What is told is all of one version, whatever is typed meanwhile.
  const { snapshot } = corpus;
  const arranged = await arrangedIn(corpus, snapshot, document, wanted, isWanted);
  if (!arranged) return null;
  const next = page?.version === snapshot.version ? page : undefined;
  const { total, inquiries, left } = arranged;
  const row = rowsFor(corpus, snapshot, document, wanted.groupBy === 'role');
  const groups = arranged.groups.filter(({ key }) => !next || key === next.group);
  const offset = next?.offset ?? 0;
  return {
    uri,
    title: document.title.text,
    kind: document.kind,
    version: snapshot.version,
    total,
    inquiries,
    left,
    groups: groups.map(({ key, documents }) => {
      const rows = documents.slice(offset, offset + limit).map((user) => row(user, key));
      return { key, total: documents.length, offset, rows };
    }),
    declared: next ? [] : declaredIn(corpus, snapshot, document),
  };
}

function pageIn(params: unknown): protocol.BacklinksParams['page'] {
  const page = valueIn(params, 'page');
  if (page === undefined || page === null) return undefined;
  return {
    group: textIn(page, 'group'),
    offset: countIn(page, 'offset', 0, 0),
    version: countIn(page, 'version', 0, 0),
  };
}

/** The last arrangement of each version: pages are cut from it. */
const known = new WeakMap<core.Snapshot, { readonly key: string; readonly arranged: core.Arranged }>();

async function arrangedIn(
  corpus: Corpus,
  snapshot: core.Snapshot,
  document: core.Document,
  wanted: Wanted,
  isWanted?: IsWanted,
): Promise<core.Arranged | undefined> {
  const key = JSON.stringify([document.path, wanted]);
  const before = known.get(snapshot);
  if (before?.key === key) return before.arranged;
  // What is being edited is newer than any file.
  const recency = (path: string): number =>
    (corpus.versionOf(path) ?? 0) > 1 ? Number.MAX_VALUE : (corpus.modifiedOf(path) ?? 0);
  const steps = core.arrangedBacklinks(snapshot, document, { ...wanted, recency });
  const arranged = await inTurns(steps, isWanted);
  if (arranged) known.set(snapshot, { key, arranged });
  return arranged;
}

function rowsFor(
  corpus: Corpus,
  snapshot: core.Snapshot,
  document: core.Document,
  byRole: boolean,
): (user: core.Document, key: protocol.BacklinkGroup['key']) => protocol.BacklinkRow {
  const referencesOf = core.referencesTo(snapshot, document);
  const unlisted = core.unlistedUsers(snapshot, document);
  return (user, key) => {
    const references = referencesOf(user).filter(({ role }) => !byRole || role === key);
    return {
      uri: corpus.uris.uriOf(user.path),
      title: user.title.text,
      kind: user.kind,
      places: references.length,
      first: toRange(user.lines, references[0]?.span ?? { start: 0, end: 0 }),
      modified: corpus.modifiedOf(user.path) ?? null,
      ...(unlisted.has(user.id) && { unlisted: true }),
    };
  };
}

function declaredIn(corpus: Corpus, snapshot: core.Snapshot, document: core.Document): protocol.Declared[] {
  return core.declaredUsers(snapshot, document).map(({ reference, status, target }) => ({
    title: reference.text,
    range: toRange(document.lines, reference.span),
    status,
    target: target ? corpus.uris.uriOf(target.path) : null,
  }));
}

export function backlinkPlaces(session: Session, params: unknown): protocol.PlacesResult {
  const found = bothIn(session, params);
  const role = oneIn<core.Role | ''>(params, 'role', [...core.ROLES_IN_ORDER, ''], '');
  if (!found) return [];
  const { corpus, document, user } = found;
  const references = core.referencesTo(corpus.snapshot, document)(user);
  return toPlaces(
    corpus,
    user,
    references.filter((each) => role === '' || each.role === role),
  );
}

/** Puts one inquiry into the note's own list of those that use it. */
export function listUser(session: Session, params: unknown): protocol.EditOrRefusal {
  const found = bothIn(session, params);
  if (!found) return { refused: 'This is no document of the same corpus any more.' };
  const { corpus, document, user } = found;
  const edits = core.carryOut(corpus.snapshot, document, { do: 'list-user', path: user.path });
  if ('refused' in edits) return edits;
  return { edit: proven(corpus, `List “${user.title.text}”`, edits) };
}

/** The document in question, and another one of the same corpus that uses it. */
function bothIn(session: Session, params: unknown): (At & { readonly user: core.Document }) | undefined {
  const found = fromUri(session, textIn(params, 'uri'));
  const user = fromUri(session, textIn(params, 'user'));
  return found && user?.corpus === found.corpus ? { ...found, user: user.document } : undefined;
}
