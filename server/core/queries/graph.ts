import type { Kind, Role } from '../syntax/summary.ts';
import type { Document } from '../index/document.ts';
import { commonSpelling, type NameId } from '../index/names.ts';
import { type Reference, resolvedReferencesOf } from '../index/references.ts';
import { type Snapshot, documentAt, documentsOf, nameOf, recordOf } from '../index/snapshot.ts';
import { backlinksOf, placesOf } from './backlinks.ts';

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
  readonly count: number;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** A node of a neighbourhood. */
export interface NearNode extends GraphNode {
  /** Steps from the focus. */
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
  const edges = documents.flatMap((document) => edgesOf(snapshot, document));
  const missing = new Set(edges.map((edge) => edge.target).filter(isMissing));
  const nodes = [...documents.map(documentNode), ...[...missing].sort().map(missingNode)];
  return { nodes, edges: edges.sort(byEnds) };
}

/**
 * What lies around a node, whichever way the references point: nearest first, then most used, `limit` nodes at most.
 * Without a focus the most used documents of the corpus.
 */
export function neighbourhood(snapshot: Snapshot, focus: string | null, depth: number, limit: number): Neighbourhood {
  const distances = focus === null ? everything(snapshot) : walk(snapshot, focus, depth);
  const ranked = [...distances]
    .map(([id, distance]): NearNode => ({ ...nodeOf(snapshot, id), distance, uses: usesOf(snapshot, id) }))
    .sort((a, b) => a.distance - b.distance || b.uses - a.uses || (a.id < b.id ? -1 : 1));
  const nodes = ranked.slice(0, limit);
  const shown = new Set(nodes.map((node) => node.id));
  const edges = nodes.flatMap(({ path }) => (path === null ? [] : edgesOf(snapshot, documentAt(snapshot, path)!)));
  return {
    focus: focus !== null && shown.has(focus) ? focus : null,
    nodes,
    edges: edges.filter((edge) => shown.has(edge.target)).sort(byEnds),
    omitted: ranked.length - nodes.length,
  };
}

function everything(snapshot: Snapshot): Map<string, number> {
  return new Map(graph(snapshot).nodes.map((node) => [node.id, 0]));
}

/** Ids within `depth` steps, with their distance; empty where the focus is no node. */
function walk(snapshot: Snapshot, focus: string, depth: number): Map<string, number> {
  const distances = new Map<string, number>();
  if (!exists(snapshot, focus)) return distances;
  distances.set(focus, 0);
  let edge = [focus];
  for (let distance = 1; distance <= depth; distance++) {
    edge = edge.flatMap((id) => neighbours(snapshot, id)).filter((id) => {
      if (distances.has(id)) return false;
      distances.set(id, distance);
      return true;
    });
  }
  return distances;
}

function exists(snapshot: Snapshot, id: string): boolean {
  const name = missingName(snapshot, id);
  return name !== undefined ? placesOf(snapshot, name).length > 0 : documentAt(snapshot, id) !== undefined;
}

function neighbours(snapshot: Snapshot, id: string): string[] {
  const name = missingName(snapshot, id);
  if (name !== undefined) return placesOf(snapshot, name).map(({ document }) => document.path);
  const document = documentAt(snapshot, id)!;
  return [...edgesOf(snapshot, document).map((edge) => edge.target), ...backlinksOf(snapshot, document).map((each) => each.document.path)];
}

function usesOf(snapshot: Snapshot, id: string): number {
  const name = missingName(snapshot, id);
  if (name !== undefined) return placesOf(snapshot, name).length;
  return backlinksOf(snapshot, documentAt(snapshot, id)!).length;
}

/** The edges from a document. An ambiguous reference is none: it would be an edge to one of several at random. */
export function edgesOf(snapshot: Snapshot, document: Document): GraphEdge[] {
  const edges = new Map<string, GraphEdge>();
  for (const { reference, resolution } of resolvedReferencesOf(snapshot, document)) {
    if (resolution.status === 'ambiguous' || (resolution.status === 'dangling' && reference.form === 'link')) continue;
    const target = resolution.status === 'resolved' ? resolution.target.path : missingId(snapshot, reference);
    if (target === document.path) continue;
    const key = `${reference.role}\n${target}`;
    const before = edges.get(key);
    const relation = before?.relation ?? relationOf(document, reference);
    edges.set(key, { source: document.path, target, role: reference.role, relation, count: (before?.count ?? 0) + 1 });
  }
  return [...edges.values()].sort(byEnds);
}

/** What the entry of a related concept says; `null` for any other reference. */
function relationOf(document: Document, reference: Reference): string | null {
  for (const { entries } of document.summary.sections) {
    for (const entry of entries) {
      if (entry.reference === undefined || !entry.relation) continue;
      if (document.summary.references[entry.reference]!.span.start === reference.span.start) return entry.relation.text;
    }
  }
  return null;
}

const MISSING = 'missing:';
const isMissing = (id: string): boolean => id.startsWith(MISSING);

/** The id of a missing note's node. */
export function missingId(snapshot: Snapshot, { name, text }: Pick<Reference, 'name' | 'text'>): string {
  return MISSING + (commonSpelling(recordOf(snapshot, name)) ?? text);
}

/** The name of a missing note's id; undefined for a document's, even one at `missing:x.md`. */
function missingName(snapshot: Snapshot, id: string): NameId | undefined {
  return isMissing(id) && !documentAt(snapshot, id) ? nameOf(snapshot, id.slice(MISSING.length)) : undefined;
}

function nodeOf(snapshot: Snapshot, id: string): GraphNode {
  const document = documentAt(snapshot, id);
  return document ? documentNode(document) : missingNode(id);
}

const documentNode = ({ path, summary }: Document): GraphNode => ({
  id: path,
  title: summary.title.text,
  kind: summary.kind,
  path,
});

const missingNode = (id: string): GraphNode => ({ id, title: id.slice(MISSING.length), kind: 'missing', path: null });

function byEnds(a: GraphEdge, b: GraphEdge): number {
  const order = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
  return order(a.source, b.source) || order(a.target, b.target) || order(a.role, b.role);
}
