import type { Document } from '../index/document.ts';
import { resolvedReferencesOf } from '../index/references.ts';
import type { Snapshot } from '../index/snapshot.ts';
import type { Role } from '../syntax/summary.ts';
import { targetOf } from './graphTargets.ts';
import { relationsOf } from './relations.ts';

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

/** The edges from a document, by target and role, with what it says of each: that is read from its text. */
export function edgesOf(snapshot: Snapshot, document: Document): GraphEdge[] {
  const edges = new Map<string, GraphEdge>();
  const resolved = resolvedReferencesOf(snapshot, document);
  const isSaid = resolved.some(({ reference }) => reference.role === 'related');
  const relations = new Map(
    isSaid ? relationsOf(snapshot, document).map((each) => [each.span.start, each] as const) : [],
  );
  for (const { reference, resolution } of resolved) {
    const target = targetOf(snapshot, reference, resolution);
    if (target === undefined || target === document.path) continue;
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

export function byEnds(a: GraphEdge, b: GraphEdge): number {
  const order = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
  return order(a.source, b.source) || order(a.target, b.target) || order(a.role, b.role);
}
