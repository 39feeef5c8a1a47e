/**
 * A menu: of a node, or what has no room in the toolbar. Arrows, Home, End and first letters move in it, Escape and Tab leave it.
 */
import { html } from './dom.ts';
import type { Point } from './point.ts';

export interface MenuItem {
  readonly label: string;
  act(): void;
  /** A switch that is on or off. */
  readonly checked?: boolean;
  /** A line above it. */
  readonly apart?: boolean;
}

export interface Menu {
  /** Opens at a place in client pixels. `name` is what a screen reader calls it; `back` takes the keyboard when it closes. */
  open(name: string, items: readonly MenuItem[], at: Point, back: () => void): void;
  close(): void;
}

/** A closed menu. Its element is in the page while it is open. */
export function createMenu(): Menu {
  let element: HTMLElement | undefined;
  let giveBack: () => void = () => {};

  const close = (): void => {
    element?.remove();
    element = undefined;
    window.removeEventListener('blur', close);
    document.removeEventListener('pointerdown', outside, true);
  };
  const outside = (event: Event): void => {
    if (!(event.target instanceof Node) || !element?.contains(event.target)) close();
  };
  const leave = (): void => {
    close();
    giveBack();
  };

  const press = (event: KeyboardEvent): void => {
    const all = [...(element?.querySelectorAll<HTMLElement>('.menu-item') ?? [])];
    const here = all.indexOf(document.activeElement as HTMLElement);
    const to = target(event, all, here);
    event.stopPropagation();
    if (to !== undefined) all[to]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') leave();
    else if (event.key === 'Enter' || event.key === ' ') all[here]?.click();
    else return;
    event.preventDefault();
  };

  return {
    close,
    open: (name, items, at, back) => {
      close();
      giveBack = back;
      const list = html('div', { class: 'menu', role: 'menu', 'aria-label': name, tabindex: -1 });
      for (const item of items) {
        if (item.apart) list.append(html('div', { class: 'menu-rule', role: 'separator' }));
        list.append(entry(item, leave));
      }
      list.addEventListener('keydown', press);
      list.addEventListener('contextmenu', (event) => event.preventDefault());
      element = list;
      // In the page's main part, where a screen reader looks for it.
      (document.querySelector('main') ?? document.body).append(list);
      put(list, at);
      list.querySelector<HTMLElement>('.menu-item')?.focus({ preventScroll: true });
      document.addEventListener('pointerdown', outside, true);
      window.addEventListener('blur', close);
    },
  };
}

function entry({ label, act, checked }: MenuItem, leave: () => void): HTMLElement {
  const role = checked === undefined ? 'menuitem' : 'menuitemcheckbox';
  const item = html('div', { class: 'menu-item', role, tabindex: -1 }, label);
  if (checked !== undefined) item.setAttribute('aria-checked', String(checked));
  item.addEventListener('click', () => {
    leave();
    act();
  });
  item.addEventListener('pointermove', () => item.focus({ preventScroll: true }));
  return item;
}

/** Where a key leads in a list of items; undefined where it is no key for moving. */
function target({ key }: KeyboardEvent, all: readonly HTMLElement[], here: number): number | undefined {
  if (key === 'ArrowDown') return (here + 1) % all.length;
  if (key === 'ArrowUp') return (here + all.length - 1) % all.length;
  if (key === 'Home') return 0;
  if (key === 'End') return all.length - 1;
  if (key.length !== 1 || key === ' ') return undefined;
  const order = [...all.keys()].map((at) => (here + 1 + at) % all.length);
  return order.find((at) => all[at]?.textContent?.toLowerCase().startsWith(key.toLowerCase()));
}

/** Puts something at a place, or as near to it as it has room. */
export function put(element: HTMLElement, { x, y }: Point): void {
  const { width, height } = element.getBoundingClientRect();
  element.style.left = `${Math.max(4, Math.min(x, window.innerWidth - width - 4))}px`;
  element.style.top = `${Math.max(4, Math.min(y, window.innerHeight - height - 4))}px`;
}
