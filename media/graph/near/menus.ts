/**
 * When the menu of a node is asked for: a right click, the menu key, or a touch that stays.
 */
import type { MapEvents } from '../picture.ts';
import { idOf } from './nodes.ts';

/** A touch that stays so long, in milliseconds, asks for the menu. */
const long = 500;
/** A touch that moves further than this, in pixels, is a drag. */
const slack = 8;

/** Listens on the drawing. The answer says whether the click that comes now only ends a long touch. */
export function listenForMenus(element: SVGSVGElement, { menu }: Pick<MapEvents, 'menu'>): () => boolean {
  let timer: number | undefined;
  let from = { x: 0, y: 0 };
  let touched = false;
  const stop = (): void => {
    window.clearTimeout(timer);
    timer = undefined;
  };

  element.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    stop();
    const id = idOf(event.target);
    if (id === undefined || touched) return;
    // The menu key comes without a place: then it is the node's own.
    const { right, bottom } = (event.target as Element).getBoundingClientRect();
    const isKey = event.clientX === 0 && event.clientY === 0;
    menu(id, isKey ? { x: right, y: bottom } : { x: event.clientX, y: event.clientY });
  });
  element.addEventListener('pointerdown', (event) => {
    touched = false;
    stop();
    const id = idOf(event.target);
    if (event.pointerType !== 'touch' || id === undefined || !event.isPrimary) return;
    from = { x: event.clientX, y: event.clientY };
    timer = window.setTimeout(() => {
      touched = true;
      menu(id, from);
    }, long);
  });
  element.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (timer !== undefined && Math.hypot(clientX - from.x, clientY - from.y) > slack) stop();
  });
  for (const over of ['pointerup', 'pointercancel'] as const) element.addEventListener(over, stop);
  return () => touched;
}
