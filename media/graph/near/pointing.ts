/**
 * Pointing at things: what the pointer or the keyboard focus is on is brought out and explained.
 */
import type { GraphEdge, GraphNode, GraphResult } from '../../../server/protocol.ts';
import type { MapEvents, Pointed } from '../picture.ts';
import type { Point } from '../point.ts';
import type { Drawing } from './draw.ts';
import { idOf } from './nodes.ts';

/** Listens on the drawing. `shown` gives the graph that is drawn. The answer lets go of what is pointed at. */
export function listenForPointing(
  drawing: Drawing,
  { pointed: tell }: Pick<MapEvents, 'pointed'>,
  shown: () => GraphResult | undefined,
): () => void {
  const { element } = drawing;

  let pointed: GraphNode | GraphEdge | undefined;

  const pointAt = (what: GraphNode | GraphEdge | undefined, at: Point): void => {
    if (what === pointed) return;
    pointed = what;
    drawing.bringOut(what);
    tell(meant(what), at);
  };
  const nodeOf = (id: string | undefined) => shown()?.nodes.find((node) => node.id === id);
  const nodeAt = (target: EventTarget | null) => nodeOf(idOf(target));
  const meant = (what: GraphNode | GraphEdge | undefined): Pointed | undefined => {
    if (what === undefined) return undefined;
    if ('id' in what) return { type: 'node', node: what };
    const [source, target] = [nodeOf(what.source), nodeOf(what.target)];
    return source && target && { type: 'edge', edge: what, source, target };
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
