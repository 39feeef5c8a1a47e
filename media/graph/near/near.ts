/**
 * The picture of a neighbourhood, around its focus or in lanes, as the page's frame knows it.
 */
import type { EdgeSentence, GraphResult } from '../../../server/protocol.ts';
import { coloursOf } from '../colouring.ts';
import { command, directed } from '../keyboard.ts';
import type { Arrangement } from '../messages.ts';
import type { Colouring, MapEvents, Picture, Swatch } from '../picture.ts';
import { listenForGestures } from '../viewport.ts';
import { listenForMenus } from './menus.ts';
import { idOf } from './nodes.ts';
import { listenForPointing } from './pointing.ts';
import { createSayings, type SayingEvents } from './sayings.ts';
import { createScene } from './scene.ts';
import { standalone } from './standalone.ts';

/** The picture of a neighbourhood. */
export interface NearPicture extends Picture {
  /** Lays the graph out and moves over to it. */
  show(graph: GraphResult, arrangement: Arrangement): void;
  clear(): void;
  /** Zooms as the reader did before; `null`: everything in view. */
  look(zoom: number | null): void;
  colour(by: Colouring): readonly Swatch[];
  /** What is said of the edges of the focus, for who looks closely. */
  say(id: string, sentences: readonly EdgeSentence[]): void;
}

export interface NearEvents extends Pick<MapEvents, 'pointed' | 'activated' | 'menu'>, SayingEvents {
  /** The graph is on the screen; its nodes may still be gliding to their places. */
  drawn(graph: GraphResult): void;
  /** It stands still, and has been painted. */
  rested(graph: GraphResult): void;
  /** The reader zoomed (`null`: back to fitting). */
  zoomed(zoom: number | null): void;
}

/** A picture in `stage` of nothing yet. `zoom` is the reader's own from last time, or `null` to fit. */
export function createNear(stage: HTMLElement, zoom: number | null, events: NearEvents): NearPicture {
  let shown: GraphResult | undefined;
  let colouring: Colouring = 'kind';
  const scene = createScene(stage, zoom, {
    drawn: (graph) => {
      shown = graph;
      letGo();
      sayings.clear();
      colour();
      events.drawn(graph);
    },
    rested: events.rested,
    zoomed: events.zoomed,
    stood: (laidOut, arranged, view) => sayings.stand(laidOut, arranged, view),
  });
  const { drawing } = scene;
  const sayings = createSayings(drawing.backdrop, stage, events);
  const letGo = listenForPointing(drawing, events, () => shown);
  const pressed = listenForMenus(drawing.element, events);

  const colour = (): readonly Swatch[] => {
    const colours = coloursOf(shown?.nodes ?? [], colouring);
    drawing.colour(colours.of);
    return colours.swatches;
  };

  const click = (event: MouseEvent): void => {
    const id = idOf(event.target);
    if (id === undefined || event.button >= 2 || pressed()) return;
    events.activated(id, event.ctrlKey || event.metaKey || event.button === 1);
  };

  const press = (event: KeyboardEvent): boolean => {
    const asked = command(event);
    const id = idOf(event.target);
    if (asked?.do === 'zoom') scene.zoom(asked.factor);
    else if (asked?.do === 'fit') scene.fit();
    else if (asked?.do === 'activate' && id !== undefined) events.activated(id, asked.beside);
    else if (asked?.do === 'move' && id !== undefined && shown !== undefined) {
      const next = directed(id, asked.direction, scene.places(), shown.edges) ?? id;
      drawing.stop(next);
      scene.bringIntoSight(next);
    } else return false;
    return true;
  };

  listenForGestures(drawing.element, scene);
  drawing.element.addEventListener('click', click);
  drawing.element.addEventListener('auxclick', click);

  return {
    element: drawing.element,
    show: scene.show,
    clear: () => {
      shown = undefined;
      letGo();
      sayings.clear();
      scene.clear();
    },
    look: scene.setZoom,
    fit: scene.fit,
    zoom: scene.zoom,
    resized: scene.resized,
    press,
    takeKeyboard: (id) => drawing.stop(id),
    colour: (by) => {
      colouring = by;
      return colour();
    },
    say: sayings.say,
    svg: () => standalone(drawing.element, stage),
    setShown: (on) => {
      drawing.element.toggleAttribute('hidden', !on);
      if (!on) scene.clear();
    },
  };
}
