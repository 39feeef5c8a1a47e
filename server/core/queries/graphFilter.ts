import { roleNumber } from '../index/roles.ts';
import { documentAt, type Snapshot } from '../index/snapshot.ts';
import type { Role } from '../syntax/summary.ts';
import { type GraphNode, isMissing } from './graphNodes.ts';
import { hasTag } from './tags.ts';

/** What of a graph is shown. Every part that is given must hold; without any, all is. */
export interface GraphFilter {
  /** Only nodes of these kinds. */
  readonly kinds?: readonly GraphNode['kind'][];
  /** Only edges in these roles. */
  readonly roles?: readonly Role[];
  /** Only documents in this folder or below it: a path in the corpus, without a slash at the end. Missing notes stay. */
  readonly folder?: string;
  /** Only documents with this tag, without `#`; one with `a/b` has `a` too. Missing notes stay. */
  readonly tag?: string;
  /** Whether nodes without an edge that is left in are shown. Nobody asks it of a neighbourhood, which has none. */
  readonly orphans?: 'shown' | 'hidden' | 'alone';
}

/** Some roles: the bit of each by its number. */
export type RoleSet = number;

export const bitOf = (role: Role): RoleSet => 1 << roleNumber(role);

/** The roles that a filter leaves in. */
export const rolesIn = ({ roles }: GraphFilter): RoleSet =>
  roles === undefined ? -1 : roles.reduce((set, role) => set | bitOf(role), 0);

/** Whether a filter leaves a node in, by its id and by itself: what edges it has is not asked. Each node is looked at once. */
export function nodesIn(snapshot: Snapshot, { kinds, folder, tag }: GraphFilter): (id: string) => boolean {
  if (kinds === undefined && !folder && !tag) return () => true;
  const known = new Map<string, boolean>();
  const isLeftIn = (id: string): boolean => {
    const document = documentAt(snapshot, id);
    if (!document) return isMissing(id) && (kinds?.includes('missing') ?? true);
    if (kinds && !kinds.includes(document.kind)) return false;
    return (!folder || id.startsWith(`${folder}/`)) && (!tag || hasTag(document, tag));
  };
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const answer = isLeftIn(id);
    known.set(id, answer);
    return answer;
  };
}
