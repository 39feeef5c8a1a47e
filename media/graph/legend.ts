/**
 * The legend: the shapes and lines that are in the picture, and no others.
 */
import type { GraphResult, NodeKind } from '../../server/protocol.ts';
import { html, svg } from './dom.ts';
import { outline } from './shapes.ts';
import { kinds, kindWord, roles, roleWord } from './words.ts';

export interface Legend {
  readonly element: HTMLDetailsElement;
  update(graph: GraphResult): void;
}

/** A legend, open or not; `changed` hears of the reader opening and closing it. */
export function createLegend(open: boolean, changed: (open: boolean) => void): Legend {
  const list = html('ul');
  const element = html('details', { class: 'legend' }, html('summary', {}, 'Legend'), list);
  element.open = open;
  // `toggle` also fires, late, for the line above: only a press of the summary is the reader's.
  element.querySelector('summary')?.addEventListener('click', () => changed(!element.open));
  return {
    element,
    update: ({ nodes, edges }) => {
      const present = new Set<string>(edges.map(({ role }) => role));
      const known = [
        ...roles.filter((role) => present.has(role)),
        ...[...present].filter((role) => !roles.includes(role)),
      ];
      const shapes = kinds.filter((kind) => nodes.some((node) => node.kind === kind));
      element.hidden = shapes.length === 0;
      list.replaceChildren(
        ...shapes.map((kind) => entry(kindWord(kind), shapeSample(kind))),
        ...known.map((role) => entry(roleWord(role), lineSample(role))),
      );
    },
  };
}

function shapeSample(kind: NodeKind): SVGSVGElement {
  const sample = svg('g', { class: 'sample', 'data-kind': kind }, svg('path', { class: 'shape', d: outline(kind, 6) }));
  return svg('svg', { class: 'kind', viewBox: '-8 -8 16 16', 'aria-hidden': 'true' }, sample);
}

function lineSample(role: string): SVGSVGElement {
  const line = svg('path', { class: 'line', d: 'M1 8H20' });
  const head = svg('path', { class: 'head', d: 'M27 8L20 5V11Z' });
  const sample = svg('g', { class: 'sample', 'data-role': role }, line, head);
  return svg('svg', { viewBox: '0 0 28 16', 'aria-hidden': 'true' }, sample);
}

function entry(name: string, sample: SVGSVGElement): HTMLElement {
  return html('li', {}, sample, name);
}
