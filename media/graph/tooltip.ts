/**
 * The tooltip: a title in full, and what is known about it. Its text is set as text only.
 */
import type { DetailsResult, GraphEdge, GraphNode } from '../../server/protocol.ts';
import { html } from './dom.ts';
import type { Pointed } from './picture.ts';
import type { Point } from './point.ts';
import { bundleSentence, distanceWord, edgeSentence, held, kindWord, usesWord } from './words.ts';

export interface Tooltip {
  readonly element: HTMLElement;
  /** Explains something at a place in client pixels. `titleOf` names the ends of a bundle; `focus` is where one stands. */
  show(what: Pointed, at: Point, focus: string | null, titleOf: (id: string) => string): void;
  /** More is known of the node that is explained. */
  add(details: DetailsResult | null): void;
  hide(): void;
}

/** Nobody reads more of a title in a tooltip, in characters. */
const longest = 300;

/** A hidden tooltip. */
export function createTooltip(): Tooltip {
  const element = html('div', { class: 'tooltip', 'aria-hidden': 'true' });
  let anchor: Point = { x: 0, y: 0 };

  const place = (): void => {
    const { width, height } = element.getBoundingClientRect();
    const left = Math.min(anchor.x + 14, window.innerWidth - width - 6);
    const below = anchor.y + 18;
    const top = below + height > window.innerHeight - 6 ? anchor.y - height - 12 : below;
    element.style.left = `${Math.max(6, left)}px`;
    element.style.top = `${Math.max(6, top)}px`;
  };

  return {
    element,
    show: (what, at, focus, titleOf) => {
      anchor = at;
      element.replaceChildren(...linesOf(what, focus, titleOf));
      element.classList.add('shown');
      place();
    },
    add: (details) => {
      const said = detailLines(details);
      if (said.length === 0 || !element.classList.contains('shown')) return;
      for (const old of element.querySelectorAll('.tags, .description')) old.remove();
      element.querySelector('.about')?.after(...said);
      place();
    },
    hide: () => element.classList.remove('shown'),
  };
}

function linesOf(what: Pointed, focus: string | null, titleOf: (id: string) => string): HTMLElement[] {
  if (what.type === 'node') return nodeLines(what.node, focus);
  if (what.type === 'edge') return edgeLines(what.edge, what.source.title, what.target.title);
  if (what.type === 'bundle') return [line('verb', bundleSentence(what.count, titleOf(what.from), titleOf(what.to)))];
  const { most, members } = what.group;
  const about = `${members.toLocaleString('en')} notes that have much to do with each other`;
  return [line('title', `Around ${most.title}`), line('about', about), line('hint', 'Click or zoom in to see them.')];
}

function nodeLines(node: GraphNode, focus: string | null): HTMLElement[] {
  const where = focus === null ? [] : [distanceWord(node.id === focus ? 0 : Math.max(1, node.distance))];
  const about = [kindWord(node.kind), usesWord(node.uses), ...where].join(' · ');
  const own = node.tags.length > 0 ? detailLines({ description: null, tags: node.tags }) : [];
  return [line('title', node.title), line('about', about), ...own, line('hint', nodeHint(node, focus))];
}

function detailLines(details: DetailsResult | null): HTMLElement[] {
  if (details === null) return [];
  const tags = details.tags.length > 0 ? [line('tags', details.tags.map((tag) => `#${tag}`).join(' '))] : [];
  return details.description ? [...tags, line('description', details.description)] : tags;
}

function edgeLines(edge: GraphEdge, source: string, target: string): HTMLElement[] {
  const verb = edge.type === null ? edgeSentence(edge) : `${edgeSentence(edge)} · ${edge.type}`;
  const lines = [line('end', source), line('verb', verb), line('end', target)];
  return edge.relation ? [...lines, line('relation', edge.relation)] : lines;
}

/** What a click would do. */
function nodeHint({ kind, id }: GraphNode, focus: string | null): string {
  if (kind === 'missing') return id === focus ? 'No document has this title.' : 'Click to see who names it.';
  return id === focus ? 'Click to open.' : `Click to walk there, ${held}click to open beside.`;
}

function line(name: string, text: string): HTMLElement {
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return html('div', { class: name, dir: 'auto' }, shown);
}
