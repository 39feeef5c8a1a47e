/**
 * A button of the toolbar with a panel that opens under it. The browser closes it on Escape and on a click elsewhere, and gives the
 * keyboard back.
 */
import { html } from './dom.ts';
import { type IconName, icon } from './icons.ts';
import { put } from './menu.ts';

export interface Popover {
  readonly button: HTMLButtonElement;
  readonly panel: HTMLElement;
  open(): void;
  close(): void;
}

/** `opening` fills the panel each time before it is seen. */
export function createPopover(name: IconName, title: string, opening: () => void): Popover {
  const button = tool(name, title);
  const panel = html('div', { class: 'popover', popover: 'auto', role: 'dialog', 'aria-label': title });
  button.popoverTargetElement = panel;
  panel.addEventListener('beforetoggle', (event) => {
    if ((event as ToggleEvent).newState === 'open') opening();
  });
  panel.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState !== 'open') return;
    // In a narrow view the button may be in a menu instead: then the panel opens at the end of the toolbar.
    const { left, bottom, width } = button.getBoundingClientRect();
    put(panel, width > 0 ? { x: left, y: bottom + 4 } : { x: window.innerWidth, y: 64 });
    panel.querySelector<HTMLElement>('button, input, select')?.focus();
  });
  // Keys in it are its own: the picture does not hear of them.
  panel.addEventListener('keydown', (event) => event.stopPropagation());
  return {
    button,
    panel,
    open: () => panel.showPopover(),
    close: () => {
      if (panel.matches(':popover-open')) panel.hidePopover();
    },
  };
}

/** A button with an icon. */
export function tool(name: IconName, title: string): HTMLButtonElement {
  return html('button', { class: `tool ${name}`, type: 'button', title, 'aria-label': title }, icon(name));
}

/** A button with words. */
export function action(label: string, act: () => void): HTMLButtonElement {
  const button = html('button', { class: 'action', type: 'button' }, label);
  button.addEventListener('click', act);
  return button;
}

/** One of several choices, as a row of buttons of which one is down. */
export function choice<T extends string>(
  name: string,
  options: readonly {
    readonly value: T;
    readonly label: string;
    readonly sign: Node | string;
    readonly title?: string;
  }[],
  choose: (value: T) => void,
): { readonly element: HTMLElement; set(value: T | undefined, shown?: readonly T[]): void } {
  const inputs = options.map(({ value, label, sign, title }) => {
    const input = html('input', { type: 'radio', name, value, 'aria-label': label });
    input.addEventListener('change', () => choose(value));
    const face = html('span', {}, sign);
    return { value, input, label: html('label', { class: 'option', title: title ?? label }, input, face) };
  });
  const element = html('div', { class: 'choice', role: 'radiogroup', 'aria-label': name });
  element.append(...inputs.map(({ label }) => label));
  return {
    element,
    set: (value, shown) => {
      for (const each of inputs) {
        each.input.checked = each.value === value;
        each.label.hidden = shown !== undefined && !shown.includes(each.value);
      }
    },
  };
}
