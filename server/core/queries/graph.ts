import type { Document } from '../index/document.ts';
import type { NameId } from '../index/names.ts';
import { namesOf } from '../index/resolve.ts';
import { documentAt, documentOf, documentsOf, usersOf as documentsUsing, type Snapshot } from '../index/snapshot.ts';
import { byEnds, edgesOf, type GraphEdge } from './graphEdges.ts';
import { bitOf, type GraphFilter, nodesIn, type RoleSet, rolesIn } from './graphFilter.ts';
import { canonical, documentNode, type GraphNode, isMissing, missingName, missingNode, nodeOf } from './graphNodes.ts';
import { type Targets, targetsIn } from './graphTargets.ts';

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** A node of a neighbourhood. */
export interface NearNode extends GraphNode {
  /** Steps from the focus; 1 without one. */
  readonly distance: number;
  /** How many documents name it, whatever is left in. */
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
export function graph(snapshot: Snapshot, filter: GraphFilter = {}): Graph {
  const isNode = nodesIn(snapshot, filter);
  const roles = rolesIn(filter);
  const isLeftIn = ({ source, target, role }: GraphEdge): boolean =>
    (bitOf(role) & roles) !== 0 && isNode(source) && isNode(target);
  const documents = documentsOf(snapshot);
  const all = documents.flatMap((document) => edgesOf(snapshot, document));
  const missing = new Set(all.map(({ target }) => target).filter((id) => isMissing(id) && !documentAt(snapshot, id)));
  const edges = all.filter(isLeftIn).sort(byEnds);
  const nodes = [...documents.map(documentNode), ...[...missing].sort().map(missingNode)].filter(({ id }) =>
    isNode(id),
  );
  const { orphans = 'shown' } = filter;
  if (orphans === 'shown') return { nodes, edges };
  const joined = new Set(edges.flatMap(({ source, target }) => [source, target]));
  return {
    nodes: nodes.filter(({ id }) => joined.has(id) === (orphans === 'hidden')),
    edges: orphans === 'hidden' ? edges : [],
  };
}

/** What a question about a neighbourhood goes along. */
interface Ways {
  readonly snapshot: Snapshot;
  /** What documents name, whatever is left in. */
  readonly targets: (document: Document) => Targets;
  readonly isNode: (id: string) => boolean;
  readonly roles: RoleSet;
}

/**
 * What lies around a node, whichever way the references point: nearest first, then most used, `limit` nodes at most.
 * Without a focus the most used documents of the corpus.
 *
 * @param filter what is left in, the focus aside: one goes along edges and over nodes that are
 */
export function neighbourhood(
  snapshot: Snapshot,
  focus: string | null,
  depth: number,
  limit: number,
  filter: GraphFilter = {},
): Neighbourhood {
  const centre = focus === null ? null : canonical(snapshot, focus);
  const isLeftIn = nodesIn(snapshot, filter);
  const ways: Ways = {
    snapshot,
    targets: targetsIn(snapshot),
    isNode: (id) => id === centre || isLeftIn(id),
    roles: rolesIn(filter),
  };
  const distances = centre === null ? everything(ways, filter) : walk(ways, centre, depth);
  const users = usersOf(ways, [...distances.keys()], ALL_ROLES);
  const ranked = [...distances]
    .map(([id, distance]) => ({ id, distance, uses: users.get(id)!.length }))
    .sort((a, b) => a.distance - b.distance || b.uses - a.uses || (a.id < b.id ? -1 : 1));
  const nodes = ranked.slice(0, limit).map((each): NearNode => ({ ...nodeOf(snapshot, each.id), ...each }));
  const shown = new Set(nodes.map((node) => node.id));
  const edges = nodes.flatMap(({ path }) => (path === null ? [] : edgesOf(snapshot, documentAt(snapshot, path)!)));
  return {
    focus: centre !== null && shown.has(centre) ? centre : null,
    nodes,
    edges: edges.filter(({ target, role }) => shown.has(target) && (bitOf(role) & ways.roles) !== 0).sort(byEnds),
    omitted: ranked.length - nodes.length,
  };
}

const ALL_ROLES: RoleSet = -1;

/** All nodes that are left in, as neighbours of nothing in particular. */
function everything(
  { snapshot, targets, isNode, roles }: Ways,
  { orphans = 'shown' }: GraphFilter,
): Map<string, number> {
  const documents = documentsOf(snapshot);
  const joined = new Map<string, boolean>(documents.map(({ path }) => [path, false]));
  for (const document of documents) {
    for (const [target, inRoles] of targets(document)) {
      const isJoined = (inRoles & roles) !== 0 && isNode(document.path) && isNode(target);
      if (isJoined) joined.set(document.path, true);
      if (isJoined || !joined.has(target)) joined.set(target, isJoined);
    }
  }
  const isShown = ([id, isJoined]: readonly [string, boolean]): boolean =>
    isNode(id) && (orphans === 'shown' || isJoined === (orphans === 'hidden'));
  return new Map([...joined].filter(isShown).map(([id]) => [id, 1]));
}

/** Ids within `depth` steps, with their distance; empty where the focus is no node. */
function walk(ways: Ways, focus: string, depth: number): Map<string, number> {
  const distances = new Map<string, number>();
  if (!exists(ways, focus)) return distances;
  distances.set(focus, 0);
  let edge = [focus];
  for (let distance = 1; distance <= depth; distance++) {
    edge = neighbours(ways, edge).filter((id) => {
      if (distances.has(id) || !ways.isNode(id)) return false;
      distances.set(id, distance);
      return true;
    });
  }
  return distances;
}

function exists(ways: Ways, id: string): boolean {
  return documentAt(ways.snapshot, id) !== undefined || usersOf(ways, [id], ALL_ROLES).get(id)!.length > 0;
}

function neighbours(ways: Ways, ids: readonly string[]): string[] {
  const found: string[] = [];
  for (const id of ids) {
    const document = documentAt(ways.snapshot, id);
    if (document)
      for (const [target, roles] of ways.targets(document)) if ((roles & ways.roles) !== 0) found.push(target);
  }
  for (const users of usersOf(ways, ids, ways.roles).values()) for (const user of users) found.push(user);
  return found;
}

/**
 * The paths of the documents that name each of these nodes. Each document is gone through once: an index that names a
 * thousand notes would else be gone through for each of them.
 */
function usersOf({ snapshot, targets }: Ways, ids: readonly string[], roles: RoleSet): Map<string, string[]> {
  const users = new Map(ids.map((id): [string, string[]] => [id, []]));
  const names = new Set(ids.flatMap((id) => [...namesOfNode(snapshot, id)]));
  for (const candidate of documentsUsing(snapshot, names)) {
    const document = documentOf(snapshot, candidate);
    if (!document) continue;
    for (const [target, inRoles] of targets(document)) {
      if ((inRoles & roles) !== 0) users.get(target)?.push(document.path);
    }
  }
  return users;
}

function namesOfNode(snapshot: Snapshot, id: string): Iterable<NameId> {
  const document = documentAt(snapshot, id);
  if (document) return namesOf(snapshot, document);
  const name = missingName(snapshot, id);
  return name === undefined ? [] : [name];
}
