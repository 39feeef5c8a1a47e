/**
 * Pointer and wheel on the drawing: dragging pans, the wheel and pinching zoom. Says what is meant; moves nothing itself.
 */
import type { Point } from './point.ts';

export interface Gestures {
  pan(dx: number, dy: number): void;
  /** Zoom by a factor around a point, in pixels from the drawing's corner. */
  zoom(factor: number, at: Point): void;
}

/** A press that moves less than this, in pixels, is a click. */
const slack = 4;

/** Listens on `surface`. A click that ends a drag does not reach the nodes. */
export function listenForGestures(surface: SVGSVGElement | HTMLElement, gestures: Gestures): void {
  // Both have the same events; the compiler knows them of one at a time.
  const element = surface as HTMLElement;
  const pressed = new Map<number, Point>();
  let dragging = false;

  const corner = (event: MouseEvent): Point => {
    const { left, top } = element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const release = (event: PointerEvent): void => {
    pressed.delete(event.pointerId);
    if (pressed.size === 0) element.classList.remove('dragging');
  };

  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    if (pressed.size === 0) dragging = false;
    pressed.set(event.pointerId, corner(event));
  });
  element.addEventListener('pointermove', (event) => {
    const from = pressed.get(event.pointerId);
    if (from === undefined) return;
    const to = corner(event);
    if (!dragging && Math.hypot(to.x - from.x, to.y - from.y) < slack) return;
    if (!dragging) {
      dragging = true;
      element.setPointerCapture(event.pointerId);
      element.classList.add('dragging');
    }
    pressed.set(event.pointerId, to);
    const other = [...pressed].find(([id]) => id !== event.pointerId)?.[1];
    if (other === undefined) gestures.pan(to.x - from.x, to.y - from.y);
    else gestures.zoom(distance(to, other) / Math.max(1, distance(from, other)), other);
  });
  element.addEventListener('pointerup', release);
  element.addEventListener('pointercancel', release);
  element.addEventListener(
    'click',
    (event) => {
      if (dragging) event.stopImmediatePropagation();
      dragging = false;
    },
    { capture: true },
  );
  // The middle button opens; it must not start the browser's own scrolling.
  element.addEventListener('mousedown', (event) => {
    if (event.button === 1) event.preventDefault();
  });
  listenForWheel(element, (factor, event) => gestures.zoom(factor, corner(event)));
}

/** Wheels send many small events: they are gathered, and zoom once per frame. */
function listenForWheel(element: HTMLElement, zoom: (factor: number, event: WheelEvent) => void): void {
  let turned = 0;
  let waiting = false;
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1);
      // A pinch on a trackpad arrives as a wheel with the control key, in much smaller steps.
      turned += pixels * (event.ctrlKey ? 0.01 : 0.0015);
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        zoom(Math.exp(-turned), event);
        turned = 0;
      });
    },
    { passive: false },
  );
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
