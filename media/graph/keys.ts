/**
 * The keys, in a dialog of their own.
 */
import { html } from './dom.ts';
import { action } from './popover.ts';
import { held } from './words.ts';

const rows: readonly (readonly [keys: string, what: string])[] = [
  ['← ↑ → ↓', 'Go to the neighbour in that direction'],
  ['Enter', 'Walk there; where you stand, open it'],
  [`${held}Enter`, 'Open beside'],
  ['Esc', 'Back along the walk'],
  ['Shift+F10', 'Menu of the node'],
  ['/', 'Search'],
  ['+  −  0', 'Zoom in, zoom out, fit to view'],
  ['Shift+← ↑ → ↓', 'Move the map'],
  ['?', 'Show these keys'],
];

/** Opens the dialog; `back` takes the keyboard when it closes. */
export function showKeys(back: () => void): void {
  const list = html('dl', {});
  for (const [keys, what] of rows) list.append(html('dt', {}, keys), html('dd', {}, what));
  const dialog = html('dialog', { class: 'keys', 'aria-labelledby': 'keys-title' });
  dialog.append(
    html('h2', { id: 'keys-title' }, 'Keys'),
    list,
    action('Close', () => dialog.close()),
  );
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.addEventListener('close', () => {
    dialog.remove();
    back();
  });
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  (document.querySelector('main') ?? document.body).append(dialog);
  dialog.showModal();
}
