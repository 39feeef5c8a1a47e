/**
 * The few icons of the toolbar, drawn on a 16 by 16 grid.
 */
import { svg } from './dom.ts';

const paths = {
  back: 'M10 3 5 8l5 5',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  pin: 'M6 2h4l-.5 4.5L12 9v1H4V9l2.500-2.500ZM8 10v4',
  list: 'M5.500 4H14M5.500 8H14M5.500 12H14M2 4h1M2 8h1M2 12h1',
} as const;

/** An icon in the colour of the text around it; what it means is said by the button it stands in. */
export function icon(name: keyof typeof paths): SVGSVGElement {
  return svg('svg', { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true' }, svg('path', { d: paths[name] }));
}
