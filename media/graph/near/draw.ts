/**
 * The drawing: one SVG group per node, one path per edge. It knows spots on the screen, and nothing of where they come
 * from.
 */
import type { GraphEdge, GraphNode, GraphResult } from '../../../server/protocol.ts';
import { svg } from '../dom.ts';
import type { Point } from '../point.ts';
import { reach } from '../shapes.ts';
import { createBands } from './bands.ts';
import { arrowHeads, type DrawnEdge, drawEdges, edgeAt, placeEdge } from './edges.ts';
import type { Band } from './lanes.ts';
import { crowd, type Label } from './lettering.ts';
import { type DrawnNode, drawNode, idOf, placeNode } from './nodes.ts';
import type { Spot, View } from './view.ts';

export interface Drawing {
  readonly element: SVGSVGElement;
  /**
   * Draws another graph, off the screen. The answer puts it there, in place of what is there. What is not among the
   * `known` ids fades in. Where the keyboard was on the focus, it goes with it; on another node it stays, or goes to the focus where
   * that is gone.
   */
  draw(graph: GraphResult, labels: ReadonlyMap<string, Label>, known: ReadonlyMap<string, unknown>): Drawing['place'];
  /** Puts nodes on their spots; shapes are drawn `scale` times their size. */
  place(spots: ReadonlyMap<string, Spot>, scale: number): void;
  /** Moves everything by so many pixels. */
  pan(x: number, y: number): void;
  /** Draws the lanes in which the nodes stand, `zoom` pixels for each of theirs; none where there are none. */
  showBands(bands: readonly Band[], view: View): void;
  /** What stands behind the nodes and moves with them. */
  readonly backdrop: SVGGElement;
  /** Colours the nodes; undefined: by their kind. */
  colour(of: (node: GraphNode) => string | undefined): void;
  /** Shows these labels and hides the others (which still show when pointed at). */
  showLabels(ids: ReadonlySet<string>): void;
  /** Brings out a node with its edges and neighbours, or an edge with its ends; `undefined`: all alike again. */
  bringOut(what: GraphNode | GraphEdge | undefined): void;
  /** The edge at a point in client pixels. */
  edgeAt(point: Point): GraphEdge | undefined;
  /** Makes this node the drawing's one tab stop, and moves the keyboard to it unless told to `stay`. */
  stop(id: string | null, stay?: 'stay'): void;
}

/** An empty drawing. */
export function createDrawing(): Drawing {
  const edgeLayer = svg('g', { class: 'edges', 'aria-hidden': 'true' });
  const nodeLayer = svg('g', { class: 'nodes' });
  const bands = createBands();
  const backdrop = svg('g', { 'aria-hidden': 'true' });
  const panned = svg('g', {}, bands.element, edgeLayer, backdrop, nodeLayer);
  const element = svg('svg', { class: 'drawing', role: 'group', 'aria-label': 'Graph' }, arrowHeads(), panned);
  const ring = svg('circle', { class: 'ring' });
  let nodes = new Map<string, DrawnNode>();
  let edges: DrawnEdge[] = [];
  let colourOf: (node: GraphNode) => string | undefined = () => undefined;
  let inLanes = false;
  let origin: Point = { x: 0, y: 0 };
  let focus: string | null = null;

  const draw: Drawing['draw'] = (graph, labels, known) => {
    const newEdges = drawEdges(graph);
    // The nearest last: what is drawn last lies on top.
    const farFirst = [...graph.nodes].sort((a, b) => b.distance - a.distance || a.uses - b.uses);
    const newNodes = new Map(farFirst.map((node) => [node.id, drawNode(node, labels.get(node.id), graph.focus)]));
    const isNew = (id: string) => known.size > 0 && !known.has(id);
    for (const { edge, path } of newEdges) path.classList.toggle('new', isNew(edge.source) || isNew(edge.target));
    for (const [id, { group }] of newNodes) group.classList.toggle('new', isNew(id));
    return (spots, scale) => {
      const held = element.contains(document.activeElement) ? idOf(document.activeElement) : undefined;
      [nodes, edges] = [newNodes, newEdges];
      colour();
      place(spots, scale);
      // In a crowd, edges that do not touch the focus are drawn fainter.
      element.classList.toggle('dense', graph.nodes.length > crowd);
      element.classList.remove('bringing-out', 'elsewhere');
      edgeLayer.replaceChildren(...edges.map(({ path }) => path));
      nodeLayer.replaceChildren(...[...nodes.values()].map(({ group }) => group));
      const walks = held === focus;
      focus = graph.focus;
      if (held === undefined) stop(focus, 'stay');
      else stop(nodes.has(held) && !walks ? held : focus);
    };
  };

  const place: Drawing['place'] = (spots, scale) => {
    for (const [id, drawn] of nodes) {
      const to = spots.get(id);
      if (to !== undefined) placeNode(drawn, to, scale);
    }
    for (const drawn of edges) {
      const [from, to] = [spots.get(drawn.edge.source), spots.get(drawn.edge.target)];
      if (from === undefined || to === undefined) continue;
      const [fromReach, toReach] = [reachOf(drawn.edge.source, scale), reachOf(drawn.edge.target, scale)];
      // In a lane, a straight line would run through all that stand between.
      const level = inLanes && Math.abs(from.y - to.y) < 20;
      const arch = level ? Math.sign(from.x - to.x) * Math.min(60, 12 + Math.abs(from.x - to.x) * 0.16) : 0;
      placeEdge(drawn, { from, to, fromReach, toReach, arch });
    }
  };

  const reachOf = (id: string, scale: number): number => {
    const drawn = nodes.get(id);
    return drawn === undefined ? 0 : reach(drawn.node.kind, drawn.label.extent.radius * scale);
  };

  const colour = (): void => {
    for (const { node, group } of nodes.values()) paint(group, colourOf(node));
  };

  const bringOut: Drawing['bringOut'] = (what) => {
    element.classList.toggle('bringing-out', what !== undefined);
    element.classList.toggle('elsewhere', what !== undefined && !('id' in what && what.id === focus));
    const touched = (edge: GraphEdge) =>
      what !== undefined && ('id' in what ? edge.source === what.id || edge.target === what.id : edge === what);
    const near = new Set(what !== undefined && 'id' in what ? [what.id] : []);
    for (const { edge, path } of edges) {
      path.classList.toggle('out', touched(edge));
      if (touched(edge)) near.add(edge.source).add(edge.target);
    }
    for (const [id, { group }] of nodes) group.classList.toggle('out', near.has(id));
  };

  const stop: Drawing['stop'] = (id, stay) => {
    const next = nodes.get(id ?? '') ?? [...nodes.values()].at(-1);
    for (const { group } of nodes.values()) group.setAttribute('tabindex', group === next?.group ? '0' : '-1');
    if (!stay) next?.group.focus({ preventScroll: true });
  };

  // One ring for all: it moves to the node that has the keyboard.
  element.addEventListener('focusin', ({ target }) => {
    const drawn = nodes.get(idOf(target) ?? '');
    ring.setAttribute('r', String((drawn?.label.extent.radius ?? 0) + 5));
    drawn?.group.prepend(ring);
  });

  return {
    element,
    backdrop,
    draw,
    place,
    showBands: (next, view) => {
      inLanes = next.length > 0;
      element.classList.toggle('laned', inLanes);
      bands.show(next, view);
    },
    colour: (of) => {
      colourOf = of;
      colour();
    },
    bringOut,
    stop,
    pan: (x, y) => {
      origin = { x, y };
      panned.setAttribute('transform', `translate(${x} ${y})`);
    },
    showLabels: (ids) => {
      for (const [id, { group }] of nodes) group.classList.toggle('unlabelled', !ids.has(id));
    },
    edgeAt: ({ x, y }) => {
      const { left, top } = element.getBoundingClientRect();
      return edgeAt(edges, { x: x - left - origin.x, y: y - top - origin.y });
    },
  };
}

/** A colour of its own, or none. */
function paint(group: SVGGElement, colour: string | undefined): void {
  if (colour === undefined) group.style.removeProperty('--colour');
  else group.style.setProperty('--colour', colour);
}
