/**
 * The icons of the toolbar, drawn on a 16 by 16 grid.
 */
import { svg } from './dom.ts';

const paths = {
  back: 'M10 3 5 8l5 5',
  fit: 'M2.500 6V2.500H6M10 2.500h3.500V6M13.500 10v3.500H10M6 13.500H2.500V10',
  pin: 'M6 2h4l-.5 4.5L12 9v1H4V9l2.500-2.500ZM8 10v4',
  list: 'M5.500 4H14M5.500 8H14M5.500 12H14M2 4h1M2 8h1M2 12h1',
  search: 'M7 2.500a4.500 4.500 0 1 0 0 9a4.500 4.500 0 1 0 0-9M10.300 10.300 14 14',
  filter: 'M2 3.500h12L9.500 8.500V13l-3-1.500v-3Z',
  views: 'M4 2.500h8V14L8 10.800 4 14Z',
  more: 'M3.500 7.500v1M8 7.500v1M12.500 7.500v1',
  full: 'M9.500 2.500h4v4M13.500 2.500 8.500 7.500M6.500 2.500h-4v11h11v-4',
  close: 'M4 4l8 8M12 4l-8 8',
  around: 'M8 6a2 2 0 1 0 0 4a2 2 0 1 0 0-4M8 2.200v2M8 11.800v2M2.200 8h2M11.800 8h2',
  lanes:
    'M2.500 3h3v3h-3ZM8 3h3v3H8ZM4 12a1.500 1.500 0 1 0 .01 0M9.500 12a1.500 1.500 0 1 0 .01 0M4 6.500v3.200M9.500 6.500v3.200',
  map: 'M5 3.200a2 2 0 1 0 .01 0M11.500 5a1.300 1.300 0 1 0 .01 0M9.500 10.500a1.800 1.800 0 1 0 .01 0M3.500 11a1 1 0 1 0 .01 0',
} as const;

export type IconName = keyof typeof paths;

/** An icon in the colour of the text around it; what it means is said by the button it stands in. */
export function icon(name: IconName): SVGSVGElement {
  return svg('svg', { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true' }, svg('path', { d: paths[name] }));
}
