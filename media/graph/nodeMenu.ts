/**
 * The menu of a node.
 */
import type { GraphNode } from '../../server/protocol.ts';
import type { MenuItem } from './menu.ts';
import type { FromGraph } from './messages.ts';

export interface NodeActions {
  tell(message: FromGraph): void;
  walk(id: string): void;
  hide(id: string): void;
  expand(id: string): void;
}

/** What can be done with a node; `focus` is where the reader stands, `full` whether there is another, full graph to go to. */
export function nodeItems(node: GraphNode, focus: string | null, full: boolean, actions: NodeActions): MenuItem[] {
  const { tell } = actions;
  const { id } = node;
  const isDocument = node.kind !== 'missing';
  const items: (MenuItem | false)[] = [
    isDocument && { label: 'Open', act: () => tell({ type: 'open', id, beside: false }) },
    isDocument && { label: 'Open to the Side', act: () => tell({ type: 'open', id, beside: true }) },
    isDocument && { label: 'Reveal in Explorer', act: () => tell({ type: 'reveal', id }) },
    !isDocument && { label: 'Create Note', act: () => tell({ type: 'createNote', id }) },
    id !== focus && { label: 'Walk There', act: () => actions.walk(id), apart: true },
    { label: 'Show Neighbours', act: () => actions.expand(id), apart: id === focus },
    full && { label: 'Open in the Full Graph', act: () => tell({ type: 'full', id }) },
    { label: 'Copy Title', act: () => tell({ type: 'copyTitle', id }), apart: true },
    { label: 'Copy Link', act: () => tell({ type: 'copyLink', id }) },
    id !== focus && { label: 'Hide', act: () => actions.hide(id), apart: true },
  ];
  return items.filter((item): item is MenuItem => item !== false);
}
