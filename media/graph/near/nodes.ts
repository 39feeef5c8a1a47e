/**
 * The nodes of the drawing: shape, label, and what a screen reader says.
 */
import type { GraphNode } from '../../../server/protocol.ts';
import { svg } from '../dom.ts';
import { directionOf, labelGap } from '../labels.ts';
import { outline } from '../shapes.ts';
import { nodeSentence } from '../words.ts';
import type { Label } from './lettering.ts';
import type { Spot } from './view.ts';

export interface DrawnNode {
  readonly node: GraphNode;
  readonly label: Label;
  readonly group: SVGGElement;
  readonly shape: SVGPathElement;
  readonly text: SVGTextElement;
  /** Size and label side it was drawn with last: gliding nodes only move, and need not be drawn again. */
  form: string;
}

/** Nobody listens to more of a title, in characters. */
const longest = 300;

const nothing = { radius: 7, labelWidth: 0, labelHeight: 0 };
const unwritten: Label = { lines: [], type: { size: 12, line: 15, weight: 400 }, extent: nothing, room: nothing };

/** The id of the node that this element is, or is part of. */
export function idOf(element: EventTarget | null): string | undefined {
  return element instanceof Element ? element.closest<SVGGElement>('.node')?.dataset.id : undefined;
}

/** A node with its label, not yet placed. */
export function drawNode(node: GraphNode, label: Label = unwritten, focus: string | null = null): DrawnNode {
  const shape = svg('path', { class: 'shape' });
  const { size, weight } = label.type;
  const lines = label.lines.map((line) => svg('tspan', {}, line));
  const text = svg(
    'text',
    {
      class: 'label',
      'text-anchor': 'middle',
      direction: directionOf(node.title),
      'font-size': size,
      'font-weight': weight,
    },
    ...lines,
  );
  // Small shapes are hard to hit: what takes the click is never smaller than a fingertip on a trackpad needs.
  const hit = svg('circle', { class: 'hit', r: Math.max(13, label.extent.radius + 5) });
  const group = svg('g', {
    class: node.id === focus ? 'node focus' : 'node',
    role: 'button',
    'aria-label': nodeSentence({ ...node, title: node.title.slice(0, longest) }),
    'data-id': node.id,
    'data-kind': node.kind,
    'data-distance': node.distance,
  });
  if (node.id === focus) group.append(svg('circle', { class: 'halo', r: label.extent.radius + 7 }));
  group.append(hit, shape, text);
  return { node, label, group, shape, text, form: '' };
}

/** Moves a node to its spot; the shape is drawn `scale` times its size. */
export function placeNode(drawn: DrawnNode, { x, y, side, nudge }: Spot, scale: number): void {
  const { node, label, group, shape, text } = drawn;
  group.setAttribute('transform', `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})`);
  const r = label.extent.radius * scale;
  const form = `${r} ${side} ${nudge}`;
  if (drawn.form === form) return;
  drawn.form = form;
  shape.setAttribute('d', outline(node.kind, r));
  const { size, line } = label.type;
  const top = side > 0 ? r + labelGap : -r - labelGap - label.extent.labelHeight;
  // The baseline stands in the line as browsers put it: half the leading above, then the ascent, about 0.8 of the size.
  let baseline = top + (line - size) / 2 + 0.82 * size;
  for (const span of text.children) {
    span.setAttribute('x', String(Math.round(nudge * 10) / 10));
    span.setAttribute('y', String(Math.round(baseline * 10) / 10));
    baseline += line;
  }
}
