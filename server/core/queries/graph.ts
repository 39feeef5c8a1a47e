import type { Document } from '../index/document.ts';
import { commonSpelling, type NameId } from '../index/names.ts';
import { type Reference, resolvedReferencesOf } from '../index/references.ts';
import { namesOf } from '../index/resolve.ts';
import {
  documentAt,
  documentOf,
  documentsOf,
  usersOf as documentsUsing,
  nameOf,
  recordOf,
  type Snapshot,
} from '../index/snapshot.ts';
import type { Kind, Role } from '../syntax/summary.ts';
import { relationsOf } from './relations.ts';

export interface GraphNode {
  /** A document's path, or `missing:` and the title. */
  readonly id: string;
  readonly title: string;
  readonly kind: Kind | 'missing';
  /** `null` for a missing note. */
  readonly path: string | null;
}

/** All references of one document to one target in one role. */
export interface GraphEdge {
  readonly source: string;
  readonly target: string;
  readonly role: Role;
  /** The sentence that a note gives for a related concept. */
  readonly relation: string | null;
  /** `grounds` of `grounds: …`. */
  readonly type: string | null;
  readonly count: number;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** A node of a neighbourhood. */
export interface NearNode extends GraphNode {
  /** Steps from the focus; 1 without one. */
  readonly distance: number;
  /** How many documents name it. */
  readonly uses: number;
}

export interface Neighbourhood {
  readonly focus: string | null;
  readonly nodes: readonly NearNode[];
  /** All edges between the nodes. */
  readonly edges: readonly GraphEdge[];
  readonly omitted: number;
}

/** The whole corpus: nodes by path, missing notes behind them by title; edges by source, target and role. */
export function graph(snapshot: Snapshot): Graph {
  const documents = documentsOf(snapshot);
  const edges = documents.flatMap((document) => edgesOf(snapshot, document, true));
  const missing = new Set(edges.map((edge) => edge.target).filter(isMissing));
  const nodes = [...documents.map(documentNode), ...[...missing].sort().map(missingNode)];
  return { nodes, edges: edges.sort(byEnds) };
}

/**
 * What lies around a node, whichever way the references point: nearest first, then most used, `limit` nodes at most.
 * Without a focus the most used documents of the corpus.
 */
export function neighbourhood(snapshot: Snapshot, focus: string | null, depth: number, limit: number): Neighbourhood {
  const centre = focus === null ? null : canonical(snapshot, focus);
  const distances = centre === null ? everything(snapshot) : walk(snapshot, centre, depth);
  const users = usersOf(snapshot, [...distances.keys()]);
  const ranked = [...distances]
    .map(([id, distance]): NearNode => ({ ...nodeOf(snapshot, id), distance, uses: users.get(id)!.length }))
    .sort((a, b) => a.distance - b.distance || b.uses - a.uses || (a.id < b.id ? -1 : 1));
  const nodes = ranked.slice(0, limit);
  const shown = new Set(nodes.map((node) => node.id));
  const edges = nodes.flatMap(({ path }) =>
    path === null ? [] : edgesOf(snapshot, documentAt(snapshot, path)!, true),
  );
  return {
    focus: centre !== null && shown.has(centre) ? centre : null,
    nodes,
    edges: edges.filter((edge) => shown.has(edge.target)).sort(byEnds),
    omitted: ranked.length - nodes.length,
  };
}

/** All nodes, as neighbours of nothing in particular. */
function everything(snapshot: Snapshot): Map<string, number> {
  return new Map(graph(snapshot).nodes.map((node) => [node.id, 1]));
}

/** Ids within `depth` steps, with their distance; empty where the focus is no node. */
function walk(snapshot: Snapshot, focus: string, depth: number): Map<string, number> {
  const distances = new Map<string, number>();
  if (!exists(snapshot, focus)) return distances;
  distances.set(focus, 0);
  let edge = [focus];
  for (let distance = 1; distance <= depth; distance++) {
    edge = neighbours(snapshot, edge).filter((id) => {
      if (distances.has(id)) return false;
      distances.set(id, distance);
      return true;
    });
  }
  return distances;
}

function exists(snapshot: Snapshot, id: string): boolean {
  return documentAt(snapshot, id) !== undefined || usersOf(snapshot, [id]).get(id)!.length > 0;
}

function neighbours(snapshot: Snapshot, ids: readonly string[]): string[] {
  const documents = ids.map((id) => documentAt(snapshot, id)).filter((each) => each !== undefined);
  const targets = documents.flatMap((document) => edgesOf(snapshot, document, false).map((edge) => edge.target));
  return [...targets, ...[...usersOf(snapshot, ids).values()].flat()];
}

/**
 * The paths of the documents that name each of these nodes. Each document is gone through once: an index that names a
 * thousand notes would else be gone through for each of them.
 */
function usersOf(snapshot: Snapshot, ids: readonly string[]): Map<string, string[]> {
  const users = new Map(ids.map((id): [string, string[]] => [id, []]));
  const names = new Set(ids.flatMap((id) => [...namesOfNode(snapshot, id)]));
  for (const candidate of documentsUsing(snapshot, names)) {
    const document = documentOf(snapshot, candidate);
    if (!document) continue;
    for (const target of new Set(edgesOf(snapshot, document, false).map((edge) => edge.target)))
      users.get(target)?.push(document.path);
  }
  return users;
}

function namesOfNode(snapshot: Snapshot, id: string): Iterable<NameId> {
  const document = documentAt(snapshot, id);
  if (document) return namesOf(snapshot, document);
  const name = missingName(snapshot, id);
  return name === undefined ? [] : [name];
}

/**
 * The edges from a document. An ambiguous reference is none: it would be an edge to one of several at random.
 *
 * @param said with what the document says of each: that is read from its text.
 */
function edgesOf(snapshot: Snapshot, document: Document, said: boolean): GraphEdge[] {
  const edges = new Map<string, GraphEdge>();
  const resolved = resolvedReferencesOf(snapshot, document);
  const isSaid = said && resolved.some(({ reference }) => reference.role === 'related');
  const relations = new Map(
    isSaid ? relationsOf(snapshot, document).map((each) => [each.span.start, each] as const) : [],
  );
  for (const { reference, resolution } of resolved) {
    if (resolution.status === 'ambiguous' || (resolution.status === 'dangling' && reference.form === 'link')) continue;
    const target = resolution.status === 'resolved' ? resolution.target.path : missingId(snapshot, reference);
    if (target === document.path) continue;
    const key = `${reference.role}\n${target}`;
    const before = edges.get(key);
    const here = relations.get(reference.span.start);
    const { relation, type } = before?.relation
      ? before
      : { relation: here?.sentence ?? null, type: here?.type ?? null };
    const count = (before?.count ?? 0) + 1;
    edges.set(key, { source: document.path, target, role: reference.role, relation, type, count });
  }
  return [...edges.values()].sort(byEnds);
}

const MISSING = 'missing:';
const isMissing = (id: string): boolean => id.startsWith(MISSING);

/** The id of a missing note's node. */
export function missingId(snapshot: Snapshot, { name, text }: Pick<Reference, 'name' | 'text'>): string {
  return MISSING + (commonSpelling(recordOf(snapshot, name), snapshot.spellings) ?? text);
}

/** The id by which the graph knows a node: a missing note may be asked for in another spelling. */
function canonical(snapshot: Snapshot, id: string): string {
  const name = missingName(snapshot, id);
  return name === undefined ? id : missingId(snapshot, { name, text: id.slice(MISSING.length) });
}

/** The name of a missing note's id; undefined for a document's, even one at `missing:x.md`. */
function missingName(snapshot: Snapshot, id: string): NameId | undefined {
  return isMissing(id) && !documentAt(snapshot, id) ? nameOf(snapshot, id.slice(MISSING.length)) : undefined;
}

function nodeOf(snapshot: Snapshot, id: string): GraphNode {
  const document = documentAt(snapshot, id);
  return document ? documentNode(document) : missingNode(id);
}

const documentNode = ({ path, title, kind }: Document): GraphNode => ({
  id: path,
  title: title.text,
  kind,
  path,
});

const missingNode = (id: string): GraphNode => ({ id, title: id.slice(MISSING.length), kind: 'missing', path: null });

function byEnds(a: GraphEdge, b: GraphEdge): number {
  const order = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
  return order(a.source, b.source) || order(a.target, b.target) || order(a.role, b.role);
}
