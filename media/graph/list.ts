/**
 * The graph as a list: the same nodes with the same actions, in reading order. It is there for screen readers even when
 * it is not to be seen, and shows itself while the keyboard is in it.
 */
import type { GraphEdge, GraphNode, GraphResult } from '../../server/protocol.ts';
import { html } from './dom.ts';
import { command } from './keyboard.ts';
import { distanceWord, edgeSentence, kindWord, usesWord } from './words.ts';

export interface NodeList {
  readonly element: HTMLElement;
  update(graph: GraphResult): void;
  setOpen(open: boolean): void;
}

/** An empty list. `activate` is a click on a node; `leave` is Escape. */
export function createList(activate: (id: string, beside: boolean) => void, leave: () => void): NodeList {
  const list = html('ul');
  const element = html('aside', { class: 'twin', 'aria-label': 'The graph as a list' }, list);

  const idOf = (event: Event) =>
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-of]')?.dataset.of : undefined;
  const press = (event: MouseEvent): void => {
    const id = idOf(event);
    if (id !== undefined && event.button < 2) activate(id, event.ctrlKey || event.metaKey || event.button === 1);
  };
  list.addEventListener('click', press);
  list.addEventListener('auxclick', press);
  list.addEventListener('keydown', (event) => {
    const pressed = command(event);
    if (pressed?.do === 'back') leave();
    else if (pressed?.do === 'activate') activate(idOf(event) ?? '', pressed.beside);
    else if (pressed?.do === 'move') step(list, pressed.direction === 'down' || pressed.direction === 'right' ? 1 : -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  return {
    element,
    setOpen: (open) => element.classList.toggle('open', open),
    update: (graph) => {
      const standing = document.activeElement instanceof HTMLElement && list.contains(document.activeElement);
      const order = [...graph.nodes].sort((a, b) => a.distance - b.distance || a.title.localeCompare(b.title));
      list.replaceChildren(...order.map((node, index) => item(node, index, graph)));
      if (standing) list.querySelector('button')?.focus();
    },
  };
}

/** One tab stop for the whole list: arrow keys move in it. */
function step(list: HTMLElement, by: number): void {
  const buttons = [...list.querySelectorAll('button')];
  const here = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = buttons[Math.min(buttons.length - 1, Math.max(0, here + by))];
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next?.focus();
}

function item(node: GraphNode, index: number, graph: GraphResult): HTMLElement {
  const about = [kindWord(node.kind), usesWord(node.uses), distanceWord(node.distance)].join(' · ');
  const button = html(
    'button',
    { type: 'button', 'data-of': node.id, 'data-kind': node.kind, tabindex: index === 0 ? 0 : -1 },
    html('span', { class: 'title' }, node.title),
    html('span', { class: 'about' }, about),
  );
  const said = graph.edges
    .filter((edge) => isToFocus(edge, node.id, graph.focus))
    .map((edge) => sentence(edge, graph.focus));
  return html('li', {}, button, ...said.map((text) => html('p', { class: 'said' }, text)));
}

/** Only what ties a node to the centre is told: all edges of 200 nodes would be a wall of text. */
function isToFocus({ source, target }: GraphEdge, id: string, focus: string | null): boolean {
  return id !== focus && ((source === id && target === focus) || (target === id && source === focus));
}

/** "The centre relates to this (grounds: …)": the titles are there already, and long. */
function sentence(edge: GraphEdge, focus: string | null): string {
  const verb = edgeSentence(edge);
  const said = edge.source === focus ? `The centre ${verb} this` : `This ${verb} the centre`;
  return edge.relation ? `${said} (${edge.relation})` : said;
}
