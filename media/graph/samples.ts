/**
 * Samples of what is drawn, for lists and the legend.
 */
import type { NodeKind } from '../../server/protocol.ts';
import { svg } from './dom.ts';
import { outline } from './shapes.ts';

/** The shape of a kind, 16 pixels wide. */
export function kindSample(kind: NodeKind): SVGSVGElement {
  const sample = svg('g', { class: 'sample', 'data-kind': kind }, svg('path', { class: 'shape', d: outline(kind, 6) }));
  return svg('svg', { class: 'kind', viewBox: '-8 -8 16 16', 'aria-hidden': 'true' }, sample);
}

/** The line of a role, 28 pixels wide. */
export function roleSample(role: string): SVGSVGElement {
  const line = svg('path', { class: 'line', d: 'M1 8H20' });
  const head = svg('path', { class: 'head', d: 'M27 8L20 5V11Z' });
  const sample = svg('g', { class: 'sample', 'data-role': role }, line, head);
  return svg('svg', { viewBox: '0 0 28 16', 'aria-hidden': 'true' }, sample);
}

/** A dot of a colour (CSS). */
export function colourSample(colour: string): SVGSVGElement {
  const dot = svg('circle', { class: 'swatch', r: 5 });
  dot.style.setProperty('--colour', colour);
  return svg('svg', { class: 'kind', viewBox: '-8 -8 16 16', 'aria-hidden': 'true' }, dot);
}
