/**
 * The toolbar: back and the walk so far, depth, pin, fit, and the list's switch.
 */
import { html } from './dom.ts';
import { icon } from './icons.ts';
import { back, type Walk } from './state.ts';

export interface ControlActions {
  walk(id: string): void;
  depth(depth: number): void;
  pin(pinned: boolean): void;
  fit(): void;
  list(open: boolean): void;
}

export interface Controls {
  readonly element: HTMLElement;
  update(state: {
    readonly walk: Walk;
    readonly depth: number;
    readonly pinned: boolean;
    readonly list: boolean;
  }): void;
}

/** So many steps of the walk are shown; a narrow view hides more of them. */
const crumbs = 5;

/** A toolbar with nothing walked yet. */
export function createControls(actions: ControlActions): Controls {
  const backButton = button('back', 'Back in the walk (Escape)');
  const trail = html('ol', { class: 'trail' });
  const depths = html('div', {
    class: 'depths',
    role: 'radiogroup',
    'aria-label': 'Depth',
    title: 'Depth: steps from the centre',
  });
  const pin = button('pin', 'Pin: do not follow the active editor');
  const fit = button('fit', 'Fit to view (0)');
  const list = button('list', 'Show as a list');
  const radios = [1, 2, 3, 4, 5].map((depth) => depthRadio(depth, () => actions.depth(depth)));
  depths.append(...radios.map(({ label }) => label));

  let walk: Walk = [];
  backButton.addEventListener('click', () => {
    const to = back(walk);
    if (to !== undefined) actions.walk(to.id);
  });
  pin.addEventListener('click', () => actions.pin(toggle(pin)));
  fit.addEventListener('click', () => actions.fit());
  list.addEventListener('click', () => actions.list(toggle(list)));

  const way = html('nav', { class: 'way', 'aria-label': 'Walk' }, backButton, trail);
  const tools = html('div', { class: 'tools', role: 'group', 'aria-label': 'Graph' }, depths, pin, fit, list);
  return {
    element: html('header', { class: 'toolbar' }, way, tools),
    update: (state) => {
      walk = state.walk;
      const lost = trail.contains(document.activeElement);
      trail.replaceChildren(...walk.slice(-crumbs).map((_, i, last) => crumb(last, i, actions)));
      // Not `disabled`: that would take the keyboard off the button at the end of the way back.
      backButton.setAttribute('aria-disabled', String(back(walk) === undefined));
      if (lost) backButton.focus();
      radios.forEach(({ input }, i) => {
        input.checked = i + 1 === state.depth;
      });
      pin.setAttribute('aria-pressed', String(state.pinned));
      list.setAttribute('aria-pressed', String(state.list));
    },
  };
}

/** One step of the walk; the last is where the reader stands, and leads nowhere. */
function crumb(steps: Walk, index: number, actions: ControlActions): HTMLElement {
  const { id, title } = steps[index] ?? { id: '', title: '' };
  if (index === steps.length - 1) {
    return html('li', {}, html('span', { class: 'crumb', 'aria-current': 'location', title }, title));
  }
  const step = html('button', { class: 'crumb', type: 'button', title }, title);
  step.addEventListener('click', () => actions.walk(id));
  return html('li', {}, step);
}

function button(name: Parameters<typeof icon>[0], title: string): HTMLButtonElement {
  return html('button', { class: `tool ${name}`, type: 'button', title, 'aria-label': title }, icon(name));
}

/** Turns a switch over and gives its new position. */
function toggle(pressed: HTMLElement): boolean {
  const on = pressed.getAttribute('aria-pressed') !== 'true';
  pressed.setAttribute('aria-pressed', String(on));
  return on;
}

function depthRadio(depth: number, choose: () => void): { label: HTMLElement; input: HTMLInputElement } {
  const name = depth === 1 ? '1 step' : `${depth} steps`;
  const input = html('input', { type: 'radio', name: 'depth', value: depth, 'aria-label': name });
  input.addEventListener('change', choose);
  return { input, label: html('label', { class: 'depth' }, input, html('span', {}, String(depth))) };
}
