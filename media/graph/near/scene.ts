/**
 * The scene: brings layout, view and drawing together. It shows one graph at a time, and when the next one comes, what
 * stays moves over from where it stood.
 */
import type { GraphResult } from '../../../server/protocol.ts';
import type { Arrangement } from '../messages.ts';
import { between, glide, type Stop, settle, soon, still } from '../motion.ts';
import type { Point } from '../point.ts';
import { rulerOf } from '../ruler.ts';
import { type Arrangement as Arranged, arrange, type LaidOut } from './arrange.ts';
import { createDrawing, type Drawing } from './draw.ts';
import { type Band, lanes, readable } from './lanes.ts';
import { type Place, settling } from './layout.ts';
import { lettering } from './lettering.ts';
import { aspect, fitted, otherShape, type Size, shapeScale, spots, type View, zoomed } from './view.ts';

export interface Scene {
  readonly drawing: Drawing;
  /** Lays the graph out, off screen, and moves over to it. A later call overtakes an earlier one. */
  show(graph: GraphResult, arrangement: Arrangement): void;
  clear(): void;
  /** Everything in view. */
  fit(): void;
  /** Zooms around `at` (pixels from the corner), or around the middle. */
  zoom(factor: number, at?: Point): void;
  /** Takes the reader's own zoom from another time; `null`: fits. */
  setZoom(zoom: number | null): void;
  pan(dx: number, dy: number): void;
  resized(): void;
  /** Where nodes stand in the layout, by id. */
  places(): ReadonlyMap<string, Place>;
  /** Brings a node that is out of sight into it. */
  bringIntoSight(id: string): void;
}

export interface SceneEvents {
  /** The graph is on the screen; its nodes may still be gliding to their places. */
  drawn(graph: GraphResult): void;
  /** It stands still, and has been painted. */
  rested(graph: GraphResult): void;
  /** The reader zoomed (`null`: back to fitting). */
  zoomed(zoom: number | null): void;
  /** Everything has another place on the screen, and stands there. */
  stood(laidOut: LaidOut, arrangement: Arranged, view: View): void;
}

/** A scene in `stage`. `zoom` is the reader's own from last time, or `null` to fit. */
export function createScene(stage: HTMLElement, zoom: number | null, events: SceneEvents): Scene {
  const drawing = createDrawing();
  stage.prepend(drawing.element);
  const measure = (): Size => ({ width: stage.clientWidth, height: stage.clientHeight });
  /** What is on the screen. */
  let laidOut = nothing;
  let arranged: Arranged = { spots: new Map(), shown: new Set() };
  let view: View = { zoom: 1, x: 0, y: 0, keep: null };
  let size = measure();
  let ownZoom = zoom;
  /** What was asked for last, and the size it is laid out for; it may still be under way. */
  let wanted = nothing.graph;
  let wantedSize = size;
  let arrangement: Arrangement = 'around';
  /** The order in which nodes stand in lanes; empty where they do not. */
  let inLanes: readonly string[] = [];
  let bands: readonly Band[] = [];
  let stopLayout: Stop = () => {};
  let stopGlide: Stop | undefined;

  const whole = (): View => {
    // The name of the first lane stands above all nodes.
    const above = bands.length > 0 ? 28 : 0;
    return moved(fitted(laidOut.places, laidOut.extents, { ...size, height: size.height - above }), 0, above);
  };
  const home = (): View => {
    const all = whole();
    const zoom = ownZoom ?? (bands.length > 0 ? Math.max(readable, all.zoom) : all.zoom);
    return zoom === all.zoom && ownZoom === null ? all : around(laidOut, zoom, size, bands);
  };

  const show: Scene['show'] = (graph, how) => {
    stopLayout();
    [wanted, wantedSize, arrangement] = [graph, measure(), how];
    const labels = lettering(graph, wantedSize.width, rulerOf(stage));
    const extents = new Map([...labels].map(([id, { extent }]) => [id, extent]));
    const rooms = new Map([...labels].map(([id, { room }]) => [id, room]));
    /** Drawing is as much work as a slice of layout: it gets a turn of its own, and moving over another one. */
    const drawIn = (places: ReadonlyMap<string, Place>, order: readonly string[], next: readonly Band[]): void => {
      const enter = drawing.draw(graph, labels, laidOut.places);
      stopLayout = soon(() => {
        [inLanes, bands] = [order, next];
        moveTo({ graph, places, extents }, enter);
      });
    };
    if (how === 'lanes') {
      const laid = lanes({ graph, extents, before: inLanes, ...wantedSize });
      stopLayout = soon(() => drawIn(laid.places, laid.order, laid.bands));
      return;
    }
    const work = settling({ graph, extents: rooms, previous: laidOut.places, aspect: aspect(wantedSize) });
    stopLayout = settle(work, (places) => drawIn(places, [], []));
  };

  /** Puts a graph on the screen with its nodes where they stood, and lets them glide to where they belong. */
  const moveTo = (next: LaidOut, enter: Drawing['place']): void => {
    stopGlide?.();
    const [stood, old] = [spots(laidOut.places, laidOut.extents, view), view];
    laidOut = next;
    size = measure();
    view = home();
    arranged = arrange(laidOut, view);
    const { spots: to, shown } = arranged;
    const from = new Map([...stood].map(([id, spot]) => [id, moved(spot, old.x - view.x, old.y - view.y)]));
    const glides = stood.size > 0 && !still();
    const scale = shapeScale(view.zoom);
    drawing.pan(view.x, view.y);
    drawing.showBands(bands, view);
    enter(glides ? between(from, to, 0) : to, scale);
    drawing.showLabels(shown);
    events.drawn(next.graph);
    if (glides) stopGlide = glide(from, to, (at) => drawing.place(at, scale), rest);
    else rest();
  };

  const rest = (): void => {
    stopGlide = undefined;
    const shown = laidOut;
    events.stood(laidOut, arranged, view);
    const tell = () => shown === laidOut && events.rested(shown.graph);
    if (document.hidden) tell();
    else requestAnimationFrame(() => soon(tell));
  };

  const redraw = (): void => {
    arranged = arrange(laidOut, view);
    drawing.place(arranged.spots, shapeScale(view.zoom));
    drawing.showLabels(arranged.shown);
    drawing.showBands(bands, view);
    drawing.pan(view.x, view.y);
    events.stood(laidOut, arranged, view);
  };

  /** The reader moved the view. What is gliding arrives at once. */
  const look = (to: View): void => {
    const gliding = stopGlide !== undefined;
    stopGlide?.();
    const panned = !gliding && to.zoom === view.zoom && to.keep === view.keep;
    view = to;
    if (panned) {
      drawing.pan(view.x, view.y);
      drawing.showBands(bands, view);
    } else redraw();
    if (gliding) rest();
  };

  return {
    drawing,
    show,
    places: () => laidOut.places,
    clear: () => {
      stopLayout();
      stopGlide?.();
      stopGlide = undefined;
      [laidOut, wanted, inLanes, bands] = [nothing, nothing.graph, [], []];
      drawing.showBands([], view);
      drawing.draw(nothing.graph, new Map(), new Map())(new Map(), 1);
    },
    fit: () => {
      ownZoom = null;
      events.zoomed(null);
      look(whole());
    },
    zoom: (factor, at = { x: size.width / 2, y: size.height / 2 }) => {
      look(zoomed(view, factor, at));
      ownZoom = view.zoom;
      events.zoomed(ownZoom);
    },
    setZoom: (next) => {
      ownZoom = next;
      if (laidOut !== nothing) look(home());
    },
    pan: (dx, dy) => look(moved(view, dx, dy)),
    resized: () => {
      const before = size;
      size = measure();
      if (size.width === 0 || size.height === 0) return;
      const centred = moved(view, (size.width - before.width) / 2, (size.height - before.height) / 2);
      look(ownZoom === null ? home() : centred);
      if (wanted !== nothing.graph && otherShape(wantedSize, size)) show(wanted, arrangement);
    },
    bringIntoSight: (id) => {
      const place = laidOut.places.get(id);
      if (place === undefined || stopGlide !== undefined) return;
      const at = { x: place.x * view.zoom + view.x, y: place.y * view.zoom + view.y };
      const inside = at.x > 0 && at.y > 0 && at.x < size.width && at.y < size.height;
      if (!inside) look(moved({ ...view, keep: null }, size.width / 2 - at.x, size.height / 2 - at.y));
    },
  };
}

/** A view with the focus in the middle; lanes that are larger than the view begin at their beginning, if the focus is in sight then. */
function around({ places, graph }: LaidOut, zoom: number, size: Size, bands: readonly Band[]): View {
  const focus = places.get(graph.focus ?? '') ?? { x: 0, y: 0 };
  const [first, last] = [bands[0], bands.at(-1)];
  const middle = { x: size.width / 2 - focus.x * zoom, y: size.height / 2 - focus.y * zoom };
  if (first === undefined || last === undefined) return { zoom, ...middle, keep: null };
  const [left, right] = [first.left * zoom, first.right * zoom];
  const x = right - left <= size.width ? (size.width - left - right) / 2 : middle.x;
  const [top, bottom] = [12 - first.top * zoom, size.height - 12 - last.bottom * zoom];
  return { zoom, x, y: Math.min(top, Math.max(middle.y, Math.min(top, bottom))), keep: null };
}

const nothing: LaidOut = {
  graph: { focus: null, nodes: [], edges: [], omitted: 0 },
  places: new Map(),
  extents: new Map(),
};

function moved<P extends Point>(point: P, dx: number, dy: number): P {
  return { ...point, x: point.x + dx, y: point.y + dy };
}
