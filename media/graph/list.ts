/**
 * The graph as a list: the same nodes with the same actions, in reading order. It is there for screen readers even when
 * it is not to be seen, and shows itself while the keyboard is in it.
 */
import type { GraphEdge, GraphNode, GraphResult } from '../../server/protocol.ts';
import { html } from './dom.ts';
import { command } from './keyboard.ts';
import type { MapEvents } from './picture.ts';
import { distanceWord, edgeSentence, kindWord, usesWord } from './words.ts';

export interface NodeList {
  readonly element: HTMLElement;
  update(graph: GraphResult): void;
  /** Moves the keyboard to a node, where it is in the list. */
  takeKeyboard(id: string): void;
  setOpen(open: boolean): void;
}

export interface ListEvents extends Pick<MapEvents, 'activated' | 'menu'> {
  /** Escape. */
  leave(): void;
}

/** An empty list. */
export function createList({ activated: activate, menu, leave }: ListEvents): NodeList {
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
  list.addEventListener('contextmenu', (event) => {
    const id = idOf(event);
    event.preventDefault();
    if (id === undefined || !(event.target instanceof Element)) return;
    const { left, bottom } = event.target.getBoundingClientRect();
    const isKey = event.clientX === 0 && event.clientY === 0;
    menu(id, isKey ? { x: left + 20, y: bottom } : { x: event.clientX, y: event.clientY });
  });
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
    takeKeyboard: (id) => [...list.querySelectorAll('button')].find((button) => button.dataset.of === id)?.focus(),
    setOpen: (open) => element.classList.toggle('open', open),
    update: (graph) => {
      const held = list.contains(document.activeElement)
        ? (document.activeElement as HTMLElement).dataset.of
        : undefined;
      const order = [...graph.nodes].sort((a, b) => a.distance - b.distance || a.title.localeCompare(b.title));
      list.replaceChildren(...order.map((node, index) => item(node, index, graph)));
      if (held === undefined) return;
      const buttons = [...list.querySelectorAll('button')];
      (buttons.find((button) => button.dataset.of === held) ?? buttons[0])?.focus();
    },
  };
}

/** Nobody reads more of a title in a list, in characters. */
const longest = 300;

/** One tab stop for the whole list: arrow keys move in it. */
function step(list: HTMLElement, by: number): void {
  const buttons = [...list.querySelectorAll('button')];
  const here = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = buttons[Math.min(buttons.length - 1, Math.max(0, here + by))];
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next?.focus();
}

function item(node: GraphNode, index: number, graph: GraphResult): HTMLElement {
  const where = graph.focus === null ? [] : [distanceWord(node.distance)];
  const about = [kindWord(node.kind), usesWord(node.uses), ...where].join(' · ');
  const button = html(
    'button',
    { type: 'button', 'data-of': node.id, 'data-kind': node.kind, tabindex: index === 0 ? 0 : -1 },
    html('span', { class: 'title', dir: 'auto' }, node.title.slice(0, longest)),
    html('span', { class: 'about' }, about),
  );
  const said = graph.edges
    .filter((edge) => isToFocus(edge, node.id, graph.focus))
    .map((edge) => sentence(edge, graph.focus));
  return html('li', {}, button, ...said.map((text) => html('p', { class: 'said', dir: 'auto' }, text)));
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
