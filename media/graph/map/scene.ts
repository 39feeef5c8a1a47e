/**
 * The scene: what is drawn from where, and when. A frame is asked for only where something changed, and never while the map
 * is not shown.
 */

import type { Camera } from '../looks.ts';
import { still } from '../motion.ts';
import type { Point } from '../point.ts';
import { attend, type Mark, markOf, sameMark, thingOf } from './attention.ts';
import { type Colours, coloursOfGroups } from './colouring.ts';
import { margin } from './cut.ts';
import { cutting } from './cutting.ts';
import { type Drawn, drawnAfter } from './drawn.ts';
import type { Frame } from './frame.ts';
import { pairAt, thingAt } from './hit.ts';
import { between, type Standing, stand } from './placed.ts';
import { pointedAt } from './said.ts';
import type { Sheet } from './sheet.ts';
import { inSlices, type Stop } from './slices.ts';
import type { Known } from './store.ts';
import { type Bundle, bundlesOf, type Stroke, strokesAt } from './strokes.ts';
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
  let bundles: readonly Bundle[] | undefined;
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
    [bundles, strokes] = [undefined, undefined];
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
    bundles ??= bundlesOf(drawn, brought, sheet.palette());
    if (!strokes || !arrived) strokes = strokesAt(drawn, bundles, places);
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
    const isAll = sheet.paint(frame, strokes);
    arrived = share >= 1;
    if (!arrived || moves || mustCut || !isAll) wake();
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
      if (known && known.whole.groups !== next.whole.groups) [drawn, pointed, ring] = [undefined, undefined, undefined];
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
      [bundles, strokes] = [undefined, undefined];
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
      [bundles, strokes] = [undefined, undefined];
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
      if (thing !== undefined) return markOf(drawn, thing);
      const pair = pairAt(drawn, standing, drawn.kept, at);
      return pair === undefined ? undefined : { type: 'pair', pair, drawn };
    },
    said: (mark: Mark) => (drawn ? pointedAt(drawn, mark) : undefined),
    /** The theme or the size of the stage is another. */
    restyled(): void {
      [bundles, strokes] = [undefined, undefined];
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
