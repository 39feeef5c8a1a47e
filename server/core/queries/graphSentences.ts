import type { Document } from '../index/document.ts';
import { type Reference, referencesOf } from '../index/references.ts';
import { namesOf, resolve } from '../index/resolve.ts';
import { documentAt, type Snapshot } from '../index/snapshot.ts';
import { telling } from './graphDetails.ts';
import { canonical, missingName } from './graphNodes.ts';
import { targetOf } from './graphTargets.ts';

/** Where one node of the graph names another: in whose text, and by which reference. */
export interface NodePlace {
  readonly document: Document;
  /** Id of the node that is named. */
  readonly target: string;
  readonly reference: Reference;
}

/**
 * Where a node names some others, and they it, for each pair and direction the one place that tells most: the first that is no entry of a
 * list, or else the first. Those of the node itself come first. No text is read.
 */
export function placesBetween(snapshot: Snapshot, id: string, others: readonly string[]): NodePlace[] {
  const node = canonical(snapshot, id);
  const wanted = new Set(others.map((other) => canonical(snapshot, other)));
  wanted.delete(node);
  const own = documentAt(snapshot, node);
  const name = missingName(snapshot, node);
  const names = own ? namesOf(snapshot, own) : new Set(name === undefined ? [] : [name]);
  const there = own ? placesFrom(snapshot, own, wanted) : [];
  const back = [...wanted].flatMap((other) => {
    const document = documentAt(snapshot, other);
    return document ? placesIn(snapshot, document, referencesOf(snapshot, document, names), new Set([node])) : [];
  });
  return [...there, ...back];
}

/** The same for one document and the nodes that it may name. */
export const placesFrom = (snapshot: Snapshot, document: Document, targets: ReadonlySet<string>): NodePlace[] =>
  placesIn(snapshot, document, referencesOf(snapshot, document), targets);

function placesIn(
  snapshot: Snapshot,
  document: Document,
  references: readonly Reference[],
  targets: ReadonlySet<string>,
): NodePlace[] {
  const found = new Map<string, Reference[]>();
  for (const reference of references) {
    const target = targetOf(snapshot, reference, resolve(snapshot, reference));
    if (target === undefined || !targets.has(target)) continue;
    const places = found.get(target);
    if (places) places.push(reference);
    else found.set(target, [reference]);
  }
  return [...found].map(([target, places]) => ({ document, target, reference: telling(places) }));
}
