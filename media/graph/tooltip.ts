/**
 * The tooltip: a title in full, and a few words about it. Its text is set as text only.
 */
import type { GraphEdge, GraphNode } from '../../server/protocol.ts';
import { html } from './dom.ts';
import { distanceWord, edgeSentence, kindWord, usesWord } from './words.ts';

/** A place on the page that the tooltip belongs to, in client pixels. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
}

export interface Tooltip {
  readonly element: HTMLElement;
  ofNode(node: GraphNode, at: Anchor): void;
  /** An edge from the document called `source` to the one called `target`. */
  ofEdge(edge: GraphEdge, source: string, target: string, at: Anchor): void;
  hide(): void;
}

/** A hidden tooltip. */
export function createTooltip(): Tooltip {
  const element = html('div', { class: 'tooltip', 'aria-hidden': 'true' });

  const show = (lines: readonly HTMLElement[], at: Anchor): void => {
    element.replaceChildren(...lines);
    element.classList.add('shown');
    const { width, height } = element.getBoundingClientRect();
    const left = Math.min(at.x + 14, window.innerWidth - width - 6);
    const below = at.y + 18;
    const top = below + height > window.innerHeight - 6 ? at.y - height - 12 : below;
    element.style.left = `${Math.max(6, left)}px`;
    element.style.top = `${Math.max(6, top)}px`;
  };

  return {
    element,
    ofNode: (node, at) => {
      const about = [kindWord(node.kind), usesWord(node.uses), distanceWord(node.distance)].join(' · ');
      show([line('title', node.title), line('about', about), line('hint', nodeHint(node))], at);
    },
    ofEdge: (edge, source, target, at) => {
      const verb = edge.type === null ? edgeSentence(edge) : `${edgeSentence(edge)} · ${edge.type}`;
      const lines = [line('end', source), line('verb', verb), line('end', target)];
      if (edge.relation !== null && edge.relation !== '') lines.push(line('relation', edge.relation));
      show(lines, at);
    },
    hide: () => element.classList.remove('shown'),
  };
}

/** What a click would do. */
function nodeHint({ kind, distance }: GraphNode): string {
  if (kind === 'missing') return distance === 0 ? 'No document has this title.' : 'Click to see who names it.';
  return distance === 0 ? 'Click to open.' : 'Click to walk there, Ctrl+click to open beside.';
}

function line(name: string, text: string): HTMLElement {
  return html('div', { class: name }, text);
}
