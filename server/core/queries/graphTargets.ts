import type { Document } from '../index/document.ts';
import { type Reference, referencesOf } from '../index/references.ts';
import { type Resolution, resolve } from '../index/resolve.ts';
import { recordOf, type Snapshot } from '../index/snapshot.ts';
import { bitOf, type RoleSet } from './graphFilter.ts';
import { missingId } from './graphNodes.ts';

/** What a document names, by the nodes' ids, and in which roles; itself never. */
export type Targets = ReadonlyMap<string, RoleSet>;

/**
 * The id of the node to which a reference is an edge. An ambiguous one is none: it would be an edge to one of several at random.
 * A link to a file that is not there names no title.
 */
export function targetOf(
  snapshot: Snapshot,
  reference: Pick<Reference, 'form' | 'name' | 'text'>,
  resolution: Resolution,
): string | undefined {
  if (resolution.status === 'resolved') return resolution.target.path;
  return resolution.status === 'ambiguous' || reference.form === 'link' ? undefined : missingId(snapshot, reference);
}

/**
 * What documents name, for one question about many of them: each document is gone through once, and a name that ten thousand
 * use is resolved once, where its spelling says nothing.
 */
export function targetsIn(snapshot: Snapshot): (document: Document) => Targets {
  const nodes = new Map<number, string | undefined>();
  const nodeOf = (reference: Reference): string | undefined => {
    const { form, name } = reference;
    const way = form === 'link' ? -1 - name : 2 * name + Number(form === 'wikilink');
    if (nodes.has(way)) return nodes.get(way);
    const node = targetOf(snapshot, reference, resolve(snapshot, reference));
    if (form === 'link' || recordOf(snapshot, name).definers.length < 2) nodes.set(way, node);
    return node;
  };
  const known = new Map<Document, Targets>();
  return (document) => {
    const before = known.get(document);
    if (before) return before;
    const targets = new Map<string, RoleSet>();
    for (const reference of referencesOf(snapshot, document)) {
      const node = nodeOf(reference);
      if (node === undefined || node === document.path) continue;
      targets.set(node, (targets.get(node) ?? 0) | bitOf(reference.role));
    }
    known.set(document, targets);
    return targets;
  };
}
