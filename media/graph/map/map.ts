/**
 * The picture of the whole corpus.
 */
import type { Camera, Colouring, GraphMap, MapEvents } from '../picture.ts';
import type { Point } from '../point.ts';
import type { Mark } from './attention.ts';
import { fittedTo, framed, panned, sane, zoomedAt } from './camera.ts';
import { type Colours, coloursBy, swatchesOf } from './colouring.ts';
import { listenForHands } from './hands.ts';
import { createKeyboard } from './keyboard.ts';
import { around, neighbours } from './nearby.ts';
import { svgOf } from './out.ts';
import { createScene } from './scene.ts';
import { seenIn } from './seen.ts';
import { createSheet } from './sheet.ts';
import { createStore, type Known } from './store.ts';

/** So many of the focus' neighbours are drawn whatever group they stand in. */
const mostNear = 150;

/** The nodes with an edge to one. */
const joinedTo = ({ whole, left }: Known, node: number): number[] =>
  [...new Set(neighbours(whole, node, left.roles))].filter((other) => other !== node);

export function createMap(stage: HTMLElement, events: MapEvents): GraphMap {
  const sheet = createSheet(stage);
  const { element } = sheet;
  for (const [name, value] of Object.entries(describing)) element.setAttribute(name, value);
  const scene = createScene(sheet, { drawn: () => events.drawn(), looked: () => rest() });
  const store = createStore(know, () => events.refused?.());
  let by: Colouring = 'kind';
  let colours: Colours | undefined;
  let standing: string | null = null;
  /** Where to look, once there is something to be seen. */
  let wanted: Camera | 'fit' | 'fly' | undefined = 'fit';
  let rests = 0;
  let isReaders = false;

  function know(known: Known): void {
    colours = coloursBy(by, known.whole, known.left);
    scene.know(known, colours);
    bringOut();
    if (wanted !== undefined) arrive();
  }
  function arrive(): void {
    if (sheet.size().width === 0) return;
    if (wanted === 'fit') scene.look(home());
    else if (wanted === 'fly') scene.look(beside() ?? home(), 'fly');
    else if (wanted) scene.look(wanted);
    wanted = undefined;
  }
  const home = (): Camera => {
    const groups = store.known()?.whole.groups;
    return fittedTo(sheet.size(), { x: groups?.x[0] ?? 0, y: groups?.y[0] ?? 0 }, groups?.radii[0] ?? 100);
  };
  /** Where one stands before the focus, near enough to read it and what is around it; nobody is moved farther away for that. */
  const beside = (): Camera | undefined => {
    const known = store.known();
    const node = numberOf(standing);
    if (!known || node === undefined) return undefined;
    const { x, y } = known.whole.nodes;
    const place = (of: number): Point => ({ x: x[of]!, y: y[of]! });
    const { scale, ...at } = framed(sheet.size(), place(node), joinedTo(known, node).map(place));
    return { ...at, scale: Math.max(scene.camera().scale, scale) };
  };
  const numberOf = (id: string | null): number | undefined =>
    id === null ? undefined : store.known()?.whole.numbers.get(id);

  function bringOut(): void {
    const known = store.known();
    const node = numberOf(standing);
    if (!known || node === undefined) {
      scene.stand(undefined, []);
      return;
    }
    const { uses } = known.whole;
    scene.stand(
      node,
      joinedTo(known, node)
        .sort((a, b) => uses[b]! - uses[a]! || a - b)
        .slice(0, mostNear),
    );
  }

  /** The reader moved the map: says so once it rests. */
  function rest(): void {
    window.clearTimeout(rests);
    rests = window.setTimeout(() => {
      scene.settle();
      if (isReaders) events.moved(scene.camera());
      isReaders = false;
    }, 220);
  }
  const look = (to: Camera, how: 'jump' | 'fly' = 'jump'): void => {
    isReaders = true;
    wanted = undefined;
    scene.look(to, how);
  };
  const middle = (): Point => ({ x: sheet.size().width / 2, y: sheet.size().height / 2 });

  const enter = (group: number): void => {
    const groups = store.known()?.whole.groups;
    if (groups) look(fittedTo(sheet.size(), { x: groups.x[group]!, y: groups.y[group]! }, groups.radii[group]!), 'fly');
  };
  const activate = (mark: Mark, beside: boolean): void => {
    if (mark.type === 'group') enter(mark.group);
    const id = mark.type === 'node' ? store.known()?.whole.nodes.ids[mark.node] : undefined;
    if (id !== undefined) events.activated(id, beside);
  };
  const point = (mark: Mark | undefined, at: Point): void => {
    element.style.cursor = mark === undefined ? '' : 'pointer';
    if (scene.point(mark)) events.pointed(mark && scene.said(mark), at);
  };
  const menu = (mark: Mark | undefined, at: Point): void => {
    const id = mark?.type === 'node' ? store.known()?.whole.nodes.ids[mark.node] : undefined;
    if (id !== undefined) events.menu(id, at);
  };

  listenForHands(element, {
    pan: (dx, dy) => look(panned(scene.camera(), dx, dy)),
    zoom: (factor, at) => look(zoomedAt(scene.camera(), sheet.size(), factor, at)),
    over: (at, client) => point(at && scene.markAt(at), client),
    click: (at, beside) => {
      const mark = scene.markAt(at);
      if (mark) activate(mark, beside);
    },
    menu: (at, client) => menu(scene.markAt(at), client),
  });

  const focusMark = (): Mark | undefined => {
    const node = numberOf(standing);
    return node === undefined ? undefined : { type: 'node', node };
  };
  const keyboard = createKeyboard({ scene, sheet, look, home, point, activate, menu, focusMark });

  const restyle = (): void => {
    sheet.restyle();
    scene.restyled();
  };
  new MutationObserver(restyle).observe(document.body, { attributes: true, attributeFilter: ['class', 'style'] });
  new MutationObserver(restyle).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['class', 'style'],
  });
  document.addEventListener('visibilitychange', () => scene.wake());
  element.addEventListener('blur', () => {
    scene.keyboard(undefined);
    point(undefined, { x: 0, y: 0 });
  });
  element.addEventListener('focus', () => {
    if (element.matches(':focus-visible')) keyboard.take(scene.ring() ?? focusMark());
  });
  sheet.measure();

  return {
    element,
    take: store.take,
    get number() {
      return store.number();
    },
    get folders() {
      return store.known()?.whole.shelves.folders ?? [];
    },
    get tags() {
      return store.known()?.whole.shelves.tags ?? [];
    },
    fit: () => look(home(), 'fly'),
    zoom: (factor, at = middle()) => look(zoomedAt(scene.camera(), sheet.size(), factor, at)),
    resized: () => {
      if (!sheet.measure()) return;
      if (store.known() && wanted !== undefined) arrive();
      scene.restyled();
    },
    press: keyboard.press,
    takeKeyboard: (id) => {
      element.focus({ preventScroll: true });
      const node = numberOf(id);
      if (node !== undefined) keyboard.take({ type: 'node', node });
    },
    svg: () => {
      const frame = scene.frame();
      return frame ? svgOf(frame, scene.strokes()) : '<svg xmlns="http://www.w3.org/2000/svg"/>';
    },
    setShown: (shown) => {
      element.hidden = !shown;
      scene.show(shown);
    },
    stand: (id, stay) => {
      if (id !== standing) {
        // What was pointed at, or had the keyboard, was so before one went away.
        scene.keyboard(undefined);
        point(undefined, { x: 0, y: 0 });
      }
      standing = id;
      bringOut();
      if (stay || id === null) return;
      const to = beside();
      if (to) scene.look(to, 'fly');
      else wanted = 'fly';
    },
    filter: store.filter,
    colour: (to) => {
      by = to;
      const known = store.known();
      if (!known) return [];
      colours = coloursBy(by, known.whole, known.left);
      scene.colour(colours);
      return swatchesOf(colours, sheet.palette());
    },
    sentences: scene.say,
    camera: scene.camera,
    look: (at) => {
      const to = sane(at);
      if (!to) return;
      if (store.known() && sheet.size().width > 0) scene.look(to);
      else wanted = to;
    },
    nodes: store.nodes,
    seen: (limit) => {
      const drawn = scene.drawn();
      return drawn ? seenIn(drawn, numberOf(standing), limit) : { focus: null, nodes: [], edges: [], omitted: 0 };
    },
    around: (id, depth, limit, filter) => {
      const whole = store.known()?.whole;
      return whole ? around(whole, id, depth, limit, filter) : { focus: null, nodes: [], edges: [], omitted: 0 };
    },
  };
}

/** One thing to a screen reader, which passes keys on to it; what the keyboard is on is spoken, and the list is its twin. */
const describing: Readonly<Record<string, string>> = {
  tabindex: '0',
  role: 'application',
  'aria-roledescription': 'map',
  'aria-label':
    'Map of the corpus. Arrow keys walk along links, Enter opens, plus and minus zoom. The list has the same documents.',
};
