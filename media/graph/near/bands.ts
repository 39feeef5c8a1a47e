/**
 * The lanes' names and the lines above them, behind all nodes.
 */
import { svg } from '../dom.ts';
import { kindsWord } from '../words.ts';
import type { Band } from './lanes.ts';
import type { View } from './view.ts';

export interface Bands {
  readonly element: SVGGElement;
  /** Where the view is: a lane's name stays in sight when the lane begins beyond the left edge. */
  show(bands: readonly Band[], view: Pick<View, 'zoom' | 'x'>): void;
}

/** So far the name stands below the lane's upper edge, in pixels. */
const baseline = 13;
/** So far it keeps from the left edge of the stage. */
const margin = 8;

/** No lanes. */
export function createBands(): Bands {
  const element = svg('g', { class: 'lanes', 'aria-hidden': 'true' });
  return {
    element,
    show: (bands, view) => {
      if (bands.length === 0 && element.childElementCount === 0) return;
      element.replaceChildren(...bands.map((band) => laneOf(band, view)));
    },
  };
}

function laneOf({ kind, left, right, top }: Band, { zoom, x: origin }: Pick<View, 'zoom' | 'x'>): SVGGElement {
  const [x, y, width] = [left * zoom, top * zoom, (right - left) * zoom];
  const inside = Math.max(0, margin - origin - x);
  return svg(
    'g',
    { 'data-kind': kind, transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` },
    svg('path', { class: 'lane-edge', d: `M0 0H${width.toFixed(1)}` }),
    svg('text', { class: 'lane-name', 'font-size': 11, 'font-weight': 600, x: inside, y: baseline }, kindsWord(kind)),
  );
}
