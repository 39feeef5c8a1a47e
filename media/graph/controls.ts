/**
 * The toolbar: the way walked so far, the search box, how the graph is arranged, and what can be done with it. What has no room in a
 * narrow view is in the menu at its end.
 */
import { html } from './dom.ts';
import { icon } from './icons.ts';
import type { Arrangement } from './messages.ts';
import { choice, tool } from './popover.ts';
import { createTrail } from './trail.ts';
import type { Walk } from './walk.ts';

export interface ControlActions {
  walk(id: string): void;
  arrange(arrangement: Arrangement): void;
  depth(depth: number): void;
  pin(pinned: boolean): void;
  fit(): void;
  full(): void;
  list(open: boolean): void;
  search(): void;
  /** Opens the menu of the rest under this button. */
  more(button: HTMLElement): void;
}

export interface ControlState {
  readonly arrangement: Arrangement;
  readonly walk: Walk;
  readonly depth: number;
  readonly pinned: boolean;
  readonly list: boolean;
  /** The page is the panel, which has the map; the side bar leads there. */
  readonly map: boolean;
}

export interface Controls {
  readonly element: HTMLElement;
  update(state: ControlState): void;
}

const arrangementNames: Readonly<Record<Arrangement, readonly [label: string, title: string]>> = {
  around: ['Around', 'Around: rings of what is one step away, two steps, …'],
  lanes: ['Lanes', 'Lanes: inquiring lines above the notes that they draw on'],
  map: ['Map', 'Map: the whole corpus'],
};

/** A toolbar with nothing walked yet; `search` and the buttons of `popovers` stand in it. */
export function createControls(
  actions: ControlActions,
  search: HTMLElement,
  popovers: readonly HTMLElement[],
): Controls {
  const trail = createTrail(actions.walk);
  const signs = (['around', 'lanes', 'map'] as const).map((value) => {
    const [label, title] = arrangementNames[value];
    const sign = html('span', { class: 'sign' }, icon(value), html('span', { class: 'word' }, label));
    return { value, label, title, sign };
  });
  const arrangement = choice('Arrangement', signs, actions.arrange);
  const steps = (['1', '2', '3', '4', '5'] as const).map((value) => {
    return { value, label: value === '1' ? '1 step' : `${value} steps`, sign: value };
  });
  const depth = choice('Depth', steps, (value) => actions.depth(Number(value)));
  depth.element.classList.add('depths');
  depth.element.title = 'Depth: steps from the centre';

  const find = pressed(tool('search', 'Search (/)'), actions.search);
  const pin = tool('pin', 'Pin: do not follow the active editor');
  const fit = pressed(tool('fit', 'Fit to view (0)'), actions.fit);
  const list = tool('list', 'Show as a list');
  const full = pressed(tool('full', 'Open in the full graph'), actions.full);
  const more = tool('more', 'More');
  more.setAttribute('aria-haspopup', 'menu');
  pin.addEventListener('click', () => actions.pin(toggle(pin)));
  list.addEventListener('click', () => actions.list(toggle(list)));
  more.addEventListener('click', () => actions.more(more));
  for (const roomy of [fit, list]) roomy.classList.add('roomy');

  const tools = html('div', { class: 'tools', role: 'group', 'aria-label': 'Graph' });
  tools.append(arrangement.element, depth.element, ...popovers, pin, fit, list, full, more);
  return {
    element: html('header', { class: 'toolbar' }, trail.element, search, find, tools),
    update: (state) => {
      trail.update(state.walk);
      arrangement.set(state.arrangement, state.map ? ['around', 'lanes', 'map'] : ['around', 'lanes']);
      depth.set(steps[state.depth - 1]?.value);
      depth.element.hidden = state.arrangement === 'map';
      full.hidden = state.map;
      pin.setAttribute('aria-pressed', String(state.pinned));
      list.setAttribute('aria-pressed', String(state.list));
    },
  };
}

function pressed(button: HTMLButtonElement, act: () => void): HTMLButtonElement {
  button.addEventListener('click', act);
  return button;
}

/** Turns a switch over and gives its new position. */
function toggle(button: HTMLElement): boolean {
  const on = button.getAttribute('aria-pressed') !== 'true';
  button.setAttribute('aria-pressed', String(on));
  return on;
}
