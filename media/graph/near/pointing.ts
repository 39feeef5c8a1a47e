/**
 * Pointing at things: what the pointer or the keyboard focus is on is brought out and explained.
 */
import type { GraphEdge, GraphNode, GraphResult } from '../../../server/protocol.ts';
import type { Anchor, Tooltip } from '../tooltip.ts';
import type { Drawing } from './draw.ts';
import { idOf } from './nodes.ts';

/** Listens on the drawing. `shown` gives the graph that is drawn. The answer lets go of what is pointed at. */
export function listenForPointing(
  drawing: Drawing,
  tooltip: Tooltip,
  shown: () => GraphResult | undefined,
): () => void {
  const { element } = drawing;

  let pointed: GraphNode | GraphEdge | undefined;

  const pointAt = (what: GraphNode | GraphEdge | undefined, at: Anchor): void => {
    if (what === pointed) return;
    pointed = what;
    drawing.bringOut(what);
    const title = (id: string) => shown()?.nodes.find((other) => other.id === id)?.title ?? id;
    if (what === undefined) tooltip.hide();
    else if ('id' in what) tooltip.ofNode(what, at);
    else tooltip.ofEdge(what, title(what.source), title(what.target), at);
  };
  const nodeAt = (target: EventTarget | null) => {
    const id = idOf(target);
    return id === undefined ? undefined : shown()?.nodes.find((node) => node.id === id);
  };
  const nothing = () => pointAt(undefined, { x: 0, y: 0 });

  element.addEventListener('pointermove', (event) => {
    if (event.buttons !== 0 || event.pointerType === 'touch') return;
    const at = { x: event.clientX, y: event.clientY };
    pointAt(nodeAt(event.target) ?? drawing.edgeAt(at), at);
  });
  element.addEventListener('pointerdown', nothing);
  element.addEventListener('pointerleave', nothing);
  element.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element) || !target.matches(':focus-visible')) return;
    const { right, bottom } = (target.querySelector('.shape') ?? target).getBoundingClientRect();
    pointAt(nodeAt(target), { x: right, y: bottom });
  });
  element.addEventListener('focusout', nothing);
  return nothing;
}
