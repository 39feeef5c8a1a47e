/**
 * The walk so far, and the way back.
 */
import { html } from './dom.ts';
import { tool } from './popover.ts';
import { back, type Walk } from './walk.ts';

export interface Trail {
  readonly element: HTMLElement;
  update(walk: Walk): void;
}

/** So many steps of the walk are shown; a narrow view hides more of them. */
const crumbs = 5;

/** Nothing walked yet. */
export function createTrail(go: (id: string) => void): Trail {
  const button = tool('back', 'Back in the walk (Escape)');
  const trail = html('ol', { class: 'trail' });
  let walk: Walk | undefined;
  button.addEventListener('click', () => {
    const to = back(walk ?? []);
    if (to !== undefined) go(to.id);
  });
  return {
    element: html('nav', { class: 'way', 'aria-label': 'Walk' }, button, trail),
    update: (next) => {
      // The same walk, as often as a map is drawn.
      if (next === walk) return;
      walk = next;
      const lost = trail.contains(document.activeElement);
      trail.replaceChildren(...walk.slice(-crumbs).map((_, i, last) => crumb(last, i, go)));
      // Not `disabled`: that would take the keyboard off the button at the end of the way back.
      button.setAttribute('aria-disabled', String(back(walk) === undefined));
      if (lost) button.focus();
    },
  };
}

/** One step of the walk; the last is where the reader stands, and leads nowhere. */
function crumb(steps: Walk, index: number, go: (id: string) => void): HTMLElement {
  const { id, title } = steps[index] ?? { id: '', title: '' };
  const words = { class: 'crumb', title: title.slice(0, 300), dir: 'auto' };
  const shown = title.slice(0, 200);
  if (index === steps.length - 1) return html('li', {}, html('span', { ...words, 'aria-current': 'location' }, shown));
  const step = html('button', { ...words, type: 'button' }, shown);
  step.addEventListener('click', () => go(id));
  return html('li', {}, step);
}
