/**
 * The words of the graph: what kinds and roles are called, and the sentence that a screen reader says for a node.
 */
import type { GraphEdge, GraphNode, NodeKind, SectionRole } from '../../server/protocol.ts';

/** The key that opens beside, with what stands between it and another: "Ctrl+". */
export const held = globalThis.navigator?.userAgent.includes('Macintosh') ? '⌘' : 'Ctrl+';

/** The order in which the legend lists kinds. */
export const kinds: readonly NodeKind[] = ['inquiry', 'note', 'page', 'missing'];

const kindWords: Readonly<Record<NodeKind, string>> = {
  note: 'note',
  inquiry: 'inquiring line',
  page: 'page',
  missing: 'missing note',
};

/** What a reader calls this kind: an inquiry is an "inquiring line". */
export function kindWord(kind: NodeKind): string {
  return kindWords[kind];
}

/** What many of this kind are called: "Inquiring lines". */
export function kindsWord(kind: NodeKind): string {
  const word = kindWords[kind];
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}s`;
}

/** Per role its name in the legend, and what the naming document does with the named one. In legend order. */
const roleWords: Readonly<Record<SectionRole, readonly [name: string, verb: string]>> = {
  sources: ['source', 'takes as a source'],
  'used-by': ['used by', 'says that it is used by'],
  related: ['related', 'relates to'],
  body: ['mention', 'mentions'],
  next: ['next line', 'leads on to'],
  prompt: ['prompt', 'names in its prompt'],
  papers: ['paper', 'lists among its papers'],
  'original-title': ['original title', 'is titled after'],
};

/** The roles known here, in the order in which the legend lists them. */
export const roles = Object.keys(roleWords) as readonly SectionRole[];

/** A role's name in the legend. A role from a newer server is called what it is. */
export function roleWord(role: string): string {
  return roleWords[role as SectionRole]?.[0] ?? role;
}

/** What the naming document does with the named one: "relates to". */
function roleVerb(role: string): string {
  return roleWords[role as SectionRole]?.[1] ?? 'names';
}

/** "used in 3 documents". */
export function usesWord(uses: number): string {
  if (uses === 0) return 'not used yet';
  return uses === 1 ? 'used in 1 document' : `used in ${uses} documents`;
}

/** "12 references from one title to another", for lines that are drawn as one. */
export function bundleSentence(count: number, from: string, to: string): string {
  return `${count} ${count === 1 ? 'reference' : 'references'} from ${from} to ${to}`;
}

/** "1 step away"; the focus itself is "at the centre". */
export function distanceWord(distance: number): string {
  if (distance === 0) return 'at the centre';
  return distance === 1 ? '1 step away' : `${distance} steps away`;
}

/** A node in one breath: "Does it hold?, inquiring line, used in 3 documents, 1 step away". */
export function nodeSentence(node: GraphNode): string {
  return [node.title, kindWord(node.kind), usesWord(node.uses), distanceWord(node.distance)].join(', ');
}

/** What an edge says: "relates to", "2 times mentions". */
export function edgeSentence(edge: GraphEdge): string {
  return edge.count > 1 ? `${edge.count} times ${roleVerb(edge.role)}` : roleVerb(edge.role);
}
