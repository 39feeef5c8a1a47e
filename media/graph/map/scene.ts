/**
 * The scene: what is drawn from where, and when. A frame is asked for only where something changed, and never while the map
 * is not shown.
 */
import { KIND_NUMBERS } from '../../../server/protocol.ts';
import { still } from '../motion.ts';
import type { Size } from '../near/view.ts';
import type { Point } from '../point.ts';
import { attend, type Mark, pointedAt, sameMark, thingOf } from './attention.ts';
import type { Camera } from './camera.ts';
import type { Frame } from './canvas.ts';
import type { Colours } from './colouring.ts';
import { cut, margin } from './cut.ts';
import { type Drawn, drawnAfter, nodeOf, placesOf, radiusOf } from './drawn.ts';
import { gather } from './gather.ts';
import { pairAt, thingAt } from './hit.ts';
import { kept } from './keep.ts';
import type { Sheet } from './sheet.ts';
import { inSlices, type Stop, type Work } from './slices.ts';
import type { Known } from './store.ts';
import { longLine, type Stroke, strokesOf } from './strokes.ts';
import type { Standing } from './titles.ts';
import { createView } from './view.ts';
import { createLettering } from './written.ts';

/** Members take so long to come out of their group, in milliseconds. */
const glideTime = 280;

export interface SceneEvents {
  /** What is drawn is another than before, and painted. */
  drawn(): void;
  /** The camera moved; `rests` says that it will not by itself. */
  looked(camera: Camera): void;
}

export type Scene = ReturnType<typeof createScene>;

export function createScene(sheet: Sheet, events: SceneEvents) {
  const view = createView({ x: 0, y: 0, scale: 1 });
  const lettering = createLettering(sheet.ruler);
  let known: Known | undefined;
  let colours: Colours | undefined;
  let drawn: Drawn | undefined;
  let focus: { readonly node: number; readonly around: readonly number[] } | undefined;
  let pointed: Mark | undefined;
  let ring: Mark | undefined;
  let shown = true;
  let request = 0;
  let stopCutting: Stop | undefined;
  let mustCut = false;
  let began: number | undefined;
  let arrived = true;
  let strokes: readonly Stroke[] | undefined;
  let standing: Standing = { x: new Float32Array(0), y: new Float32Array(0), radii: new Float32Array(0) };
  let groupColours = new Uint8Array(0);
  let told: Drawn | undefined;
  let frame: Frame | undefined;
  let frames = 0;
  let sentences: ReadonlyMap<string, string> | undefined;

  const wake = (): void => {
    if (request === 0 && shown && !document.hidden) request = requestAnimationFrame(paint);
  };

  /** Whether the camera has left what was drawn for it. */
  const isStale = (): boolean => {
    if (mustCut || !drawn) return true;
    const [from, now] = [drawn.camera, view.camera()];
    const step = Math.abs(Math.log(now.scale / from.scale)) > 0.14;
    const { width, height } = sheet.size();
    const left = Math.abs(now.x - from.x) * now.scale > width * margin * 0.7;
    return step || left || Math.abs(now.y - from.y) * now.scale > height * margin * 0.7;
  };

  const recut = (): void => {
    if (!known || stopCutting) return;
    mustCut = false;
    let isNow = true;
    const stop = inSlices(cutting(known, view.camera(), sheet.size(), focus), (next) => {
      stopCutting = undefined;
      if (next.whole === known?.whole && next.left === known.left) become(drawnAfter(next, drawn));
      else mustCut = true;
      if (!isNow) wake();
      isNow = false;
    });
    if (isNow) stopCutting = stop;
    isNow = false;
  };
  const become = (next: Drawn): void => {
    if (pointed?.type === 'pair') pointed = undefined;
    drawn = next;
    strokes = undefined;
    lettering.forget();
    [began, arrived] = [undefined, !next.moves || still()];
    if (colours) groupColours = coloursOfGroups(next, colours);
  };

  function paint(now: number): void {
    request = 0;
    if (!shown || !known || !colours) return;
    frames++;
    document.body.dataset['frames'] = String(frames);
    const moves = view.step(now);
    if (moves) events.looked(view.camera());
    if (isStale()) recut();
    if (!drawn) return;
    began ??= now;
    const share = arrived ? 1 : Math.min(1, (now - began) / glideTime);
    const eased = 1 - (1 - share) ** 3;
    const places = between(drawn, eased);
    const { attention: looked, brought } = attend(drawn, focus?.node, pointed);
    const attention = { ...looked, sentences };
    if (!strokes || !arrived) strokes = strokesOf(drawn, brought, sheet.palette(), places);
    const [camera, size] = [view.camera(), sheet.size()];
    standing = stand(drawn, places, camera, size);
    const names = lettering.of(drawn, standing, size, camera, attention, !arrived || moves);
    const ringThing = thingOf(drawn, ring);
    frame = {
      drawn,
      camera,
      size,
      at: standing,
      share: eased,
      palette: sheet.palette(),
      colours,
      groupColours,
      attention,
      ring: ringThing,
      names,
    };
    sheet.paint(frame, strokes);
    arrived = share >= 1;
    if (!arrived || moves || mustCut) wake();
    else if (told !== drawn && !stopCutting) {
      told = drawn;
      events.drawn();
    }
  }

  const look = (to: Camera, how: 'jump' | 'fly' = 'jump'): void => {
    view.go(to, sheet.size(), how);
    if (how === 'jump') events.looked(view.camera());
    wake();
  };
  const again = (): void => {
    mustCut = true;
    wake();
  };

  return {
    look,
    wake,
    camera: view.camera,
    drawn: () => drawn,
    frame: () => frame,
    strokes: () => strokes ?? [],
    standing: () => standing,
    pointed: () => pointed,
    ring: () => ring,
    /** Another graph, or another filter. */
    know(next: Known, as: Colours): void {
      // A node that changed its number is another one; groups are others where their number is.
      if (known && known.whole.groups !== next.whole.groups) drawn = undefined;
      [known, colours, told] = [next, as, undefined];
      again();
    },
    colour(as: Colours): void {
      colours = as;
      if (drawn) groupColours = coloursOfGroups(drawn, as);
      wake();
    },
    stand(node: number | undefined, around: readonly number[]): void {
      focus = node === undefined ? undefined : { node, around };
      strokes = undefined;
      lettering.forget();
      again();
    },
    /** Sentences to stand under the names of neighbours, by id. */
    say(said: ReadonlyMap<string, string>): void {
      sentences = said;
      lettering.forget();
      wake();
    },
    /** Brings something out; answers whether that is another than before. */
    point(mark: Mark | undefined): boolean {
      if (sameMark(pointed, mark)) return false;
      pointed = mark;
      strokes = undefined;
      lettering.forget();
      wake();
      return true;
    },
    keyboard(mark: Mark | undefined): void {
      ring = mark;
      wake();
    },
    markAt(at: Point): Mark | undefined {
      if (!drawn) return undefined;
      const thing = thingAt(drawn, standing, at);
      if (thing !== undefined) {
        const node = nodeOf(drawn, thing);
        return node === undefined ? { type: 'group', group: drawn.cut.closed[thing]! } : { type: 'node', node };
      }
      const pair = pairAt(drawn, standing, drawn.kept, at);
      return pair === undefined ? undefined : { type: 'pair', pair, drawn };
    },
    said: (mark: Mark) => (drawn ? pointedAt(drawn, mark) : undefined),
    /** The theme or the size of the stage is another. */
    restyled(): void {
      strokes = undefined;
      lettering.forget('widths');
      again();
    },
    /** Nobody moves the map any more: what is drawn is cut for just this place, whatever way led here. */
    settle(): void {
      if (drawn && Math.abs(Math.log(view.camera().scale / drawn.camera.scale)) > 0.02) again();
    },
    show(isShown: boolean): void {
      shown = isShown;
      if (shown) wake();
      else cancelAnimationFrame(request);
      if (!shown) request = 0;
    },
  };
}

function* cutting(
  { whole, left }: Known,
  camera: Camera,
  size: Size,
  focus: { readonly node: number; readonly around: readonly number[] } | undefined,
): Work<Pick<Drawn, 'whole' | 'left' | 'camera' | 'cut' | 'pairs' | 'kept'>> {
  const made = cut(whole, left, camera, size, focus ? [focus.node, ...focus.around] : []);
  yield;
  const pairs = yield* gather(whole, left, made);
  const places = placesOf(whole, made);
  return {
    whole,
    left,
    camera,
    cut: made,
    pairs,
    kept: yield* kept(pairs, places, seenFrom(camera, size, places), longLine / camera.scale),
  };
}

/** 1 for things on the stage or so near that one soon pans to them. */
function seenFrom(camera: Camera, { width, height }: Size, { x, y }: { x: Float32Array; y: Float32Array }): Uint8Array {
  const beyond = 0.5 + margin / 2;
  return Uint8Array.from(x, (at, thing) => {
    const isIn = Math.abs(at - camera.x) * camera.scale < width * beyond;
    return isIn && Math.abs(y[thing]! - camera.y) * camera.scale < height * beyond ? 1 : 0;
  });
}

function between({ x, y, fromX, fromY }: Drawn, share: number): { x: Float32Array; y: Float32Array } {
  if (share >= 1) return { x, y };
  return {
    x: x.map((to, thing) => fromX[thing]! + (to - fromX[thing]!) * share),
    y: y.map((to, thing) => fromY[thing]! + (to - fromY[thing]!) * share),
  };
}

function stand(drawn: Drawn, places: { x: Float32Array; y: Float32Array }, camera: Camera, size: Size): Standing {
  const { scale } = camera;
  const [left, top] = [size.width / 2 - camera.x * scale, size.height / 2 - camera.y * scale];
  return {
    x: places.x.map((x) => x * scale + left),
    y: places.y.map((y) => y * scale + top),
    radii: Float32Array.from(places.x, (_, thing) => radiusOf(drawn, thing, scale)),
  };
}

const missing = KIND_NUMBERS.indexOf('missing');

/** A closed group has the colour that most of its members have. */
function coloursOfGroups(
  {
    cut: { closed },
    whole: {
      grouping,
      nodes: { kinds },
    },
    left,
  }: Drawn,
  colours: Colours,
): Uint8Array<ArrayBuffer> {
  const counts = new Float32Array(16);
  return Uint8Array.from(closed, (group) => {
    counts.fill(0);
    for (let at = grouping.starts[group]!; at < grouping.ends[group]!; at++) {
      const node = grouping.order[at]!;
      // Missing notes are many, and say least of a group.
      if (left.nodes[node]) counts[colours.of[node]!]! += kinds[node] === missing ? 0.01 : 1;
    }
    return counts.indexOf(Math.max(...counts));
  });
}
