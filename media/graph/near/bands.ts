/**
 * The lanes' names and the lines above them, behind all nodes.
 */
import { svg } from '../dom.ts';
import { kindsWord } from '../words.ts';
import type { Band } from './lanes.ts';

export interface Bands {
  readonly element: SVGGElement;
  /** `zoom`: pixels for each pixel of the bands. */
  show(bands: readonly Band[], zoom: number): void;
}

/** So far the name stands below the lane's upper edge, in pixels. */
const baseline = 13;

/** No lanes. */
export function createBands(): Bands {
  const element = svg('g', { class: 'lanes', 'aria-hidden': 'true' });
  return {
    element,
    show: (bands, zoom) => {
      if (bands.length === 0 && element.childElementCount === 0) return;
      element.replaceChildren(...bands.map((band) => laneOf(band, zoom)));
    },
  };
}

function laneOf({ kind, left, right, top }: Band, zoom: number): SVGGElement {
  const [x, y, width] = [left * zoom, top * zoom, (right - left) * zoom];
  return svg(
    'g',
    { 'data-kind': kind, transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` },
    svg('path', { class: 'lane-edge', d: `M0 0H${width.toFixed(1)}` }),
    svg('text', { class: 'lane-name', 'font-size': 11, 'font-weight': 600, y: baseline }, kindsWord(kind)),
  );
}
