/**
 * Pointer, wheel and touch on the map: what is under the pointer, clicks, menus. Dragging and zooming are `viewport.ts`.
 */
import type { Point } from '../point.ts';
import { type Gestures, listenForGestures } from '../viewport.ts';

export interface Hands extends Gestures {
  /** The pointer is here (pixels from the corner; `client`: of the page), or nowhere. */
  over(at: Point | undefined, client: Point): void;
  click(at: Point, beside: boolean): void;
  menu(at: Point, client: Point): void;
}

/** A touch that stays so long asks for the menu, in milliseconds. */
const longTouch = 550;

export function listenForHands(element: HTMLElement, hands: Hands): void {
  listenForGestures(element, hands);
  const corner = (event: MouseEvent): Point => {
    const { left, top } = element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const client = (event: MouseEvent): Point => ({ x: event.clientX, y: event.clientY });
  const away = (): void => hands.over(undefined, { x: 0, y: 0 });

  element.addEventListener('pointermove', (event) => {
    if (event.buttons === 0 && event.pointerType !== 'touch') hands.over(corner(event), client(event));
  });
  element.addEventListener('pointerleave', away);
  element.addEventListener('pointerdown', away);
  for (const kind of ['click', 'auxclick'] as const) {
    element.addEventListener(kind, (event) => {
      if (event.button > 1) return;
      hands.click(corner(event), event.ctrlKey || event.metaKey || event.button === 1);
    });
  }
  element.addEventListener('dblclick', (event) => {
    event.preventDefault();
    hands.zoom(1.9, corner(event));
  });
  element.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    // The menu key has no place of its own: whoever has the keyboard answers it.
    if (event.button === 2 || event.clientX !== 0 || event.clientY !== 0) hands.menu(corner(event), client(event));
  });
  listenForLongTouch(element, (event) => hands.menu(corner(event), client(event)));
}

/** Where the browser has no menu for a long touch, it is asked for all the same. */
function listenForLongTouch(element: HTMLElement, ask: (event: PointerEvent) => void): void {
  let timer = 0;
  let began: Point = { x: 0, y: 0 };
  const stop = (): void => window.clearTimeout(timer);
  element.addEventListener('pointerdown', (event) => {
    stop();
    if (event.pointerType !== 'touch' || !event.isPrimary) return;
    began = { x: event.clientX, y: event.clientY };
    timer = window.setTimeout(() => ask(event), longTouch);
  });
  element.addEventListener('pointermove', (event) => {
    if (Math.hypot(event.clientX - began.x, event.clientY - began.y) > 6) stop();
  });
  for (const kind of ['pointerup', 'pointercancel', 'contextmenu'] as const) element.addEventListener(kind, stop);
}
